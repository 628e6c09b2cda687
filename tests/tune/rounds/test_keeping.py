"""What is kept of a round: true texts, unlike one another, each beside one that was not true."""

from __future__ import annotations

from dataclasses import replace

from game.story.prompt import line_messages
from game.tune.evaluation.writer import Written
from game.tune.examples import Ambience, Line
from game.tune.render import speaker_of_line
from game.tune.rounds.keeping import Draft, Drafted, drafted, faults, kept
from tests.tune.rounds.test_judging import FOG, ODO

TRUE = "The ferry does not run after dark, and I know it."
CLAIM = "My brother runs the ferry after dark, with a lantern."


def judged(example: Ambience | Line, *texts: str) -> Drafted:
    return drafted(example, [Written(text, 0.0) for text in texts])


def test_a_true_text_is_kept_as_the_game_asks_for_it_beside_an_untrue_one() -> None:
    (only,) = kept([judged(ODO, TRUE, CLAIM, "I said to Marla that the ferry waits.")])
    assert only.asked == line_messages(speaker_of_line(ODO), ODO.heard)
    assert (only.job, only.tell, only.over) == ("line", TRUE, (CLAIM,))


def test_where_all_is_true_nothing_stands_beside_it() -> None:
    assert kept([judged(ODO, TRUE)])[0].over == ()


def test_what_says_nearly_the_same_is_kept_once() -> None:
    other = replace(ODO, person="Ada, ferrywoman")
    assert len(kept([judged(ODO, TRUE), judged(other, TRUE)])) == 1


def test_what_the_example_says_is_not_kept() -> None:
    assert not kept([judged(FOG, FOG.tell)])


def test_one_is_kept_of_an_example() -> None:
    several = tuple(Draft(f"{word} lies over {word} stones tonight.", "") for word in ("Frost", "Fog", "Rain", "Snow"))
    (only,) = kept([Drafted(FOG, several)])
    assert only.tell == several[0].shown


def test_only_so_many_begin_alike() -> None:
    ends = ("over the marsh", "on cold water", "by dark reeds", "under no star", "past the last wall")
    several = [Drafted(replace(FOG, place=end), (Draft(f"Fog lies thick {end}.", ""),)) for end in ends]
    assert 0 < len(kept(several)) < len(ends)


def test_what_the_model_finds_likeliest_is_kept_first() -> None:
    likely = [
        Written("Frost lies over white stones.", -3.0),
        Written("Fog settles thick and cold over dark water.", -1.0),
    ]
    assert [each.shown for each in drafted(FOG, likely).drafts] == [each.text for each in reversed(likely)]


def test_faults_are_counted_by_kind() -> None:
    found = faults([judged(ODO, TRUE, CLAIM), judged(FOG, "Fog settles")])
    assert found == {"line: none": 1, "line: claims": 1, "ambience: unfit": 1}
