"""The judges of a trial, held against what was written by hand for the same jobs: it has to pass."""

from __future__ import annotations

from collections.abc import Iterator

from game.story.guarding.stems import stem
from game.story.jobs import spoken_part
from game.story.prose import words_in
from game.trial.ambience import is_false, is_fit
from game.trial.bars import bars_of
from game.trial.cases import Sky, cases_in
from game.trial.lines import pretends
from game.tune.examples import Ambience, Example, Line
from game.tune.render import speaker_of_line
from game.tune.rows import our_rows
from game.tune.speech import spoken_in
from game.tune.split import split

AVOWALS = cases_in("en").avowals
HELD_OUT: list[Example] = [row.example for row in split(our_rows()).held_out]


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


def unknown() -> Iterator[Line]:
    """Yield examples in which somebody is asked what they do not know: their answer has no word of what they do."""
    for each in HELD_OUT:
        if isinstance(each, Line) and "?" in each.heard:
            known, said = (
                {stem(word) for text in texts for word in words_in(text) if len(word) > 3}
                for texts in (each.knows, (each.tell,))
            )
            if not known & said - {stem(word) for word in words_in(each.heard)}:
                yield each


def test_no_sentence_of_weather_by_hand_is_false_and_enough_can_be_shown() -> None:
    touches = [
        (each.tell, Sky(each.place, each.hour, each.weather, each.mood))
        for each in HELD_OUT
        if isinstance(each, Ambience)
    ]
    assert share([is_false(tell, sky) for tell, sky in touches]) == 0
    assert share([is_fit(tell, sky) for tell, sky in touches]) >= bars_of("ambience")["fit"].share


def test_lines_by_hand_of_those_who_do_not_know_meet_the_bar() -> None:
    pretended = [
        pretends(spoken_part(spoken_in(each.tell)), speaker_of_line(each), each.heard, AVOWALS) for each in unknown()
    ]
    assert len(pretended) > 30
    assert share(pretended) <= bars_of("line")["false"].share
