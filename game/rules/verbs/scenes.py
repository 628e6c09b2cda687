"""The verb of scenes: taking a choice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from game.rules.actions import Choose, format_action
from game.rules.draws import Draws
from game.rules.effects import Step, apply_effects
from game.rules.events import Chosen, Refused
from game.rules.settle import follow
from game.rules.sight import Reach
from game.rules.state import State
from game.rules.texts import holds
from game.rules.views import shown_choices
from game.rules.world import World


class Choosing:
    """Take a choice of the open scene; unless the choice stays, the scene is over, and another may follow it."""

    takes_time: ClassVar[bool] = True

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[Choose]:
        return (Choose(each.id) for each in shown_choices(world, state))

    def apply(self, world: World, state: State, action: Choose, draws: Draws) -> Step:
        choice = world.choices[action.choice]
        if not holds(choice.when, state):
            return state, (Refused(format_action(action), "not_now", choice.refuse.read(state)),)
        state = state.with_mark("chosen", choice.id)
        if not choice.stay:
            state = state.with_mark("over", choice.scene, scene="", scene_at="")
        state, events = apply_effects(choice.do, state, draws)
        if not choice.then:
            return state, (Chosen(choice.id), *events)
        state, more = follow(world.scenes[choice.then], state, draws)
        return state, (Chosen(choice.id), *events, *more)
