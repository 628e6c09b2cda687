"""What stands in a sheet: all that a reader needs, and of the model's sentences those that were shown."""

from __future__ import annotations

import json
from pathlib import Path

from game.rules.events import Examined
from game.story.gating.account import Account, Heard
from game.story.model import Done
from tests.bench.voice.sheet.__main__ import moments, write
from tests.bench.voice.sheet.moment import moment_of
from tests.bench.voice.situations import both, situations, talks
from tests.bench.voice.told import Told, tell
from tests.kit import inn
from tests.scripted import ScriptedModel, SeededModel

WORLDS = [inn()]


def test_a_moment_tells_the_place_what_was_done_and_what_came_of_it() -> None:
    situation = next(each for each in situations(WORLDS, 60) if each.turn.outcome.events[0] == Examined("lamp"))
    moment = moment_of(Told(situation, (), ()), first=1)
    assert (moment.words, moment.happened) == ("Look closely at the brass lamp", ("It wants oil.",))
    assert "brass lamp: It wants oil." in moment.things
    assert "up: the room (closed now)" in moment.ways


def test_shown_sentences_are_numbered_and_those_held_back_are_in_no_sheet() -> None:
    (situation,) = situations(WORLDS, 1)
    heard = (Heard("Rain falls."), Heard("A ghost.", "absent"), Heard("It is late."))
    done = Done("stop", 1, 1, 1, 0.1, 0.2, slot="narrator", account=Account("", heard=heard))
    moment = moment_of(Told(situation, (), (done,)), first=7)
    assert [(each.number, each.text) for each in moment.sentences] == [(7, "Rain falls."), (8, "It is late.")]
    assert "ghost" not in str(moment)


def test_of_who_is_spoken_to_it_tells_what_they_may_know() -> None:
    (situation,) = talks(WORLDS, 1)
    moment = moment_of(tell(ScriptedModel(["I have no idea."]), situation, "blend"), first=1)
    assert [(each.name, each.about) for each in moment.speaking] == [("Anna", "who keeps the inn")]
    assert [(each.text, each.speaker) for each in moment.sentences] == [("I have no idea.", "Anna")]
    assert moment.happened == ("Anna answers what is said to them.",)


def test_a_sheet_ends_with_the_last_sentence_that_is_wanted(tmp_path: Path) -> None:
    told = [tell(SeededModel(lambda _: "Rain falls. It is late."), each) for each in both(WORLDS, 30)]
    assert write(tmp_path / "sheet" / "sheet.json", moments(told, 5)) == 5
    sheet = json.loads((tmp_path / "sheet" / "sheet.json").read_text(encoding="utf-8"))
    numbers = [sentence["number"] for moment in sheet["moments"] for sentence in moment["sentences"]]
    assert numbers == [1, 2, 3, 4, 5]
