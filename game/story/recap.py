"""What happened in turns that are remembered no longer, within so many tokens, by rule.

Knows nothing of tellings or of what is still remembered. The same events make the same recap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from game.rules.world import World
from game.story.deeds import Deed, deeds_of, standing
from game.story.memory import Count, Entry
from game.story.model import Message
from game.story.sentences import Sentences

_FEWEST = 4
"""Tokens: no sentence that says what happened has fewer, so that of a long past few are counted."""

Costs = Callable[[Sequence[str]], list[int]]
"""Says how many tokens each of some texts takes."""


def recap_within(world: World, sentences: Sentences, turns: Sequence[Entry], *, room: int, count: Count) -> str:
    """Return what happened in turns, oldest first, within room tokens as count counts them."""
    deeds = (deed for turn in turns for deed in deeds_of(world, sentences, turn.events))
    return recap_of(deeds, room=room, costs=partial(_costs, count), space=sentences.space)


def _costs(count: Count, texts: Sequence[str]) -> list[int]:
    """Return the tokens of texts that stand together in one message, a space before each."""
    nothing, *counts = count([Message("user", text) for text in ("", *texts)])
    return [each - nothing + 1 for each in counts]


def recap_of(deeds: Iterable[Deed], *, room: int, costs: Costs, space: str) -> str:
    """Return what happened, in the order in which it did, within room tokens; space stands between sentences.

    What matters most has its place first, and of that the latest; each in short, and then in full while there is room.
    """
    stand = standing(deeds)
    ranked = sorted(range(len(stand)), key=lambda at: (-stand[at].weight, -at))[: room // _FEWEST]
    counts = costs([text for at in ranked for text in (stand[at].text, stand[at].full)]) if ranked else []
    brief, full = dict(zip(ranked, counts[::2], strict=True)), dict(zip(ranked, counts[1::2], strict=True))
    told: dict[int, str] = {}
    for at in ranked:
        if brief[at] <= room:
            told[at] = stand[at].text
            room -= brief[at]
    for at in told:
        if stand[at].full and full[at] - brief[at] <= room:
            told[at] = stand[at].full
            room -= full[at] - brief[at]
    return space.join(told[at] for at in sorted(told))
