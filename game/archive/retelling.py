"""A run as it was told, from the opening to one of its turns: what replays and exports are made of.

Knows nothing of how it is shown. All text is clean, for here it leaves the save.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.archive.naming import full_name
from game.archive.worlds import Worlds
from game.rules.world import World
from game.session.saved import is_invention, passages_in, reading
from game.storage.records import Step
from game.storage.snapshot import Snapshot
from game.story.clean import clean, clean_line
from game.story.passages import Passage, heading_of, words_of
from game.story.sentences import sentences_for

_BLANK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it is shown. kind is a passage's; heading stands above it where it is not empty."""

    kind: str
    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class ToldTurn:
    """A turn as it was told: its number on the path (0: the opening), the player's words, and the blocks."""

    number: int
    words: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A run as it was told. title is the world's, or its id where it cannot be had; name is the run's, with its world.

    begun is a time as text.
    """

    title: str
    name: str
    language: str
    begun: str
    turns: tuple[ToldTurn, ...]


def retell(run: Snapshot, worlds: Worlds, to: Step) -> Story:
    """Return the story up to a turn, in the tellings that its history uses. Raises SaveError."""
    world = worlds.known(to.id)
    with reading(f"The run {run.file}"):
        steps = (step for step in run.path(to.id) if run.chosen_telling(step.id) or not is_invention(step))
        turns = tuple(_told(run, worlds.known(step.id), step) for step in steps)
    return Story(
        title=clean_line(world.title if world else run.meta.world),
        name=clean(full_name(run.file)),
        language=clean_line(run.meta.language),
        begun=clean_line(run.meta.created),
        turns=turns,
    )


def last_told(story: Story, most: int) -> tuple[str, ...]:
    """Return the last paragraphs of a story."""
    texts = [block.text for turn in story.turns[-most:] for block in turn.blocks]
    return tuple(texts[-most:])


def _told(run: Snapshot, world: World | None, step: Step) -> ToldTurn:
    telling = run.chosen_telling(step.id)
    passages = passages_in(telling.text) if telling else ()
    blocks = (block for passage in passages for block in _blocks(run, world, passage))
    return ToldTurn(step.depth, clean_line(step.words), tuple(blocks))


def _blocks(run: Snapshot, world: World | None, passage: Passage) -> Iterator[Block]:
    language, own = (world.language, world.sentences) if world else (run.meta.language, {})
    people = world.people if world else {}

    def name_of(speaker: str) -> str:
        return people[speaker].name if speaker in people else speaker

    words = clean(words_of(passage, sentences_for(language, own), name_of))
    heading = clean_line(heading_of(passage))
    for paragraph in _BLANK.split(words.strip()):
        yield Block(passage.kind, paragraph, heading)
        heading = ""
