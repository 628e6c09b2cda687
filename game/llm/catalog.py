"""The models we know of, read from catalog.toml: what each is, needs and may be used for.

Knows nothing of what is downloaded or chosen.
"""

from __future__ import annotations

import difflib
import functools
from dataclasses import dataclass, fields
from importlib import resources
from pathlib import Path
from typing import Any

import tomli

from game.errors import ModelError
from game.story.abilities import Job, Trust

STARTER = "starter"


@dataclass(frozen=True, slots=True)
class Entry:
    """One model. parameters are billions, memory_gb gigabytes while it runs.

    It comes either from a repo on the hub or inside an installed package. template is a chat template for a file that
    carries none of its own. verified tells whether the figures were measured by this project; trusted is what our trial
    found it can be trusted with, refused what readers would rather not have of it, whatever a trial finds.
    """

    name: str
    title: str
    file: str
    parameters: float
    memory_gb: float
    licence: str
    languages: tuple[str, ...]
    verified: bool
    note: str = ""
    repo: str = ""
    package: str = ""
    template: str = ""
    trusted: tuple[Trust, ...] = ()
    refused: frozenset[Job] = frozenset()

    def path_in(self, models: Path) -> Path:
        """Return where the pulled file lies in the folder of pulled models."""
        return models / self.name / self.file

    def as_json(self) -> dict[str, Any]:
        """Return the entry as what json.dumps takes, but for its trust."""
        return {
            field.name: getattr(self, field.name) for field in fields(self) if field.name not in ("trusted", "refused")
        }


@functools.cache
def load_catalog() -> tuple[Entry, ...]:
    """Return every entry, least memory first."""
    tables = tomli.loads(resources.files("game.llm").joinpath("catalog.toml").read_text(encoding="utf-8"))
    entries = (_entry(name, table) for name, table in tables.items())
    return tuple(sorted(entries, key=lambda entry: entry.memory_gb))


def _entry(name: str, table: dict[str, Any]) -> Entry:
    jobs = table.get("trusted", {})
    trusted = tuple(Trust(language, frozenset(jobs[language]), "catalogue") for language in jobs)
    refused = frozenset(table.get("refused", ()))
    return Entry(
        **{**table, "name": name, "languages": tuple(table["languages"]), "trusted": trusted, "refused": refused}
    )


def find_entry(name: str) -> Entry:
    """Return the entry of that name. Raises ModelError, with the nearest name, when there is none."""
    entries = {entry.name: entry for entry in load_catalog()}
    if name in entries:
        return entries[name]
    near = difflib.get_close_matches(name.lower(), entries, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "loreloom model list names them."
    raise ModelError(f"There is no model {name!r} in the catalogue; {hint}")
