"""What is longer than a small model can be told: a text, what a person knows, what is always said.

Knows the requests that are made, and guesses their tokens.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.loader.positions import Path
from game.rules.apply import begin_run
from game.rules.world import Person, World
from game.settings import SMALL_WINDOW
from game.story.lore import LORE_TOKENS, is_always_told
from game.story.prompt import LINE_TOKENS, SCENE_TOKENS, line_request, scene_ask, scene_fixed
from game.story.prose import guessed_tokens
from game.story.scene import Speaker, scene_of
from game.story.sentences import sentences_for
from game.story.tables import can_prompt
from game.story.tellers.modelled import NOTES_SHARE, RECAP_SHARE

_AUTHORS = frozenset({"says", "say", "knows", "hints"})


def long_texts(survey: Survey) -> Iterator[Remark]:
    """Yield what a model can be told only a part of."""
    if not can_prompt(survey.world.language):
        return
    most = most_told(survey.world)
    for path, text in survey.written.told:
        if guessed_tokens(text) > most > 0 and _is_noted(path):
            message = f"this is about {guessed_tokens(text)} tokens long; a model is told {most} at most"
            yield Remark("W111", message, path, "part it into several texts, or shorten it")
    yield from _long_beginnings(survey.world)
    yield from _long_lore(survey.world)
    for person in survey.world.people.values():
        yield from _much_known(survey.world, person)


def most_told(world: World) -> int:
    """Return how many tokens are left for the notes of a turn, beside what stands around them at the beginning."""
    state = begin_run(world, 0).state
    scene = scene_of(world, sentences_for(world.language, world.sentences), state)
    return int(SMALL_WINDOW * NOTES_SHARE) - guessed_tokens(scene_ask("", (), scene))


def _is_noted(path: Path) -> bool:
    return path[0] not in ("quest", "ending") and _AUTHORS.isdisjoint(str(each) for each in path)


def _long_beginnings(world: World) -> Iterator[Remark]:
    """Yield what stands at the head of every prompt, where it leaves no room for what was told before."""
    most = SMALL_WINDOW - SCENE_TOKENS - int(SMALL_WINDOW * NOTES_SHARE) - int(SMALL_WINDOW * RECAP_SHARE)
    fixed = guessed_tokens(scene_fixed(world).text)
    if fixed > most:
        message = f"what stands at the head of every prompt is about {fixed} tokens long; {most} is the most"
        yield Remark("W111", message, *_longest_of_beginning(world))


def _long_lore(world: World) -> Iterator[Remark]:
    """Yield what is told in some turns alone, and is too long for any."""
    lore = [(("lore", number), each.text) for number, each in enumerate(world.lore) if not is_always_told(each)]
    secrets = [(("secret", number), each.text) for number, each in enumerate(world.secrets.values())]
    for path, text in (*lore, *secrets):
        if guessed_tokens(text) > LORE_TOKENS:
            message = (
                f"this is about {guessed_tokens(text)} tokens long; in one turn {LORE_TOKENS} of them are told at most"
            )
            yield Remark("W111", message, (*path, "text"), "part it into several, each with `keys` of its own")


def _longest_of_beginning(world: World) -> tuple[Path, str]:
    """Return what takes most of the head of every prompt, and what to do about it."""
    always = sum(guessed_tokens(each.text) for each in world.lore if is_always_told(each))
    if always > guessed_tokens(world.about) + guessed_tokens(world.voice.style):
        return ("lore",), "shorten it, or give some of it a `when`"
    return ("world", "about"), "shorten it"


def _much_known(world: World, person: Person) -> Iterator[Remark]:
    knows = tuple(max((each.text for each in known.text.variants), key=len) for known in person.knows)
    goals = tuple(goal.text for goal in person.goals)
    speaker = Speaker(person.id, person.name, person.about, person.voice, person.mood, person.trust, goals, knows, ())
    length = sum(guessed_tokens(message.text) for message in line_request(world, speaker, "", (), seed=0).messages)
    if length > (most := SMALL_WINDOW - LINE_TOKENS):
        message = f"all that '{person.id}' knows makes a prompt of about {length} tokens; {most} fit"
        yield Remark("W111", message, ("person", person.id, "knows"), "shorten it, or let it be known later")
