"""Worlds that load: one file, a folder, and what the author wrote arriving whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.errors import WorldError
from game.loader.limits import MAX_BYTES
from game.loader.load import load_world, parse_world
from game.rules.apply import begin_run
from game.rules.state import digest
from tests.kit import INN, inn


def test_a_file_is_a_world(tmp_path: Path) -> None:
    (tmp_path / "inn.toml").write_text(INN, encoding="utf-8")
    assert load_world(tmp_path / "inn.toml").title == "The Inn"


def test_a_folder_is_the_sorted_union_of_its_files(tmp_path: Path) -> None:
    head, tail = INN.split("[person.anna]")
    (tmp_path / "b.toml").write_text("[person.anna]" + tail, encoding="utf-8")
    (tmp_path / "a.toml").write_text(head, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a world", encoding="utf-8")
    world = load_world(tmp_path)
    assert digest(begin_run(world, 7).state) == digest(begin_run(inn(), 7).state)


def test_a_translation_beside_a_world_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "inn.toml").write_text(INN, encoding="utf-8")
    (tmp_path / "inn.zh.toml").write_text("nonsense", encoding="utf-8")
    assert load_world(tmp_path).title == "The Inn"


def test_only_a_language_makes_a_translation(tmp_path: Path) -> None:
    head, tail = INN.split("[person.anna]")
    (tmp_path / "inn.toml").write_text(head, encoding="utf-8")
    (tmp_path / "inn.v2.toml").write_text("[person.anna]" + tail, encoding="utf-8")
    assert load_world(tmp_path).people.keys() == {"anna"}


def test_a_file_named_for_a_language_is_no_translation_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "inn.zh.toml").write_text(INN, encoding="utf-8")
    assert load_world(tmp_path).title == load_world(tmp_path / "inn.zh.toml").title == "The Inn"


def test_a_byte_order_mark_is_no_part_of_a_world(tmp_path: Path) -> None:
    file = tmp_path / "inn.toml"
    file.write_text(INN, encoding="utf-8-sig")
    assert load_world(file).digest == inn().digest


def test_a_fact_may_be_called_like_a_question() -> None:
    text = INN.replace("[facts]", '[facts]\nmood = "tired"') + '[[lore]]\ntext = "x"\nwhen = "mood(anna) == mood"\n'
    world = parse_world(text)
    assert world.lore[0].when is not None
    assert world.lore[0].when.holds(begin_run(world, 7).state)


def test_a_bounded_number_is_a_fact_with_bounds() -> None:
    world = parse_world(INN.replace("[facts]", "[facts]\nalarm = { start = 1, min = 0, max = 3 }"))
    assert world.facts["alarm"] == 1
    assert world.names.bounds == {"alarm": (0, 3)}


def test_a_number_that_begins_beyond_its_bounds_is_reported_where_it_stands() -> None:
    with pytest.raises(WorldError, match=r"'alarm' is 4 at first, which is not within 0 and 3") as raised:
        parse_world(INN.replace("[facts]", "[facts]\nalarm = { start = 4, min = 0, max = 3 }"))
    assert "W003" in str(raised.value)


def test_a_digest_names_the_text() -> None:
    assert inn().digest == inn().digest != inn("# a word more\n").digest


def test_a_text_can_vary_with_the_state() -> None:
    room = inn().places["room"]
    state = begin_run(inn(), 7).state
    assert room.look.read(state) == "A bed."
    assert room.look.read(state.with_mark("visited", "cellar")) == "The room smells of beer."


def test_a_choice_without_an_id_is_named_after_its_scene() -> None:
    assert list(inn().choices) == ["pay", "bill.2"]


def test_control_characters_of_a_world_never_arrive() -> None:
    world = inn('[[lore]]\ntext = "red\\u001b[31m \\u202e\\u0007ink"\n')
    assert world.lore[0].text == "red[31m ink"


def test_a_missing_world_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"cannot be read \(No such file"):
        load_world(tmp_path / "none.toml")


def test_an_empty_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"There is no \.toml file"):
        load_world(tmp_path)


def test_a_file_that_is_not_utf8_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "inn.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(WorldError, match="not UTF-8"):
        load_world(tmp_path / "inn.toml")


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inn.toml").symlink_to("/etc/hostname")
    with pytest.raises(WorldError, match="is a link"):
        load_world(tmp_path / "inn.toml")


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "inn.toml").write_text(INN, encoding="utf-8")
    (tmp_path / "here").symlink_to(tmp_path / "there")
    with pytest.raises(WorldError, match="is a link"):
        load_world(tmp_path / "here")


def test_a_pipe_is_refused_unread(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "inn.toml")
    with pytest.raises(WorldError, match="is not a plain file"):
        load_world(tmp_path)


def test_the_name_of_a_file_that_cannot_be_read_is_shown_without_controls(tmp_path: Path) -> None:
    (tmp_path / "\x1bc.toml").mkdir()
    with pytest.raises(WorldError, match=r"\ufffdc\.toml is not a plain file"):
        load_world(tmp_path)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "inn.toml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(WorldError, match="larger than 8 MB"):
        load_world(tmp_path / "inn.toml")


def test_files_over_the_limit_of_a_world_are_refused(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.toml").write_text(f"# {'x' * (MAX_BYTES - 2)}", encoding="utf-8")
    with pytest.raises(WorldError, match="larger than 16 MB in all"):
        load_world(tmp_path)


def test_the_example_in_the_design_loads() -> None:
    world = parse_world(
        'schema = 1\n[world]\nid = "w"\ntitle = "W"\nstart = "a"\n[place.a]\nname = "a"\nlook = """\nLong\ntext."""\n'
    )
    assert world.places["a"].look.read(begin_run(world, 1).state) == "Long\ntext."
