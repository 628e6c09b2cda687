"""A new world's first file: a small world that is sound, plays to its end and says how to go on.

Knows nothing of folders. The worlds are in templates/, a file for each language.
"""

from __future__ import annotations

import re
from importlib.resources import files

from game.errors import SettingsError
from game.loader.diagnostics import visible
from game.story.clean import clean, clean_line, is_seen

LANGUAGES = ("en", "zh")
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,63}")
_MOST = 80
_SLOT = re.compile(r"@(SCHEMA|FILE|ID|TITLE|AUTHOR)@")


def check_name(name: str) -> str:
    """Return the name of a new world's file. Raises SettingsError for one that is no file's name and no id."""
    if _NAME.fullmatch(name):
        return name
    near = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_0123456789")[:64] or "lantern"
    raise SettingsError(f"'{clean(name)}' is no name for a world's file; use lower-case letters, as in {near}.")


def title_of(name: str) -> str:
    """Return a title made of a file's name: "night_mail" is "Night Mail"."""
    return re.sub("[-_]+", " ", name).strip().title()


def check_line(text: str, *, of: str) -> str:
    """Return a title or an author on one line. Raises SettingsError for one that is too long."""
    line = clean_line(text)
    if len(line) > _MOST:
        raise SettingsError(f"The {of} has {len(line)} characters; {_MOST} is the most.")
    return line


def check_title(text: str) -> str:
    """Return a title on one line. Raises SettingsError for one that is too long or shows nothing."""
    line = check_line(text, of="title")
    if not is_seen(line):
        raise SettingsError("The title is empty; give one with --title.")
    return line


def starter_world(name: str, *, title: str, author: str, language: str, schema: str, played: str = "") -> str:
    """Return the text of a new world.

    schema is the address of the format's schema, as editors read it; played is how the world is named to play it, where
    that is not by its name.
    """
    template = files("game.authoring").joinpath("templates", f"{language}.toml").read_text(encoding="utf-8")
    filled = {"SCHEMA": schema, "FILE": visible(played or name), "ID": name.replace("-", "_")}
    filled |= {"TITLE": _quoted(title), "AUTHOR": _quoted(author)}
    return _SLOT.sub(lambda slot: filled[slot[1]], template)


def _quoted(text: str) -> str:
    """Return text as it may stand between the quotes of a TOML string."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
