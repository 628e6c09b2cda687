"""Plain mode: text in, text out, the same every time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.errors import WorldError
from game.loader.load import parse_world
from game.plain import play_plain
from game.rules.world import World
from game.session.opening import open_session
from tests.kit import INN, inn


def transcript(saves: Path, lines: list[str], *, echo: bool = True) -> str:
    """Return what plain mode prints for some lines."""
    session = open_session(inn(), saves, None, run="test", seed=7)
    out = io.StringIO()
    play_plain(session, lines, out, echo=echo)
    session.close()
    return out.getvalue()


def test_a_whole_turn_as_text(tmp_path: Path) -> None:
    assert transcript(tmp_path, ["take lamp\n", "/quit\n"]) == (
        "# The Inn\n"
        "\n"
        "You are wet through.\n"
        "\n"
        "# The hall\n"
        "\n"
        "The fire is out. The brass lamp is here. Anna is here.\n"
        "\n"
        "Anna holds out a hand.\n"
        "\n"
        "New quest: A bed for the night. Get a room.\n"
        "\n"
        "1. Pay her\n"
        "2. Ask for time\n"
        "3. Talk to Anna\n"
        "4. Take the brass lamp\n"
        "5. Go up: the room\n"
        "6. Go east: the yard\n"
        "7. Look closely at the brass lamp\n"
        "8. Look closely at the oak table\n"
        "\n"
        "> take lamp\n"
        "\n"
        "You take the brass lamp.\n"
        "\n"
        "1. Pay her\n"
        "2. Ask for time\n"
        "3. Talk to Anna\n"
        "4. Give the brass lamp to Anna\n"
        "5. Go up: the room\n"
        "6. Go east: the yard\n"
        "7. Go down: the cellar\n"
        "8. Look closely at the oak table\n"
        "9. Look closely at the brass lamp\n"
        "\n"
        "> /quit\n"
    )


def test_a_world_that_was_edited_while_a_line_was_awaited_is_read_again_before_it(tmp_path: Path) -> None:
    worlds = iter([None, parse_world(INN.replace("The fire is out.", "The fire burns."))])
    session = open_session(inn(), tmp_path, None, run="test", seed=7)
    session.edited = lambda: next(worlds)
    out = io.StringIO()
    play_plain(session, ["wait\n", "look\n"], out, echo=True)
    session.close()
    shown = out.getvalue()
    assert "\n\nThe world was read again.\n\n1. Pay her\n" in shown
    assert shown.index("> wait") < shown.index("read again") < shown.index("> look") < shown.index("The fire burns.")


def test_a_world_that_cannot_be_read_again_is_a_sentence(tmp_path: Path) -> None:
    def edited() -> World:
        raise WorldError("There is a comma too many.")

    session = open_session(inn(), tmp_path, None, run="test", seed=7)
    session.edited = edited
    out = io.StringIO()
    play_plain(session, ["look\n"], out, echo=True)
    session.close()
    assert "There is a comma too many.\n\n> look\n\n# The hall" in out.getvalue()


def test_the_same_lines_print_the_same_text(tmp_path: Path) -> None:
    lines = ["1\n", "1\n", "look\n"]
    assert transcript(tmp_path / "a", lines) == transcript(tmp_path / "b", lines)


def test_the_end_of_input_leaves_the_run_saved(tmp_path: Path) -> None:
    transcript(tmp_path, ["take lamp\n"])
    assert "You take the brass lamp." in transcript(tmp_path, [])


def test_a_persons_words_carry_their_name(tmp_path: Path) -> None:
    assert "\nAnna: “We are full.”\n" in transcript(tmp_path, ["talk to anna"])


def test_without_echo_nothing_typed_is_printed(tmp_path: Path) -> None:
    assert "> " not in transcript(tmp_path, ["look\n"], echo=False)


@pytest.mark.parametrize("typed", ["\x1b]52;c;aGk=\x07", "\x9b31m", "\u202eabc"])
def test_no_control_reaches_the_terminal(tmp_path: Path, typed: str) -> None:
    printed = transcript(tmp_path, [typed])
    assert all(character == "\n" or character.isprintable() for character in printed)
