"""A telling as it is shown and stored: passages, and the pieces in which they arrive.

Knows nothing of screens or files; its text form is one line of JSON, which round-trips.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Literal

from game.story.beats import Beat, Kind
from game.story.sentences import Sentences

Voice = Literal["author", "model", "player"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph. title heads a place or an ending; speaker is the id of who says it; source wrote the words."""

    kind: Kind | Literal["touch", "telling"]
    text: str
    title: str = ""
    speaker: str = ""
    source: Voice = "author"


@dataclass(frozen=True, slots=True)
class Opened:
    """A passage begins; its text is what can be shown already, often all of it."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class Grew:
    """More text for the passage that was opened last."""

    text: str


def authored(beat: Beat) -> Iterator[Opened]:
    """Yield the author's words for a beat, whole."""
    if beat.aside:
        yield Opened(Passage("result", beat.aside))
    yield Opened(Passage(beat.kind, beat.text, beat.title, beat.speaker))


def gather(pieces: Iterable[Opened | Grew]) -> tuple[Passage, ...]:
    """Return the whole passages that pieces make up, without empty ones."""
    passages: list[Passage] = []
    for piece in pieces:
        if isinstance(piece, Opened):
            passages.append(piece.passage)
        else:
            passages[-1] = replace(passages[-1], text=passages[-1].text + piece.text)
    return tuple(passage for passage in passages if passage.text.strip())


def format_passages(passages: Iterable[Passage]) -> str:
    """Return passages as one line of JSON."""
    return json.dumps([asdict(passage) for passage in passages], ensure_ascii=False, separators=(",", ":"))


def parse_passages(text: str) -> tuple[Passage, ...]:
    """Return the passages that format_passages wrote. Raises ValueError for any other text."""
    try:
        return tuple(Passage(**record) for record in json.loads(text))
    except (TypeError, RecursionError) as error:
        raise ValueError(f"not the text of passages: {error}") from error


def spoken(sentences: Sentences, name: str, line: str) -> str:
    """Return a person's line as it is shown, with who says it."""
    return sentences.say("said", person=name, line=line)


def heading_of(passage: Passage) -> str:
    """Return what heads a passage as it is shown, or nothing."""
    return passage.title[:1].upper() + passage.title[1:]


def words_of(passage: Passage, sentences: Sentences, name_of: Callable[[str], str]) -> str:
    """Return a passage's words as they are shown; name_of gives a speaker's name for their id."""
    if passage.kind != "line":
        return passage.text
    return spoken(sentences, name_of(passage.speaker), passage.text)


def plain_text(passages: Iterable[Passage]) -> str:
    """Return the words of passages alone, a paragraph each: what the model remembers of a turn."""
    return "\n\n".join(passage.text for passage in passages if passage.kind != "notice")
