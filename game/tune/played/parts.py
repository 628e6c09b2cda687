"""Tellings in parts, one for each thing that a model is asked for: a touch, a line, a place told again, a scene.

Knows nothing of what was asked, or of which tellings were liked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from game.session.saved import passages_of, replies_of
from game.session.telling import paragraphs
from game.storage.records import Telling
from game.story.passages import Passage
from game.story.prompt import NARRATOR, TOUCH, slot_of
from game.story.rewording.asking import RETELLING
from game.tune.speech import spoken_in

Shown = Callable[[Passage], str]
"""Returns the words of a passage as they are shown."""

_JOBS: Mapping[str, str] = {"touch": "ambience", "line": "line", "place": "retelling", "telling": "scene"}
_NO_SCENE = ("touch", "line", "ending")
_IN = "\0"


@dataclass(frozen=True, slots=True)
class Part:
    """What answers one request of a turn: the job, by its kind of example, the slot of the request, and the text."""

    job: str
    slot: str
    text: str


def told_parts(telling: Telling) -> Iterator[Part]:
    """Yield what a model told of a telling. A scene that the author's words had to end is none. Raises SaveError."""
    given_up = {each.slot for each in replies_of(telling) if each.account and each.account.is_given_up}
    for passage in passages_of(telling):
        if _is_models(passage) and (part := _part(passage, passage.text)).slot not in given_up:
            yield part


def written_parts(edit: Telling, over: Telling | None, shown: Shown) -> Iterator[Part]:
    """Yield what a player wrote instead of a telling, part by part as a model would be asked for it.

    What was left as it was is no part; what was put in the place of a touch or of a line is of that job, and all else
    is a scene, where anything of it was changed. Raises SaveError.
    """
    told = list(_paragraphs(passages_of(over), shown))
    written = [each.text for each in passages_of(edit) if each.source == "player"]
    places = _places([text for _, text in told], written)
    scene: list[str] = []
    for number, text in enumerate(written):
        passage = told[places[number]][0] if number in places else None
        if passage is None or passage.kind not in _NO_SCENE:
            scene.append(text)
        elif _is_models(passage) and text != told[places[number]][1] and (said := _said(passage, text, shown)):
            yield _part(passage, said)
    if scene and scene != [text for passage, text in told if passage.kind not in _NO_SCENE]:
        yield Part("scene", NARRATOR, "\n\n".join(scene))


def _is_models(passage: Passage) -> bool:
    return passage.source == "model" and passage.kind in _JOBS


def _part(passage: Passage, text: str) -> Part:
    slots = {"touch": TOUCH, "line": slot_of(passage.speaker), "place": RETELLING}
    return Part(_JOBS[passage.kind], slots.get(passage.kind, NARRATOR), text)


def _paragraphs(passages: Sequence[Passage], shown: Shown) -> Iterator[tuple[Passage, str]]:
    """Yield the paragraphs that the player had before them, each with its passage: all but the game's own notes."""
    for passage in passages:
        if passage.kind != "notice":
            yield from ((passage, text) for text in paragraphs(shown(passage)))


def _places(told: Sequence[str], written: Sequence[str]) -> dict[int, int]:
    """Return for what was written the place of what was told: the same words, or one paragraph in another's stead."""
    found: dict[int, int] = {}
    for what, first, end, begin, last in SequenceMatcher(None, told, written, autojunk=False).get_opcodes():
        if what == "equal" or (what == "replace" and end - first == last - begin):
            found.update(zip(range(begin, last), range(first, end), strict=True))
    return found


def _said(passage: Passage, text: str, shown: Shown) -> str:
    """Return what a text has a person say, without who says it; another passage's text says what it says."""
    if passage.kind != "line":
        return text
    begin, _, end = shown(Passage("line", _IN, speaker=passage.speaker)).partition(_IN)
    if text.startswith(begin) and text.endswith(end):
        return text.removeprefix(begin).removesuffix(end)
    return spoken_in(text)
