"""Runs played again by the rules alone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.archive.verify import Verdict, verify
from game.errors import SaveError
from game.loader.load import parse_world
from game.rules import apply as rules
from game.rules.world import World
from game.session.opening import open_session
from game.session.reopening import Decision
from game.storage.rebuilding import rebuild
from game.storage.records import Record, Turn, WorldCopy
from game.storage.run import RunFile
from game.storage.snapshot import Snapshot
from tests.archive.kit import CHINESE, FILES, played, rich, worlds_of
from tests.kit import INN
from tests.storage.kit import alter


def verdict_of(path: Path) -> Verdict:
    with Snapshot(path) as run:
        return verify(run, worlds_of(run))


def forged(path: Path, turn: int, **changes: Any) -> Path:
    """Return a copy of a run in which one turn says something else, and is sealed as if that were true."""

    def change(record: Record) -> Record:
        return replace(record, **changes) if isinstance(record, Turn) and record.id == turn else record

    with Snapshot(path) as run:
        rebuild(path.with_name("forged.loreloom"), map(change, run.records()))
    return path.with_name("forged.loreloom")


def state_of(path: Path, turn_id: int, **changes: object) -> str:
    """Return the text of a turn's state with some fields changed."""
    with RunFile.look(path) as run:
        return json.dumps({**json.loads(run.turn(turn_id).state), **changes})


def test_every_turn_of_every_branch_comes_out_as_it_was_saved(tmp_path: Path) -> None:
    found = verdict_of(rich(tmp_path))
    assert (found.counts, found.turns, found.different, found.why) == ({"good": 5}, 5, (), "")


def test_a_translated_run_comes_out_too(tmp_path: Path) -> None:
    found = verdict_of(played(tmp_path, "拿 brass lamp", "看", files=(*FILES, CHINESE), language="zh"))
    assert found.counts == {"good": 3}


def test_a_turn_that_differs_is_named_with_what_differs_and_hides_no_other(tmp_path: Path) -> None:
    path = rich(tmp_path)
    state = state_of(path, 2, where={**json.loads(state_of(path, 2))["where"], "lamp": "yard"}, place="yard")
    found = verdict_of(forged(path, 2, state=state))
    first = found.different[0]
    assert (first.turn, first.number, first.action) == (2, 1, "take lamp")
    assert first.what == (
        "place: 'yard' was saved, 'hall' comes out",
        "where of lamp: 'yard' was saved, 'you' comes out",
    )
    assert found.counts["good"] == 3  # the turn east of it cannot be done from the yard


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"action": "go north"}, "the action is not possible there"),
        ({"action": "juggle"}, "what the file says of it is not what this program writes"),
        ({"state": "{}"}, "what the file says of it is not what this program writes"),
        ({"events": "[]"}, "the state is the same, but not what happened"),
    ],
)
def test_each_way_to_differ_has_its_words(tmp_path: Path, changes: dict[str, str], what: str) -> None:
    found = verdict_of(forged(rich(tmp_path), 5, **changes))
    assert [each.what for each in found.different] == [(what,)]


def test_a_telling_that_is_none_is_named(tmp_path: Path) -> None:
    path = rich(tmp_path)
    with RunFile.open(path) as run:
        run.tell(2, "Fog.", narrator="", model="", seed=0)
    assert verdict_of(path).different[0].what == ("telling 5 cannot be read",)


def test_a_run_of_other_rules_is_named_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = played(tmp_path, "east")
    monkeypatch.setattr("game.archive.verify.RULES_VERSION", rules.RULES_VERSION + 1)
    found = verdict_of(path)
    assert found.counts == {"unchecked": 2}
    theirs, ours = rules.RULES_VERSION, rules.RULES_VERSION + 1
    assert f"played by version {theirs} of the rules, and this program has version {ours}" in found.why


def test_a_run_whose_world_is_gone_says_so(tmp_path: Path) -> None:
    found = verdict_of(played(tmp_path, "east", files=None))
    assert found.counts == {"unchecked": 2}
    assert "keeps no copy of its world" in found.why


def test_a_turn_after_an_edit_is_good_or_carried_and_never_different(tmp_path: Path) -> None:
    path = played(tmp_path, "take lamp", "east")
    renamed = INN.replace("lamp", "torch")
    with RunFile.open(path) as run:
        run.kept.put_world(WorldCopy(2, "x", (("inn.toml", INN + "# edited"),)))
        run.kept.put_world(WorldCopy(3, "y", (("inn.toml", renamed),)))
    assert verdict_of(path).counts == {"good": 2, "carried": 1}


TORCH = INN.replace("lamp", "torch")


def renamed(path: Path, *lines: str, text: str = TORCH) -> World:
    """Let a run go on with its lamp called a torch; return the world in which there is one."""
    world = parse_world(text, name="inn.toml")
    session = open_session(world, path.parents[1], None, run=path.stem, decision=Decision(names={"lamp": "torch"}))
    for line in lines:
        list(session.submit(line))
    session.close()
    return world


@pytest.mark.parametrize("lines", [(), ("west", "drop torch")])
def test_turns_whose_ids_were_renamed_come_out_in_the_next_world(tmp_path: Path, lines: tuple[str, ...]) -> None:
    path = played(tmp_path, "take lamp", "east")
    world = renamed(path, *lines)
    with Snapshot(path) as run:
        found = verify(run, worlds_of(run, world))
    assert found.counts == {"good": 3 + len(lines)}


def test_renamed_turns_whose_world_was_edited_besides_are_carried(tmp_path: Path) -> None:
    path = played(tmp_path, "take lamp", "east")
    renamed(path, text=TORCH.replace("coins = 3", "coins = 4"))
    with Snapshot(path) as run:
        assert verify(run, worlds_of(run)).counts["carried"] > 0


def test_a_damaged_file_is_a_sentence(tmp_path: Path) -> None:
    path = played(tmp_path, "east")
    alter(path, "UPDATE turns SET words = 'west' WHERE id = 2")
    with pytest.raises(SaveError, match="damaged"):
        verdict_of(path)


def test_a_run_is_verified_while_it_is_played(tmp_path: Path) -> None:
    path = played(tmp_path, "east")
    with RunFile.open(path):
        assert verdict_of(path).counts == {"good": 2}
