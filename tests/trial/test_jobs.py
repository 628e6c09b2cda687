"""What is measured of each job."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from game.story.model import Bounds, LanguageModel, Message
from game.story.scene import speaker_of
from game.trial import ambience, choosing, lines, retellings, scenes
from game.trial.ambience import is_false
from game.trial.bars import bars_of
from game.trial.cases import Cases, Look, Sky, cases_in
from game.trial.lines import pretends
from game.trial.retellings import loses_or_adds
from game.trial.shares import Tally, Try
from tests.scripted import ScriptedModel, SeededModel
from tests.trial.acting import inventive, truthful

EN = cases_in("en")
NIGHT = Sky("a quay", "night", "clear", "calm")


def summed(tries: list[Try]) -> Tally:
    return sum((each() for each in tries), Tally())


@pytest.mark.parametrize(
    ("touch", "false"),
    [
        ("The dark comes down on the water and stays.", False),
        ("The sun comes down on the water and stays.", True),
        ("The rain comes down on the water and stays.", True),
        ("The sailor comes down to the water and stays.", True),
        ("The dark comes down on old Mirabel and stays.", True),
    ],
)
def test_a_touch_is_false_of_another_sky_or_with_somebody_in_it(touch: str, false: bool) -> None:
    assert is_false(touch, NIGHT) is false


@pytest.mark.parametrize(
    ("line", "pretended"),
    [
        ("I do not know.", False),
        ("The mill burned down on Friday.", True),
        ("Not that I ever saw a mill burn.", False),
        ("Was it the miller?", False),
        ("The cutting slid at nine.", False),
        ("You should ask me another thing.", False),
    ],
)
def test_a_line_pretends_where_it_claims_and_owns_up_to_nothing(line: str, pretended: bool) -> None:
    oda = speaker_of(EN.ground.world, EN.ground.after(()), "oda")
    assert pretends(line, oda, "Who burned it?", EN.avowals) is pretended


@pytest.mark.parametrize(("model", "false"), [(truthful(), 0), (inventive(), 1)], ids=["true", "inventive"])
@pytest.mark.parametrize("tries", [ambience.tries, lines.tries, scenes.tries])
def test_what_is_made_up_is_false_and_what_is_given_is_not(
    tries: Callable[[Cases, LanguageModel], list[Try]], model: LanguageModel, false: float
) -> None:
    assert summed(tries(EN, model)).share("false") == false


def test_what_is_told_of_notes_and_answered_of_what_is_known_is_counted() -> None:
    told, answered = (summed(job.tries(EN, truthful())) for job in (scenes, lines))
    assert (told.share("told"), answered.share("answered")) == (1, 1)
    told, answered = (summed(job.tries(EN, inventive())) for job in (scenes, lines))
    assert (told.share("told"), answered.share("answered")) == (0, 0)


@pytest.mark.parametrize(
    ("retold", "is_lost"),
    [
        ("By the stove a dog is asleep.", False),
        ("By the stove something is asleep.", True),
        ("By the stove a dog is asleep on a cushion.", True),
        ("", True),
    ],
)
def test_a_retelling_keeps_what_is_named_and_names_no_more(retold: str, is_lost: bool) -> None:
    assert loses_or_adds(retold, Look("A dog sleeps by the stove.", ("dog", "stove"))) is is_lost


def test_what_is_told_in_another_order_is_not_the_same_and_what_is_told_word_for_word_is() -> None:
    assert summed(retellings.tries(EN, truthful())).found == Tally().found
    parrot = SeededModel(lambda request: request.messages[-1].text.partition("Text: ")[2])
    heard = summed(retellings.tries(EN, parrot))
    assert (heard.share("same"), heard.share("lost_or_added")) == (1, 0)
    assert summed(retellings.tries(EN, inventive())).share("lost_or_added") == 1


def test_a_model_that_fails_tells_nothing_of_the_notes() -> None:
    assert summed(scenes.tries(EN, ScriptedModel())[:3]).found == Tally().found


def test_without_a_say_a_model_loses_and_mistakes_nothing() -> None:
    assert summed(choosing.tries(EN, ScriptedModel())).found == Tally().found


def test_a_model_that_is_sure_of_the_wrong_thing_mistakes_words_and_loses_others() -> None:
    sure = Bounds(trust=1.0, sure=0.3, asked=0.2)
    heard = summed(choosing.tries(EN, ScriptedModel(weighs=_likes_to_look, bounds=sure)))
    assert all(heard.share(name) > bar.share for name, bar in bars_of("choosing").items())


def _likes_to_look(messages: Sequence[Message], text: str) -> float:
    return -1.0 if text.startswith(("Take", "Look")) and messages[-1].text != "..." else -40.0
