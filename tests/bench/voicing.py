"""How much of what a small model says beside the author's words can be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from game.rules.apply import begin_run
from game.rules.world import World
from game.story.drawing import held_to
from game.story.gating.choice import preferred
from game.story.guard import vocabulary_of
from game.story.jobs import first_sentence, line_words, touch_words, usable_lines, usable_touches
from game.story.model import Chunk, Done, LanguageModel, Request
from game.story.prompt import line_request, touch_request
from game.story.scene import scene_of, speaker_of
from game.story.sentences import sentences_for
from game.story.trust import trust_in
from tests.bench.figures import Figure

_SKIES = (("dusk", "thick fog"), ("night", "thin rain"), ("before dawn", "a rising wind"))
_HEARD = ("", "What do you do here?", "Is it always this quiet?", "Can I trust you?")

Shares = Iterator[tuple[int, int]]


def measure_voicing(world: World, model: LanguageModel) -> list[Figure]:
    """Return the shares of candidates, and of situations, in which there is something to show."""
    return [
        *_figures("touches", list(_touches(world, model))),
        *_figures("people's lines", list(_lines(world, model))),
    ]


def _figures(name: str, shares: list[tuple[int, int]]) -> list[Figure]:
    usable, told = sum(share[0] for share in shares), sum(share[1] for share in shares)
    shown = sum(1 for share in shares if share[0])
    return [
        Figure(f"{name}: candidates that pass", 100 * usable / told, "%"),
        Figure(f"{name}: situations in which one is shown", 100 * shown / len(shares), "%"),
    ]


def _touches(world: World, model: LanguageModel) -> Shares:
    begun, sentences = begin_run(world, 7).state, sentences_for("en")
    vocabulary, recent = vocabulary_of(world, begun), [""]
    trusted = "ambience" in trust_in(model.info, "en").jobs
    for number, (place, (hour, weather)) in enumerate(product(world.places, _SKIES)):
        state = replace(begun, place=place, facts={**begun.facts, "hour": hour, "weather": weather})
        scene = scene_of(world, sentences, state)
        words = touch_words(scene, vocabulary, trusted=trusted)
        texts, likelihoods = _told(model, held_to(touch_request(world, scene, seed=number), words))
        usable = usable_touches(texts, scene, vocabulary, recent[-10:], trusted=trusted)
        likely = dict(zip(map(first_sentence, texts), likelihoods, strict=False))
        recent += [preferred(usable, likely, recent[-10:])] if usable else []
        yield len(usable), len(texts)


def _lines(world: World, model: LanguageModel) -> Shares:
    state = begin_run(world, 7).state
    vocabulary, trusted = vocabulary_of(world, state), "line" in trust_in(model.info, "en").jobs
    for number, (person, heard) in enumerate(product(world.people, _HEARD)):
        speaker = speaker_of(world, state, person)
        words = line_words(speaker, vocabulary, trusted=trusted)
        texts, _ = _told(model, held_to(line_request(world, speaker, heard, [], seed=number), words))
        usable = usable_lines(texts, speaker, vocabulary, [], trusted=trusted)
        yield len(usable), len(texts)


def _told(model: LanguageModel, request: Request) -> tuple[list[str], Sequence[float]]:
    """Return the candidates' texts, and how likely each is where the model says so."""
    texts, likelihoods = [""] * request.candidates, tuple[float, ...]()
    for reply in model.reply(request):
        match reply:
            case Chunk(text, candidate):
                texts[candidate] += text
            case Done():
                likelihoods = reply.likelihoods
    return texts, likelihoods
