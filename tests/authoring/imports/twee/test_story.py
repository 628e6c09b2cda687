"""Stories of Twine imported, written, loaded, checked, and played to their ends."""

from __future__ import annotations

import pytest

from game.authoring.imports.twee.story import import_twee
from game.errors import WorldError
from game.loader.limits import MAX_BYTES
from tests.authoring.imports.twee.twee import labels, notes, read, remarks, scene, story, world_of, written

SUGARCUBE = """\
:: StoryTitle
The Sword Shop

:: StoryData
{"ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC", "format": "SugarCube", "format-version": "2.36.1", "start": "Street"}

:: StoryAuthor
Nobody

:: StoryInit
<<set $coins to 4>><<set $hasSword to false>>

:: Street
You have $coins coins<<if $hasSword>> and a sword<</if>>.

[[Into the shop|Shop]]
<<if $hasSword>>[[Fight|Dragon]]<</if>>

:: Shop [indoors] {"position":"600,400"}
<<if $coins gte 3 and not $hasSword>>You pay 3.<<set $coins -= 3>><<set $hasSword to true>> $coins left.
[[Thank her|Street]]
<<elseif $hasSword>>"Again?"
<<else>>"No credit."
<</if>>\\
[[Leave|Street][$coins += 1]]

:: Dragon
The dragon looks at your sword. <<if visited("Shop") gt 1>>It has heard of you.<<else>>It yawns.<</if>>

[[Strike|Win]]

:: Win
You win, with $coins coins.
"""

HARLOWE = """\
:: StoryTitle
The Key

:: StoryData
{"format": "Harlowe", "format-version": "3.3.8"}

:: Start
(set: $key to false, $name to "Ann")
Good evening, $name.

[[To the garden->Garden]]
(link-goto: "To the door", "Door")

:: Garden
(put: true into $key)A ''key'' lies in the grass.

[[Back->Door]]

:: Door
(if: $key is true and (history:) contains "Garden")[It opens. [[Go in->Inside]]]
(else:)[It is locked. [[Give up->Outside]]]

:: Inside
Warm.

:: Outside
Cold.
"""

CHAPBOOK = """\
:: StoryTitle
The Gate

:: StoryData
{"format": "Chapbook", "format-version": "1.2.3"}

:: Start
coins: 3
name: 'Bo'
--
You are {name}, and have {coins} coins.

> [[Pay twice->Gate]]
> [[Pay nothing->Field]]

:: Gate
coins: coins - 2
--
[if coins < 2]
That leaves {coins}.

[else]
Rich.

[continued]

[[On->Field]]

:: Field
[if coins < 2]
Poor, you sleep in the field.
[else]
You buy the field.
"""

SNOWMAN = """\
:: StoryTitle
The Cave

:: StoryData
{"format": "Snowman", "format-version": "2.0.3"}

:: Start
<% s.hp = 10; s.lamp = false; %>
A cave, and a lamp.

[[Take the lamp|Lamp]]
[[Go in|Cave]]

:: Lamp
<% s.lamp = true; s.hp -= 1 %>
It burns your hand. <%= s.hp %> left.

[[Go in|Cave]]

:: Cave
<% if (s.lamp && s.hp > 5) { %>
You see a way.
<% } else { %>
You see nothing.
<% } %>
"""

PLAYS = {
    "sugarcube": (SUGARCUBE, ["Into the shop", "Thank her", "Fight", "Strike"], "You win, with 1 coins."),
    "sugarcube, twice": (
        SUGARCUBE,
        ["Into the shop", "Leave", "Into the shop", "Leave", "Fight"],
        "It has heard of you.",
    ),
    "harlowe": (HARLOWE, ["To the garden", "Back", "Go in"], "Warm."),
    "harlowe, without": (HARLOWE, ["To the door", "Give up"], "Cold."),
    "chapbook": (CHAPBOOK, ["Pay twice", "On"], "Poor, you sleep in the field."),
    "chapbook, without": (CHAPBOOK, ["Pay nothing"], "You buy the field."),
    "snowman": (SNOWMAN, ["Take the lamp", "Go in"], "You see a way."),
    "snowman, without": (SNOWMAN, ["Go in"], "You see nothing."),
}


@pytest.mark.parametrize("play", PLAYS)
def test_a_story_plays_to_its_ends(play: str) -> None:
    text, taken, told = PLAYS[play]
    assert read(text, *taken)[-1].endswith(told)


@pytest.mark.parametrize("text", [SUGARCUBE, HARLOWE, CHAPBOOK, SNOWMAN])
def test_nothing_is_amiss_in_a_story_s_world_and_nothing_is_noted(text: str) -> None:
    assert remarks(text) == []
    assert notes(text) == []


def test_what_a_passage_says_is_told_as_it_stands_when_it_is_come_to() -> None:
    assert read(SUGARCUBE, "Into the shop", "Thank her", "Into the shop") == [
        "You have 4 coins.",
        "You pay 3. 1 left.",
        "You have 1 coins and a sword.",
        '"Again?"',
    ]


def test_a_link_under_a_condition_can_be_taken_while_it_holds() -> None:
    assert labels(SUGARCUBE) == ["Into the shop"]
    assert labels(SUGARCUBE, "Into the shop") == ["Thank her", "Leave"]
    assert labels(SUGARCUBE, "Into the shop", "Leave", "Into the shop") == ["Leave"]


def test_title_and_author_are_the_story_s() -> None:
    world = world_of(SUGARCUBE)
    assert (world.id, world.title, world.author) == ("story", "The Sword Shop", "Nobody")


def test_a_passage_that_leads_to_itself_is_told_again() -> None:
    text = ":: Start\n<<set $n += 1>>Knock $n.\n[[Knock|Start]]\n[[Go]]\n:: Go\nGone."
    assert read(text, "Knock", "Knock", "Go") == ["Knock 1.", "Knock 2.", "Knock 3.", "Gone."]


def test_a_story_that_never_comes_back_has_one_place_and_no_rules() -> None:
    tables = story(":: Start\nOne. [[Two]]\n:: Two\nTwo.").tables
    assert list(tables["place"]) == ["page"]
    assert "rule" not in tables


def test_what_is_shown_before_it_is_set_is_what_it_was() -> None:
    text = ":: Start\n<<set $n to 1>>$n<<set $n to 2>> $n<<if $n is 2>> two<<set $n to 3>> $n<</if>>\n[[E]]\n:: E\n$n"
    assert read(text, "E") == ["1 2 two 3", "3"]


def test_a_value_under_a_condition_is_told_in_a_wording_of_its_own() -> None:
    text = ":: StoryInit\n<<set $n to 2>>\n:: Start\n<<if $n is 2>>Two: $n {x|y}<<else>>None<</if>>. [[E]]\n:: E\n."
    assert read(text) == ["Two: 2 {x|y}. E"]


def test_where_no_link_can_be_taken_the_story_ends() -> None:
    text = ":: StoryInit\n<<set $x to 1>>\n:: Start\nA door.\n<<if $x is 2>>[[In]]<</if>>\n:: In\nWarm."
    assert read(text, "The end") == ["A door.", "The story ends here."]
    assert (3, "where none of the links of this passage can be taken, the story ends") in notes(text)


def test_a_story_of_one_passage_ends_as_it_begins() -> None:
    assert read(":: Start\n<<set $x to 2>>x is $x.") == ["x is 2."]


@pytest.mark.parametrize(
    "text", [":: Start\r\nOne.\r\n[[Two]]\r\n:: Two\r\nx", "\ufeff:: Start\rOne.\r[[Two]]\r:: Two\rx"]
)
def test_line_ends_and_byte_order_marks_are_no_part_of_a_story(text: str) -> None:
    assert read(text, "Two") == ["One.", "x"]


@pytest.mark.parametrize("text", ["", "\n", "Just text.", ":: StoryTitle\nX", ":: a [script]\nx", "::"])
def test_what_is_no_story_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(WorldError, match=r"^my story is no story in Twee 3: [^.]*\.$"):
        import_twee(text, name="my story")


def test_a_file_larger_than_a_world_is_refused() -> None:
    with pytest.raises(WorldError, match="larger than 8 MB"):
        import_twee(":: Start\n" + "x" * MAX_BYTES, name="story")


def test_a_passage_without_a_start_begins_with_the_first() -> None:
    text = ":: One\nOne. [[Two]]\n:: Two\nTwo."
    assert read(text)[0].startswith("One.")
    assert notes(text) == [(1, "no passage is named as the start; 'One', the first, is it")]


def test_a_start_that_there_is_not_is_noted() -> None:
    text = ':: StoryData\n{"start": "Gone"}\n:: Start\nOne.'
    assert notes(text) == [(1, "there is no passage 'Gone' to start in; 'Start' is the start")]


@pytest.mark.parametrize("data", ["{", "[]", "null", "[" * 5_000])
def test_data_that_is_no_table_is_noted(data: str) -> None:
    assert (1, "StoryData is not a table of JSON, and was left out") in notes(f":: StoryData\n{data}\n:: Start\nx")


def test_a_format_that_is_not_known_is_guessed_and_noted() -> None:
    text = ':: StoryData\n{"format": "Paperthin"}\n:: Start\n(set: $x to 1)(print: $x)'
    assert notes(text) == [(1, "the format 'Paperthin' is not known here; it was read as harlowe")]
    assert read(text) == ["1"]


def test_of_two_passages_of_one_name_the_first_counts() -> None:
    text = ":: Start\nOne.\n:: Start\nTwo."
    assert read(text) == ["One."]
    assert notes(text) == [(3, "there is a passage 'Start' in line 1; this one was left out")]


def test_a_passage_that_nothing_leads_to_never_begins() -> None:
    text = ":: Start\nOne.\n:: Lost\nWho?"
    assert scene(text, "lost")["when"] == "false"
    assert notes(text) == [(3, "nothing leads to the passage 'Lost': its scene never begins")]


@pytest.mark.parametrize("header", ["PassageFooter", "Style [stylesheet]", "Own [Twine.private]", "W [widget]"])
def test_what_is_no_part_of_the_story_is_noted(header: str) -> None:
    (note,) = notes(f":: Start\nOne.\n:: {header}\nbody {{}}")
    assert note[0] == 3
    assert "is no part of the story, by its" in note[1]


def test_a_tag_of_the_author_s_own_means_nothing() -> None:
    assert notes(":: Start [ending forest]\nOne.") == []


def test_names_that_make_one_id_are_told_apart() -> None:
    text = ":: Start\n[[A b]] [[a-B]] [[if]]\n:: A b\n1 [[Start]]\n:: a-B\n2 [[Start]]\n:: if\n3 [[Start]]"
    assert [each["then"] for each in scene(text)["choice"]] == ["a_b", "a_b_2", "passage_if"]


def test_a_variable_may_have_the_name_of_a_passage() -> None:
    text = ":: Start\n<<set $start to 3>>$start\n[[End]]\n:: End\n$start"
    assert read(text, "End") == ["3", "3"]


def test_more_choices_than_a_scene_has_are_noted() -> None:
    links = "\n".join(f"[[{n}|End]]" for n in range(22))
    text = f":: Start\n{links}\n:: End\nx"
    assert len(scene(text)["choice"]) == 20
    assert notes(text)[0] == (22, "the link '20' was left out: a scene has at most 20 choices")


def test_a_label_longer_than_a_choice_s_is_cut_and_noted() -> None:
    text = f":: Start\n[[{'x' * 99}|End]]\n:: End\nx"
    assert scene(text)["choice"][0]["text"] == "x" * 79 + "…"
    assert notes(text)[0][0] == 2


def test_a_text_longer_than_a_scene_s_is_cut_and_noted() -> None:
    text = f":: Start\n{'word ' * 5_000}\n[[End]]\n:: End\nx"
    assert len(scene(text)["text"]) <= 20_000
    assert notes(text) == [(1, "the text is longer than 20000 characters, and was cut")]
    assert written(story(text))


def test_a_link_twice_in_a_passage_is_one_choice() -> None:
    assert len(scene(":: Start\n[[End]] and [[End]]\n:: End\nx")["choice"]) == 1


def test_a_value_of_another_type_is_noted_and_not_set() -> None:
    text = ":: Start\n<<set $x to 1>>\n<<set $x to 'a'>>\n$x\n[[End]]\n:: End\nx"
    assert notes(text) == [(3, "what is set here was left out: 'x' holds a number, and this is a text")]
    assert read(text) == ["1"]


def test_what_is_set_under_a_condition_before_the_story_is_noted() -> None:
    text = ":: StoryInit\n<<if true>><<set $x to 1>><</if>>\n<<set $y to random(1, 6)>>\n:: Start\nOne."
    assert [line for line, _ in notes(text, style="sugarcube")] == [2, 3]


def test_passages_that_show_one_another_in_circles_are_shown_a_few_times() -> None:
    text = ":: Start\n<<include 'A'>> [[End]]\n:: A\na<<include 'A'>>\n:: End\nx"
    assert read(text)[0].startswith("aaa")
    assert notes(text)[0] == (4, "'A' is shown within too much else, and was left out")


def test_what_is_read_and_never_set_is_nothing_and_noted() -> None:
    text = ":: Start\n<<set $y to $x + 1>>\n[[End][$z to $w]]\n:: End\n$y"
    assert read(text, "End", style="sugarcube")[-1] == "1"
    assert (2, "nothing sets 'x'; it is always 0") in notes(text, style="sugarcube")
