"""The story so far is told by rule, in chapters, and is as long as a page however long the story is."""

from __future__ import annotations

from collections.abc import Sequence

from game.loader.load import parse_world
from game.rules.events import (
    Began,
    Chosen,
    Dropped,
    Event,
    Given,
    Looked,
    Moved,
    QuestBegan,
    QuestDone,
    Revealed,
    SceneBegan,
    Taken,
    Talked,
)
from game.story.chronicle import Chapter, chronicle_of
from game.story.sentences import sentences_for
from tests.kit import inn, play

WORLD = inn()
EN, ZH = sentences_for("en"), sentences_for("zh")
Turns = Sequence[tuple[Event, ...]]

CELL = """
schema = 1
[world]
id = "cell"
title = "The Cell"
start = "cell"
[place.cell]
name = "the cell"
look = "Stone."
[thing.spoon]
name = "spoon"
at = "cell"
[quest.dig]
name = "A way out"
goal = "Dig."
done = "has(spoon)"
"""
OPENING = (Began(), Looked("hall"))
OUT, IN = (Moved("hall", "yard", "east"),), (Moved("yard", "hall", "west"),)


def told(*turns: tuple[Event, ...]) -> tuple[Chapter, ...]:
    return chronicle_of(WORLD, EN, turns)


def test_before_anything_has_happened_there_is_no_chapter() -> None:
    assert told() == told(OPENING) == ()


def test_each_place_in_which_something_happened_is_a_chapter() -> None:
    chapters = told(OPENING, (Taken("lamp"),), OUT, (Taken("ring"),), IN, (Dropped("lamp"),))
    assert chapters == (
        Chapter("the hall", "You took the brass lamp."),
        Chapter("the yard", "You took the ring."),
        Chapter("the hall", "You put the brass lamp down."),
    )


def test_a_mere_walk_ends_no_chapter() -> None:
    chapters = told(OPENING, (Taken("lamp"),), OUT, IN, (Given("lamp", "anna"), Talked("anna", "")))
    assert chapters == (Chapter("the hall", "You gave Anna the brass lamp and met Anna."),)


def test_what_one_does_is_strung_together_three_deeds_in_a_sentence() -> None:
    events = (Talked("anna", ""), Taken("lamp"), Chosen("pay"), Taken("ring"))
    (chapter,) = told(OPENING, events)
    assert chapter.text == "You met Anna, took the brass lamp and chose “Pay her”. You took the ring."


def test_what_was_said_or_learned_stands_by_itself() -> None:
    (chapter,) = told(OPENING, (Taken("lamp"), Talked("anna", "guest", number=1), Revealed("guest"), Taken("ring")))
    assert chapter.text == "You took the brass lamp. Anna told you about the guest. You took the ring."


def test_a_player_reads_what_knowledge_is_about_and_not_what_a_model_is_told_of_it() -> None:
    assert "bishop" not in str(told(OPENING, (Revealed("guest"),)))


def test_words_that_were_said_and_scenes_that_began_are_left_out() -> None:
    assert told(OPENING, (SceneBegan("bill", "Anna holds out a hand."), Talked("anna", "", "well?", number=2))) == ()


def test_of_a_long_story_only_the_last_chapters_are_told_one_by_one() -> None:
    there: Turns = [(*OUT, Taken("ring")), (*IN, Dropped("ring"))]
    chapters = told(OPENING, (QuestBegan("bed"),), (Given("lamp", "anna"),), *[*there] * 200)
    assert len(chapters) == 9
    before = "There was this to do: A bed for the night. You gave Anna the brass lamp."
    assert chapters[0] == Chapter("Before that", before)


def test_a_chapter_has_a_dozen_deeds_at_most_those_that_weigh_most() -> None:
    things = "".join(f'[thing.t{n}]\nname = "thing {n}"\nat = "hall"\n' for n in range(40))
    taken = tuple(Taken(f"t{n}") for n in range(40))
    (chapter,) = chronicle_of(inn(things), EN, [OPENING, (Given("lamp", "anna"), *taken)])
    assert chapter.text.startswith("You gave Anna the brass lamp, took the thing 29 and took")
    assert chapter.text.count("thing") == 11


def test_in_a_world_of_one_place_finished_quests_part_the_chapters() -> None:
    cell = parse_world(CELL, name="cell.toml")
    turns: Turns = [(Taken("spoon"), QuestDone("dig")), (Dropped("spoon"),)]
    assert [chapter.title for chapter in chronicle_of(cell, EN, turns)] == ["A way out", "the cell"]


def test_what_the_world_has_lost_is_left_out() -> None:
    assert told(OPENING, (Taken("sword"),), (Moved("hall", "attic"),), (Taken("lamp"),)) == ()


def test_a_chinese_story_is_told_in_chinese() -> None:
    (chapter,) = chronicle_of(WORLD, ZH, [OPENING, (Talked("anna", ""), Taken("lamp"), QuestBegan("bed"))])
    assert chapter.text == "你认识了Anna，拿了brass lamp。有一件事要做：A bed for the night。"


def test_a_played_story_is_told() -> None:
    played = play(WORLD, "pay her", "take lamp", "give lamp to anna", "east")
    (chapter,) = chronicle_of(WORLD, EN, played.turns)
    expected = "There was this to do: A bed for the night. You chose “Pay her” and gave Anna the brass lamp."
    assert chapter == Chapter("the hall", expected)
