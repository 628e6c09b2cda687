"""Bookmarks given to any turn of a run and forgotten again, each with the sentence that says so.

Knows nothing of where the player stands.
"""

from __future__ import annotations

from game.storage.records import Bookmark
from game.storage.run import RunFile
from game.story.clean import clean
from game.story.sentences import Sentences

LONGEST_NAME = 60
OF_THE_RUN = "@#"
"""Either of these before a number says that turns are counted in the whole run."""


def bookmark_turn(run: RunFile, sentences: Sentences, turn_id: int, words: str) -> str:
    """Give a turn a name, unless it would be taken for a number, and, after a colon, a note; return what is to be said.

    Raises SaveError.
    """
    name, _, note = (" ".join(part.split()) for part in clean(words).partition(":"))
    if not name or len(name) > LONGEST_NAME or name[0] in OF_THE_RUN or name.isdecimal():
        return sentences.say("bookmark_name", most=LONGEST_NAME)
    run.kept.bookmark(Bookmark(name, turn_id, note))
    return sentences.say("bookmarked", name=name)


def forget_bookmark(run: RunFile, sentences: Sentences, name: str) -> str:
    """Take a bookmark out; its turn stays. Return what is to be said. Raises SaveError."""
    was_there = run.kept.drop_bookmark(name)
    return sentences.say("forgotten" if was_there else "no_such_bookmark", name=name[:LONGEST_NAME])
