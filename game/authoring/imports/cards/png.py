"""The texts within a PNG: its chunks walked one by one, each checked; the image itself is never decoded.

Knows nothing of cards. The format: www.w3.org/TR/png, chunks in 5.3, texts in 11.3.3.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from game.errors import WorldError
from game.loader.diagnostics import visible

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_CHUNKS = 10_000
MAX_TEXT = 6_000_000
"""Bytes of one text once it is inflated: a small file may hold a very large one."""
_FRAME = 12
"""Bytes of a chunk that are not its data: length and type before, checksum after."""
_DEFLATE = 0


def png_texts(data: bytes, *, name: str) -> dict[str, bytes]:
    """Return the texts of a PNG by their keywords in lower case, the first of each. Raises WorldError."""
    texts: dict[str, bytes] = {}
    for number, (kind, body) in enumerate(_chunks(data, name)):
        if number >= MAX_CHUNKS:
            raise _broken(name, f"it has more than {MAX_CHUNKS:,} chunks")
        if kind in _READ:
            keyword, _, rest = body.partition(b"\0")
            texts.setdefault(keyword.decode("latin-1").lower(), _READ[kind](rest, name))
        if kind == b"IEND":
            return texts
    raise _broken(name, "its end is missing")


def _chunks(data: bytes, name: str) -> Iterator[tuple[bytes, bytes]]:
    """Yield the type and data of each chunk, as far as they are whole."""
    at = len(SIGNATURE)
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        end = at + _FRAME + length
        if end > len(data):
            raise _broken(name, "it is cut off")
        if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end]):
            raise _broken(name, f"the checksum of the chunk at byte {at} is wrong")
        yield data[at + 4 : at + 8], data[at + 8 : end - 4]
        at = end


def _plain(rest: bytes, name: str) -> bytes:
    return rest


def _compressed(rest: bytes, name: str) -> bytes:
    """Return a zTXt's text: a byte for the method, and the text deflated."""
    return _inflated(rest[1:], name) if rest[:1] == bytes([_DEFLATE]) else b""


def _international(rest: bytes, name: str) -> bytes:
    """Return an iTXt's text: whether it is deflated, the method, a language and a keyword in it, and the text."""
    *_, text = rest[2:].split(b"\0", 2)
    return _inflated(text, name) if rest[:1] == b"\x01" else text


def _inflated(deflated: bytes, name: str) -> bytes:
    inflating = zlib.decompressobj()
    try:
        text = inflating.decompress(deflated, MAX_TEXT)
    except zlib.error as error:
        raise _broken(name, "a text in it cannot be inflated") from error
    if not inflating.eof:
        raise _broken(name, f"a text in it is cut off, or larger than {MAX_TEXT // 1_000_000} MB")
    return text


def _broken(name: str, why: str) -> WorldError:
    return WorldError(f"{visible(name)} is a broken PNG ({why}); save or download it again.")


_READ = {b"tEXt": _plain, b"zTXt": _compressed, b"iTXt": _international}
