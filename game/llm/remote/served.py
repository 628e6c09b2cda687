"""What a server says of the models it has: which of them tells, how large it is, how much it can read.

Knows nothing of telling. What a server leaves unsaid is 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import openai

from game.errors import ModelError
from game.llm.remote.address import Address
from game.llm.remote.faults import Barred, fault_of, shown_name, unknown
from game.llm.remote.line import Line

_SIZE = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)([bm])(?![a-z0-9])", re.IGNORECASE)
_UNITS = {"b": 10**9, "m": 10**6}


@dataclass(frozen=True, slots=True)
class Served:
    """A model as its server knows it. name is the server's own, window tokens, others the names of all that it has."""

    name: str
    parameters: int = 0
    window: int = 0
    others: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Return the name as a player is shown it: without the folder and the ending of a file."""
        return shown_name(self.name).rpartition("/")[2].removesuffix(".gguf") or "a model"


async def look(line: Line) -> Served:
    """Return the model that the line's address means. Raises ModelError."""
    try:
        entries = list(_entries(await line.get("/models")))
    except openai.NotFoundError as error:
        if line.address.model:  # Some have no list, and tell all the same.
            return _read({"id": line.address.model})
        raise fault_of(error, line.address) from error
    except (openai.OpenAIError, ValueError) as error:
        raise fault_of(error, line.address) from error
    served = _read(_chosen(entries, line.address), tuple(entry["id"] for entry in entries))
    return await _measured(line, served)


def _entries(answer: object) -> Iterator[dict[str, Any]]:
    match answer:
        case {"data": [*entries]}:
            yield from (entry for entry in entries if isinstance(entry, dict) and isinstance(entry.get("id"), str))
        case _:
            raise ValueError(f"no list of models, but {type(answer).__name__}")


def _chosen(entries: list[dict[str, Any]], at: Address) -> dict[str, Any]:
    """Return the entry of the name in the address, or the first. Raises Barred."""
    if not entries and not at.model:
        raise Barred(f"The server at {at.host} has no model yet: load one there.")
    if not at.model:
        return entries[0]
    for entry in entries:
        if _means(at.model, entry["id"]):
            return entry
    raise Barred(unknown(at, at.model, [entry["id"] for entry in entries]))


def _means(name: str, served: str) -> bool:
    """Return whether a name means a served one; folders before it and a tag behind it may be left out."""
    return name == served or served.endswith(f"/{name}") or served.startswith(f"{name}:")


def _read(entry: dict[str, Any], others: tuple[str, ...] = ()) -> Served:
    meta = entry.get("meta")
    figures = {**entry, **meta} if isinstance(meta, dict) else entry
    window = _figure(figures, "max_model_len") or _figure(figures, "n_ctx") or _figure(figures, "n_ctx_train")
    parameters = _figure(figures, "n_params") or _parameters_in(entry["id"])
    return Served(entry["id"], parameters, window, others)


def _figure(figures: dict[str, Any], name: str) -> int:
    figure = figures.get(name)
    return figure if isinstance(figure, int) and figure > 0 else 0


def _parameters_in(name: str) -> int:
    """Return the number that stands in a name: Qwen2.5-0.5B, llama3.2:1b."""
    found = _SIZE.search(name)
    return int(float(found[1]) * _UNITS[found[2].lower()]) if found else 0


async def _measured(line: Line, served: Served) -> Served:
    """Return what is served with the window that the server was started with, where it is llama.cpp's and says so."""
    try:
        answer = await line.get(f"{line.address.root}/props")
    except (openai.OpenAIError, ModelError, ValueError):
        return served
    match answer:
        case {"default_generation_settings": {"n_ctx": int(window)}} if window > 0:
            return Served(served.name, served.parameters, window, served.others)
    return served
