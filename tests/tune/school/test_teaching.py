"""What a school teaches, and that it goes on where it was broken off."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
import torch

from game.tune.school.exam import examine
from game.tune.school.losses import liking, preference_loss
from game.tune.school.pupil import Pupil
from game.tune.school.teaching import RATE, School, rate
from game.tune.training.lessons import Choice, Lesson, Preference, Said, Writing

COMMANDS = ([70, 71, 2], [80, 81, 82, 2], [90, 2])
CHOICE = Choice(
    trunk=(10, 11, 12),
    unsaid=(13, 1),
    commands=COMMANDS,
    sayings=tuple(Said((20 + word, 21 + word, 1), means) for word in range(4) for means in (word % 3,)),
)
NO_COMMAND = Said((30, 31, 32, 1), None)
WRITING = Writing("ambience", (10, 11), tuple(((40 + each, 1), (50 + each, 51, 2)) for each in range(6)))
LIKINGS = (
    Preference((10, 11, 1), better=(60, 61, 2), worse=(62, 63, 64, 2)),
    Preference((10, 12, 1), better=(65, 2), worse=(66, 2)),
)
LESSONS: list[Lesson] = [Choice(CHOICE.trunk, CHOICE.unsaid, CHOICE.commands, (*CHOICE.sayings, NO_COMMAND)), WRITING]
ONE_OF_EACH = (*LESSONS, LIKINGS[0])


def school(source: Path, kept: Path, *lessons: Lesson, passes: float = 12, seed: int = 3) -> School:
    return School(Pupil(source, device="cpu", seed=seed), lessons or LESSONS, passes, seed, kept, saved_every=5)


def test_what_is_taught_is_known_afterwards(source: Path, tmp_path: Path) -> None:
    taught = school(source, tmp_path / "kept", passes=40)
    before = examine(taught.pupil, LESSONS)
    *_, last = taught.teach()
    after = examine(taught.pupil, LESSONS)
    assert last.step == last.steps == 80
    assert set(last.losses) == {"choosing", "ambience"}
    assert after.perplexity["ambience"] < 0.5 * before.perplexity["ambience"]
    assert after.chosen == 1.0
    assert after.parted > 0.7
    assert after.sayings == 5


def test_what_was_liked_becomes_likelier_than_what_was_liked_less(source: Path, tmp_path: Path) -> None:
    pupil = Pupil(source, device="cpu", seed=3)
    before = [liking(pupil, each).detach() for each in LIKINGS]
    for _ in School(pupil, LIKINGS, passes=20, seed=3, kept=tmp_path / "kept").teach():
        pass
    for each, was in zip(LIKINGS, before, strict=True):
        better, worse = liking(pupil, each) - was
        assert better > 0
        assert better - worse > 2
    marks = examine(pupil, LIKINGS)
    assert (marks.preferred, marks.likings, marks.perplexity) == (1.0, 2, {})


def test_a_preference_is_lost_least_where_the_pupil_has_come_to_like_it(source: Path) -> None:
    pupil = Pupil(source, device="cpu", seed=3)
    (liked, _), now = LIKINGS, liking(Pupil(source, device="cpu", seed=3), LIKINGS[0]).detach()
    farther = [preference_loss(pupil, liked, now + torch.tensor([less, -less])).item() for less in (-9.0, 0.0, 9.0)]
    assert farther == sorted(farther)


def test_a_training_that_was_broken_off_ends_as_if_it_had_not_been(source: Path, tmp_path: Path) -> None:
    whole = school(source, tmp_path / "whole", *ONE_OF_EACH, passes=6)
    for _ in whole.teach():
        pass
    broken_off = school(source, tmp_path / "kept", *ONE_OF_EACH, passes=6)
    assert [each.step for each in islice(broken_off.teach(), 13)] == list(range(1, 14))
    again = school(source, tmp_path / "kept", *ONE_OF_EACH, passes=6)
    assert [each.step for each in again.teach()] == list(range(11, 19))
    for one, other in zip(whole.pupil.parameters(), again.pupil.parameters(), strict=True):
        torch.testing.assert_close(one, other)


def test_another_training_is_begun_from_its_beginning(source: Path, tmp_path: Path) -> None:
    for _ in islice(school(source, tmp_path / "kept").teach(), 13):
        pass
    assert next(iter(school(source, tmp_path / "kept", seed=4).teach())).step == 1


def test_half_a_training_of_another_pupil_is_not_gone_on_with(source: Path, tmp_path: Path) -> None:
    one, other = (school(source, tmp_path / "kept") for _ in range(2))
    one.of, other.of = "one", "other"
    for _ in islice(one.teach(), 13):
        pass
    assert next(iter(other.teach())).step == 1


def test_what_was_kept_and_cannot_be_read_is_not_gone_on_with(source: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"half of a file")
    assert next(iter(school(source, tmp_path / "kept").teach())).step == 1


@pytest.mark.parametrize("steps", [10, 1000])
def test_learning_is_never_faster_than_its_rate_and_slow_in_the_end(steps: int) -> None:
    rates = [rate(step, steps) for step in range(steps)]
    assert 0 < max(rates) <= RATE
    assert rates[-1] < 0.2 * RATE
