"""Bookmarks given to any turn of a run and forgotten again, each with the sentence that says so.

Knows nothing of where the player stands.
"""

from __future__ import annotations

from game.storage.records import Bookmark
from game.storage.run import RunFile
from game.story.clean import clean
from game.story.sentences import Sentences

_LONGEST_NAME = 60


def bookmark_turn(run: RunFile, sentences: Sentences, turn_id: int, name: str) -> str:
    """Give a turn a name, unless it would be taken for a number; return what is to be said. Raises SaveError."""
    name = " ".join(clean(name).split())
    if not name or len(name) > _LONGEST_NAME or name.startswith("#") or name.isdecimal():
        return sentences.say("bookmark_name", most=_LONGEST_NAME)
    run.kept.bookmark(Bookmark(name, turn_id))
    return sentences.say("bookmarked", name=name)


def forget_bookmark(run: RunFile, sentences: Sentences, name: str) -> str:
    """Take a bookmark out; its turn stays. Return what is to be said. Raises SaveError."""
    was_there = run.kept.drop_bookmark(name)
    return sentences.say("forgotten" if was_there else "no_such_bookmark", name=name[:_LONGEST_NAME])
