"""What is said of texts that a model wrote."""

from __future__ import annotations

from dataclasses import replace

from game.tune.evaluation.telling import lines_told, retellings_told, touches_told
from tests.tune.made import AMBIENCE, LINE, RETELLING


def test_a_touch_in_words_of_the_sky_may_be_shown_of_any_model() -> None:
    told = touches_told([AMBIENCE], ["Rain drips on the roof and the dusk thickens."])
    assert (told.texts, told.fit, told.closed, told.false, told.loops) == (1, 1.0, 1.0, 0.0, 0.0)
    assert (told.claiming, told.puppets) == (None, None)


def test_a_touch_with_somebody_in_it_may_not_be_shown_and_is_false() -> None:
    told = touches_told([AMBIENCE], ["The miller walks home through the rain."])
    assert (told.fit, told.closed, told.false) == (1.0, 0.0, 1.0) or told.false == 1.0


def test_a_touch_of_another_hour_is_false() -> None:
    assert touches_told([replace(AMBIENCE, hour="night")], ["Sunlight lies along the sill."]).false == 1.0


def test_what_turns_on_the_spot_is_a_loop() -> None:
    text = "The rain falls and the rain falls and the rain falls and the rain falls."
    assert touches_told([AMBIENCE, AMBIENCE], [text, "Rain drips on the roof."]).loops == 0.5


def test_only_the_first_sentence_of_a_touch_counts() -> None:
    told = touches_told([AMBIENCE], ["Rain drips on the roof and the dusk thickens. You shiver."])
    assert told.fit == 1.0


def test_a_line_of_common_words_claims_nothing() -> None:
    told = lines_told([LINE], ["I don't know, and I would not say if I did."])
    assert (told.fit, told.closed, told.claiming, told.false) == (1.0, 1.0, 0.0, 0.0)


def test_a_line_with_what_the_person_knows_claims_it() -> None:
    told = lines_told([LINE], ["I can't cross, for the ferry is holed."])
    assert (told.fit, told.closed, told.claiming, told.false) == (1.0, 0.0, 1.0, 0.0)


def test_a_line_that_names_who_was_not_named_is_false_and_not_fit() -> None:
    told = lines_told([LINE], ["I saw it, and so did Marlo Finch."])
    assert (told.fit, told.false) == (0.0, 1.0)


def test_a_line_may_name_whoever_its_person_knows_of() -> None:
    knowing = replace(LINE, knows=("The key is with Marlo Finch.",))
    assert lines_told([knowing], ["I gave it to Marlo Finch."]).fit == 1.0


def test_a_line_that_tells_what_the_player_does_puppets_them() -> None:
    assert lines_told([LINE], ['You nod. "I see."']).puppets == 1.0


def test_a_retelling_in_another_order_may_be_shown() -> None:
    told = retellings_told([RETELLING], ["By the stove a dog sleeps."])
    assert (told.fit, told.closed, told.lost_or_added, told.same) == (1.0, None, 0.0, 0.0)


def test_a_retelling_that_loses_or_adds_something_may_not() -> None:
    told = retellings_told([RETELLING, RETELLING], ["By the stove sleeps a cat.", RETELLING.text])
    assert (told.fit, told.lost_or_added, told.same) == (0.0, 0.5, 0.5)


def test_of_no_texts_there_are_no_shares() -> None:
    assert touches_told([], []).fit == 0.0
