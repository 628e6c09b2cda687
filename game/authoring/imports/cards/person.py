"""A card as tables of the world format: the person, what they know, the scene of meeting them, and lore.

Knows nothing of files. Nothing is invented: every word is the card's, and what it does not say is left to the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from game.authoring.imports.cards.card import Card
from game.authoring.imports.cards.entries import Told, read_entries
from game.authoring.imports.cards.looks import look_of
from game.authoring.imports.cards.speech import example_lines, quoted_lines
from game.authoring.imports.cards.texts import MAX_BRIEF, MAX_PROSE, Texts, cut, escaped, named, on_a_line
from game.authoring.imports.ids import Ids, slug
from game.story.clean import is_seen
from game.story.lexicon import is_spaced, mentions, plain

MAX_LINES = 50
MAX_KNOWN = 100
MAX_KEYS = 50
MAX_LORE = 100
MAX_SAID = 400
_MAX_ID = 32
_TITLE = re.compile(
    r"(?:an?|the|mrs?|ms|dr|sir|dame|lord|lady|miss|captain|professor|king|queen|prince|princess)\.?", re.IGNORECASE
)

Tables = dict[str, Any]


def person_tables(card: Card, texts: Texts, ids: Ids, *, at: str) -> Tables:
    """Return the tables `person`, `scene` and `lore` of a card. at is where the person is: a place, or "nowhere"."""
    names = names_of(card)
    person = ids.give(names[0][:_MAX_ID], otherwise="person")
    description = texts.prose(card.description, "description")
    entries = read_entries(card.character_book, texts)
    lore = _lore(card, description, entries, texts)
    table: Tables = {
        "name": names[0],
        "aliases": list(names[1:]),
        "at": at,
        "about": cut(on_a_line(description), MAX_BRIEF),
        "voice": texts.brief(card.personality, "personality"),
        "look": escaped(look_of(description)),
        "says": [escaped(line) for line in islice(_lines(card, names, texts), MAX_LINES)],
    }
    told = (each.content for each in entries if not each.when)
    open_words = plain(" ".join((*names, table["about"], table["voice"], *lore, *told)))
    table["knows"] = _known(entries, texts, ids, person=person, open_words=open_words)
    return _filled({
        "person": {person: _filled(table)},
        "scene": _meeting(card, texts, ids, person),
        "lore": [{"when": f"here({person})", "text": text} for text in lore],
    })  # fmt: skip


def names_of(card: Card) -> tuple[str, ...]:
    """Return the names of a card's person, the full one first."""
    name = named(card.name)
    words = name.split() if is_spaced(name) else []
    first = next((word.strip(",.\"'“”‘’()") for word in words if not _TITLE.fullmatch(word)), "")
    others = (each for each in (named(card.nickname), first) if is_seen(each) and len(each) > 1)
    return tuple(dict.fromkeys((name, *others)))


def _lines(card: Card, names: Sequence[str], texts: Texts) -> Iterator[str]:
    """Return the person's lines, each once: those of the greeting, then those of the examples."""
    greeting = quoted_lines(texts.spelled(card.first_mes, "first_mes"))
    examples = example_lines(texts.spelled(card.mes_example), names)
    return iter(dict.fromkeys((*greeting, *examples)))


def _lore(card: Card, description: str, entries: Sequence[Told], texts: Texts) -> list[str]:
    """Return what is so where the person is: the scenario, a description too long for a line, what is always told."""
    scenario = texts.prose(card.scenario, "scenario")
    longer = description if len(on_a_line(description)) > MAX_BRIEF else ""
    always = [each.content for each in entries if each.is_always]
    return [each for each in (scenario, longer, *always) if each][:MAX_LORE]


def _meeting(card: Card, texts: Texts, ids: Ids, person: str) -> list[Tables]:
    """Return the scene of meeting the person: the greeting, as the card has it."""
    text = texts.told(card.first_mes, "first_mes")
    scene = ids.give(f"meeting_{person}", otherwise="meeting")
    return [{"id": scene, "when": f"here({person}) and not met({person})", "text": text}] if text else []


def _known(entries: Sequence[Told], texts: Texts, ids: Ids, *, person: str, open_words: str) -> list[Tables]:
    """Return what the person can be asked about. open_words hide nothing: what is closed has no key among them."""
    asked = [each for each in entries if not each.is_always]
    if len(asked) > MAX_KNOWN:
        texts.note(f"character_book: the first {MAX_KNOWN} of {len(asked)} entries are taken, as many as a person has.")
    if asked:
        texts.note("character_book: what is said of each entry is its own words; put it as the person would.")
    return [_knowledge(each, ids, person, open_words) for each in asked[:MAX_KNOWN]]


def _knowledge(told: Told, ids: Ids, person: str, open_words: str) -> Tables:
    topic = told.titles[0]
    keys = [key for key in told.keys if not (told.when and mentions(open_words, plain(key)))]
    return _filled({
        "id": ids.give(f"{person}_{slug(topic) or 'knows'}", otherwise=person),
        "topic": topic,
        "when": told.when,
        "keys": keys[:MAX_KEYS],
        "text": escaped(cut(told.content, max(MAX_PROSE - sum(map(told.content.count, "{}")), MAX_PROSE // 2))),
        "say": escaped(cut(on_a_line(told.content), MAX_SAID)),
    })  # fmt: skip


def _filled(tables: Tables) -> Tables:
    """Return tables without what is empty."""
    return {key: value for key, value in tables.items() if value}
