"""What an author sees when a world is wrong: what, where, the line, a caret, and what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import WorldError
from game.loader.diagnostics import Diagnostic, Source, WorldFaults, nearest
from game.loader.load import build_world, load_world, parse_world
from tests.kit import INN


def errors(text: str) -> tuple[Diagnostic, ...]:
    """Return the findings of a world's text."""
    with pytest.raises(WorldFaults) as caught:
        parse_world(text, name="inn.toml")
    return caught.value.errors


@pytest.mark.parametrize(
    ("old", "new", "code", "message", "pointed_at", "hint"),
    [
        ('start = "hall"', 'start = "hal"', "W012", "no place 'hal'", "hal", "did you mean 'hall' (inn.toml:12)?"),
        ('east = "yard"', 'east = "yrad"', "W012", "no place 'yrad'", "yrad", "did you mean 'yard' (inn.toml:23)?"),
        ('at = "yard"\nwhen', 'at = "attic"\nwhen', "W012", "no place, person or thing 'attic'", "attic", ""),
        ('when = "paid", refuse', 'when = "paidd", refuse', "W012", "no fact or id 'paidd'", "paidd", "did you mean 'paid' (inn.toml:9)?"),
        ('do = ["coins -= 2",', 'do = ["coin -= 2",', "W012", "no fact 'coin'", "coin", "did you mean 'coins' (inn.toml:10)?"),
        ('"paid = true"]', '"paid = 1"]', "W011", "holds true or false", "1", ""),
        ('when = "coins >= 2"', 'when = "coins > > 2"', "W010", "not an expression", ">", ""),
        ('when = "coins >= 2"', 'when = "coins"', "W010", "true or false", "coins", ""),
        ('thing = "lamp"', 'thing = "lampp"', "W012", "no thing 'lampp'", "lampp", "did you mean 'lamp' (inn.toml:31)?"),
        ('tell = "She sighs."', 'then = "bil"', "W012", "no scene 'bil'", "bil", "did you mean 'bill' (inn.toml:67)?"),
        ('look = "Rain."', 'lok = "Rain."', "W003", "no key 'lok'", "lok", "did you mean 'look'?"),
        ('portable = false', 'portable = "no"', "W003", "should be true or false", '"', "write false, without quotation marks"),
        ('aliases = ["light"]', 'aliases = "light"', "W003", "should be a list", '"', 'put it in square brackets: ["light"]'),
        ('look = "Rain."', "look = 3", "W003", "should be a text or a list", "3", 'put it in quotation marks: "3"'),
        ("[place.yard]", "[place.Yard]", "W003", "an id is lower-case", "Yard]", "as in 'yard'"),
        ("[place.yard]", "[place.you]", "W005", "'you' is a word of the language", "you]", "call it otherwise, such as 'the_you'"),
        ("coins = 3", "coins = 1_000_000_000_001", "W003", "1000000000000 is the most", "1", ""),
        ("coins = 3", "coins = -1_000_000_000_001", "W003", "-1000000000000 is the least", "-", ""),
        ('mood = "tired"', "trust = 1_000_000_000_001", "W003", "1000000000000 is the most", "1", ""),
        ('[facts]', '[world.sampling]\ntemperature = 2.5\n[facts]', "W003", "2.0 is the most", "2.5", ""),
        ('[facts]', '[world.sampling]\nmin_p = "0.1"\n[facts]', "W003", "should be a number", '"', "write 0.1, without quotation marks"),
        ('[facts]', '[world.sampling]\ntop_k = 40\n[facts]', "W003", "no key 'top_k'", "top_k", ""),
        ('hour = "night"', f'hour = "{"n" * 201}"', "W003", "too long; 200 is the most", '"', ""),
        ('name = "the hall"', 'name = "the\\nhall"', "W003", "a name is one line", '"', ""),
        ('name = "the hall"', 'name = " \\u200b"', "W003", "a name is one line", '"', ""),
        ('name = "the hall"', 'name = "\\u001b"', "W003", "this is empty", '"', ""),
        ('tell = "She sighs."', 'do = ["place(anna) = anna"]', "W012", "a place or 'nowhere'", "anna\"", ""),
        ('when = "coins >= 2"', 'when = "mood(anna) == \\"tired\\" and coin"', "W012", "'coin'", 'coin"', "did you mean 'coins' (inn.toml:10)?"),
        ('when = "coins >= 2"', 'when = "\\u001b\\t\\U000065e5coin"', "W012", "日coin", '\\U000065e5coin"', "did you mean 'coins' (inn.toml:10)?"),
        ('when = "coins >= 2"', 'when = """\n  coins"""', "W010", "a number", "  coins", ""),
        ('when = "coins >= 2"', 'when = """\\\n    coin == 2"""', "W012", "'coin'", "coin ==", "did you mean 'coins' (inn.toml:10)?"),
        ('when = "coins >= 2"', "when = \'\'\'\n(paid and\n coin)\'\'\'", "W012", "'coin'", "coin)", "did you mean 'coins' (inn.toml:10)?"),
        ('when = "coins >= 2"', "when = \"hour == '夜夜' and coin > 3\"", "W012", "'coin'", "coin >", "did you mean 'coins' (inn.toml:10)?"),
        ("[thing.ring]", "[thing.hall]", "W004", "already used in inn.toml:12", "hall]", "give one of them another id"),
        ("schema = 1", "schema = 2", "W003", "should be 1", "2", ""),
        ('title = "The Inn"', "title = The Inn", "W001", "invalid value", "T", 'a text stands in quotation marks: "The Inn"'),
    ],
)  # fmt: skip
def test_a_mistake_is_shown_where_it_is(
    old: str, new: str, code: str, message: str, pointed_at: str, hint: str
) -> None:
    assert INN.count(old) == 1
    found = [each for each in errors(INN.replace(old, new)) if each.code == code and message in each.message]
    assert found, errors(INN.replace(old, new))
    shown = found[0]
    assert INN.replace(old, new).splitlines()[shown.line - 1].replace("\t", " ") == shown.shown
    assert shown.shown[shown.column - 1 :].startswith(pointed_at[: shown.length])
    assert shown.hint == hint


def test_a_missing_key_is_named_at_its_table() -> None:
    (found,) = errors(INN.replace('name = "the yard"\n', ""))
    assert (found.message, found.shown) == ("'name' is missing", "[place.yard]")


def test_every_mistake_is_shown_at_once_in_the_order_of_the_file() -> None:
    found = errors(
        INN.replace('east = "yard"', 'east = "x1"')
        .replace('start = "hall"', 'start = "x2"')
        .replace("paid = true", "payd = true")
    )
    assert [each.line for each in found] == sorted(each.line for each in found)
    assert len(found) == 3


def test_a_finding_reads_like_a_compilers() -> None:
    text = str(WorldFaults(errors(INN.replace('start = "hall"', 'start = "hal"'))))
    assert text == (
        "error[W012]: there is no place 'hal'\n"
        " --> inn.toml:6:10\n"
        '6 | start = "hal"\n'
        "  |          ^^^ did you mean 'hall' (inn.toml:12)?\n"
        "\n"
        "The world has one error; mend the lines shown."
    )


def test_a_duplicate_across_files_names_both(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(INN, encoding="utf-8")
    (tmp_path / "b.toml").write_text('\n[place.yard]\nname = "again"\nlook = "x"\n', encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_world(tmp_path)
    assert f"'yard' is already in {tmp_path.name}/a.toml:23" in str(caught.value)
    assert f"{tmp_path.name}/b.toml:2:1" in str(caught.value)


def test_a_mistake_in_the_second_file_points_there(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(INN, encoding="utf-8")
    (tmp_path / "b.toml").write_text('[[scene]]\nid = "s"\ntext = "x"\nwhen = "att(hall)"\n', encoding="utf-8")
    with pytest.raises(WorldFaults) as caught:
        load_world(tmp_path)
    assert (caught.value.errors[0].file, caught.value.errors[0].line) == (f"{tmp_path.name}/b.toml", 4)


def test_a_caret_stands_under_wide_characters() -> None:
    finding = Diagnostic("W010", "error", "x", "inn.toml", 1, 5, 1, "a夜b夜!")
    assert finding.render().splitlines()[-1] == "  |  \u3000 \u3000^"


@pytest.mark.parametrize("control", ["\x07", "\x1b", "\x9b", "\u202e", "\ufeff", "\u2028"])
def test_what_a_terminal_would_obey_is_shown_as_one_mark(control: str) -> None:
    with pytest.raises(WorldFaults) as caught:
        build_world([Source(f"i{control}n\n.toml", f'{INN}lok = "{control}" # \u001b]52;c;aGk={control}\n')])
    (found,) = caught.value.errors
    assert control not in str(caught.value)
    assert (found.file, found.shown) == ("i\ufffdn\ufffd.toml", 'lok = "\ufffd" # \ufffd]52;c;aGk=\ufffd')


def test_a_parsers_words_are_shown_without_controls() -> None:
    assert "\x1b" not in str(WorldFaults(errors(INN + "# \x1b]52;c;aGk=\x07\n")))


def test_of_many_mistakes_the_first_are_shown_and_the_rest_counted() -> None:
    with pytest.raises(WorldFaults) as caught:
        parse_world(INN + "".join(f"z{number} = 1\n" for number in range(8_000)))
    assert str(caught.value).count("error[W003]") == len(caught.value.errors) == 50
    assert str(caught.value).endswith("and 7950 more\n\nThe world has 8000 errors; mend the lines shown.")


@pytest.mark.parametrize(
    ("added", "pointed_at", "hint"),
    [
        ('[place.attic]\nname = "the attic"\nlook = "Dust."\ndescription = "x"', "desc", "did you mean 'look'?"),
        ('[[scene]]\nid = "s"\ntext = "x"\nif = "paid"', "if", "did you mean 'when'?"),
        ('[[scene]]\nid = "s"\ntext = "x"\n[[scene.choice]]\ntext = "y"\ngoto = "s"', "goto", "did you mean 'then'?"),
        ('[person.tom]\nname = "T"\nat = "hall"\nschedule = [{ to = "yard", when = "paid" }]', "to", ""),
        ('include = ["more.toml"]', "include", "'include' belongs at the top of a file, before the first [header]"),
        ("[variables]\nrum = 1", "variables", "did you mean 'facts'?"),
        ('[thing.cup]\nname = "cup"\nat = "hall"\nlook = [{ txt = "Red." }]', "txt", "did you mean 'text'?"),
        ('[person.tom]\nname = "T"\nat = "hall"\ntrust = "2"', '"2"', "write 2, without quotation marks"),
        ('[person.tom]\nname = "T"\nat = "hall"\nschedule = { at = "yard" }', "{", "put it in square brackets: [{ … }]"),
        ('[person.tom.knows]\nid = "k"', "[pers", "write the header with two brackets, [[ ]], once for each"),
        ('[[table]]\ndraw = ["x"]', "[[ta", "write one header for each, with its id: [table.…]"),
        ('[[clock]]\nstart = "17:40"', "[[cl", "write it once: [clock]"),
        ('[thing.cup]\nname = "cup"\nat = "hall"\nholds = "On"', '"On', "did you mean 'on'?"),
        ('[place."The Barn"]\nname = "the barn"\nlook = "x"', "The B", "as in 'the_barn'"),
        ('[[scene]]\nid = "the-end"\ntext = "x"', '"the-', "as in 'the_end'"),
        ('[table.skies]\ndraw = []', "[", ""),
    ],
)  # fmt: skip
def test_what_is_called_otherwise_elsewhere_is_known(added: str, pointed_at: str, hint: str) -> None:
    found = next(each for each in errors(f"{INN}\n{added}\n") if each.code == "W003")
    assert found.shown[found.column - 1 :].startswith(pointed_at)
    assert found.hint == hint


def test_every_key_that_a_table_lacks_is_named_at_once() -> None:
    (found,) = errors(f'{INN}\n[[person.anna.knows]]\ntext = "x"\n')
    assert (found.message, found.hint) == ("'id', 'topic' and 'say' are missing", "add id = …, topic = …, say = …")


def test_a_number_with_bounds_alone_lacks_its_beginning() -> None:
    (found,) = errors(INN.replace("coins = 3", "coins = { min = 0 }"))
    assert found.message == "'start' is missing"


def test_a_list_that_may_not_be_empty_says_so() -> None:
    (found,) = errors(f"{INN}\n[table.skies]\ndraw = []\n")
    assert found.message == "'draw': this is empty"


@pytest.mark.parametrize(
    ("name", "candidates", "near"),
    [
        ("candels", ("and", "candles"), "candles"),
        ("LAMP", ("lane", "lamp"), "lamp"),
        ("key", ("lamp", "brass_key"), "brass_key"),
        ("well", ("cellar", "nave"), None),
        ("", ("lamp",), None),
    ],
)
def test_what_is_near_is_near_as_a_whole_or_by_a_word(name: str, candidates: tuple[str, ...], near: str | None) -> None:
    assert nearest(name, candidates) == near
