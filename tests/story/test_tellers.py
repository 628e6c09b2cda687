"""The three ways of telling, with a scripted model: who speaks, what is held back, what stands when the model fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from threading import Event

import pytest

from game.errors import ModelError, ModelLost
from game.loader.load import parse_world
from game.rules.apply import begin_run
from game.rules.world import World
from game.story.abilities import Job, Trust
from game.story.gating.judge import Judges, Lenient
from game.story.guarding.guard import Guard
from game.story.memory import Entry
from game.story.model import Done, Message, Phase, Reply, Request
from game.story.narrator import Narrator, Way
from game.story.passages import Grew, Opened, Passage, format_passages, gather, parse_passages
from game.story.prompt import line_request, settled_line_request
from game.story.scene import speaker_of
from game.story.sentences import sentences_for
from game.story.tellers.modelled import MOST_PUT_OFF
from game.story.turn import PastTurn, Turn, exchanges, telling_seed
from tests.kit import INN, inn, play, step
from tests.scripted import Asked, ScriptedModel
from tests.story.gating.judging import Censor

WORLD = inn()


def telling(
    model: ScriptedModel,
    words: str,
    way: Way | None,
    past: Iterable[PastTurn] = (),
    *,
    world: World = WORLD,
    judges: Judges = Lenient,
) -> list[Passage]:
    """Return the passages of one turn from the start."""
    state = begin_run(world, 7).state
    turn = Turn(words, state, step(world, state, words), tuple(past), 1)
    narrator = Narrator(world, sentences_for("en"), model, asked=way, judges=judges)
    return list(
        gather(piece for piece in narrator.tell(turn, Event(), way=narrator.way) if isinstance(piece, Opened | Grew))
    )


def test_authored_never_asks_the_model() -> None:
    model = ScriptedModel(["Never heard."])
    assert [passage.source for passage in telling(model, "wait", "authored")] == ["author"]
    assert model.requests == []


def test_blend_shows_the_author_and_then_a_touch() -> None:
    passages = telling(ScriptedModel(["Fog lies on the water like wool. And"]), "wait", "blend")
    assert [(each.kind, each.text) for each in passages] == [
        ("result", "Time passes."),
        ("touch", "Fog lies on the water like wool."),
    ]


def test_blend_shows_no_touch_that_does_not_fit() -> None:
    assert [each.kind for each in telling(ScriptedModel(["You feel cold."]), "wait", "blend")] == ["result"]


SMALL = 135_000_000
RAINY = parse_world(INN.replace('hour = "night"', 'hour = "night"\nweather = "thin rain"', 1))
SAID = [PastTurn.of(1, "talk to anna", (Passage("line", "We are full.", speaker="anna"),))]


@pytest.mark.parametrize(("parameters", "is_held"), [(SMALL, True), (3_000_000_000, False)])
@pytest.mark.parametrize("words", ["wait", "talk to anna"])
def test_only_a_small_model_is_held_to_words(words: str, parameters: int, is_held: bool) -> None:
    model = ScriptedModel(["Fog lies on the water like wool."], parameters=parameters)
    telling(model, words, "blend", SAID, world=RAINY)
    assert {bool(request.sampling.words) for request in model.requests} == {is_held}


@pytest.mark.parametrize("words", ["wait", "talk to anna"])
def test_a_small_model_says_nothing_unasked(words: str) -> None:
    model = ScriptedModel(
        ["I do not know, and I never did."],
        parameters=SMALL,
        known=(Trust("en", frozenset({"choosing"}), "catalogue"),),
    )
    assert {each.source for each in telling(model, words, None, SAID, world=RAINY)} == {"author"}
    assert model.requests == []


@pytest.mark.parametrize(("parameters", "kinds"), [(SMALL, []), (3_000_000_000, ["touch"])])
def test_beside_the_authors_own_description_a_small_model_is_silent(parameters: int, kinds: list[str]) -> None:
    model = ScriptedModel(["Fog lies on the water like wool."], parameters=parameters)
    assert [each.kind for each in telling(model, "look", "blend") if each.source == "model"] == kinds
    assert bool(model.requests) == bool(kinds)


def test_a_small_model_says_nothing_where_no_weather_is_known() -> None:
    model = ScriptedModel(["Rain comes down and is cold on the stone."] * 2, parameters=SMALL)
    assert [each.kind for each in telling(model, "wait", "blend", world=RAINY)] == ["result", "touch"]
    assert [each.kind for each in telling(model, "wait", "blend", world=WORLD)] == ["result"]


def test_a_small_model_finds_words_for_somebody_only_where_the_authors_would_come_again() -> None:
    model = ScriptedModel(["I do not know, and I never did."], parameters=SMALL)
    assert telling(model, "talk to anna", "blend") == [Passage("line", "We are full.", speaker="anna")]
    assert model.requests == []
    (line,) = telling(model, "talk to anna", "blend", SAID)
    assert (line.text, line.source) == ("I do not know, and I never did.", "model")


def test_a_touch_is_never_said_twice() -> None:
    said = "Fog lies on the water like wool."
    past = [PastTurn.of(1, "wait", (Passage("touch", said, source="model"),))]
    assert [each.kind for each in telling(ScriptedModel([said]), "wait", "blend", past)] == ["result"]


def test_no_touch_when_something_else_was_done() -> None:
    model = ScriptedModel(["Fog lies on the water like wool."])
    assert [each.kind for each in telling(model, "take lamp", "blend")] == ["result"]
    assert model.requests == []


def test_a_persons_fitting_words_are_the_models() -> None:
    (line,) = telling(ScriptedModel(['"I never sleep before the guests do."']), "talk to anna", "blend")
    assert line == Passage("line", "I never sleep before the guests do.", speaker="anna", source="model")


def test_a_persons_unfit_words_are_the_authors() -> None:
    (line,) = telling(ScriptedModel(["The bishop is upstairs, I swear."]), "talk to anna", "blend")
    assert line == Passage("line", "We are full.", speaker="anna")


def test_a_line_that_none_may_say_is_told_again_without_what_offended() -> None:
    model = ScriptedModel(["I saw a ghost.", "The Bishop sleeps.", "I never sleep."])
    (line,) = telling(model, "talk to anna", "blend", judges=Censor(ghost="absent"))
    assert (line.text, line.source) == ("I never sleep.", "model")
    first, second, third = model.requests
    assert first.messages == second.messages == third.messages
    assert len({each.seed for each in model.requests}) == 3
    assert set(second.sampling.banned) - set(first.sampling.banned) == {"ghost"}
    assert set(third.sampling.banned) - set(second.sampling.banned) == {"The Bishop sleeps"}


def test_a_line_is_told_again_twice_at_most() -> None:
    model = ScriptedModel(["I saw a ghost."] * 4)
    (line,) = telling(model, "talk to anna", "blend", judges=Censor(ghost="absent"))
    assert (line.source, len(model.requests)) == ("author", 3)


_LONG_LINE = f"I saw a ghost {'and then ' * 10}go. I ran."


def test_a_line_that_was_long_waited_for_is_not_told_again() -> None:
    model = ScriptedModel([_LONG_LINE])
    (line,) = telling(model, "talk to anna", "blend", judges=Censor(ghost="absent"))
    assert (line.source, len(model.requests)) == ("author", 1)


class Foreseeing(ScriptedModel):
    """Has told a share of everything before anybody waited."""

    def __init__(self, replies: Sequence[str], *, share: float) -> None:
        super().__init__(replies)
        self._share = share

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        for each in super().reply(request, stop, due):
            yield replace(each, ahead_s=self._share * each.total_s) if isinstance(each, Done) else each


def test_what_nobody_waited_for_is_not_held_against_a_line() -> None:
    model = Foreseeing([_LONG_LINE], share=1.0)
    telling(model, "talk to anna", "blend", judges=Censor(ghost="absent"))
    assert len(model.requests) == 3


def test_a_line_that_took_long_ahead_is_not_told_again_for_one_who_waits_now() -> None:
    model = Foreseeing([_LONG_LINE], share=0.9)
    telling(model, "talk to anna", "blend", judges=Censor(ghost="absent"))
    assert len(model.requests) == 1


def test_each_time_that_a_line_was_told_has_its_account() -> None:
    state = begin_run(WORLD, 7).state
    turn = Turn("hello", state, step(WORLD, state, "talk to anna"), (), 1)
    model = ScriptedModel(["The Bishop sleeps.", "I never sleep."])
    narrator = Narrator(WORLD, sentences_for("en"), model, asked="blend")
    pieces = list(narrator.tell(turn, Event(), way="blend"))
    first, again = (each.account for each in pieces if isinstance(each, Done) and each.account)
    assert (first.number, again.number, again.asked, again.is_given_up) == (0, 1, "", False)
    assert [each.fate for each in (*first.heard, *again.heard)] == ["unfit", ""]


def test_a_person_does_not_say_the_same_again() -> None:
    past = [PastTurn.of(1, "hi", (Passage("line", "I never sleep at all.", speaker="anna", source="model"),))]
    assert telling(ScriptedModel(["I never sleep at all."]), "talk to anna", "blend", past)[0].source == "author"


LOOK = "A bell hangs on the wall. Rain falls on the sill."
AGAIN = "Rain falls on the sill. On the wall hangs a bell."
BELL = parse_world(INN.replace('look = ["The fire is out.", { when = "paid", text = "never" }]', f'look = "{LOOK}"'))
READ = [PastTurn.of(1, "look", (Passage("place", f"{LOOK} Anna is here.", "the hall"),))]


def test_a_place_that_was_read_before_is_told_another_way_and_what_is_there_by_the_author() -> None:
    model = ScriptedModel([AGAIN])
    first, rest = telling(model, "look", "blend", READ, world=BELL)
    assert first == Passage("place", AGAIN, title="the hall", source="model")
    assert rest == Passage("place", "The brass lamp is here. Anna is here.")
    assert {"bell", "wall"} <= set(model.requests[0].sampling.words)


@pytest.mark.parametrize("told", [LOOK, "Rain falls on the sill.", "Rain falls on the sill. On the wall hangs a lamp."])
def test_a_place_is_told_in_the_authors_words_where_no_others_say_the_same(told: str) -> None:
    (place,) = telling(ScriptedModel([told]), "look", "blend", READ, world=BELL)
    assert (place.source, place.title) == ("author", "the hall")
    assert place.text.startswith(LOOK)


def test_no_place_is_told_another_way_that_was_not_read_in_these_words() -> None:
    other = [PastTurn.of(1, "look", (Passage("place", "Nothing hangs on the wall."),))]
    for past in ([], other):
        model = ScriptedModel()
        assert telling(model, "look", "blend", past, world=BELL)[0].text.startswith(LOOK)
        assert [request.slot for request in model.requests] == ["touch"]


def test_a_model_that_is_not_trusted_with_it_is_asked_for_no_place() -> None:
    model = ScriptedModel([AGAIN], parameters=135_000_000)
    assert telling(model, "look", "blend", READ, world=BELL)[0].source == "author"
    assert model.requests == []


def liking(*liked: str) -> ScriptedModel:
    """Return a small model that finds some beginnings of a text likelier than others, the first of them most."""

    def weighs(messages: Sequence[Message], text: str) -> float:
        return next((-10.0 * place for place, each in enumerate(liked, 1) if text.startswith(each)), -1_000.0)

    return ScriptedModel(parameters=SMALL, weighs=weighs)


def test_a_small_model_chooses_among_ways_that_are_made_for_it() -> None:
    model = liking("On the wall hangs", LOOK)
    first, rest = telling(model, "look", "blend", READ, world=BELL)
    assert first == Passage("place", "On the wall hangs a bell. Rain falls on the sill.", "the hall", source="model")
    assert rest.text == "The brass lamp is here. Anna is here."
    assert model.weighings[0].texts[0] == LOOK


def test_where_none_is_likely_the_author_tells() -> None:
    assert telling(liking(LOOK), "look", "blend", READ, world=BELL)[0].source == "author"


def test_a_place_is_not_told_the_same_other_way_twice_in_a_row() -> None:
    told = "On the wall hangs a bell. Rain falls on the sill."
    past = [*READ, PastTurn.of(2, "look", (Passage("place", told, source="model"),))]
    model = liking(told, "A bell hangs on the wall. On the sill falls", LOOK)
    assert telling(model, "look", "blend", past, world=BELL)[0].text.endswith("On the sill falls rain.")
    again = [*past, READ[0]]
    assert telling(model, "look", "blend", again, world=BELL)[0].text == told


def test_the_guard_lets_a_place_be_told_another_way_again_and_again() -> None:
    told = "A bell hangs on the wall. On the sill falls rain."
    past = [*READ, PastTurn.of(2, "look", (Passage("place", told, source="model"),))]
    model = liking("On the wall hangs", LOOK)
    assert telling(model, "look", "blend", past, world=BELL, judges=Guard)[0].source == "model"
    assert telling(ScriptedModel([AGAIN]), "look", "blend", past, world=BELL, judges=Guard)[0].source == "model"


def test_a_judge_holds_back_a_place_told_another_way() -> None:
    (place,) = telling(ScriptedModel([AGAIN]), "look", "blend", READ, world=BELL, judges=Censor(bell="absent"))
    assert place.source == "author"


@pytest.mark.parametrize("error", [ModelLost("gone"), ModelError("too long")])
def test_blend_goes_on_with_the_author_when_the_model_fails(error: ModelError) -> None:
    assert [each.text for each in telling(ScriptedModel([error]), "talk to anna", "blend")] == ["We are full."]


def test_the_model_tells_from_notes_and_the_author_gives_notice() -> None:
    model = ScriptedModel(["Upstairs, a bed waits."])
    state = play(WORLD, "pay her").state
    turn = Turn("up", state, step(WORLD, state, "up"), (), 1)
    pieces = Narrator(WORLD, sentences_for("en"), model, asked="model").tell(turn, Event(), way="model")
    passages = gather(piece for piece in pieces if isinstance(piece, Opened | Grew))
    assert [(each.kind, each.source) for each in passages] == [("telling", "model"), ("notice", "author")]
    assert (passages[0].title, passages[0].text) == ("the room", "Upstairs, a bed waits.")
    assert "- A bed." in model.requests[-1].messages[-1].text


def test_nothing_shown_and_a_lost_model_means_the_authors_words() -> None:
    assert telling(ScriptedModel([ModelLost("gone")]), "wait", "model") == [Passage("result", "Time passes.")]


def test_an_empty_telling_means_the_authors_words() -> None:
    assert telling(ScriptedModel([""]), "wait", "model") == [Passage("result", "Time passes.")]


def test_an_unfinished_telling_is_closed() -> None:
    assert telling(ScriptedModel(["The clock strikes and"]), "wait", "model")[0].text == "The clock strikes and…"


def test_a_stopped_telling_keeps_what_was_shown() -> None:
    gate, stop = Event(), Event()
    state = begin_run(WORLD, 7).state
    turn = Turn("wait", state, step(WORLD, state, "wait"), (), 1)
    stop.set()
    pieces = Narrator(WORLD, sentences_for("en"), ScriptedModel(["Never."], gate=gate), asked="model").tell(
        turn, stop, way="model"
    )
    assert gather(piece for piece in pieces if isinstance(piece, Opened | Grew)) == (Passage("result", "Time passes."),)


def test_a_sentence_that_fails_is_told_another_way() -> None:
    model = ScriptedModel(["It is late. A ghost walks in. It", " Time passes."])
    (passage,) = telling(model, "wait", "model", judges=Censor(ghost="absent"))
    assert (passage.text, passage.source) == ("It is late. Time passes.", "model")


def test_where_it_fails_to_the_end_the_author_says_what_is_left() -> None:
    model = ScriptedModel(["The fire is out. A ghost! And", " A ghost! And", " A ghost! And"])
    shown = [(each.source, each.text) for each in telling(model, "look", "model", judges=Censor(ghost="absent"))]
    assert shown == [("model", "The fire is out."), ("author", "The brass lamp is here. Anna is here.")]


def test_where_nothing_passes_the_author_tells_all() -> None:
    model = ScriptedModel(["A ghost! And"] * 3)
    assert telling(model, "wait", "model", judges=Censor(ghost="absent")) == [Passage("result", "Time passes.")]


def test_a_model_that_is_lost_half_way_leaves_the_rest_to_the_author() -> None:
    class Breaking(ScriptedModel):
        """Says a sentence and is lost."""

        def _is_ended(self, asked: Asked, written: int) -> bool:
            if written == 3:
                raise ModelLost("gone")
            return False

    shown = telling(Breaking(["It rains. And more."]), "wait", "model")
    assert [(each.source, each.text) for each in shown] == [("model", "It rains."), ("author", "Time passes.")]


def test_a_persons_line_that_fails_is_the_authors() -> None:
    model = ScriptedModel(['"I never sleep before the guests do."'])
    (line,) = telling(model, "talk to anna", "blend", judges=Censor(sleep="other"))
    assert line == Passage("line", "We are full.", speaker="anna")


def test_a_touch_that_fails_is_not_shown() -> None:
    model = ScriptedModel(["Fog lies on the water like wool. And"])
    assert [each.kind for each in telling(model, "wait", "blend", judges=Censor(wool="loop"))] == ["result"]


def test_notes_too_long_for_the_window_are_shortened_not_refused() -> None:
    world = inn('[place.hell]\nname = "hell"\nlook = "' + "It is long. " * 1_500 + '"\n')
    state = replace(begin_run(world, 7).state, place="hell")
    model = ScriptedModel(["Told."])
    turn = Turn("look", state, step(world, state, "look"), (), 1)
    list(Narrator(world, sentences_for("en"), model, asked="model").tell(turn, Event(), way="model"))
    asked = model.requests[-1].messages[-1]
    assert model.count([asked])[0] <= 4096 // 4
    assert "It is long." in asked.text


def test_control_characters_of_a_model_are_never_shown() -> None:
    assert telling(ScriptedModel(["A bell\x1b]52;c;x\x07 rings."]), "wait", "model")[0].text == "A bell]52;c;x rings."


@pytest.mark.parametrize(
    ("parameters", "phase", "way"),
    [(135_000_000, "ready", "blend"), (1_200_000_000, "ready", "model"), (1_200_000_000, "loading", "authored")],
)
def test_the_way_suits_the_model(parameters: int, phase: Phase, way: Way) -> None:
    model = ScriptedModel(parameters=parameters, phase=phase)
    assert Narrator(WORLD, sentences_for("en"), model).way == way


def test_without_a_model_the_author_tells() -> None:
    assert Narrator(WORLD, sentences_for("en"), None, asked="model").way == "authored"


@pytest.mark.parametrize(("jobs", "way"), [({"scene"}, "model"), ({"choosing"}, "blend"), (set(), "authored")])
def test_the_way_suits_what_a_trial_found_whatever_the_size(jobs: set[Job], way: Way) -> None:
    model = ScriptedModel(known=(Trust("en", frozenset(jobs), "trial"),))
    assert Narrator(WORLD, sentences_for("en"), model).way == way


def test_a_model_that_passed_no_trial_tells_nothing_though_it_is_asked_for() -> None:
    model = ScriptedModel(known=(Trust("en", frozenset(), "trial"),))
    assert Narrator(WORLD, sentences_for("en"), model, asked="model").way == "authored"


@pytest.mark.parametrize(
    ("known", "way"),
    [
        ((), "authored"),
        ((Trust("en", frozenset({"scene"}), "trial"),), "authored"),
        ((Trust("zh", frozenset(), "trial"),), "authored"),
        ((Trust("zh", frozenset({"scene"}), "trial"),), "model"),
    ],
)
def test_a_model_tells_in_a_language_only_what_its_trial_in_that_found(known: tuple[Trust, ...], way: Way) -> None:
    chinese = parse_world(INN.replace('start = "hall"', 'start = "hall"\nlanguage = "zh"'))
    model = ScriptedModel(known=known, parameters=8_000_000_000)
    assert Narrator(chinese, sentences_for("zh"), model).way == way
    assert Narrator(chinese, sentences_for("zh"), model, asked="model").way == way


def rested(model: ScriptedModel, past: Sequence[PastTurn], stop: Event) -> list[Request]:
    """Return what is asked of a model while the player reads."""
    narrator = Narrator(WORLD, sentences_for("en"), model, asked="model")
    narrator.settle(lambda: past, stop)
    narrator.prepare(lambda: past, stop)
    return model.requests


def long_past(letters: int) -> list[PastTurn]:
    """Return a past that has so many letters in all."""
    texts = [f"It is hour {number:02}. " * 25 for number in range(letters // 400)]
    return [PastTurn.of(number, "wait", (Passage("telling", text),)) for number, text in enumerate(texts)]


def test_settled_history_is_read_while_the_player_reads() -> None:
    requests = rested(ScriptedModel(), [PastTurn.of(1, "wait", ())], Event())
    assert [(each.slot, each.max_tokens) for each in requests] == [("narrator", 0), ("world", 0)]
    assert requests[0].messages[:1] == requests[1].messages


def test_what_all_runs_begin_with_is_read_once_when_there_is_time() -> None:
    narrator, stop = Narrator(WORLD, sentences_for("en"), model := ScriptedModel(), asked="model"), Event()
    stop.set()
    for stopped in (stop, Event(), Event()):
        narrator.settle(list, stopped)
        narrator.prepare(list, stopped)
    assert [each.slot for each in model.requests] == ["narrator", "world", "narrator"]


def test_a_history_that_is_half_full_has_the_coming_one_read_after_it() -> None:
    requests = rested(ScriptedModel(), long_past(6_000), Event())
    assert [each.slot for each in requests] == ["narrator", "narrator:coming", "world"]
    assert len(requests[1].messages) < len(requests[0].messages)


def test_a_player_who_does_not_wait_has_nothing_read_of_the_coming_history() -> None:
    stop = Event()
    stop.set()
    assert rested(ScriptedModel(), long_past(6_000), stop) == []


def test_the_coming_history_is_not_put_off_for_ever() -> None:
    narrator, past = Narrator(WORLD, sentences_for("en"), model := ScriptedModel(), asked="model"), long_past(6_000)
    for _ in range(MOST_PUT_OFF + 1):
        assert "narrator:coming" not in [each.slot for each in model.requests]
        narrator.settle(lambda: past, Event())
    assert model.requests[-1].slot == "narrator:coming"
    narrator.settle(lambda: past, Event())
    assert model.requests[-1].slot == "narrator"


def test_a_history_and_the_coming_one_fit_the_window_together() -> None:
    for letters in range(4_000, 20_000, 400):
        requests = rested(ScriptedModel(), long_past(letters), Event())
        assert sum(sum(ScriptedModel().count(each.messages)) for each in requests[:-1]) <= 4096


def test_a_turn_costs_the_same_however_many_are_counted_with_it() -> None:
    class Framing(ScriptedModel):
        """Adds to the first message and to the last, as templates do."""

        def count(self, messages: Sequence[Message]) -> list[int]:
            first, *others = super().count(messages)
            return [first + 900, *others[:-1], *(other + 500 for other in others[-1:])]

    past = long_past(12_000)
    narrator = Narrator(WORLD, sentences_for("en"), model := Framing(), asked="model")
    for number in range(1, len(past) + 1):
        narrator.settle(lambda: past[:number], Event())  # noqa: B023 - asked for at once
        narrator.prepare(lambda: past[:number], Event())  # noqa: B023
    assert model.requests[-2:] == rested(Framing(), past, Event())[:2]


def test_what_touches_and_lines_begin_with_is_read_while_the_player_reads() -> None:
    model = ScriptedModel()
    Narrator(WORLD, sentences_for("en"), model, asked="blend").settle(list, Event())
    read = [("touch", 0), ("line", 0), ("retelling", 0)]
    assert [(request.slot, request.max_tokens) for request in model.requests] == read


def test_what_was_said_with_people_who_are_there_is_read_while_the_player_reads() -> None:
    said = PastTurn.of(1, "hello", (Passage("line", "Hm.", speaker="anna"),))
    for way in ("model", "blend"):
        narrator = Narrator(WORLD, sentences_for("en"), model := ScriptedModel(), asked=way)
        for read in (narrator.settle, narrator.prepare):
            read(lambda: [said], Event(), present=["anna"])
        assert (model.requests[-1].slot, model.requests[-1].messages[-1].text) == ("person:anna", "Hm.")
        assert model.requests[-1].max_tokens == 0


@pytest.mark.parametrize(("said", "kept"), [(0, 0), (3, 3), (4, 4), (7, 7), (8, 4), (11, 7), (12, 4)])
def test_exchanges_are_dropped_four_at_a_time(said: int, kept: int) -> None:
    past = [PastTurn.of(each, "hello", (Passage("line", str(each), speaker="anna"),)) for each in range(said)]
    assert [each.text for each in exchanges(past, "anna")] == [str(each) for each in range(said - kept, said)]


def test_an_answer_goes_on_from_what_was_said_before() -> None:
    speaker, history = speaker_of(WORLD, begin_run(WORLD, 1).state, "anna"), [Entry("hello", "Hm.")]
    settled = settled_line_request("anna", history, language="en").messages
    assert line_request(WORLD, speaker, "and?", history, seed=1).messages[: len(settled)] == settled


def test_passages_round_trip() -> None:
    passages = (Passage("line", "“Hm.”\n", speaker="anna", source="model"), Passage("place", "Rain.", title="the yard"))
    assert parse_passages(format_passages(passages)) == passages


@pytest.mark.parametrize("text", ["", "3", '[{"kind": "line"}]', '[{"kind": "line", "text": "x", "colour": "red"}]'])
def test_other_text_is_no_passages(text: str) -> None:
    with pytest.raises(ValueError, match=r"passages|Expecting"):
        parse_passages(text)


def test_a_telling_has_a_seed_of_its_own() -> None:
    seeds = {telling_seed(*each) for each in ((1, "a", "look", 0), (2, "a", "look", 0), (1, "b", "look", 0))}
    seeds |= {telling_seed(1, "a", "wait", 0), telling_seed(1, "a", "look", 1)}
    assert len(seeds) == 5
    assert telling_seed(1, "a", "look", 0) == telling_seed(1, "a", "look", 0)
