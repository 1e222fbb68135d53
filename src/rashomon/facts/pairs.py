"""Whether two claims answer one question: the deciders of both kinds in the one order in which they are asked."""

from __future__ import annotations

from rashomon.facts import alike, apart

ORDER = (
    alike.same_sentence,
    alike.converted_in_brackets,
    apart.other_unit,
    apart.another_population,
    apart.part_of_a_whole,
    apart.whole_war,
    alike.same_words_around,
    apart.other_days,
    apart.one_voice_counts_two_things,
    apart.bodies_and_toll,
    apart.other_place,
    alike.same_event,
    alike.same_force,
    alike.same_count_since,
    alike.same_thing,
    alike.same_length_of_time,
)
