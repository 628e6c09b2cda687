"""Cards as worlds and as people."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.imports.cards.world import import_card, import_person
from game.authoring.imports.written import toml_text
from game.authoring.inspect import inspect
from game.errors import WorldError
from game.loader.diagnostics import Diagnostic, Source
from game.loader.load import build_project, parse_world
from game.rules.world import World
from game.session.opening import open_session
from game.session.turn_events import TurnEvent
from game.story.passages import Grew, Opened, gather
from tests.authoring.imports.cards.deck import imported, lorebook, notes, person, png, text_chunk, v1, v2, v3
from tests.kit import INN, play


def world_of(card: bytes) -> World:
    return parse_world(toml_text(imported(card).tables))


def findings(*texts: str) -> list[Diagnostic]:
    project = build_project([Source(f"{number}.toml", text) for number, text in enumerate(texts)])
    inspect(project)
    return project.report.found


def told(events: list[TurnEvent]) -> str:
    return " ".join(each.text for each in gather(each for each in events if isinstance(each, Opened | Grew)))


@pytest.mark.parametrize(
    "card", [v1(), v2(character_book=lorebook({})), v3(), png(text_chunk("ccv3", v3()))], ids=["v1", "v2", "v3", "png"]
)
def test_a_card_of_every_version_is_a_world_that_checks_clean(card: bytes) -> None:
    assert findings(toml_text(imported(card).tables)) == []
    assert world_of(card).title == "Mira Vane"


def test_the_person_is_met_and_can_be_asked(tmp_path: Path) -> None:
    world = world_of(v2(character_book=lorebook({})))
    session = open_session(world, tmp_path, None, run="test", seed=7, way=None)
    opening = told(list(session.begin()))
    assert "Mira sets down the lamp." in opening
    assert "Mira Vane is here." in opening
    assert "Smugglers cracked the lens." in told(list(session.submit("ask Mira about the lens")))
    assert "I keep the light." in told([*session.submit("talk to Mira"), *session.submit("talk to Mira")])
    session.close()


def test_the_greeting_is_told_once() -> None:
    state = play(world_of(v2()), "wait", "talk to Mira").state
    assert state.is_marked("over", "meeting_mira_vane")
    assert state.is_marked("met", "mira_vane")


def test_what_a_person_is_comes_from_the_card() -> None:
    table = person(v3())
    assert table["aliases"] == ["Keeper", "Mira"]
    assert table["about"] == "Keeper keeps the lamp. She has short grey hair. She has buried two keepers."
    assert (table["voice"], table["look"]) == ("proud, tired, clipped", "She has short grey hair.")
    assert table["says"] == ["You are wet through. Come in.", "I keep the light."]


def test_what_the_card_does_not_say_is_left_to_the_author() -> None:
    table = person(v1(description="", personality="", mes_example="", first_mes="Hi.", scenario=""))
    assert set(table) == {"name", "aliases", "at"}


def test_the_scenario_and_a_long_description_are_lore() -> None:
    long = "Mira keeps the lamp. " * 40
    lore = imported(v2(description=long)).tables["lore"]
    assert [each["text"] for each in lore] == ["You were shipwrecked.", long.strip()]
    assert {each["when"] for each in lore} == {"here(mira_vane)"}
    assert len(person(v2(description=long))["about"]) <= 400


def test_a_brace_is_shown_as_it_is() -> None:
    events = play(world_of(v2(first_mes="A {lamp} and {{{{"))).events
    assert "A {lamp} and {{{{" in str(events)


def test_a_maker_tags_and_chinese_are_seen() -> None:
    world = world_of(v2(creator="Ann\nB", tags=["NSFW"], description="她守着灯。", first_mes="“坐吧。”"))
    assert (world.author, world.rating, world.language) == ("Ann B", "mature", "zh")


@pytest.mark.parametrize("name", ["灯塔", "you", "time", "and", "Meeting Place", "!", "ﷺ" * 40, "x" * 500, "1 2 3"])
def test_any_name_makes_an_id(name: str) -> None:
    assert findings(toml_text(imported(v2(name=name, character_book=lorebook({}, {}))).tables)) == []


def test_a_card_without_a_name_that_shows_is_refused() -> None:
    with pytest.raises(WorldError, match="a card without a name"):
        imported(v2(name=" \u200b\n"))


def test_a_person_alone_goes_into_a_world_that_there_is() -> None:
    alone = import_person(v2(character_book=lorebook({})), name="mira.json")
    found = findings(INN, toml_text(alone.tables))
    assert {each.code for each in found} == {"W107", "W115"}  # nowhere as yet, so nothing with them ever happens
    assert "with 'at'" in alone.notes[-1].text


@pytest.mark.parametrize(
    ("card", "said"),
    [
        (v2(system_prompt="x"), "system_prompt is left out: "),
        (v2(post_history_instructions="x"), "post_history_instructions is left out: "),
        (v2(alternate_greetings=["x"]), "alternate_greetings is left out: "),
        (v3(group_only_greetings=["x"]), "group_only_greetings is left out: "),
        (v3(assets=[{}]), "assets is left out: "),
        (v2(extensions={"a": 1}), "extensions is left out: "),
        (v2(creator_notes="Best with\nrain."), "The card's maker says: Best with rain."),
        (v2(personality="Proud. " * 90), "personality: only the beginning is taken"),
        (v2(first_mes="{{random:a,b}}"), "first_mes: what is drawn at random"),
        (v2(), "A card names no place: give [place.meeting_place]"),
    ],
)
def test_what_has_no_place_in_a_world_is_noted(card: bytes, said: str) -> None:
    assert said in notes(card)


def test_what_is_empty_is_not_noted() -> None:
    quiet = notes(v2(system_prompt="", alternate_greetings=[], extensions={}, creator_notes="", scenario="Rain."))
    assert [each.partition(":")[0] for each in quiet.splitlines()] == ["first_mes", "A card names no place"]


def test_texts_are_cut_where_a_sentence_ends() -> None:
    tables = imported(v2(personality="Proud. " * 90, first_mes="{" * 15_000 + " End." * 900)).tables
    assert tables["person"]["mira_vane"]["voice"].endswith("Proud.")
    assert len(tables["scene"][0]["text"]) <= 20_000


def test_the_name_of_the_file_stands_in_errors() -> None:
    with pytest.raises(WorldError, match=r"^mira\.json is not JSON"):
        import_card(b"{", name="mira.json")
