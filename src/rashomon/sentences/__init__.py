"""Zone -> Sentence: where one sentence ends and the next begins, and how its words hang together."""

from rashomon.sentences.parse import parse_sentences
from rashomon.sentences.split import split_sentences

__all__ = ["parse_sentences", "split_sentences"]
