"""What follows every action by itself: scenes begin and close, quests begin and are done, the story ends.

Knows nothing of verbs.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from game.rules import ruling
from game.rules.draws import Draws
from game.rules.effects import Step, apply_effects
from game.rules.events import Ended, Event, PersonMoved, QuestAdvanced, QuestBegan, QuestDone, SceneBegan
from game.rules.hearsay import pass_on
from game.rules.state import State
from game.rules.texts import NO_TEXT, holds
from game.rules.views import has_open_choice, is_spent, open_scene, stage_of
from game.rules.world import Quest, Scene, World

_Follow = Callable[[World, State, Draws], Step]


def settle(world: World, state: State, draws: Draws, *, scenes: bool) -> Step:
    """Return the state once everything due has happened. scenes says whether a scene may begin now."""
    events: tuple[Event, ...] = ()
    follows: tuple[_Follow, ...] = (_quests, _endings)
    if scenes:
        follows = (ruling.as_time_passes, _appointments, pass_on, _quests, _endings, _scenes, _quests, _endings)
    for each in follows:
        if state.ending:
            break
        state, more = each(world, state, draws)
        events += more
    return state, events


def begin(scene: Scene, state: State, draws: Draws) -> Step:
    """Return the state with scene begun. One without choices is over once told, and the open one stays open."""
    began = SceneBegan(scene.id, scene.text.read(state))
    opened = {"scene": scene.id, "scene_at": ""} if scene.choices else {}
    state = state.with_mark("seen", scene.id, **opened)
    if scene.cooldown:
        state = state.but(began={**state.began, scene.id: state.time})
    if not scene.choices:
        state = state.with_mark("over", scene.id)
    state, events = apply_effects(scene.do, state, draws)
    return state, (began, *events)


def follow(scene: Scene, state: State, draws: Draws) -> Step:
    """Return the state with a scene begun that another led to: it stays open in this place, whatever its condition."""
    state, events = begin(scene, state, draws)
    return (state.but(scene_at=state.place) if state.scene == scene.id else state), events


def _scenes(world: World, state: State, draws: Draws) -> Step:
    state = _closed(world, state)
    due = _drawn(_due(world, state), draws)
    if due is None:
        return state, ()
    state, events = begin(due, state, draws)
    return (state if due.choices else _closed(world, state)), events  # what it did may have taken the open one's ground


def _closed(world: World, state: State) -> State:
    """Return the state with the open scene closed: one with no choice left for good, or whose condition fails."""
    scene = open_scene(world, state)
    if scene is None:
        return state
    none_left = all(is_spent(choice, state) for choice in scene.choices)
    if none_left or (scene.hold and not has_open_choice(scene, state)):
        return state.with_mark("over", scene.id, scene="", scene_at="")
    if scene.hold:
        return state
    stays = state.scene_at == state.place if state.scene_at else holds(scene.when, state)
    return state if stays else _left(state)


def _left(state: State) -> State:
    return state.but(scene="", scene_at="")


def _due(world: World, state: State) -> list[Scene]:
    """Return the scenes that may begin now: those of the highest priority, above that of the one that is open."""
    current = open_scene(world, state)
    if current is not None and not has_open_choice(current, state):
        current = None
    if current is not None and current.hold:
        return []
    best: list[Scene] = []
    for scene in world.scenes.values():
        if current is not None and scene.priority <= current.priority:
            continue
        if best and (scene.priority < best[0].priority or (scene.priority == best[0].priority and not scene.weight)):
            continue
        if scene.id != state.scene and not _is_over(scene, state) and holds(scene.when, state):
            best = [*best, scene] if best and scene.priority == best[0].priority else [scene]
    return best


def _drawn(due: list[Scene], draws: Draws) -> Scene | None:
    """Return the first scene, or one drawn from those that have a weight if the first has one."""
    if not due or not due[0].weight:
        return due[0] if due else None
    weights = [scene.weight or 0 for scene in due]
    drawn = draws.roll(sum(weights)) if len(due) > 1 else 1
    return next(scene for scene, reached in zip(due, accumulate(weights), strict=True) if drawn <= reached)


def _is_over(scene: Scene, state: State) -> bool:
    """Return whether a scene is over for good, or rests since it began last."""
    if scene.once and state.is_marked("over", scene.id):
        return True
    return scene.cooldown is not None and state.time - state.began.get(scene.id, -scene.cooldown) < scene.cooldown


def _appointments(world: World, state: State, draws: Draws) -> Step:
    events: tuple[Event, ...] = ()
    for person in world.people.values():
        kept = next((each for each in person.schedule if each.when.holds(state)), None)
        start = state.where[person.id]
        if kept is None or kept.at == start:
            continue
        text = {start: kept.leave, kept.at: kept.arrive}.get(state.place, NO_TEXT).read(state)
        state = state.but(where={**state.where, person.id: kept.at})
        events += (PersonMoved(person.id, start, kept.at, text),)
    return state, events


def _quests(world: World, state: State, draws: Draws) -> Step:
    events: tuple[Event, ...] = ()
    for quest in world.quests.values():
        if not state.is_marked("begun", quest.id) and holds(quest.when, state):
            state = state.with_mark("begun", quest.id)
            events += (QuestBegan(quest.id),)
        if state.is_marked("begun", quest.id) and not state.is_marked("done", quest.id):
            state, more = _advanced(quest, state)
            events += more
    return state, events


def _advanced(quest: Quest, state: State) -> Step:
    """Return the state with each stage done whose turn and time have come, and the quest if that was all of it."""
    events: tuple[Event, ...] = ()
    while (number := stage_of(quest, state)) < len(quest.stages) and quest.stages[number].done.holds(state):
        state = state.with_mark("stage", f"{quest.id}.{number + 1}")
        events += (QuestAdvanced(quest.id, number + 1),)
    if quest.done.holds(state) if quest.done else number == len(quest.stages):
        return state.with_mark("done", quest.id), (*events, QuestDone(quest.id))
    return state, events


def _endings(world: World, state: State, draws: Draws) -> Step:
    for each in world.endings.values():
        if each.when.holds(state):
            return _left(state).but(ending=each.id), (Ended(each.id),)
    return state, ()
