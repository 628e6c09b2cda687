"""The author's rules: what follows by itself before and after actions, and as time passes.

Knows nothing of verbs: it sees actions as their texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.rules.actions import Action, Choose, Talk, format_action
from game.rules.draws import Draws
from game.rules.effects import Step, apply_effects
from game.rules.events import Event, Refused, Ruled
from game.rules.state import State
from game.rules.texts import holds
from game.rules.world import TAGGED, Pattern, Rule, World


def before(world: World, state: State, action: Action, draws: Draws) -> Step:
    """Return what rules do ahead of an action; the last event is its refusal if one of them refuses it."""
    events: tuple[Event, ...] = ()
    for rule in _matching(world, state, action, (rule for rule in world.rules.values() if rule.before)):
        refusal = rule.refuse.read(state)
        state, more = _followed(rule, state, draws)
        events += more
        if refusal:
            return state, (*events, Refused(format_action(action), "not_now", refusal))
    return state, events


def after(world: World, state: State, action: Action, draws: Draws) -> Step:
    """Return what rules do once an action was done."""
    rules = (rule for rule in world.rules.values() if rule.after)
    return _all(_matching(world, state, action, rules), state, draws)


def as_time_passes(world: World, state: State, draws: Draws) -> Step:
    """Return what rules do that wait for no action."""
    return _all((rule for rule in world.rules.values() if not rule.before and not rule.after), state, draws)


def _all(rules: Iterable[Rule], state: State, draws: Draws) -> Step:
    events: tuple[Event, ...] = ()
    for rule in rules:
        if _is_due(rule, state):
            state, more = _followed(rule, state, draws)
            events += more
    return state, events


def _matching(world: World, state: State, action: Action, rules: Iterable[Rule]) -> Iterator[Rule]:
    names: tuple[Pattern, ...] = ()
    for rule in rules:
        names = names or tuple(called(world, action))
        if _matches(names, rule.before or rule.after) and not _matches(names, rule.unless) and _is_due(rule, state):
            yield rule


def _is_due(rule: Rule, state: State) -> bool:
    return holds(rule.when, state) and not (rule.once and state.is_marked("ruled", rule.id))


def _followed(rule: Rule, state: State, draws: Draws) -> Step:
    ruled = Ruled(rule.id, rule.tell.read(state))
    if rule.once:
        state = state.with_mark("ruled", rule.id)
    state, events = apply_effects(rule.do, state, draws)
    return state, (ruled, *events)


def called(world: World, action: Action) -> Iterator[Pattern]:
    """Yield what rules may call an action: a choice goes by its tags, too."""
    if isinstance(action, Talk):
        yield tuple(part for part in ("talk", action.person, action.offer or action.topic) if part)
        return
    words = tuple(format_action(action).split(" "))
    yield words
    if isinstance(action, Choose):
        yield from ((words[0], f"{TAGGED}{tag}") for tag in world.choices[action.choice].tags)


def _matches(names: Iterable[Pattern], patterns: Iterable[Pattern]) -> bool:
    return any(words[: len(pattern)] == pattern for pattern in patterns for words in names)
