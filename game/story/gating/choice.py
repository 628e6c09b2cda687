"""One of several short texts told side by side: of those that a judge lets pass whole, the one that somebody prefers.

Knows nothing of what they are told for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from game.story.gating.account import Heard
from game.story.gating.gate import Judging
from game.story.guard import freshest
from game.story.prose import sentences_in


def chosen(
    texts: Sequence[str], judge: Judging, prefer: Callable[[Sequence[str]], str]
) -> tuple[str, tuple[Heard, ...]]:
    """Return the text to show, empty where none passes, and what was heard: each text's sentences up to a fault."""
    heard = {text: _heard(text, judge) for text in texts}
    passed = [text for text, said in heard.items() if not said[-1].fate]
    shown = prefer(passed) if passed else ""
    return shown, tuple(_marked(each, is_shown=text == shown) for text, said in heard.items() for each in said)


def preferred(texts: Sequence[str], likelihoods: Mapping[str, float], recent: Sequence[str]) -> str:
    """Return the text that the model finds likeliest, for of closed words it then makes the most sense.

    Where it does not say how likely they are, return the one least like recent ones.
    """
    return max(texts, key=lambda text: likelihoods[text]) if likelihoods else freshest(texts, recent)


def _heard(text: str, judge: Judging) -> list[Heard]:
    heard: list[Heard] = []
    for sentence in sentences_in(text):
        verdict = judge(sentence, [each.sentence for each in heard])
        if verdict:
            return [*heard, Heard(sentence, verdict.reason, verdict.words)]
        heard.append(Heard(sentence))
    return heard


def _marked(heard: Heard, *, is_shown: bool) -> Heard:
    return heard if is_shown or heard.fate else replace(heard, fate="spare")
