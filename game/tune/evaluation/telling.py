"""What is to be said of the texts that a model wrote for held-out examples: how many the game could show, and why not.

Knows nothing of models. Each text is looked at as the game takes it: the first sentence of a touch, of a line what is
spoken, a retelling whole; of what is shown here no world is known but what the example is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

from game.rules.apply import begin_run
from game.rules.texts import NO_TEXT
from game.rules.world import Place, World
from game.story.guard import claims_nothing
from game.story.guarding.loops import looping
from game.story.guarding.moment import Moment
from game.story.guarding.player import puppeted
from game.story.guarding.said import Said
from game.story.jobs import first_sentence, spoken_part, usable_lines, usable_touches
from game.story.rewording.candidates import usable_retellings
from game.story.rewording.keeping import says_the_same
from game.story.sentences import sentences_for
from game.story.turn import Turn
from game.tune.evaluation.asking import vocabulary_of
from game.tune.evaluation.variety import share_distinct, share_reopened
from game.tune.examples import Ambience, Line, Retelling, name_of
from game.tune.nouns import added
from game.tune.render import scene_of_touch, speaker_of_line
from game.tune.truth import contradicted, invented, lost

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """The figures of so many texts, all but the first from 0 to 1.

    fit are those that a trusted model may show, closed those that any may: a touch in words of the sky, a line that
    claims nothing. false contradict what was given, or name somebody who is not in it. reopened begin as one before
    them does; distinct are the different runs of two words, and of three. claiming and puppets are of lines alone, and
    of retellings lost_or_added, that keep not all that is named or name more, and same, in the author's order again.
    """

    texts: int
    fit: float
    closed: float | None
    false: float
    loops: float
    reopened: float
    distinct_2: float
    distinct_3: float
    claiming: float | None = None
    puppets: float | None = None
    lost_or_added: float | None = None
    same: float | None = None


def touches_told(examples: Sequence[Ambience], texts: Sequence[str]) -> Told:
    """Return what is to be said of touches, a text for each example."""
    touches = [replace(each, tell=first_sentence(text)) for each, text in zip(examples, texts, strict=True)]
    return Told(
        fit=_share(touches, lambda each: _is_fit_touch(each, trusted=True)),
        closed=_share(touches, lambda each: _is_fit_touch(each, trusted=False)),
        false=_share(touches, lambda each: any((*contradicted(each), *invented(each)))),
        **_of_any([each.tell for each in touches]),
    )


def lines_told(examples: Sequence[Line], texts: Sequence[str]) -> Told:
    """Return what is to be said of lines, a text for each example."""
    lines = [replace(each, tell=spoken_part(text)) for each, text in zip(examples, texts, strict=True)]
    return Told(
        fit=_share(lines, lambda each: _is_fit_line(each, trusted=True)),
        closed=_share(lines, lambda each: _is_fit_line(each, trusted=False)),
        false=_share(lines, lambda each: any(invented(each))),
        claiming=_share(lines, lambda each: not claims_nothing(each.tell, speaker_of_line(each), vocabulary_of(each))),
        puppets=_share(lines, lambda each: puppeted(_moment(), _said(each.tell, name_of(each.person))) is not None),
        **_of_any([each.tell for each in lines]),
    )


def retellings_told(examples: Sequence[Retelling], texts: Sequence[str]) -> Told:
    """Return what is to be said of retellings, a text for each example: what passes is in the author's words alone."""
    told = [replace(each, tell=text.strip()) for each, text in zip(examples, texts, strict=True)]
    return Told(
        fit=_share(told, _is_fit_retelling),
        closed=None,
        false=_share(told, lambda each: any(invented(each))),
        lost_or_added=_share(told, _loses_or_adds),
        same=_share(told, lambda each: says_the_same(each.text, each.tell, language=vocabulary_of(each).language)),
        **_of_any([each.tell for each in told]),
    )


def _of_any(texts: Sequence[str]) -> dict[str, Any]:
    """Return the figures that texts of any kind have."""
    return {
        "texts": len(texts),
        "loops": _share(texts, lambda text: looping(_moment(), _said(text)) is not None),
        "reopened": share_reopened(texts),
        "distinct_2": share_distinct(texts, 2),
        "distinct_3": share_distinct(texts, 3),
    }


def _is_fit_touch(example: Ambience, *, trusted: bool) -> bool:
    return bool(usable_touches([example.tell], scene_of_touch(example), vocabulary_of(example), (), trusted=trusted))


def _is_fit_line(example: Line, *, trusted: bool) -> bool:
    return bool(usable_lines([example.tell], speaker_of_line(example), vocabulary_of(example), (), trusted=trusted))


def _is_fit_retelling(example: Retelling) -> bool:
    return bool(usable_retellings([example.tell], example.text, vocabulary_of(example), ()))


def _loses_or_adds(example: Retelling) -> bool:
    more = added(example.tell, example.text, vocabulary_of(example).language)
    return any(True for found in (lost(example), more) for _ in found)


def _said(text: str, speaker: str = "") -> Said:
    return Said(text, _moment().lexicon, speaker=speaker)


@cache
def _moment() -> Moment:
    """Return a moment of a world in which nothing is: what is asked of it here is the same in all."""
    places = {"here": Place("here", "here", NO_TEXT)}
    world = World(id="", title="", language="en", rating="everyone", start="here", digest="", places=places)
    begun = begin_run(world, 0)
    return Moment(world, sentences_for(world.language), Turn("", begun.state, begun, (), seed=0))


def _share(several: Sequence[T], is_so: Callable[[T], bool]) -> float:
    return sum(map(is_so, several)) / max(1, len(several))
