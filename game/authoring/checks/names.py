"""Names that a model is told and may use, and that a player who types them is told do not exist.

Knows capital letters, and so only languages with prompts that have them; nothing of what a model makes of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.loader.positions import Path
from game.rules.apply import begin_run
from game.story.guard import vocabulary_of
from game.story.prose import words_in
from game.story.reading import unit_of
from game.story.tables import can_prompt

# A capital after a word or a comma starts no sentence and no speech.
_NAME = re.compile(r"(?<=[^\W_][ ]|,[ ])[^\W\d_a-z]\w*[a-z]\w*")
_ANYWHERES = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december christmas easter god lord english french
"""


def unknown_names(survey: Survey) -> Iterator[Remark]:
    """Yield the names in what a model alone is told that nothing in the world has, and no text for the player."""
    if not can_prompt(survey.world.language) or unit_of(survey.world.language) == "characters":
        return
    known = _known(survey)
    for path, text in (*survey.written.worded, *survey.written.told):
        if not _is_for_models(path):
            continue
        for found in _NAME.finditer(text):
            if known.isdisjoint(words_in(found.group())):
                known.update(words_in(found.group()))
                yield _remark(path, found)


def _remark(path: Path, found: re.Match[str]) -> Remark:
    name = found.group()
    message = f"a model is told of '{name}', and nothing in the world is called so"
    hint = "make it a name or an alias, or let a text tell the player of it"
    return Remark("W116", message, path, hint, found.start(), len(name))


def _known(survey: Survey) -> set[str]:
    """Return the words that a player may know: of names, and of all that is ever shown."""
    known = set(_ANYWHERES.split())
    named = vocabulary_of(survey.world, begin_run(survey.world, 0).state).names
    known.update(word for name in named for word in name.split())
    for path, text in (*survey.written.told, *survey.written.worded):
        if not _is_for_models(path):
            known.update(words_in(text))
    return known


def _is_for_models(path: Path) -> bool:
    match path:
        case ("lore" | "secret", _, "text") | ("world", "voice", "style"):
            return True
        case ("person", _, "about" | "voice" | "goals", *_) | ("person", _, "knows", _, "text", *_):
            return True
    return False
