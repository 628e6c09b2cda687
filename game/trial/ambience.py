"""The trial of a sentence of weather and light: is it one that can be shown, and of this hour and weather.

Knows nothing of how many there are.
"""

from __future__ import annotations

from functools import partial

from game.story.guard import Vocabulary, fits_touch, speaks_of_people
from game.story.jobs import first_sentence
from game.story.model import LanguageModel
from game.story.prompt import touch_request
from game.story.scene import Scene
from game.story.sentences import FALLBACK
from game.story.sky import is_of_now
from game.trial.asking import texts_of
from game.trial.cases import Cases, Sky
from game.trial.shares import Tally, Try, tally_of
from game.tune.examples import Ambience
from game.tune.truth import contradicted, invented

_TIMES = 2
"""Each sky is told so often, for the bar lies so low that a few sentences say little."""


def tries(cases: Cases, model: LanguageModel) -> list[Try]:
    """Return what is to be tried."""
    return [partial(_tried, cases, sky, number, model) for number, sky in enumerate(cases.skies * _TIMES)]


def _tried(cases: Cases, sky: Sky, number: int, model: LanguageModel) -> Tally:
    texts = texts_of(model, touch_request(cases.ground.world, _scene(sky), seed=number))
    touches = [first_sentence(text) for text in texts]
    return tally_of(
        {
            "false": [is_false(touch, sky) for touch in touches],
            "fit": [is_fit(touch, sky) for touch in touches],
        }
    )


def is_fit(touch: str, sky: Sky) -> bool:
    """Return whether a sentence can be shown: it passes the game's filter, and is not false."""
    no_names = Vocabulary(frozenset(), frozenset(), sky.language)
    return fits_touch(touch, no_names, ()) and not is_false(touch, sky)


def is_false(touch: str, sky: Sky) -> bool:
    """Return whether a sentence names somebody, or is of another hour or weather.

    English is looked at as examples are, which there are none of in other languages: there the game's lists say so.
    """
    if sky.language != FALLBACK:
        is_of_this = is_of_now(touch, hour=sky.hour, weather=sky.weather, language=sky.language)
        return not is_of_this or speaks_of_people(touch, sky.language)
    example = Ambience(sky.place, sky.hour, sky.weather, sky.mood, touch, sky.indoors)
    return any(True for found in (invented(example), contradicted(example)) for _ in found)


def _scene(sky: Sky) -> Scene:
    nothing: tuple[str, ...] = ()
    return Scene(
        place=sky.place,
        indoors=sky.indoors,
        hour=sky.hour,
        weather=sky.weather,
        mood=sky.mood,
        people=nothing,
        things=nothing,
        carried=nothing,
        ways=nothing,
        lore=nothing,
        language=sky.language,
    )
