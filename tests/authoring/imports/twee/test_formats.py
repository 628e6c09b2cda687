"""Each format's links, variables, conditions and printing, as the scenes that come of them."""

from __future__ import annotations

import pytest

from tests.authoring.imports.twee.twee import STYLES, labels, notes, read, scene, story


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("link", ["[[Go|B]]", "[[Go->B]]", "[[B<-Go]]", "[[ Go -> B ]]"])
def test_every_format_writes_links_alike(style: str, link: str) -> None:
    (choice,) = scene(f":: Start\nHere.\n{link}\n:: B\nThere. [[Start]]", style=style)["choice"]
    assert choice == {"text": "Go", "then": "b"}


@pytest.mark.parametrize(
    ("style", "body"),
    [
        ("sugarcube", "<<set $hp to 3>>You have $hp, <<print $hp + 1>> or <<= $hp>>."),
        ("sugarcube", "<<set $hp = 2; $hp += 1>>You have $hp, <<- $hp + 1>> or <<print $hp>>."),
        ("sugarcube", "<<set $hp to 2, $hp++>>You have $hp, <<= $hp + 1>> or $hp."),
        ("harlowe", "(set: $hp to 3)You have $hp, (print: $hp + 1) or (print: $hp)."),
        ("harlowe", "(set: $hp to 2)(set: $hp to it + 1)You have $hp, (print: $hp + 1) or $hp."),
        ("harlowe", "(put: 3 into $hp)You have $hp, (print: $hp + 1) or $hp."),
        ("chapbook", "hp: 3\n--\nYou have {hp}, {hp + 1} or {hp}."),
        ("snowman", "<% s.hp = 3; %>You have <%= s.hp %>, <%= s.hp + 1 %> or <%= s.hp %>."),
    ],
)
def test_what_is_set_is_shown(style: str, body: str) -> None:
    assert read(f":: Start\n{body}\n\n[[End]]\n:: End\nx", style=style) == ["You have 3, 4 or 3."]


BRANCHES = {
    "sugarcube": "<<set $x to {x}>>\n<<if $x gte 3>>Many.[[A]]<<elseif $x is 2>>Two.[[B]]<<else>>Few.[[C]]<</if>>",
    "harlowe": "(set: $x to {x})\n(if: $x >= 3)[Many.[[A]]](else-if: $x is 2)[Two.[[B]]](else:)[Few.[[C]]]",
    "snowman": "<% s.x = {x} %>\n<% if (s.x >= 3) {{ %>Many.[[A]]<% }} else if (s.x === 2) {{ %>Two.[[B]]<% }} "
    "else {{ %>Few.[[C]]<% }} %>",
    "chapbook": "x: {x}\n--\n[if x >= 3]\nMany.\n[[A]]\n[if x == 2]\nTwo.\n[[B]]\n[if x < 2]\nFew.\n[[C]]\n[continued]",
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("x", "told", "label"), [(3, "Many.", "A"), (2, "Two.", "B"), (1, "Few.", "C")])
def test_of_several_conditions_the_first_that_holds_counts(style: str, x: int, told: str, label: str) -> None:
    text = f":: Start\n{BRANCHES[style].format(x=x)}\n:: A\na\n:: B\nb\n:: C\nc"
    assert read(text, style=style)[0].startswith(told)
    assert labels(text, style=style) == [label]


def test_chapbook_s_else_is_told_where_its_if_fails() -> None:
    text = ":: Start\nok: false\n--\n[if ok]\nOpen.\n\n[else]\nShut.\n\n[continue]\nOn.\n[[End]]\n:: End\nx"
    assert read(text, style="chapbook") == ["Shut.\n\nOn."]


def test_a_variable_of_chapbook_may_be_set_under_a_condition() -> None:
    text = ":: Start\nx: 3\nrich (x > 2): true\n--\n[unless rich]\nPoor.\n[continued]\nSo.\n[[End]]\n:: End\nx"
    assert read(text, style="chapbook") == ["So."]


def test_a_script_of_snowman_is_followed_statement_by_statement() -> None:
    body = "<% s.x = 1; if (s.x > 0) { s.x = 5; s.y = 'a;b' } else { s.x = 0 } // done\n s.x++ %><%= s.x %><%= s.y %>"
    assert read(f":: Start\n{body}\n[[End]]\n:: End\nx", style="snowman") == ["6a;b"]


@pytest.mark.parametrize(
    ("style", "link"),
    [
        ("sugarcube", "[[Go|B][$x to 4]]"),
        ("sugarcube", '<<link "Go" "B">><<set $x to 4>><</link>>'),
        ("sugarcube", "<<link [[Go|B]]>><<set $x to 4>><</link>>"),
        ("sugarcube", "<<button 'Go'>><<set $x to 4>><<goto 'B'>><</button>>"),
        ("harlowe", '(link: "Go")[(set: $x to 4)(go-to: "B")]'),
        ("harlowe", '(link-reveal-goto: "Go", "B")[(set: $x to 4)]'),
    ],
)
def test_a_link_sets_what_it_sets_when_it_is_taken(style: str, link: str) -> None:
    shown = "<<= $x>>" if style == "sugarcube" else "(print: $x)"
    assert read(f":: Start\n{link}\n:: B\nx is {shown}.", "Go", style=style)[-1] == "x is 4."


@pytest.mark.parametrize(
    ("style", "body"),
    [
        ("sugarcube", '<<goto "B">>'),
        ("harlowe", '(go-to: "B")'),
        ("harlowe", "(goto: 'B')"),
    ],
)
def test_a_goto_is_a_choice_and_noted(style: str, body: str) -> None:
    text = f":: Start\nHm.\n{body}\n:: B\nThere."
    assert read(text, "Go on", style=style) == ["Hm.", "There."]
    assert notes(text, style=style) == [(3, "the story goes on to 'B' by itself; here that is a choice")]


@pytest.mark.parametrize(
    ("style", "back"),
    [
        ("sugarcube", '<<return "Go back">>'),
        ("sugarcube", "<<back>>"),
        ("harlowe", '(link-undo: "Go back")'),
        ("harlowe", "(undo:)"),
        ("chapbook", "{back link, label: 'Go back'}"),
    ],
)
def test_a_way_back_leads_to_where_the_player_came_from(style: str, back: str) -> None:
    text = f":: Start\nOne. [[Bag]] [[Two]]\n:: Two\nTwo. [[Bag]]\n:: Bag\nA bag.\n\n{back}"
    assert read(text, "Bag", "Go back", style=style)[-1].startswith("One.")
    assert read(text, "Two", "Bag", "Go back", style=style)[-1].startswith("Two.")


@pytest.mark.parametrize(
    ("style", "shows"),
    [("sugarcube", '<<include "Sign">>'), ("harlowe", '(display: "Sign")'), ("chapbook", "{embed passage: 'Sign'}")],
)
def test_a_passage_may_show_another(style: str, shows: str) -> None:
    text = f":: Start\nIt says: {shows}\n\n[[End]]\n:: Sign\nKeep out.\n:: End\nx"
    assert read(text, style=style) == ["It says: Keep out."]
    assert [each["id"] for each in story(text, style=style).tables["scene"]] == ["start"]


@pytest.mark.parametrize(
    ("style", "prose", "plain"),
    [
        ("harlowe", "''bold'' and //slanted// <em>x</em><br>`(set:)`", "bold and slanted x\n(set:)"),
        ("harlowe", "# Head\nhttp://a.b (text-style: 'bold')[Loud]\\\n.", "Head\nhttp://a.b Loud."),
        ("harlowe", "|a>[hook] and *this* and 2 * 3", "hook and this and 2 * 3"),
        ("sugarcube", "!Head\n''b'' //i// __u__ {{{<<if>>}}} /* gone */&amp;", "Head\nb i u <<if>> &"),
        ("sugarcube", "It costs $5, or $$x. <!-- gone -->", "It costs $5, or $x."),
        ("chapbook", "**b** *i* __u__ _v_ snake_case\n[note to myself]\ngone\n\n[continued]\n", "b i u v snake_case"),
        ("snowman", "## Head\n> **quoted**", "Head\nquoted"),
    ],
)
def test_styling_is_taken_off(style: str, prose: str, plain: str) -> None:
    assert read(f":: Start\n{prose}\n\n[[End]]\n:: End\nx", style=style) == [plain]


def test_a_switch_of_sugarcube_asks_case_by_case() -> None:
    body = '<<set $x to "b">><<switch $x>>\n<<case "a" "b">>Early.\n<<case "c">>Late.\n<<default>>Never.\n<</switch>>'
    assert read(f":: Start\n{body}\n[[End]]\n:: End\nx", style="sugarcube") == ["Early."]


def test_what_is_set_in_silence_is_set() -> None:
    body = "<<silently>>Nobody reads this. <<set $x to 2>><</silently>>x is $x."
    assert read(f":: Start\n{body}\n[[End]]\n:: End\nx", style="sugarcube") == ["x is 2."]


def test_a_number_is_drawn_by_chance() -> None:
    body = "<<set $x to random(3, 8)>><<set $y to random(1, 6)>>"
    rules = story(f":: Start\n{body}$x $y\n[[End]]\n:: End\nx", style="sugarcube").tables["rule"]
    assert rules == [{"when": "to_start", "do": ["x = roll(6) + 2", "y = roll(6)"]}]


@pytest.mark.parametrize(
    ("style", "body", "noted"),
    [
        ("sugarcube", "<<audio 'x' play>>", "the macro <<audio>> was left out"),
        ("sugarcube", "<<script>>if (a) { [[b]] }<</script>>", "the macro <<script>> was left out"),
        ("sugarcube", "$a.b", "'$a.b' was left out: a world has only simple variables"),
        ("sugarcube", "<<set $a to [1, 2]>>", "'$a to [1, 2]' was left out: '[1, 2]' has no counterpart"),
        (
            "sugarcube",
            "<<set $a to 1.5>>",
            "'$a to 1.5' was left out: 1.5 is not a whole number, and a world has no others",
        ),
        ("sugarcube", "<<if $a.b>>x<</if>>", "the condition '$a.b' was made 'false': '.b' has no counterpart"),
        ("sugarcube", "<<if $a is 1>>x<</if>>", "nothing sets 'a'; it is always 0"),
        ("sugarcube", "<<set $a", "a macro begins here that does not end; what follows it was left as it is"),
        ("sugarcube", "<<if true>>x", "what begins here has no end; it was ended with its passage"),
        ("sugarcube", "<<else>>", "the macro <<else>> stands under no condition, and was left out"),
        ("sugarcube", "[img[a.png]]", "a picture was left out"),
        ("sugarcube", "<img src=x>", "the HTML '<img src=x>' was left out"),
        ("sugarcube", "[[A|Gone]]", "there is no passage 'Gone'; the link to it was left out"),
        ("sugarcube", "<<include 'Gone'>>", "there is no passage 'Gone' to show here"),
        ("sugarcube", "<<back>>", "the way back was left out: nothing leads here"),
        ("sugarcube", "<<link 'Look'>>It is $a.<</link>>", "what the link 'Look' shows is shown at once"),
        ("harlowe", "(live: 2s)[x]", "the macro (live:) was left out"),
        ("harlowe", "(set: $a to (a: 1))", "'$a to (a: 1)' was left out: 'a' has no counterpart"),
        ("harlowe", "(set: $a to 1", "a macro begins here that does not end; what follows it was left as it is"),
        ("harlowe", "(else:)[x]", "(else:) follows no condition; what is in its brackets is always shown"),
        ("harlowe", "$nobody", "nothing sets '$nobody'; it stands in the text as it is written"),
        (
            "chapbook",
            "{cycling link for: 'x', choices: ['a']}",
            "the insert {cycling link for: 'x', choices: ['a']} was left out",
        ),
        ("chapbook", "[after 1 second]\nx", "the modifier [after 1 second] was left out"),
        ("chapbook", "[JavaScript]\nx = 1\n", "what stands under [JavaScript] was left out"),
        ("snowman", "<% go(1); %>", "'go(1)' was left out: it is no assignment"),
        ("snowman", "<% _.each(x, function(y) { %>", "'_.each(x, function(y) {' was left out: it is no assignment"),
    ],
)
def test_what_cannot_be_translated_is_noted_with_its_line(style: str, body: str, noted: str) -> None:
    text = f":: Start\nOne.\n\n{body}\n\n[[End]]\n:: End\nx"
    found = notes(text, style=style)
    assert [line for line, note in found if note.startswith(noted[:40])] == [4], found
