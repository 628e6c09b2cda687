"""How much words bear on an action, whatever a model thinks: names and verbs they share, and what is left over.

Knows nothing of models. What each feature is worth is a matter of weights, which are fitted elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.rules.actions import Action, Choose, Drop, Examine, Go, Look, Take, Talk, Wait
from game.story.choosing.said import Said
from game.story.choosing.stems import stems
from game.story.choosing.subjects import Subject
from game.story.lexicon import mentions, plain
from game.story.understanding.scope import Scope

_IN_PART, _BY_PRONOUN, _BY_BEING_THERE, _AS_IT = 0.7, 0.6, 0.25, 0.4
_MOST_STRAY = 2
_VERBS: Mapping[type[Action], tuple[str, ...]] = {Talk: ("talk", "ask"), Go: ("go", "climb", "leave"), Choose: ()}


@dataclass(frozen=True, slots=True)
class About:
    """An action, what it is about, and the stems of all that is told of that."""

    action: Action
    subjects: tuple[Subject, ...]
    told: frozenset[str]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the stems of all that it may be called by."""
        return tuple(each for subject in self.subjects for name in subject.names for each in stems(name))

    @property
    def verbs(self) -> tuple[str, ...]:
        """Return the verbs of a language that command it."""
        return _VERBS.get(type(self.action), (type(self.action).__name__.lower(),))


def about(action: Action, subjects: tuple[Subject, ...]) -> About:
    """Return an action with the stems of what is told of its subjects."""
    told = (text for each in subjects for text in (*each.names, each.told))
    return About(action, subjects, frozenset(stems(" ".join(told))))


class Bearing:
    """What some words bear on, among some actions."""

    def __init__(self, scope: Scope, among: Sequence[About]) -> None:
        self._scope = scope
        self._said = Said(scope, frozenset(word for each in among for word in each.told))

    def features(self, each: About) -> dict[str, float]:
        """Return what the words have to do with an action, by name, each from 0 to 1."""
        said, action = self._said, each.action
        asks = said.is_question
        return {
            "always": 1.0,
            "choice": float(isinstance(action, Choose)),
            "talk": float(isinstance(action, Talk)),
            "way": float(isinstance(action, Go)),
            "take": float(isinstance(action, Take)),
            "look": float(isinstance(action, Examine)),
            "drop": float(isinstance(action, Drop)),
            "idle": float(isinstance(action, Look | Wait)),
            "named": min(map(self._named, each.subjects), default=0.0),
            "all named": float(self._is_all_named(each)),
            "verb": float(any(map(said.held, each.verbs))),
            "kin": self._kin(each),
            "unexplained": self._unexplained(each),
            "stray": self._stray(each),
            "strange": said.strange,
            "long": said.length,
            "amiss": float(self._is_amiss(each)),
            "beyond": float(self._is_beyond(each)),
            "doubted": float(said.is_doubted),
            "told": float(said.is_told),
            "asked of a choice": float(asks and isinstance(action, Choose)),
            "asked of somebody": float(asks and isinstance(action, Talk)),
            "asked of a look": float(asks and isinstance(action, Examine)),
        }

    def _named(self, subject: Subject) -> float:
        """Return how plainly the words name a subject, from 0 to 1."""
        if subject.sort == "choice":
            return self._share(subject.names[0])
        if any(mentions(self._said.phrase, plain(name)) for name in subject.names):
            return 1.0
        if not frozenset(self._said.stems).isdisjoint(stems(" ".join(subject.names))):
            return _IN_PART
        match subject.sort:
            case "person":
                return _BY_PRONOUN if self._said.says("them") else _BY_BEING_THERE
            case "thing" if self._said.says("it"):
                return _AS_IT
        return 0.0

    def _share(self, text: str) -> float:
        """Return how much of a text the words hold."""
        parts = frozenset(stems(text))
        return len(parts.intersection(self._said.stems)) / len(parts) if parts else 0.0

    def _is_all_named(self, each: About) -> bool:
        """Return whether everything that an action is done to is named, by a word that may stand for it too."""
        parts = frozenset(_parts(each.action))
        return bool(parts) and parts <= frozenset().union(*self._said.named)

    def _kin(self, each: About) -> float:
        """Return how much of a choice's text the words hold, or words that mean much the same."""
        if not isinstance(each.action, Choose):
            return 0.0
        text = stems(each.subjects[0].names[0])
        return sum(self._said.kinship.akin_to_any(word, self._said.stems) for word in text) / max(1, len(text))

    def _unexplained(self, each: About) -> float:
        """Return how much of what is said is neither the action's verb, nor akin to its names, nor told of it."""
        known = each.told.union(*map(self._said.held, each.verbs))
        left = [word for word in self._said.stems if word not in known]
        names, kinship = each.names, self._said.kinship
        return sum(not kinship.akin_to_any(word, names) for word in left) / max(1, len(self._said.stems))

    def _stray(self, each: About) -> float:
        """Return whether the words name what the action has nothing to do with: one such thing counts half."""
        parts, names = frozenset(_parts(each.action)), frozenset(each.names)
        strays = [ids for ids in self._said.named if parts.isdisjoint(ids) and not self._is_in(names, ids, each)]
        return min(_MOST_STRAY, len(strays)) / _MOST_STRAY

    def _is_in(self, names: frozenset[str], ids: frozenset[str], each: About) -> bool:
        """Return whether a choice's text shares a word with the name of any of some things or people."""
        is_choice = isinstance(each.action, Choose)
        return is_choice and any(not names.isdisjoint(stems(self._scope.named(one))) for one in ids)

    def _is_amiss(self, each: About) -> bool:
        """Return whether the words begin with a verb that is not the action's; a choice's own may be any."""
        is_command = not isinstance(each.action, Choose) and bool(self._said.verbs)
        return is_command and self._said.verbs.isdisjoint(each.verbs)

    def _is_beyond(self, each: About) -> bool:
        """Return whether the words begin with what no rule knows, which is neither the action's verb nor a choice."""
        if not self._said.beyond or not self._said.verbs.isdisjoint(each.verbs):
            return False
        offered = each.names if isinstance(each.action, Choose) else ()
        return not any(self._said.kinship.akin_to_any(verb, offered) for verb in self._said.beyond)


def _parts(action: Action) -> Iterator[str]:
    for part in ("thing", "target", "person", "holder"):
        if named := getattr(action, part, ""):
            yield named
