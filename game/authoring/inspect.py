"""What can be said of a world without playing it: places nobody comes to, facts nobody reads, unexplained refusals.

Knows nothing of searches; each check is a line of CHECKS, and reports warnings with the place they are about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from game.authoring.explore.reads import names_read, parts_of, reads_of
from game.loader.load import Project
from game.loader.positions import Path
from game.loader.translate import texts_of, untranslated
from game.rules.effects import Effect
from game.rules.state import NOWHERE
from game.rules.texts import Text
from game.rules.world import World
from game.story.lexicon import plain

LONGEST_TEXT = 2_400
"""Characters of one text: about 600 tokens, a quarter of what a small model's window leaves for a turn's notes."""
_ALIKE = 88.0
_COLOURS = frozenset({"hour", "weather", "mood"})
"""Facts that a model is told of, whether or not a rule reads them."""
_MOVES_PLAYER = re.compile(r"\s*place\(\s*you\s*\)\s*=")


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning about what stands at a key path of the world."""

    code: str
    message: str
    path: Path


def inspect(project: Project) -> None:
    """Add a warning to the project's report for each remark; a world with errors gets none."""
    if project.world is None:
        return
    for check in CHECKS:
        for remark in check(project.world):
            _warn(project, remark)
    for path, text in texts_of(project.merged):
        if len(text) > LONGEST_TEXT:
            message = f"this is {len(text)} characters long; of more than {LONGEST_TEXT} a model is told a part"
            _warn(project, Remark("W111", message, path))


def inspect_translation(project: Project, language: str) -> None:
    """Add a warning for every text that a translation leaves in the world's own language."""
    for path in untranslated(project.merged) if project.world else ():
        if path != ("world", "author"):
            _warn(project, Remark("W109", f"this is not translated into '{language}'", path))


def _warn(project: Project, remark: Remark) -> None:
    source, position = project.merged.locate(remark.path)
    project.report.warning(remark.code, remark.message, source, position.key, length=len(str(remark.path[-1])))


def _unreached_places(world: World) -> Iterator[Remark]:
    """Places that no way and no effect leads to."""
    led_to = {way.to for place in world.places.values() for way in place.exits.values()} | {world.start}
    sources = [each.source for each in parts_of(world) if isinstance(each, Effect)]
    led_to |= {each.partition("=")[2].strip() for each in sources if _MOVES_PLAYER.match(each)}
    for name in world.places:
        if name not in led_to:
            yield Remark("W101", f"nothing leads to the place '{name}'", ("place", name))


def _ways_without_return(world: World) -> Iterator[Remark]:
    """Exits into places from which no way leads back."""
    onward = {name: [way.to for way in place.exits.values()] for name, place in world.places.items()}
    group = _groups(onward)
    for name, place in world.places.items():
        for way in place.exits.values():
            if group[way.to] != group[name]:
                message = f"no way leads back from '{way.to}' to '{name}'"
                yield Remark("W102", message, ("place", name, "exits", way.direction))


def _groups(onward: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return for each place one that stands for all that lead to it and back (Kosaraju's algorithm)."""
    back: dict[str, list[str]] = {name: [] for name in onward}
    for name, places in onward.items():
        for place in places:
            back[place].append(name)
    seen: set[str] = set()
    order = [each for name in onward for each in _finished(name, onward, seen)]
    seen = set()
    return {each: name for name in reversed(order) for each in _finished(name, back, seen)}


def _finished(start: str, ways: Mapping[str, Sequence[str]], seen: set[str]) -> list[str]:
    """Return the places newly reached from one, each after all that are reached through it; seen grows by them."""
    if start in seen:
        return []
    seen.add(start)
    finished: list[str] = []
    stack = [(start, iter(ways[start]))]
    while stack:
        _, rest = stack[-1]
        onward = next((each for each in rest if each not in seen), None)
        if onward is None:
            finished.append(stack.pop()[0])
        else:
            seen.add(onward)
            stack.append((onward, iter(ways[onward])))
    return finished


def _idle_facts(world: World) -> Iterator[Remark]:
    """Facts that no condition, effect or text reads, and facts that are read and never change."""
    read, written = names_read(parts_of(world, told=True)), reads_of(world).written
    for name in world.facts:
        if name not in read and name not in _COLOURS:
            yield Remark("W103", f"nothing reads the fact '{name}'", ("facts", name))
        elif name not in written and name not in _COLOURS:
            yield Remark("W104", f"nothing ever changes the fact '{name}'", ("facts", name))


def _silent_refusals(world: World) -> Iterator[Remark]:
    """Ways and things that are refused without a reason of the author's."""
    for name, place in world.places.items():
        for way in place.exits.values():
            if way.when is not None and not way.hidden and not _says(way.refuse):
                path: Path = ("place", name, "exits", way.direction)
                yield Remark("W105", "this way can be shut, and does not say why", path)
    for name, thing in world.things.items():
        if not thing.portable and not _says(thing.refuse):
            yield Remark("W105", f"'{name}' cannot be taken, and does not say why", ("thing", name))


def _says(text: Text) -> bool:
    return any(variant.text for variant in text.variants)


def _unseen_scenes(world: World) -> Iterator[Remark]:
    """Scenes that never begin by themselves and that no choice leads to."""
    led_to = {choice.then for choice in world.choices.values()}
    for number, scene in enumerate(world.scenes.values()):
        if scene.when is not None and scene.when.source.strip() == "false" and scene.id not in led_to:
            yield Remark("W106", f"nothing leads to the scene '{scene.id}'", ("scene", number, "id"))


def _lost_things(world: World) -> Iterator[Remark]:
    """Things and people that are nowhere, and that no effect brings anywhere."""
    written = reads_of(world).written
    for kind, named in (("thing", world.things), ("person", world.people)):
        for name, each in named.items():
            if each.at == NOWHERE and f"place({name})" not in written and not getattr(each, "schedule", ()):
                yield Remark("W107", f"'{name}' is nowhere, and nothing brings it anywhere", (kind, name))


def _like_voices(world: World) -> Iterator[Remark]:
    """People whom a model would voice alike."""
    for one, other in combinations((each for each in world.people.values() if each.voice), 2):
        if fuzz.token_sort_ratio(one.voice, other.voice) > _ALIKE:
            yield Remark("W108", f"'{other.id}' has nearly the voice of '{one.id}'", ("person", other.id, "voice"))


def _open_secrets(world: World) -> Iterator[Remark]:
    """Keys of what is closed, in words that every prompt may hold."""
    keys = {plain(key) for known in world.knowledge.values() if known.when for key in known.keys}
    keys |= {plain(key) for secret in world.secrets.values() for key in secret.keys}
    open_words: list[tuple[Path, str]] = [(("world", "about"), world.about)]
    open_words += [(("person", each.id, "about"), each.about) for each in world.people.values()]
    open_words += [(("person", each.id, "voice"), each.voice) for each in world.people.values()]
    open_words += [(("lore", number), each.text) for number, each in enumerate(world.lore) if each.when is None]
    for path, words in open_words:
        for key in sorted(keys):
            if f" {key} " in f" {plain(words)} ":
                yield Remark("W110", f"every prompt may hold this, and it betrays what is closed: '{key}'", path)


CHECKS: tuple[Callable[[World], Iterator[Remark]], ...] = (
    _unreached_places,
    _ways_without_return,
    _idle_facts,
    _silent_refusals,
    _unseen_scenes,
    _lost_things,
    _like_voices,
    _open_secrets,
)
