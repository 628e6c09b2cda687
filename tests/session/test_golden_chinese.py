"""The prompts of a short play of Saltmarrow in Chinese, as a model that tells it is asked: a golden text.

A change that is meant is looked at and taken over with --snapshot-update. Of the narrator's prompts the fixed part is
written once, and of the others what is told of the moment; the history is what was told before.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from game.loader.load import load_world
from game.session.opening import open_session
from game.session.session import Session
from game.story.abilities import JOBS, Job, Trust
from game.story.lexicon import is_spaced
from game.story.model import Request
from tests.scripted import ScriptedModel
from tests.session.test_golden import Text

WORLD = load_world(Path(__file__).parents[2] / "worlds" / "saltmarrow", language="zh")
WORDS = (
    "看看四周",
    "和蕾恩说话",
    "向蕾恩打听潮水",
    "拿防风灯",
    "细看潮汐表",
    "往北走",
    "和哈斯克说话",
    "等一等",
    "往南走",
)
TOLD = "雾贴着水面。潮水在石岸上响了一声。"
WHOLE, SMALL = frozenset(JOBS), frozenset[Job]({"ambience", "line"})


def played(saves: Path, jobs: frozenset[Job]) -> ScriptedModel:
    """Return a model that is trusted with some jobs and told a short play."""
    model = ScriptedModel([TOLD] * 99, known=(Trust("zh", jobs, "trial"),))
    session = open_session(WORLD, saves, model, run="golden", seed=7)
    list(session.begin())
    for words in WORDS:
        _play(session, words)
    session.close()
    return model


def _play(session: Session, words: str) -> None:
    list(session.submit(words))
    session.resting.result()


def _told(model: ScriptedModel) -> list[Request]:
    """Return the requests to write something, none of them twice in a row."""
    asked = [each for each in model.requests if each.max_tokens]
    return [each for number, each in enumerate(asked) if number == 0 or asked[number - 1].messages != each.messages]


def _written(requests: list[Request]) -> Iterator[str]:
    seen = set[str]()
    for request in requests:
        yield f"===== {request.slot}"
        for message in request.messages:
            if message.text not in seen or message is request.messages[-1]:
                yield f"[{message.role}] {message.text}"
            seen.add(message.text)


@pytest.mark.parametrize("jobs", [WHOLE, SMALL], ids=["large", "small"])
def test_the_golden_prompts_of_a_short_play(tmp_path: Path, jobs: frozenset[Job], snapshot: SnapshotAssertion) -> None:
    model = played(tmp_path, jobs)
    assert "\n".join(_written(_told(model))) + "\n" == snapshot.use_extension(Text)


def test_a_narrators_prompt_only_grows_until_its_notes(tmp_path: Path) -> None:
    asked = [each for each in _told(played(tmp_path, WHOLE)) if each.slot == "narrator"]
    for before, after in pairwise(asked):
        assert after.messages[: len(before.messages) - 1] == before.messages[:-1]


def test_all_that_a_model_is_told_is_chinese(tmp_path: Path) -> None:
    for request in (*played(tmp_path / "one", WHOLE).requests, *played(tmp_path / "two", SMALL).requests):
        assert [each.text for each in request.messages if each.text and is_spaced(each.text)] == []
