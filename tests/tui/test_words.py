"""The small pieces of the screen that are plain functions: figures, entries, digits, the two languages."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.color import Color

from game.storage.records import RunSummary
from game.story.model import Done
from game.tui.entries import age, run_entries, world_entries
from game.tui.figures import count_words, figures_of
from game.tui.home import WorldCard
from game.tui.keys import PLAY_KEYS
from game.tui.themes import THEMES
from game.tui.widgets.command import is_whole
from game.tui.words import WORDS, Words
from tests.tui.stage import NOON

REPLY = Done("stop", prompt_tokens=100, read_tokens=25, written_tokens=12, first_token_s=0.5, total_s=2.5)


def test_figures_are_of_the_whole_telling() -> None:
    figures = figures_of([REPLY, REPLY], "one two three four")
    assert figures is not None
    assert (figures.first_word_s, figures.words_per_s, figures.reused) == (0.5, 1.0, 0.75)


@pytest.mark.parametrize(("ahead_s", "waited_s"), [(0.0, 0.5), (0.2, 0.3), (0.5, 0.0), (2.5, 0.0)])
def test_the_first_word_took_what_the_player_waited(ahead_s: float, waited_s: float) -> None:
    figures = figures_of([replace(REPLY, ahead_s=ahead_s)], "one two")
    assert figures is not None
    assert figures.first_word_s == pytest.approx(waited_s)


def test_an_authors_telling_has_no_figures() -> None:
    assert figures_of([], "words") is None


@pytest.mark.parametrize(("text", "count"), [("", 0), ("one two", 2), ("潮水退了。", 4), ("naïve café", 2)])
def test_words_are_counted_in_scripts_without_spaces_too(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("typed", "choices", "whole"),
    [
        *(("1", 9, True), ("1", 10, False), ("2", 12, True), ("12", 12, True), ("13", 12, False)),
        *(("0", 5, False), ("", 5, False), ("1", 0, False), ("9" * 5_000, 5, False)),
    ],
)
def test_a_digit_is_a_choice_when_no_other_could_follow(typed: str, choices: int, *, whole: bool) -> None:
    assert is_whole(typed, choices) == whole


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "just now"), (-5, "just now"), (1, "1 minute ago"), (130, "2 hours ago"), (3_000, "2 days ago")],
)
def test_ages_are_said_as_people_say_them(minutes: int, said: str) -> None:
    assert age(NOON - timedelta(minutes=minutes), NOON) == said


def test_a_run_of_a_world_that_is_gone_cannot_be_opened() -> None:
    run = RunSummary("one", Path("one"), "atlantis", 3, NOON)
    (entry,) = run_entries([run], {}, NOON)
    assert "atlantis" in entry.title
    assert "not among the worlds" in entry.problem


def test_a_world_that_cannot_be_played_says_so_in_words() -> None:
    (entry,) = world_entries([WorldCard("cave", "The Cave", problem="No.")])
    assert entry.note == "cannot be played"


@pytest.mark.parametrize("language", WORDS)
def test_every_language_tells_of_every_key(language: str) -> None:
    assert list(PLAY_KEYS[language]) == list(PLAY_KEYS["en"])
    assert all(PLAY_KEYS[language].values())


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_every_word_and_its_slots(language: str) -> None:
    for each in fields(Words):
        assert ("{0}" in getattr(WORDS[language], each.name)) == ("{0}" in getattr(WORDS["en"], each.name))


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_colour_can_be_read_on_both_grounds(theme: str) -> None:
    colours = THEMES[theme]
    texts = [colours.foreground, colours.primary, colours.secondary, colours.error, colours.variables["muted"]]
    for ground in (colours.background, colours.panel):
        for text in texts:
            assert text is not None
            assert ground is not None
            assert _contrast(Color.parse(text), Color.parse(ground)) >= 4.5


def _contrast(first: Color, second: Color) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
