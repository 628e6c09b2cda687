"""A memory of sequences that a test can look into, and that can be put into files; llama.cpp has no part in it."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path


class Pages:
    """Sequences as lists of tokens, a file as an array of them; can_shorten False is a recurrent model's."""

    def __init__(self, *, can_shorten: bool = True) -> None:
        self.can_shorten = can_shorten
        self.held: defaultdict[int, list[int]] = defaultdict(list)
        self.is_failing = False
        self.is_deadly = False
        self.loads = 0

    def copy(self, source: int, target: int) -> None:
        assert not self.held[target]
        self.held[target] = list(self.held[source])

    def take_out(self, sequence: int, *, most: int) -> list[int] | None:
        held = list(self.held[sequence])
        return held if len(held) <= most else None

    def put_back(self, sequence: int, state: list[int]) -> bool:
        assert not self.held[sequence]
        self.held[sequence] = list(state)
        return True

    def shorten(self, sequence: int, keep: int) -> bool:
        if keep < len(self.held[sequence]) and not self.can_shorten:
            return False
        del self.held[sequence][keep:]
        return True

    def length(self, sequence: int) -> int:
        return len(self.held[sequence])

    def clear(self, sequence: int) -> None:
        self.held[sequence] = []

    def size(self, sequence: int, tokens: Sequence[int]) -> int:
        return 4 * len(self.held[sequence])

    def save(self, sequence: int, file: Path, tokens: Sequence[int]) -> bool:
        assert self.held[sequence] == list(tokens)
        file.write_bytes(array("i", tokens).tobytes()[: 5 if self.is_failing else None])
        return not self.is_failing

    def load(self, sequence: int, file: Path, tokens: Sequence[int]) -> bool:
        assert not self.held[sequence]
        self.loads += 1
        if self.is_deadly:
            raise SystemExit
        found = array("i", file.read_bytes())
        assert list(found) == list(tokens), "what was damaged or is another's came as far as llama.cpp"
        self.held[sequence] = [] if self.is_failing else list(found)
        return not self.is_failing
