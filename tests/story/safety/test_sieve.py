"""One telling let through: a model's words by the sentence, an author's with others in their place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.story.model import Done
from game.story.passages import Grew, Opened, Passage, gather
from game.story.safety.lists import house_lists
from game.story.safety.sieve import Piece, Sieve
from game.story.safety.verbatim import Protected
from game.story.safety.wishes import Limits, Wishes
from game.story.sentences import sentences_for

NEVER = "Something happens here that you asked not to be told."
BRIEFLY = "… You asked not to be told this in detail."
LIMITS = Wishes(lines=("spiders",), veils=("blood",), protected=Protected(["one two three four"], most=2)).limits()
DONE = Done("stop", 100, 20, 5, 0.5, 1.0)


def sieve(limits: Limits = LIMITS, *, language: str = "en") -> Sieve:
    return Sieve(limits, sentences_for(language), name_of=str.title, instead=by_the_author)


def by_the_author() -> Iterator[Opened]:
    yield Opened(Passage("result", "You wait. A spider waits too."))


def streamed(*pieces: str, kind: str = "telling") -> list[Piece]:
    """Return what a model tells in pieces."""
    return [Opened(Passage(kind, pieces[0], speaker="anna", source="model")), *map(Grew, pieces[1:])]  # type: ignore[arg-type]


def texts(pieces: list[Piece], through: Sieve | None = None) -> list[str]:
    sifted = (through or sieve()).sift(pieces)
    return [each.text for each in gather(each for each in sifted if not isinstance(each, Done))]


def test_a_models_sentence_is_shown_as_soon_as_it_is_whole() -> None:
    shown = list(sieve().sift(streamed("It", " rains.", " A gull", " calls. And", " yet")))
    assert [
        each.text if isinstance(each, Grew) else each.passage.text for each in shown if not isinstance(each, Done)
    ] == [
        "It rains.",
        " A gull calls.",
        " And yet",
    ]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (("It rains. A spider", " waits. A gull calls.",), "It rains. A gull calls."),
        (("A spider waits. ", "It rains."), "It rains."),
        (("He says, “A spider.", "” It rains."), "It rains."),
        (("There is blood. It rains.",), "It rains."),
        (("One, two, three. It rains.",), "It rains."),
        (("It rains one", " two. Three", " gulls."), "It rains one two."),
    ],
)  # fmt: skip
def test_a_models_sentence_that_may_not_be_told_is_left_out(told: tuple[str, ...], shown: str) -> None:
    assert texts(streamed(*told)) == [shown]


def test_what_is_withheld_is_counted_by_reason() -> None:
    through = sieve()
    texts(streamed("A spider. Another spider. Blood. One two three. Rain."), through)
    assert through.withheld == {"line": 2, "veil": 1, "verbatim": 1}


def test_where_nothing_of_a_models_can_be_shown_the_author_tells() -> None:
    assert texts(streamed("A spider."), sieve()) == [f"You wait. {NEVER}"]


def test_an_answer_that_cannot_be_shown_is_let_go_by() -> None:
    assert texts(streamed("A spider bit me.", kind="line")) == ["Anna lets that go by."]


def test_a_touch_that_cannot_be_shown_is_no_loss() -> None:
    assert texts(streamed("A spider spins.", kind="touch")) == []


def test_for_a_place_told_another_way_that_is_all_withheld_stand_its_words_as_the_authors() -> None:
    assert texts(streamed("A spider hangs here.", kind="place")) == [NEVER]


def test_an_authors_line_and_veil_have_neutral_words_in_their_place() -> None:
    told = [Opened(Passage("place", "Dust. A spider waits. It is a large spider. There is blood. More blood. Rain."))]
    assert texts(told) == [f"Dust. {NEVER} {BRIEFLY} Rain."]  # type: ignore[arg-type]


def test_no_neutral_sentence_is_put_into_somebodys_mouth() -> None:
    (opened,) = sieve().sift([Opened(Passage("line", "We are full. A spider has the room.", speaker="anna"))])
    assert opened == Opened(Passage("result", NEVER))


def test_in_chinese_too() -> None:
    told: list[Piece] = [Opened(Passage("place", "灰尘。一只蜘蛛等着。到处是血。下雨了。"))]
    assert texts(told, sieve(language="zh")) == [
        "灰尘。这里发生了一件你说过不想听的事。……你说过这样的事不必细讲。下雨了。"
    ]


def test_a_title_hides_the_word_alone() -> None:
    (opened,) = sieve().sift([Opened(Passage("place", "Dust.", title="The Spider House"))])
    assert isinstance(opened, Opened)
    assert opened.passage.title == "The … House"


def test_an_author_may_repeat_what_is_protected() -> None:
    assert texts([Opened(Passage("place", "One two three four."))]) == ["One two three four."]


def test_the_players_own_words_stand() -> None:
    told: list[Piece] = [Opened(Passage("telling", "A spider speaks.", source="player"))]
    assert texts(told) == ["A spider speaks."]


def test_what_a_model_was_asked_goes_through_after_its_words() -> None:
    assert list(sieve().sift([*streamed("It", " rains"), DONE]))[-2:] == [
        Opened(Passage("telling", "It rains", "", "anna", "model")),
        DONE,
    ]


def test_with_nothing_to_keep_back_every_piece_goes_through_as_it_comes() -> None:
    pieces = streamed("It", " ra", "ins. A spider")
    assert list(sieve(Limits()).sift(pieces)) == pieces


def test_the_lists_at_hand_are_the_games() -> None:
    assert Wishes().lists is house_lists()
