"""The classic commands: verbs at their places in the words, each with its rule, read into an action or a problem.

Knows nothing of numbers, of a scene's choices, or of what a question may be about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from game.rules.actions import Action, Look, Wait
from game.rules.world import Choice
from game.story.lexicon import is_spaced
from game.story.understanding.framing import stages
from game.story.understanding.going import climb, direction, go, named_way, place
from game.story.understanding.leaving import carry, leave
from game.story.understanding.modifying import bare
from game.story.understanding.nouns import read_nouns
from game.story.understanding.pieces import NAME, SMALL, UNKNOWN, Book, Meaning, name_book, pieces_of, without_articles
from game.story.understanding.readings import Problem, Reading
from game.story.understanding.scope import Scope
from game.story.understanding.speech import ask, discuss, names_somebody, part, talk
from game.story.understanding.stating import stated
from game.story.understanding.surroundings import names_surroundings
from game.story.understanding.things import RULES, Rule
from game.story.understanding.tokens import BROKEN, Tokens, phrases, spelled, tokens
from game.story.understanding.using import use, want

_HANDLED = ("examine", "take")


def read(scope: Scope, said: Tokens) -> Reading:
    """Return the action that words command, the problem with them, or nothing where they are no command."""
    problems: list[Problem] = []
    for stage in stages(scope.sentences, said):
        reading = _read_stage(scope, stage)
        if isinstance(reading, Problem):
            problems.append(reading)
        elif reading is not None:
            return reading
    return next((each for each in problems if each.asks), None) or next(iter(problems), None)


def _read_stage(scope: Scope, said: Tokens) -> Reading:
    way = direction(scope, said)
    if way is not None and not isinstance(way, Problem):
        return way
    if way is None and (named := place(scope, said)) is not None:
        return named
    readings = [_reading(scope, verb, rest) for verb, rest in verbs_in(scope, said)]
    if taken := phrases(scope.sentences.particles["carrying"]).at(said, 0):
        readings.append(carry(scope, said[taken:]))
    if way is None and _begins_with_a_way(scope, said):
        readings.append(go(scope, said))
    readings.append(stated(scope, said))
    actions = [each for each in readings if each is not None and not isinstance(each, Problem)]
    if not any(map(scope.is_legal, actions)) and (handled := _handled(scope, said)):
        return handled
    problem = next((each for each in readings if isinstance(each, Problem)), way)
    return next(filter(scope.is_legal, actions), None) or next(iter(actions), None) or problem


def _handled(scope: Scope, said: Tokens) -> Reading:
    """Return a look or a taking that words without spaces say in two verbs, or with what it is for: 掏出合同看看."""
    if is_spaced(spelled(said)):
        return None
    for verb, rest in verbs_in(scope, said):
        if verb in _HANDLED:
            plainer = _without_aim(scope, _without_verbs(scope, rest))
            reading = _RULES[verb](scope, bare(scope, plainer)) if plainer != rest else None
            if reading is not None and not isinstance(reading, Problem) and scope.is_legal(reading):
                return reading
    return None


def _without_verbs(scope: Scope, said: Tokens) -> Tokens:
    """Return words without the longer verbs of handling in them."""
    verbs = (phrases(scope.sentences.verbs[verb]) for verb in (*_HANDLED, "open"))
    found = (within for each in verbs for within in each.within(said))
    length, rest = max(found, key=lambda each: each[0], default=(0, said))
    return rest if length > 1 else said


def _without_aim(scope: Scope, said: Tokens) -> Tokens:
    """Return words without what something is taken for: 拿盏灯照路."""
    aims = phrases(scope.sentences.particles["aims"])
    place = next((place for place in range(len(said) - 1, 1, -1) if aims.at(said, place)), len(said))
    return said[:place]


def _reading(scope: Scope, verb: str, rest: Tokens) -> Reading:
    """Return what comes of a verb; one amid the words need not be the verb at all, and has no problem of its own."""
    reading = _ruled(scope, verb, rest)
    if verb in _PLACED and (reading is None or isinstance(reading, Problem)):
        reading = _where_it_stands(scope, verb, rest) or reading
    is_stray = isinstance(reading, Problem) and not reading.asks and BROKEN in rest
    return None if is_stray else reading


def _ruled(scope: Scope, verb: str, rest: Tokens) -> Reading:
    """Return what a verb's rule makes of words, or else of what they come to without what only modifies a noun."""
    reading = _RULES[verb](scope, rest)
    if reading is not None and not isinstance(reading, Problem):
        return reading
    plainer = bare(scope, rest)
    again = _RULES[verb](scope, plainer) if plainer != rest else None
    return reading if again is None or isinstance(again, Problem) else again


def _where_it_stands(scope: Scope, verb: str, rest: Tokens) -> Action | None:
    """Return what comes of a verb where the words after its noun only say where that stands: "the lamp by the door"."""
    beside = phrases(scope.sentences.particles["beside"])
    for end in range(1, len(rest)):
        said = read_nouns(scope, rest[:end], scope.names).nouns if beside.at(rest, end) else ()
        if said and not names_somebody(scope, rest[end:]):
            reading = _RULES[verb](scope, rest[:end])
            if reading is not None and not isinstance(reading, Problem) and scope.is_legal(reading):
                return reading
    return None


def read_verb(scope: Scope, verb: str, said: Tokens) -> Reading:
    """Return what comes of one verb alone, or nothing where the words do not begin with it."""
    for stage in stages(scope.sentences, said):
        for _, rest in phrases(scope.sentences.verbs[verb]).beginning(stage):
            if (reading := _RULES[verb](scope, rest)) is not None:
                return reading
    return None


def _begins_with_a_way(scope: Scope, said: Tokens) -> bool:
    ways = (*scope.sentences.directions.values(), scope.sentences.particles["back"])
    return any(phrases(words).at(said, 0) for words in ways)


def verbs_in(scope: Scope, said: Tokens) -> Iterator[tuple[str, Tokens]]:
    """Yield each verb that the words hold where a verb can stand, and what stands around it, the longest first."""
    found = [
        (length, verb, rest)
        for verb, words in scope.sentences.verbs.items()
        for length, rest in (
            phrases(words).within(said) if _stands_anywhere(verb, said) else phrases(words).beginning(said)
        )
    ]
    for _, verb, rest in sorted(found, key=lambda each: -each[0]):
        yield verb, rest


def _stands_anywhere(verb: str, said: Tokens) -> bool:
    """Return whether a verb may follow its noun, as it does in scripts without spaces; speech begins with its own."""
    return verb not in ("talk", "ask", "part") and not is_spaced(spelled(said))


def _nothing_more(action: Action) -> Rule:
    def rule(scope: Scope, said: Tokens) -> Reading:
        if not said:
            return action
        particles = scope.sentences.particles
        book = _small_book(particles["articles"], particles["tail"])
        return None if any(piece.kind == UNKNOWN for piece in pieces_of(said, book)) else action

    return rule


@lru_cache(maxsize=8)
def _small_book(*small: tuple[str, ...]) -> Book:
    return {tokens(word): Meaning(SMALL) for words in small for word in words}


def _look(scope: Scope, said: Tokens) -> Reading:
    """Return a look around, for words that say no more, or that name where the player is."""
    plainly = _nothing_more(Look())(scope, said)
    if plainly or not said:
        return plainly
    if is_spaced(spelled(said)):
        return Look() if _is_this_place(scope, said) else None
    return Look() if not named_way(scope, said) and names_surroundings(scope, said) else None


def _is_this_place(scope: Scope, said: Tokens) -> bool:
    here = scope.world.places[scope.state.place]
    own = name_book([(here.id, (here.name, *here.aliases))], scope.words_of_names)
    meaning = own.get(without_articles(said, scope.ignoring))
    return meaning is not None and meaning.kind == NAME


def _wait(scope: Scope, said: Tokens) -> Reading:
    """Return waiting, for something or until something: what it is waited for is the player's own affair."""
    plainly = _nothing_more(Wait())(scope, said)
    what_for = phrases(scope.sentences.particles["until"])
    if not plainly and not is_spaced(spelled(said)) and names_surroundings(scope, said):
        return Wait()
    if plainly or BROKEN in said or not what_for.at(said, 0):
        return plainly
    if not is_spaced(spelled(said)) and not phrases(scope.sentences.particles["awaiting"]).held_by(scope.said):
        return None
    return None if any(_is_rest(scope, choice) for choice in scope.choices) else Wait()


def _is_rest(scope: Scope, choice: Choice) -> bool:
    """Return whether a choice is to rest or to wait in some way of its own."""
    first = tokens(choice.text)[:1]
    waiting = (*scope.sentences.kin["wait"], *scope.sentences.kin["sleep"])
    return any(tokens(word)[:1] == first for word in waiting)


_PLACED = frozenset({"take", "want", "examine", "wear", "close", "open", "unlock", "lock", "light", "douse", "give"})
"""Verbs of which it may be said where the thing stands that they are done to, and nothing is changed by it."""

_RULES: Mapping[str, Rule] = {
    **RULES,
    "go": go,
    "climb": climb,
    "leave": leave,
    "look": _look,
    "talk": talk,
    "ask": ask,
    "discuss": discuss,
    "part": part,
    "wait": _wait,
    "use": use,
    "want": want,
}
