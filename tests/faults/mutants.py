"""Saves that time, disks and strangers have changed: bytes turned over, pages exchanged, schemas and rows forged.

Knows nothing of how they are read.
"""

from __future__ import annotations

import random
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from game.storage.seals import seal

PAGE = 4096
_EDGES = (0, 1, 2, 0x7F, 0x80, 0xFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)

Part = bytes | tuple[bytes, int]
"""Bytes, or bytes and how often they come."""
Mutation = Callable[[bytearray, random.Random], None]


def _flip(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 8)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _overwrite(content: bytearray, chance: random.Random) -> None:
    size = chance.choice((1, 4, 16, 512, PAGE))
    at = chance.randrange(len(content) - size)
    content[at : at + size] = chance.choice((bytes(size), b"\xff" * size, chance.randbytes(size)))


def _cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.choice((chance.randrange(len(content)), chance.randrange(len(content)) // PAGE * PAGE)) :]


def _extend(content: bytearray, chance: random.Random) -> None:
    size = chance.choice((1, 512, PAGE, 50_000))
    content.extend(chance.choice((bytes(size), chance.randbytes(size))))


def _exchange(content: bytearray, chance: random.Random) -> None:
    one, other = (slice(page * PAGE, (page + 1) * PAGE) for page in chance.sample(range(len(content) // PAGE), 2))
    content[one], content[other] = content[other], content[one]


def _double(content: bytearray, chance: random.Random) -> None:
    one, other = (slice(page * PAGE, (page + 1) * PAGE) for page in chance.sample(range(len(content) // PAGE), 2))
    content[one] = content[other]


def _file_header(content: bytearray, chance: random.Random) -> None:
    """Change a field of the header: each is of one, two or four bytes."""
    at, size = chance.choice(
        ((16, 2), *((byte, 1) for byte in range(18, 24)), *((word, 4) for word in range(24, 100, 4)))
    )
    content[at : at + size] = (chance.choice(_EDGES) & (256**size - 1)).to_bytes(size)


def _page_header(content: bytearray, chance: random.Random) -> None:
    """Change what says how many rows a page has, where they are, and what follows it."""
    at = chance.randrange(len(content) // PAGE) * PAGE + chance.randrange(40)
    content[at : at + 2] = (chance.choice(_EDGES) & 0xFFFF).to_bytes(2)


def _row_header(content: bytearray, chance: random.Random) -> None:
    """Change what says how long a row is, and of what its values are: huge lengths among them."""
    page = chance.randrange(len(content) // PAGE) * PAGE
    at = page + int.from_bytes(content[page + 8 : page + 10])
    if at + 12 < len(content):
        long = chance.choice((b"\xff" * 9, b"\x87\xff\xff\xff\x7f", b"\x81\x00", b"\x00"))
        start = at + chance.randrange(6)
        content[start : start + len(long)] = long


BYTES: dict[str, Mutation] = {
    "flip": _flip,
    "overwrite": _overwrite,
    "cut": _cut,
    "extend": _extend,
    "exchange": _exchange,
    "double": _double,
    "file header": _file_header,
    "page header": _page_header,
    "row header": _row_header,
}


def mutate(sound: bytes, seed: int) -> tuple[str, bytes]:
    """Return the name of a mutation, by seed, and the content that it makes of a sound file's."""
    chance = random.Random(seed)
    name = tuple(BYTES)[seed % len(BYTES)]
    content = bytearray(sound)
    BYTES[name](content, chance)
    return name, bytes(content)


def put_journal(file: Path, sound: bytes, seed: int) -> None:
    """Put a journal beside a file: noise, or one with a head that SQLite knows and pages of another time."""
    chance = random.Random(seed)
    head = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + (chance.randint(1, 5)).to_bytes(4) + chance.randbytes(4)
    head += (len(sound) // PAGE).to_bytes(4) + (512).to_bytes(4) + PAGE.to_bytes(4)
    pages = b"".join(
        chance.randint(1, len(sound) // PAGE).to_bytes(4) + chance.randbytes(PAGE) + chance.randbytes(4)
        for _ in range(3)
    )
    content = chance.choice((chance.randbytes(9_000), head.ljust(512, b"\0") + pages))
    file.with_name(f"{file.name}-journal").write_bytes(content)


def forge(file: Path, name: str) -> None:
    """Change a sound file with SQL, as a stranger would, seals and all."""
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        FORGERIES[name](db)


def _joined(parts: tuple[Part, ...]) -> bytes:
    return b"".join(part if isinstance(part, bytes) else part[0] * part[1] for part in parts)


def _sql(*statements: str) -> Callable[[sqlite3.Connection], None]:
    def run(db: sqlite3.Connection) -> None:
        for statement in statements:
            db.execute(statement)

    return run


def _schema(table: str, sql: str) -> Callable[[sqlite3.Connection], None]:
    """Return what replaces the declaration of a table, which SQLite itself would not allow."""

    def run(db: sqlite3.Connection) -> None:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, table))

    return run


def _state(*parts: Part) -> Callable[[sqlite3.Connection], None]:
    """Return what puts another text into the root's state, as a bomb if it is long: all seals are right."""

    def run(db: sqlite3.Connection) -> None:
        text = _joined(parts)
        packed = zlib.compress(text, 9)
        digest = seal(text.decode("latin-1"))
        step = db.execute("SELECT id, parent, depth, words, action, events FROM turns WHERE id = 1").fetchone()
        db.execute("UPDATE states SET packed = ? WHERE turn = 1", (packed,))
        db.execute("UPDATE turns SET state_digest = ?, seal = ? WHERE id = 1", (digest, seal(*step, digest)))

    return run


def _turn(**changes: object) -> Callable[[sqlite3.Connection], None]:
    """Return what changes fields of turn 3, with the seal that fits."""

    def run(db: sqlite3.Connection) -> None:
        names = ("id", "parent", "depth", "words", "action", "events", "state_digest")
        row = db.execute(f"SELECT {', '.join(names)} FROM turns WHERE id = 3").fetchone()
        fields = {**dict(zip(names, row, strict=True)), **changes}
        marks = ", ".join(f"{name} = ?" for name in changes)
        db.execute(f"UPDATE turns SET {marks}, seal = ? WHERE id = 3", (*changes.values(), seal(*fields.values())))

    return run


def _world(*parts: Part) -> Callable[[sqlite3.Connection], None]:
    def run(db: sqlite3.Connection) -> None:
        packed = zlib.compress(_joined(parts), 9)
        db.execute("INSERT OR REPLACE INTO worlds VALUES (1, 'd', ?, ?)", (packed, seal(1, "d", packed.hex())))

    return run


def _seed(text: str) -> Callable[[sqlite3.Connection], None]:
    def run(db: sqlite3.Connection) -> None:
        row = ("inn", "d", text, 1, "en", "now")
        db.execute("INSERT OR REPLACE INTO meta VALUES (1, ?, ?, ?, ?, ?, ?, ?)", (*row, seal(*row)))

    return run


_FOREVER = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT"
FORGERIES: dict[str, Callable[[sqlite3.Connection], None]] = {
    "a view that never ends": _sql("DROP TABLE here", f"CREATE VIEW here AS {_FOREVER} 1 AS only, i AS turn FROM n"),
    "a view for turns": _sql("ALTER TABLE turns RENAME TO t", "CREATE VIEW turns AS SELECT * FROM t"),
    "a trigger": _sql("CREATE TRIGGER t AFTER INSERT ON turns BEGIN DELETE FROM tellings; END"),
    "a trigger that counts": _sql(f"CREATE TRIGGER t AFTER UPDATE ON here BEGIN {_FOREVER} i FROM n; END"),
    "a virtual table": _sql("DROP TABLE settings", "CREATE VIRTUAL TABLE settings USING fts5 (name, value, seal)"),
    "an index more": _sql("CREATE INDEX more ON turns (abs(id))"),
    "a computed column": _sql("ALTER TABLE settings ADD COLUMN more BLOB AS (zeroblob(999999999))"),
    "a table more": _sql("CREATE TABLE more (id)"),
    "a schema that is not SQL": _schema("turns", "once upon a time"),
    "a schema that is long": _schema("turns", "CREATE TABLE turns (" + "x, " * 100_000 + "y)"),
    "a schema of brackets": _schema("turns", "CREATE TABLE turns (x CHECK (" + "(" * 5_000 + "1" + ")" * 5_000 + "))"),
    "a default of another kind": _schema("here", "CREATE TABLE here (only INTEGER PRIMARY KEY, turn)"),
    "another encoding": _sql("PRAGMA user_version = 1"),
    "a later version": _sql("PRAGMA user_version = 2147483647"),
    "a ring of parents": _turn(parent=9, depth=8),
    "a turn that is its own parent": _turn(parent=3),
    "a depth below nothing": _turn(depth=-5),
    "a depth beyond all": _turn(depth=2**62),
    "a parent beyond all": _turn(parent=2**62),
    "a second root": _turn(parent=None, depth=0),
    "a state digest of noise": _turn(state_digest="\0"),
    "words that are long": _turn(words="\1" * 4_000_000),
    "events that are long enough": _turn(events="\1" * 15_000_000),
    "events that are longer than is taken": _turn(events="\1" * 17_000_000),
    "a state of zeros": _state((b"\0", 4_000_000)),
    "a state that is a bomb": _state((b"\1", 40_000_000)),
    "a state that is long": _state((b"\1", 16_000_000)),
    "a state that is not text": _state((b"\xff\xfe", 90)),
    "a state that is nothing": _sql("UPDATE states SET packed = x''"),
    "states without end": _sql("UPDATE states SET packed = zeroblob(15000000) WHERE turn < 4"),
    "a world that is a bomb": _world((b" ", 200_000_000)),
    "a world of brackets": _world((b"[", 500_000)),
    "a world of lists": _world(b"[", (b"[], ", 15_000_000), b"[]]"),
    "a world of numbers": _world(b"[", (b"0, ", 5_000_000), b"0]"),
    "a world of pairs": _world(b"[", (b'["", ""], ', 1_500_000), b'["", ""]]'),
    "a world of objects": _world(b"[", (b"{}, ", 4_000_000), b"{}]"),
    "a world that is no list": _world(b'{"a": 1}'),
    "a world of triples": _world(b'[["a", "b", "c"]]'),
    "a world of no texts": _world(b'[["a", 1]]'),
    "a world of half a character": _world(b'[["a", "\\ud800"]]'),
    "a world of one long text": _world(b'[["a", "', (b"x", 15_000_000), '🜁"]]'.encode()),
    "a world that is not deflated": _sql("UPDATE worlds SET packed = x'00', seal = 'a'"),
    "a seed of many digits": _seed("9" * 100_000),
    "a seed that is no number": _seed("seven"),
    "a turn that is the last there can be": _sql("UPDATE here SET turn = 9223372036854775807"),
    "a bookmark of no turn": _sql(f"INSERT INTO bookmarks VALUES ('x', 999, '', '{seal('x', 999, '')}')"),
    "an alternative beyond all": _sql("UPDATE picks SET alternative = 9223372036854775807"),
    "a pick of itself": _sql("UPDATE picks SET child = turn"),
    "a setting of a megabyte": _sql(f"INSERT INTO settings VALUES ('x', '{'y' * 10**6}', '{seal('x', 'y' * 10**6)}')"),
}
"""Each changes a sound file; what is in it then is refused, or read."""
