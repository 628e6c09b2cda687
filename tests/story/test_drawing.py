"""How the words of each job are drawn in a world."""

from __future__ import annotations

import json
from dataclasses import asdict
from threading import Event

from game.rules.apply import begin_run
from game.rules.world import World
from game.story.drawing import Job, names_in, sampling_of
from game.story.memory import Remembered
from game.story.model import Done, Request, Sampling, ask
from game.story.prompt import line_request, scene_fixed, scene_request, touch_request
from game.story.rewording.asking import retelling_request
from game.story.scene import scene_of, speaker_of
from game.story.sentences import sentences_for
from tests.kit import inn
from tests.scripted import ScriptedModel

PLAIN = inn()
OWN = inn('[world.voice]\navoid = ["a tapestry"]\n[world.sampling]\ntemperature = 0.9\nxtc_probability = 0.2\n')
JOBS: tuple[Job, ...] = ("touch", "line", "retelling", "scene")


def requests(world: World) -> list[Request]:
    """Return a request for each job in a world where it begins."""
    state = begin_run(world, 7).state
    scene = scene_of(world, sentences_for("en"), state)
    return [
        touch_request(world, scene, seed=1),
        line_request(world, speaker_of(world, state, "anna"), "", (), seed=1),
        retelling_request(world, "A bed.", seed=1),
        scene_request(world, Remembered("", ()), "", [], scene, seed=1),
    ]


def test_a_worlds_own_numbers_reach_every_request() -> None:
    drawn = [(each.sampling.temperature, each.sampling.xtc_probability) for each in requests(OWN)]
    assert drawn == [(0.9, 0.2)] * 4


def test_what_a_world_leaves_out_is_as_the_game_has_it() -> None:
    for job in JOBS:
        ours, own = sampling_of(PLAIN, job), sampling_of(OWN, job)
        assert (own.min_p, own.dry_multiplier) == (ours.min_p, ours.dry_multiplier)
        assert ours.temperature < 0.9


def test_what_a_world_avoids_is_banned_in_every_request_and_in_no_prompt() -> None:
    assert all(each.sampling.banned[0] == "a tapestry" for each in requests(OWN))
    assert "tapestry" not in scene_fixed(OWN).text


def test_what_is_worn_is_banned_in_every_world() -> None:
    assert all("testament to" in each.sampling.banned for each in requests(PLAIN))
    assert len(set(requests(OWN)[0].sampling.banned)) == len(requests(OWN)[0].sampling.banned)


def test_the_names_in_scope_are_spared() -> None:
    touch, line, _, scene = requests(PLAIN)
    assert (touch.sampling.spared, line.sampling.spared) == ((), ("Anna",))
    assert scene.sampling.spared == ("hall", "Anna", "brass", "lamp", "oak", "table")


def test_what_is_elsewhere_is_not_spared() -> None:
    scene = scene_of(PLAIN, sentences_for("en"), begin_run(PLAIN, 7).state)
    assert "ring" not in names_in(scene)


def test_a_name_is_spared_word_by_word_and_as_it_is_written() -> None:
    names = ("the Bells of St. Ives", "an old bell", "the Bells")
    assert sampling_of(PLAIN, "scene", names=names).spared == ("Bells", "St.", "Ives", "old", "bell")


def test_a_name_without_spaces_is_spared_whole() -> None:
    assert sampling_of(inn(), "scene", names=("钟", "里长")).spared == ("钟", "里长")


def test_a_reply_tells_by_what_numbers_it_was_drawn_and_none_of_the_words() -> None:
    *_, scene = requests(OWN)
    *_, done = ask(ScriptedModel(["Fog."]), scene, Event())
    assert isinstance(done, Done)
    assert done.sampling is not None
    assert (done.sampling.temperature, done.sampling.spared, done.sampling.banned) == (0.9, (), ())
    assert len(json.dumps(asdict(done))) < 500


def test_sampling_without_its_words_is_otherwise_the_same() -> None:
    assert Sampling(0.3, spared=("a",), banned=("b",)).numbers() == Sampling(0.3)
