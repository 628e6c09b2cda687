"""How a turn was told: what the model was told, what it said, what was held back; what is closed stays closed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.errors import SaveError
from game.session.turn_events import Answered
from game.story.narrator import Narrator, Way
from tests.scripted import ScriptedModel
from tests.session.test_session import Table
from tests.story.gating.judging import Censor

JUDGE = Censor(ghost="absent", bishop="secret", moans="loop")


def judged(table: Table, way: Way = "model") -> Table:
    """Let ghosts and bishops be held back at a table."""
    told, session = table.session.told, table.session
    told.narrator = Narrator(session.world, session.sentences, session.narrator.model, asked=way, judges=JUDGE)
    return table


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """Yield a table at which a turn of waiting was told again twice and then left to the author."""
    said = ["", "It is late. A ghost walks. So", "The bishop snores. So", "It moans of a bishop. So"]
    table = judged(Table(tmp_path, ScriptedModel(said), "model", reloads=False))
    table.play("wait")
    yield table
    table.session.close()


def why(table: Table) -> str:
    """Return what is answered about the turn."""
    (answer,) = table.play("/why")
    assert isinstance(answer, Answered)
    return answer.text


def test_it_says_what_the_model_was_told(table: Table) -> None:
    assert "How turn 1 was told" in why(table)
    assert "What the model was told" in why(table)
    assert "- Time passes." in why(table)


def test_it_says_what_the_model_said_and_why_some_of_it_was_not_shown(table: Table) -> None:
    assert "What it said\nIt is late.\n✗ A ghost walks. (somebody who is not here: ghost)" in why(table)


def test_what_is_closed_is_hidden_whatever_it_was_held_back_for(table: Table) -> None:
    assert "bishop" not in why(table)
    assert why(table).count("play with --author to read it") == 2


def test_an_author_reads_all_of_it(table: Table) -> None:
    table.session.is_author = True
    assert "✗ The bishop snores. (a secret that is still closed: bishop)" in why(table)


def test_repairs_are_counted_by_reason(table: Table) -> None:
    assert "What was held back\na secret that is still closed: 2\nsomebody who is not here: 1\n" in why(table)
    assert "Told again 2×" in why(table)
    assert "The author's words took over." in why(table)
    assert "Of the words shown, 40% are the author's." in why(table)


def test_it_is_all_in_the_runs_file(table: Table) -> None:
    (telling,) = table.session.run.tellings(2)
    accounts = [each["account"] for each in json.loads(telling.details)]
    assert [each["heard"][-1]["fate"] for each in accounts] == ["absent", "secret", "secret"]
    before = why(table)
    table.reopen()
    assert why(table) == before


def test_a_telling_that_passed_had_nothing_held_back(tmp_path: Path) -> None:
    table = judged(Table(tmp_path, ScriptedModel(["", "It is late."]), "model", reloads=False))
    table.play("wait")
    assert "What was held back\nNothing." in why(table)
    table.session.close()


def test_what_a_person_was_told_is_said_by_name(tmp_path: Path) -> None:
    model = ScriptedModel(['"I saw a ghost, I tell you."'], parameters=1_500_000_000)
    table = judged(Table(tmp_path, model, "blend", reloads=False), "blend")
    table.play("talk to anna")
    assert "to speak as Anna" in why(table)
    table.session.close()


def test_of_the_authors_words_there_is_nothing_more_to_say(tmp_path: Path) -> None:
    table = Table(tmp_path, None, None, reloads=False)
    table.play("wait")
    assert why(table).endswith("Of the words shown, 100% are the author's.\nNo model was asked for it.")
    table.session.close()


OLD = (
    '[{"reason": "stop", "prompt_tokens": 1, "read_tokens": 1, "written_tokens": 1, "first_token_s": 0, "total_s": 0}]'
)


@pytest.mark.parametrize("details", ["", "[]", OLD, '[{"withheld": {"line": 2}}]'])
def test_of_a_telling_from_before_less_is_known(tmp_path: Path, details: str) -> None:
    table = Table(tmp_path, None, None, reloads=False)
    table.session.run.tell(1, "[]", narrator="model", model="m", seed=1, details=details)
    assert "No model was asked" in why(table)
    table.session.close()


def test_details_that_nobody_can_read_are_a_sentence(tmp_path: Path) -> None:
    table = Table(tmp_path, None, None, reloads=False)
    table.session.run.tell(1, "[]", narrator="model", model="m", seed=1, details="{")
    with pytest.raises(SaveError, match="cannot read"):
        table.play("/why")
    table.session.close()
