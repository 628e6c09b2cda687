"""New names for ids: several, again and once more, on every branch, and those that cannot be given."""

from __future__ import annotations

import pytest

from game.errors import SaveError
from game.rules.state import format_state, parse_state
from game.session.renaming import renaming
from game.session.reopening import Decision, WorldChanged
from tests.kit import inn, play
from tests.session.test_changes import LANTERN, NAMES, Saves, edited, saves  # noqa: F401 - a fixture

TORCH = (("[thing.lamp]", "[thing.torch]"), ("(lamp)", "(torch)"), ('"lamp"', '"torch"'))


def test_several_ids_are_renamed_at_once_and_a_person_keeps_what_they_told(saves: Saves) -> None:  # noqa: F811
    berta = (("[person.anna]", "[person.berta]"), ("(anna)", "(berta)"), ("person.anna", "person.berta"))
    world = edited(*LANTERN, *berta)
    saves.open(world, Decision(names={**NAMES, "anna": "berta"})).close()
    session = saves.open(world)
    assert (session.state.where["lantern"], session.state.trust["berta"]) == ("berta", 2)
    assert session.state.is_marked("revealed", "guest")
    session.close()


def test_a_person_who_is_renamed_is_still_talked_with_and_what_they_agreed_to_stays() -> None:
    offer = '[[person.{0}.offers]]\nid = "{1}"\ntext = "Vow"\nonce = true\nsay = "So."\n'
    names = {"anna": "berta", "vow": "oath"}
    action = renaming(names).action
    assert action("talk anna + vow : by anna") == "talk berta + oath : by anna"
    assert action("talk anna + anna.2") == "talk berta + berta.2"
    state = play(inn(offer.format("anna", "vow")), "anna, hello", "vow").state
    renamed = parse_state(renaming(names).state(format_state(state)))
    assert renamed.is_marked("agreed", "oath")
    assert renamed.is_now("talking", "berta")


def test_a_second_renaming_speaks_of_the_names_that_the_first_gave(saves: Saves) -> None:  # noqa: F811
    saves.open(edited(*LANTERN), Decision(names=NAMES)).close()
    with pytest.raises(WorldChanged, match=r"no thing 'lantern' now.*'torch'"):
        saves.open(edited(*TORCH))
    session = saves.open(edited(*TORCH), Decision(names={"lantern": "torch"}))
    assert session.state.where["torch"] == "anna"
    session.close()


def test_the_world_as_it_was_is_the_renamed_one_once_ids_were_renamed(saves: Saves) -> None:  # noqa: F811
    saves.open(edited(*LANTERN), Decision(names=NAMES)).close()
    session = saves.open(edited(*TORCH), Decision("old"))
    assert session.state.where["lantern"] == "anna"
    session.close()


def test_a_renaming_asked_for_again_changes_nothing(saves: Saves) -> None:  # noqa: F811
    for _ in range(2):
        saves.open(edited(*LANTERN), Decision(names=NAMES)).close()
    assert len(list(saves.file.parent.glob("*before*"))) == 1


def test_every_branch_has_the_new_names(saves: Saves) -> None:  # noqa: F811
    session = saves.open(inn())
    list(session.submit("/jump 0"))
    list(session.submit("wait"))
    session.close()
    session = saves.open(edited(*LANTERN), Decision(names=NAMES))
    list(session.submit("/jump @6"))
    assert session.state.where["lantern"] == "anna"
    session.close()


@pytest.mark.parametrize(
    ("names", "why"),
    [
        ({"lamp": "lanterne"}, "has nothing called 'lanterne' .or is it 'lantern'"),
        ({"lamp": "anna"}, "'lamp' was a thing, but 'anna' is a person"),
        ({"lamp": "ring"}, "There was a 'ring' beside 'lamp'"),
        ({"lamp": "lantern", "table": "lantern"}, "Two ids cannot be called the same"),
    ],
)
def test_a_name_that_cannot_be_given_is_a_sentence_and_changes_nothing(
    saves: Saves,  # noqa: F811
    names: dict[str, str],
    why: str,
) -> None:
    before = saves.file.read_bytes()
    with pytest.raises(SaveError, match=why):
        saves.open(edited(*LANTERN), Decision(names=names))
    assert saves.file.read_bytes() == before
