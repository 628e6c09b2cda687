"""SQLite's pages read by hand: every row that SQLite itself gives out, and those it cannot reach any more."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.storage.damaged.pages import Row, rows_of

values = (
    st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text() | st.binary(max_size=9_000)
)
numbers = st.integers(-(2**63), 2**63 - 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file"


@pytest.fixture
def db(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        yield db


def rows_in(file: Path) -> list[Row]:
    """Return the rows of the only table."""
    return [row for row in rows_of(file.read_bytes()) if row[0] != "table"]


@settings(max_examples=80, deadline=None)
@given(rows=st.dictionaries(numbers, st.tuples(values, values), max_size=12), size=st.sampled_from((512, 4096, 65_536)))
def test_rows_are_read_as_sqlite_reads_them(
    tmp_path_factory: pytest.TempPathFactory, rows: dict[int, Row], size: int
) -> None:
    file = tmp_path_factory.mktemp("pages") / "file"
    with closing(sqlite3.connect(file)) as db, db:
        db.execute(f"PRAGMA page_size = {size}")
        db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)")
        db.executemany("INSERT INTO t VALUES (?, ?, ?)", [(number, *row) for number, row in rows.items()])
        expected = db.execute("SELECT * FROM t ORDER BY id").fetchall()
    found = rows_in(file)
    assert all(row in found for row in expected)
    assert size != 4096 or len(found) == len(expected)


def test_rows_are_found_without_the_pages_that_lead_to_them(db: sqlite3.Connection, file: Path) -> None:
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a)")
    db.executemany("INSERT INTO t VALUES (?, ?)", [(number, "x" * 1_000) for number in range(60)])
    content = bytearray(file.read_bytes())
    content[4096:8192] = bytes(4096)  # the root of the table
    content[:100] = bytes(100)
    assert {row[0] for row in rows_of(bytes(content)) if len(row) == 2} == set(range(60))


def test_pages_that_were_given_up_hold_nothing(db: sqlite3.Connection, file: Path) -> None:
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a)")
    db.executemany("INSERT INTO t VALUES (?, ?)", [(number, "x" * 1_000) for number in range(60)])
    db.execute("DELETE FROM t WHERE id >= 3")
    assert [row[0] for row in rows_in(file)] == [0, 1, 2]


def test_a_row_whose_overflow_is_lost_is_left_out(db: sqlite3.Connection, file: Path) -> None:
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a)")
    db.executemany("INSERT INTO t VALUES (?, ?)", [(1, "x" * 20_000), (2, "short")])
    content = file.read_bytes()
    assert [row[0] for row in rows_of(content)][1:] == [1, 2]
    assert [row[0] for row in rows_of(content[: 3 * 4096])][1:] == [2]


@pytest.mark.parametrize("seed", range(60))
def test_noise_is_read_to_its_end(seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(chance.randbytes(chance.randrange(40_000)))
    for at in range(0, len(content), 4096):
        content[at] = 0x0D
    for row in rows_of(bytes(content)):
        assert len(row) <= len(content)


def test_a_chain_of_overflows_that_is_a_ring_ends(db: sqlite3.Connection, file: Path) -> None:
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a)")
    db.execute("INSERT INTO t VALUES (1, ?)", ("x" * 20_000,))
    content = bytearray(file.read_bytes())
    content[2 * 4096 : 2 * 4096 + 4] = (3).to_bytes(4)
    assert all(len(row) == 5 or len(str(row[1])) == 20_000 for row in rows_of(bytes(content)))
