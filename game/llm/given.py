"""An adapter written for somebody else: its file, and a text beside it that says what it is for.

Knows nothing of who takes it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from game.errors import ModelError
from game.llm.catalog import Entry, find_entry
from game.llm.files import megabytes, settle
from game.llm.own import Own

_CARD = """\
# {name}

An adapter for the game Loreloom: what a model was taught, without the model. It is to be added to one file alone:

- model: {title}{origin}
- SHA-256 of that file: `{model}`
- SHA-256 of the adapter ({size}): `{sha256}`

Where that model tells, it is taken into use with

    loreloom tune use {file}

and given up with `loreloom tune use none`. What it was taught it may repeat.{licence}
"""


def give(own: Own, target: Path) -> tuple[Path, Path]:
    """Write an adapter and its card, over no other file; return both paths. Raises ModelError."""
    card = target.with_name(f"{target.name}.md")
    for file in (target, card):
        if file.exists():
            raise ModelError(f"{file} is there already, and would be lost; name another file with --out.")
    draft = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(own.file, draft)
        settle(draft, target)
        card.write_text(_card(own, target), encoding="utf-8")
    except OSError as error:
        raise ModelError(f"{target} cannot be written ({error.strerror or error}); name another file.") from error
    return target, card


def _card(own: Own, target: Path) -> str:
    entry = find_entry(own.entry) if own.entry else None
    return _CARD.format(
        name=own.name,
        title=own.title,
        origin=_origin(entry),
        model=own.model,
        size=megabytes(own.file.stat().st_size),
        sha256=own.sha256,
        file=target.name,
        licence=f" The model comes under {entry.licence}." if entry else "",
    )


def _origin(entry: Entry | None) -> str:
    """Return where the model comes from, as the end of a line."""
    if entry is None:
        return ""
    return f", {entry.file} of {entry.repo or f'the package {entry.package}'} (`loreloom model use {entry.name}`)"
