"""Sentence -> Mention: figures, quotations, reported speech, times, places, actors and victims, each by itself."""

from rashomon.mentions.actors import find_actors
from rashomon.mentions.figures import find_figures
from rashomon.mentions.places import find_places
from rashomon.mentions.quotes import find_quotes
from rashomon.mentions.speeches import find_speeches
from rashomon.mentions.times import find_times
from rashomon.mentions.victims import find_victims

__all__ = ["find_actors", "find_figures", "find_places", "find_quotes", "find_speeches", "find_times", "find_victims"]
