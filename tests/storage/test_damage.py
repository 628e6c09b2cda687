"""Any change to the bytes of a save: it opens with what was in it, or is refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import SaveError
from game.storage.records import Meta, Telling, Turn
from game.storage.run import RunFile

_SIZE = 10 * 4096

offsets = st.integers(0, _SIZE - 1)
# Most of the structure lives in the file's first bytes and in those of each page.
heads = st.builds(lambda page, offset: page * 4096 + offset, st.integers(0, 9), st.integers(0, 107))
edits = st.lists(st.tuples(heads | offsets, st.integers(0, 255)), min_size=1, max_size=8)


@dataclass(frozen=True)
class Save:
    """A sound save and everything in it."""

    folder: Path
    content: bytes
    meta: Meta
    turns: frozenset[Turn]
    tellings: frozenset[Telling | None]

    def refusal(self, content: bytes) -> str:
        """Return why content is refused, or nothing; assert that nothing is read that was never in the save."""
        (self.folder / "changed.loreloom").write_bytes(content)
        try:
            with RunFile.open(self.folder / "changed.loreloom") as run:
                assert run.meta == self.meta
                assert self.turns.issuperset(run.path())
                assert self.tellings.issuperset(telling for _, telling in run.path_tellings())
        except SaveError as error:
            return str(error)
        return ""


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Save:
    folder = tmp_path_factory.mktemp("damage")
    meta = Meta("saltmarrow", "a1b2", 9, 1, "en", "now")
    with RunFile.create(folder / "run.loreloom", meta, state="{}", events="[]") as run:
        for number in range(12):
            turn = run.commit("go north", "go north", '["Went"]', f"state {number} " + "x" * 1500 * (number % 3))
            run.tell(turn.id, f"Fog, {number} times.", narrator="scene", model="small", seed=number)
        told = frozenset(telling for _, telling in run.path_tellings())
        return Save(folder, run.file.read_bytes(), meta, frozenset(run.path()), told)


def changed(content: bytes, edits: Iterable[tuple[int, int]]) -> bytes:
    copy = bytearray(content)
    for offset, byte in edits:
        copy[offset % len(copy)] = byte
    return bytes(copy)


def test_the_sound_save_passes_its_own_check(save: Save) -> None:
    assert save.refusal(save.content) == ""
    assert len(save.turns) == 13
    assert len(save.content) >= _SIZE


@settings(max_examples=300, deadline=None)
@given(edits=edits)
def test_changed_bytes_are_refused_or_harmless(save: Save, edits: list[tuple[int, int]]) -> None:
    assert "\n" not in save.refusal(changed(save.content, edits))


def test_a_change_in_a_telling_is_refused(save: Save) -> None:
    assert "damaged" in save.refusal(save.content.replace(b"Fog, 3 times.", b"Sun, 3 times."))


@settings(max_examples=60, deadline=None)
@given(size=offsets)
def test_a_truncated_save_is_refused(save: Save, size: int) -> None:
    assert "damaged" in save.refusal(save.content[:size])


@settings(max_examples=60, deadline=None)
@given(page=st.integers(0, 9), other=st.integers(0, 9))
def test_a_misplaced_page_is_refused_or_harmless(save: Save, page: int, other: int) -> None:
    content = bytearray(save.content)
    content[page * 4096 : (page + 1) * 4096] = save.content[other * 4096 : (other + 1) * 4096]
    assert "\n" not in save.refusal(bytes(content))
