"""Whether two claims answer one question: the deciders of both kinds in the one order in which they are asked."""

from __future__ import annotations

from rashomon.facts import alike, apart, measured, situations

ORDER = (
    alike.same_sentence,
    alike.converted_in_brackets,
    apart.other_unit,
    situations.another_figure_for_it,
    apart.another_population,
    apart.part_of_a_whole,
    apart.dead_counted_too,
    apart.whole_war,
    apart.whole_and_stage,
    apart.other_length_of_time,
    alike.same_words_around,
    apart.other_days,
    situations.same_departure,
    apart.fled_or_brought_out,
    apart.one_voice_counts_two_things,
    apart.bodies_and_toll,
    apart.other_place,
    alike.same_event,
    alike.same_force,
    alike.same_count_since,
    situations.same_ground,
    situations.same_fight,
    measured.same_attribute,
    alike.same_thing,
    measured.same_things_counted,
    measured.same_number_of_people,
    measured.same_salient_number,
    alike.same_length_of_time,
)
