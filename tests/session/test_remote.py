"""A run told by a model on a server: its words are shown and kept, and without it the author's are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.session.opening import open_session
from game.session.session import Session
from game.story.passages import Grew, Opened, Passage, gather
from tests.llm.hosts import PATIENCE_S
from tests.llm.remote.acting import Actor, acting, die, tell
from tests.llm.remote.models import started
from tests.session.test_session import WORLD


@contextmanager
def told_by(actor: Actor, saves: Path) -> Iterator[Session]:
    """Yield a run that a server's model tells, after its opening."""
    with acting(actor), started(actor.url) as model:
        assert model.wait(PATIENCE_S), model.status
        session = open_session(WORLD, saves, model, run="test", seed=7, way="model")
        list(session.begin())
        yield session
        session.close()


def shown(session: Session, words: str) -> tuple[Passage, ...]:
    return gather(event for event in session.submit(words) if isinstance(event, Opened | Grew))


def test_a_turn_is_told_and_kept(tmp_path: Path) -> None:
    actor = Actor()
    with told_by(actor, tmp_path) as session:
        actor.acts.append(tell("A clock", " ticks,\x1b[2J and", " nobody minds it."))
        assert shown(session, "wait")[0].text == "A clock ticks,[2J and nobody minds it."
        [telling] = session.run.tellings(2)
    assert "A clock ticks" in telling.text
    assert (telling.model.startswith("remote:"), telling.narrator) == (True, "model")


def test_a_server_that_breaks_off_leaves_the_authors_words(tmp_path: Path) -> None:
    actor = Actor()
    with told_by(actor, tmp_path) as session:
        actor.acts.append(die("A clock ticks. And"))
        passages = shown(session, "wait")
    assert passages[0].text == "A clock ticks."
    assert "author" in {passage.source for passage in passages}


def test_a_server_that_is_gone_costs_no_turn(tmp_path: Path) -> None:
    with acting(Actor()) as actor, started(actor.url) as model:
        assert model.wait(PATIENCE_S)
        session = open_session(WORLD, tmp_path, model, run="test", seed=7, way="model")
        list(session.begin())
    assert {passage.source for passage in shown(session, "wait")} == {"author"}
    session.close()


def test_a_key_is_in_nothing_that_is_kept(tmp_path: Path) -> None:
    with acting(Actor()) as actor, started(actor.url, key="open-sesame") as model:
        assert model.wait(PATIENCE_S)
        session = open_session(WORLD, tmp_path, model, run="test", seed=7, way="model")
        list(session.begin())
        list(session.submit("wait"))
        session.close()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not any(b"open-sesame" in file.read_bytes() for file in files)
