"""What a Twee file says of its story, and which of its passages are the story: title, start, format, special passages.

Knows nothing of what a passage's text means.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.authoring.imports.twee.notebook import Notebook, shown
from game.authoring.imports.twee.passages import Passage

FORMATS = ("harlowe", "sugarcube", "chapbook", "snowman")

_DATA = {"StoryTitle", "StoryData", "StoryAuthor", "StorySubtitle"}
_SETUP = {"StoryInit"}
_LEFT_OUT = [
    "PassageDone",
    "PassageFooter",
    "PassageHeader",
    "PassageReady",
    "StoryBanner",
    "StoryCaption",
    "StoryDisplayTitle",
    "StoryIncludes",
    "StoryInterface",
    "StoryMenu",
    "StorySettings",
    "StoryShare",
]
_SETUP_TAGS = {"startup", "init"}
_LEFT_OUT_TAGS = {"script", "stylesheet", "widget", "header", "footer", "debug-startup", "debug-header", "debug-footer"}
_SIGNS = (
    ("sugarcube", re.compile(r"<<[/a-z=-]", re.IGNORECASE)),
    ("snowman", re.compile(r"<%")),
    ("harlowe", re.compile(r"\((?:set|put|if|unless|print|link|link-goto|go-to|goto|display):", re.IGNORECASE)),
    ("chapbook", re.compile(r"^(?:\[(?:if|unless|continue|cont)\b|--[ \t]*$)", re.MULTILINE | re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Story:
    """passages are those that are read, by name and in the file's order; setup those that come before the story."""

    title: str
    author: str
    format: str
    start: str
    passages: Mapping[str, Passage]
    setup: tuple[Passage, ...]


def sort_story(read: list[Passage], notebook: Notebook, *, name: str) -> Story:
    """Return the story that passages are; name is its title if it has none. A passage named twice counts once."""
    special = {each.name: each for each in reversed(read) if each.name in _DATA}
    kept = {each.name: each for each in _told(read, notebook)}
    setup = tuple(each for each in read if each.name in _SETUP or each.tags & _SETUP_TAGS)
    data = _data(special.get("StoryData"), notebook)
    style = _format(data, [*kept.values(), *setup], special.get("StoryData"), notebook)
    return Story(
        _words(special.get("StoryTitle")) or name,
        _words(special.get("StoryAuthor")),
        style,
        _start(data, special.get("StoryData"), kept, notebook),
        kept,
        setup,
    )


def _told(read: list[Passage], notebook: Notebook) -> Iterator[Passage]:
    lines: dict[str, int] = {}
    for each in read:
        if each.name in _DATA | _SETUP or each.tags & _SETUP_TAGS:
            continue
        private = sorted(tag for tag in each.tags if tag in _LEFT_OUT_TAGS or tag.lower().startswith("twine."))
        if each.name in _LEFT_OUT or private:
            why = f"its tag [{private[0]}]" if private else "its name"
            notebook.add(each.line, f"the passage '{shown(each.name)}' is no part of the story, by {why}")
        elif not each.name:
            notebook.add(each.line, "a passage without a name was left out")
        elif each.name in lines:
            message = f"there is a passage '{shown(each.name)}' in line {lines[each.name]}; this one was left out"
            notebook.add(each.line, message)
        else:
            if each.rest:
                notebook.add(each.line, f"'{shown(each.rest)}' in the header was left out")
            lines[each.name] = each.line
            yield each


def _data(passage: Passage | None, notebook: Notebook) -> dict[str, Any]:
    if passage is None:
        return {}
    try:
        data = json.loads(passage.text)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        notebook.add(passage.line, "StoryData is not a table of JSON, and was left out")
        return {}
    return data


def _format(data: dict[str, Any], read: list[Passage], written: Passage | None, notebook: Notebook) -> str:
    given = str(data.get("format", ""))
    if given.lower() in FORMATS:
        return given.lower()
    counts = {style: sum(len(sign.findall(each.text)) for each in read) for style, sign in _SIGNS}
    style = max(counts, key=lambda each: counts[each]) if any(counts.values()) else FORMATS[0]
    if given and written:
        notebook.add(written.line, f"the format '{shown(given)}' is not known here; it was read as {style}")
    return style


def _start(data: dict[str, Any], written: Passage | None, kept: Mapping[str, Passage], notebook: Notebook) -> str:
    named = data.get("start")
    if isinstance(named, str) and named in kept:
        return named
    start = "Start" if "Start" in kept else next(iter(kept), "")
    if named and written and start:
        message = f"there is no passage '{shown(str(named))}' to start in; '{shown(start)}' is the start"
        notebook.add(written.line, message)
    elif start and start != "Start":
        notebook.add(kept[start].line, f"no passage is named as the start; '{shown(start)}', the first, is it")
    return start


def _words(passage: Passage | None) -> str:
    return " ".join(passage.text.split()) if passage else ""
