"""What follows every action by itself: scenes begin and close, quests begin and are done, the story ends.

Knows nothing of verbs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.rules.draws import Draws
from game.rules.effects import Step, apply_effects
from game.rules.events import Ended, Event, QuestBegan, QuestDone, SceneBegan
from game.rules.state import State
from game.rules.views import open_choices, open_scene
from game.rules.world import Scene, World, holds

_Follow = Callable[[World, State, Draws], Step]


def settle(world: World, state: State, draws: Draws, *, scenes: bool) -> Step:
    """Return the state once everything due has happened. scenes says whether a scene may begin now."""
    events: tuple[Event, ...] = ()
    follows: tuple[_Follow, ...] = (_quests, _endings, _scenes, _quests, _endings) if scenes else (_quests, _endings)
    for follow in follows:
        if state.ending:
            break
        state, more = follow(world, state, draws)
        events += more
    return state, events


def begin(scene: Scene, state: State, draws: Draws) -> Step:
    """Return the state with scene begun. One without choices is over once told, and leaves the open scene open."""
    state = state.with_mark("seen", scene.id)
    state = replace(state, scene=scene.id) if scene.choices else state.with_mark("over", scene.id)
    state, events = apply_effects(scene.do, state, draws)
    return state, (SceneBegan(scene.id), *events)


def _scenes(world: World, state: State, draws: Draws) -> Step:
    state = _closed(world, state)
    due = _due(world, state)
    return begin(due, state, draws) if due else (state, ())


def _closed(world: World, state: State) -> State:
    """Return the state with the open scene closed if its condition fails, or if it holds but has no choice left."""
    scene = open_scene(world, state)
    if scene is None:
        return state
    if scene.hold:
        return state if open_choices(world, state) else replace(state, scene="").with_mark("over", scene.id)
    return state if holds(scene.when, state) else replace(state, scene="")


def _due(world: World, state: State) -> Scene | None:
    """Return the scene that begins now: the first of the highest priority, above that of the one that is open."""
    current = open_scene(world, state)
    if current is not None and current.hold:
        return None
    best: Scene | None = None
    for scene in world.scenes.values():
        rival = best or current
        if rival is not None and scene.priority <= rival.priority:
            continue
        if not _is_over(scene, state) and holds(scene.when, state):
            best = scene
    return best


def _is_over(scene: Scene, state: State) -> bool:
    return scene.once and state.is_marked("over", scene.id)


def _quests(world: World, state: State, draws: Draws) -> Step:
    events: tuple[Event, ...] = ()
    for quest in world.quests.values():
        if not state.is_marked("begun", quest.id) and holds(quest.when, state):
            state = state.with_mark("begun", quest.id)
            events += (QuestBegan(quest.id),)
        if state.is_marked("begun", quest.id) and not state.is_marked("done", quest.id) and quest.done.holds(state):
            state = state.with_mark("done", quest.id)
            events += (QuestDone(quest.id),)
    return state, events


def _endings(world: World, state: State, draws: Draws) -> Step:
    due = next((each for each in world.endings.values() if each.when.holds(state)), None)
    if due is None:
        return state, ()
    return replace(state, ending=due.id, scene=""), (Ended(due.id),)
