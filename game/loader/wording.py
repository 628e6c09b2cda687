"""What a world says of the game's own words, checked: a language that there is, and sentences that are ever said.

Knows nothing of what the sentences say.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.loader.diagnostics import Diagnostics
from game.loader.merge import Merged
from game.loader.positions import offset_in_text
from game.loader.schema.world import WorldFile
from game.story.sentences import has_language, sentence_keys, verb_keys


def check_wording(file: WorldFile, merged: Merged, report: Diagnostics) -> None:
    """Report a language without sentences, ours or the world's own, and each sentence and verb that the game lacks."""
    language = file.world.language
    if not file.sentences and not has_language(language):
        source, position = merged.locate(("world", "language"))
        message = f"there are no sentences in the language '{language}'; add them as [sentences]"
        offset = offset_in_text(source.text, position.value, 0)
        report.error("W003", message, source, offset, length=len(language))
    _check_keys("sentences", file.sentences, sentence_keys(), merged, report)
    _check_keys("verbs", file.verbs, verb_keys(), merged, report)


def _check_keys(section: str, keys: Iterable[str], known: frozenset[str], merged: Merged, report: Diagnostics) -> None:
    for key in [each for each in keys if each not in known]:
        source, position = merged.locate((section, key))
        near = report.nearest(key, sorted(known))
        hint = f"did you mean '{near}'?" if near else ""
        message = f"there is no {section.removesuffix('s')} '{key}'"
        report.error("W012", message, source, position.key, length=len(key), hint=hint)
