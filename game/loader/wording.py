"""What a world says of the game's own words, checked: a language that there is, and sentences that are ever said.

Knows nothing of what the sentences say.
"""

from __future__ import annotations

from game.loader.diagnostics import Diagnostics
from game.loader.merge import Merged
from game.loader.positions import offset_in_text
from game.loader.schema.world import WorldFile
from game.story.sentences import has_language, sentence_keys


def check_wording(file: WorldFile, merged: Merged, report: Diagnostics) -> None:
    """Report a language without sentences, ours or the world's own, and each sentence that the game never says."""
    language = file.world.language
    if not file.sentences and not has_language(language):
        source, position = merged.locate(("world", "language"))
        message = f"there are no sentences in the language '{language}'; add them as [sentences]"
        offset = offset_in_text(source.text, position.value, 0)
        report.error("W003", message, source, offset, length=len(language))
    known = sorted(sentence_keys())
    for key in [each for each in file.sentences if each not in known]:
        source, position = merged.locate(("sentences", key))
        near = report.nearest(key, known)
        hint = f"did you mean '{near}'?" if near else ""
        report.error("W012", f"there is no sentence '{key}'", source, position.key, length=len(key), hint=hint)
