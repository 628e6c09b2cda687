"""What a line claims of its own: words that are neither common nor given to its speaker in any form.

Knows nothing of what may be shown. It is how a model is measured, whose lines nobody holds to closed words.
"""

from __future__ import annotations

from dataclasses import replace

from game.story.guard import claiming_words
from game.story.guarding.stems import stem
from game.story.prose import words_in
from game.story.scene import Speaker


def claims_unknown(line: str, speaker: Speaker, heard: str) -> bool:
    """Return whether a line holds a word that is not common, and that nobody gave its speaker: a thing of its own."""
    heard_of = (text for each in speaker.heard for text in each)
    texts = (speaker.name, speaker.about, *speaker.knows, *speaker.goals, *speaker.says, *heard_of, heard)
    given = {stem(word) for text in texts for word in words_in(text)}
    return any(stem(word) not in given for word in claiming_words(line, replace(speaker, says=texts)))
