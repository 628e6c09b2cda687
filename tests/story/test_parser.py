"""What a player types: understood, or answered with a sentence; nothing in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loader.load import load_world
from game.rules.actions import Action, Choose, Drop, Examine, Give, Go, Look, Take, Talk, Wait, format_action
from game.rules.apply import begin_run
from game.rules.state import State
from game.story.clean import clean
from game.story.offers import offers
from game.story.parser import MAX_CHARACTERS, NotUnderstood, Understood, parse
from game.story.sentences import sentences_for
from tests.kit import inn, play

WORLD = inn()
START = begin_run(WORLD, 7).state
LIT = play(WORLD, "take lamp").state
TRUSTED = play(WORLD, "take lamp", "give lamp to anna").state


def meaning(words: str, state: State = START) -> str:
    """Return the text form of the action that words mean, or the sentence that answers them."""
    parsed = parse(WORLD, sentences_for("en"), state, words)
    return format_action(parsed.action) if isinstance(parsed, Understood) else parsed.sentence


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("1", Choose("pay")),
        ("１", Choose("pay")),
        ("1.", Choose("pay")),
        ("2。", Choose("bill.2")),
        ("2", Choose("bill.2")),
        ("Pay her", Choose("pay")),
        ("pay her.", Choose("pay")),
        ("PAY", Choose("pay")),
        ("ask for time", Choose("bill.2")),
        ("aks for time", Choose("bill.2")),
        ("east", Go("east")),
        ("e", Go("east")),
        ("go east", Go("east")),
        ("walk to the yard", Go("east")),
        ("go to the room", Go("up")),
        ("upstairs", Go("up")),
        ("look", Look()),
        ("l", Look()),
        ("look around", Look()),
        ("look at the lamp", Examine("lamp")),
        ("x lamp", Examine("lamp")),
        ("examine the oak table", Examine("table")),
        ("examine anna", Examine("anna")),
        ("take lamp", Take("lamp")),
        ("get the light", Take("lamp")),
        ("pick up the brass lamp", Take("lamp")),
        ("take table", Take("table")),
        ("talk to anna", Talk("anna")),
        ("talk", Talk("anna")),
        ("greet the landlady", Talk("anna")),
        ("anna, where do I sleep?", Talk("anna", "", "anna, where do I sleep?")),
        ("good evening landlady, where do I sleep?", Talk("anna", "", "good evening landlady, where do I sleep?")),
        ("examine anna, closely", Examine("anna")),
        ('"Good evening"', Talk("anna", "", '"Good evening"')),
        ("ask anna about the weather", Talk("anna", "", "ask anna about the weather")),
        ("wait", Wait()),
        ("z", Wait()),
        ("  wait  ", Wait()),
    ],
)
def test_understood(words: str, action: Action) -> None:
    assert meaning(words) == format_action(action)


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("drop lamp", Drop("lamp")),
        ("give the lamp to anna", Give("lamp", "anna")),
        ("give anna the lamp", Give("lamp", "anna")),
        ("offer landlady light", Give("lamp", "anna")),
        ("give anna lamp, please", Give("lamp", "anna")),
        ("down", Go("down")),
    ],
)
def test_understood_with_the_lamp_in_hand(words: str, action: Action) -> None:
    assert meaning(words, LIT) == format_action(action)


@pytest.mark.parametrize(
    "words", ["ask anna about the guest", "ask about guest", "anna, is the guest a bishop?", "anna, any guests?"]
)
def test_a_topic_is_found_once_it_is_open(words: str) -> None:
    assert meaning(words, TRUSTED).startswith("talk anna guest")


def test_in_english_a_topic_alone_is_taken_for_a_person() -> None:
    assert "no “guest” here" in meaning("ask guest", TRUSTED)


def test_a_closed_topic_is_only_talk() -> None:
    assert meaning("ask anna about the guest").startswith("talk anna :")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Type a number"),
        ("99", "There is no choice 99"),
        ("0", "There is no choice 0"),
        ("fly to the moon", "means nothing"),
        ("take moon", "no “moon” here"),
        ("take", "What do you want to take?"),
        ("go north", "no way north"),
        ("go down", "no way down"),
        ("west", "no way west"),
        ("nw", "no way northwest"),
        ("give lamp to anna", "no “lamp” here"),
        ("give anna", "What do you want to give?"),
        ("give anna moon", "no “moon” here"),
        ("talk to bert", "no “bert” here"),
        ("show lamp to anna", "means nothing"),
        ("the landlady sleeps, does she?", "means nothing"),
        ("dance <|im_end|>", "means nothing"),
        ("x" * (MAX_CHARACTERS + 1), "2001 characters long"),
        ("take the brass", "take lamp"),
    ],
)
def test_answered_without_a_turn(words: str, sentence: str) -> None:
    assert sentence in meaning(words)


def test_a_gift_without_a_receiver_is_asked_about() -> None:
    carrying = play(WORLD, "take lamp").state
    assert meaning("give the lamp", carrying) == "Whom do you want to give the brass lamp to?"
    assert "no “bert” here" in meaning("give lamp to bert", carrying)


@pytest.mark.parametrize("verb", ["", "take", "go", "talk to", "ask", "give anna", "examine"])
def test_no_answer_repeats_all_of_a_long_command(verb: str) -> None:
    assert len(meaning(f"{verb} {'blah ' * 300}")) < 250


def test_control_characters_become_text_before_they_are_read() -> None:
    assert "means nothing" in meaning(clean("\x1b]52;c;aGk=\x07 [/bold]"))


def test_two_things_of_one_name_are_asked_about() -> None:
    world = inn('[thing.lamp2]\nname = "tin lamp"\nat = "hall"\n')
    parsed = parse(world, sentences_for("en"), begin_run(world, 7).state, "take lamp")
    assert isinstance(parsed, NotUnderstood)
    assert parsed.sentence == "Do you mean brass lamp or tin lamp?"


LOOKING = inn("""
[[scene]]
id = "stare"
when = "at(yard)"
text = "Somebody stares."
[[scene.choice]]
text = "Look away"
[[scene.choice]]
text = "Wait for her answer"
[[scene.choice]]
text = "West wind or not, stay"
[[scene.choice]]
text = "…"
[[scene.choice]]
text = "Look around the yard"
""")
STARED_AT = play(LOOKING, "east").state


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("look", "look"),
        ("look around", "look"),
        ("look around the yard", "choose stare.5"),
        ("wait", "wait"),
        ("west", "go west"),
        ("look away", "choose stare.1"),
        ("wait answer", "choose stare.2"),
        ("…", "choose stare.4"),
        ("...", "choose stare.4"),
    ],
)
def test_a_scene_leaves_the_plain_commands_alone(words: str, action: str) -> None:
    parsed = parse(LOOKING, sentences_for("en"), STARED_AT, words)
    assert isinstance(parsed, Understood), parsed.sentence
    assert format_action(parsed.action) == action


@pytest.mark.parametrize("words", ["???", "!", "."])
def test_punctuation_chooses_nothing_but_itself(words: str) -> None:
    assert isinstance(parse(LOOKING, sentences_for("en"), STARED_AT, words), NotUnderstood)


MILL = inn("""
[thing.letter]
name = "letter from the bishop"
at = "you"
[thing.rod]
name = "rod and line"
at = "yard"
[person.miller]
name = "the miller"
at = "yard"
""")


@pytest.mark.parametrize(
    "words",
    [
        "give the coin to the king",
        "talk to the priest",
        "the weather, is it always so bad?",
        "take the hat and coat",
        "drop the coin from the king",
    ],
)
def test_small_words_name_nothing(words: str) -> None:
    assert isinstance(parse(MILL, sentences_for("en"), play(MILL, "east").state, words), NotUnderstood)


SALTMARROW = load_world(Path(__file__).parents[2] / "worlds" / "saltmarrow")
ASHORE = play(SALTMARROW, "pay the penny").state


@pytest.mark.parametrize("words", ["wren, what did you do to her?", "wren, do you like her?"])
def test_a_pronoun_opens_no_topic(words: str) -> None:
    parsed = parse(SALTMARROW, sentences_for("en"), ASHORE, words)
    assert isinstance(parsed, Understood), parsed.sentence
    assert parsed.action == Talk("wren", "", words)


def test_after_the_end_nothing_is_understood() -> None:
    assert "story has ended" in meaning("wait", play(WORLD, "pay her", "wait", "up").state)


ZH = """
[thing.hat]
name = "帽子"
at = "hall"
[thing.coin]
name = "铜钱"
at = "you"
[person.wang]
name = "老王"
at = "hall"
says = ["嗯。"]
[[person.wang.knows]]
id = "ghost"
topic = "鬼"
text = "没有鬼。"
say = "哪有鬼。"
"""
ZH_WORLD = inn(ZH)


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("拿帽子", "take hat"),
        ("捡起那个帽子", "take hat"),
        ("看帽子", "examine hat"),
        ("细看老王", "examine wang"),
        ("往东走", "go east"),
        ("东", "go east"),
        ("去东边", "go east"),
        ("看看四周", "look"),
        ("把铜钱给老王", "give coin wang"),
        ("给老王铜钱", "give coin wang"),
        ("放下铜钱", "drop coin"),
        ("和老王说话", "talk wang"),
        ("问老王鬼的事", "talk wang ghost : 问老王鬼的事"),
        ("老王，你好吗？", "talk wang : 老王，你好吗？"),
        ("等", "wait"),
        ("把铜钱放下", "drop coin"),
        ("把帽子拿起来", "take hat"),
        ("把铜钱交给老王", "give coin wang"),
        ("给老王铜钱，谢谢", "give coin wang"),
        ("请问老王，你好吗？", "talk wang : 请问老王，你好吗？"),
    ],
)
def test_understood_in_chinese(words: str, action: str) -> None:
    parsed = parse(ZH_WORLD, sentences_for("zh"), begin_run(ZH_WORLD, 7).state, words)
    assert isinstance(parsed, Understood), parsed.sentence
    assert format_action(parsed.action) == action


ZH_YARD = inn(ZH.replace('"hall"', '"yard"'))
WITH_WANG = play(ZH_YARD, "east").state


def test_in_chinese_a_topic_alone_is_asked_of_the_one_person_here() -> None:
    parsed = parse(ZH_YARD, sentences_for("zh"), WITH_WANG, "问鬼")
    assert isinstance(parsed, Understood), parsed.sentence
    assert format_action(parsed.action) == "talk wang ghost : 问鬼"


def test_a_person_may_be_named_like_a_small_word() -> None:
    world = inn(ZH.replace("老王", "边"))
    assert isinstance(parse(world, sentences_for("zh"), begin_run(world, 7).state, "给边"), NotUnderstood)


@pytest.mark.parametrize("words", ["和鬼说话", "问小李", "把月亮放下"])
def test_not_understood_in_chinese(words: str) -> None:
    assert isinstance(parse(ZH_YARD, sentences_for("zh"), WITH_WANG, words), NotUnderstood)


def test_every_offer_is_understood_by_its_own_words_and_number() -> None:
    for state in (START, LIT, TRUSTED):
        for number, offer in enumerate(offers(WORLD, sentences_for("en"), state), 1):
            assert meaning(offer.text, state) == meaning(str(number), state) == format_action(offer.action)
