"""Saltmarrow told in Chinese by a scripted model: good is shown, bad is not; who passed no trial in it is mute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from game.loader.load import load_world
from game.session.opening import open_session
from game.session.session import Session
from game.story.abilities import JOBS, Trust
from game.story.model import Message
from game.story.narrator import Way
from game.story.passages import Grew, Opened, Passage, gather
from tests.scripted import ScriptedModel

pytestmark = pytest.mark.guarded

WORLD = load_world(Path(__file__).parents[2] / "worlds" / "saltmarrow", language="zh")
WHOLE = (Trust("zh", frozenset(JOBS), "trial"),)
LINES, TOUCHES = (Trust("zh", frozenset({"line"}), "trial"),), (Trust("zh", frozenset({"ambience"}), "trial"),)
IN_ENGLISH = (Trust("en", frozenset(JOBS), "trial"), Trust("zh", frozenset(), "trial"))
LARGE = 8_000_000_000
LOOK, TALK, WAIT = "看看四周", "和蕾恩说话", "等一等"
GOOD = "花岗石阶从雾里往上走，蟹笼靠墙摞着，盖子上打着红毛线结。"
MORE = "石板路从东边下了坡道，一直铺到水底下去。"
BAD = (
    "一个老渔夫从雾里走出来。",
    "米拉站在石阶上，看着你。",
    "你拿起防风灯，塞进大衣里。",
    "你心里一阵害怕。",
    "石阶旁边有一扇铁门，通向地下。",
    "岁月的痕迹诉说着一切。",
    "我站在码头上。",
    "霧很濃，看不見海。",
    "The fog is thick on the quay.",
    "雾里传来Mira的声音。",
    "记录：石阶从雾里升上来。",
    "作为一个人工智能，我不能继续写。",
    GOOD,
)


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def begun(saves: Path, model: ScriptedModel, *, way: Way | None = None, before: Iterable[str] = ()) -> Session:
    """Return a run of the world in which what was before is told and the model's words are still to come."""
    replies = list(model.replies)
    model.replies.clear()
    session = open_session(WORLD, saves, model, seed=7, way=way)
    for events in (session.begin(), *map(session.submit, before)):
        list(events)
        session.resting.result()
    model.replies.extend(replies)
    return session


def by_model(saves: Path, words: str, *replies: str, known: tuple[Trust, ...] = WHOLE) -> list[Passage]:
    """Return the passages of one turn, and end the run."""
    session = begun(saves, ScriptedModel(replies, parameters=LARGE, known=known))
    pieces = [each for each in session.submit(words) if isinstance(each, Opened | Grew)]
    session.close()
    return list(gather(pieces))


def by_asked(
    saves: Path, words: str, *replies: str, known: tuple[Trust, ...], before: Iterable[str] = ()
) -> list[Passage]:
    """Return the passages of a turn in which the model is asked for by name, and not trusted with what it says."""
    session = begun(saves, ScriptedModel(replies, parameters=LARGE, known=known), way="blend", before=before)
    pieces = [each for each in session.submit(words) if isinstance(each, Opened | Grew)]
    session.close()
    return list(gather(pieces))


def texts(passages: Iterable[Passage], source: str) -> Iterator[str]:
    return (each.text for each in passages if each.source == source)


def test_good_chinese_is_shown_sentence_by_sentence(saves: Path) -> None:
    shown = by_model(saves, LOOK, GOOD + MORE)
    assert [(each.source, each.title, each.text) for each in shown] == [("model", "渡口码头", GOOD + MORE)]


@pytest.mark.parametrize("bad", BAD)
def test_bad_chinese_is_told_another_way(saves: Path, bad: str) -> None:
    assert list(texts(by_model(saves, LOOK, GOOD + bad + "然后", MORE), "model")) == [GOOD + MORE]


@pytest.mark.parametrize("bad", BAD[:-1])
def test_where_it_stays_bad_the_author_tells(saves: Path, bad: str) -> None:
    shown = by_model(saves, LOOK, *[bad] * 3)
    assert list(texts(shown, "model")) == []
    assert "".join(texts(shown, "author")).startswith("花岗石阶从雾里升上来。")


def test_what_was_told_is_not_told_again_by_the_author(saves: Path) -> None:
    first = "花岗石阶从雾里升上来，墙边摞着蟹笼，每只盖子上打着红毛线结。"
    shown = by_model(saves, LOOK, first + BAD[0], *[BAD[0]] * 2)
    assert list(texts(shown, "model")) == [first]
    assert "防风灯" in "".join(texts(shown, "author"))
    assert "蟹笼" not in "".join(texts(shown, "author"))


@pytest.mark.parametrize("line", ["过河一便士，回来再一便士，我就认这个。", "“教堂的门要到晚上才露出来，你等着吧。”"])
def test_a_good_line_is_the_persons(saves: Path, line: str) -> None:
    (shown,) = by_model(saves, TALK, line)
    assert (shown.kind, shown.speaker, shown.source, shown.text) == ("line", "wren", "model", line.strip("“”"))


@pytest.mark.parametrize(
    "line",
    [
        "她抬起头，看了你一眼。",
        "抬起头，笑了笑。",
        "灯是里长叫米拉灭的。",
        "我妈是从沉船上抱下来的。",
        "蕾恩笑着说不知道。",
        "I only row the boat, I do.",
    ],
)
def test_a_bad_line_is_the_authors(saves: Path, line: str) -> None:
    (shown,) = by_model(saves, TALK, *[line] * 3)
    assert (shown.speaker, shown.source) == ("wren", "author")


@pytest.mark.parametrize(
    ("touch", "is_shown"),
    [
        ("雾贴着水面慢慢过来，把远处的声音都盖住了。", True),
        ("空气里有一股淡淡的咸味和霉味。", True),
        ("风从海上来，带着一股咸味。", False),
        ("月光落在水面上，很淡。", False),
        ("远处传来一声钟响，又沉下去。", False),
        ("有人在雾里慢慢走着。", False),
        ("The fog lies low on the water.", False),
        ("雾贴着水面过来，带着Mira的味道。", False),
    ],
)
def test_who_may_not_choose_a_touch_s_words_has_those_listed(saves: Path, touch: str, is_shown: bool) -> None:
    shown = by_asked(saves, WAIT, touch, known=LINES)
    assert [each.text for each in shown if each.kind == "touch"] == [touch] * is_shown
    assert list(texts(shown, "author"))


@pytest.mark.parametrize(
    ("line", "is_shown"),
    [
        ("这个我不知道，你问问别人吧。", True),
        ("过去一便士，我说过了。", True),
        ("我昨晚在灯塔上看见走私船。", False),
        ("那边的钟是我偷的。", False),
    ],
)
def test_who_may_not_claim_anything_says_what_claims_nothing(saves: Path, line: str, is_shown: bool) -> None:
    heard = [TALK] * (2 * len(WORLD.people["wren"].says))
    (shown,) = by_asked(saves, TALK, *[line] * 3, known=TOUCHES, before=heard)
    assert (shown.text == line) is is_shown


@pytest.mark.parametrize("known", [(), IN_ENGLISH], ids=["untried", "tried"])
@pytest.mark.parametrize("words", [LOOK, TALK])
def test_a_model_that_passed_no_trial_in_chinese_tells_nothing_here(
    saves: Path, words: str, known: tuple[Trust, ...]
) -> None:
    shown = by_model(saves, words, GOOD, GOOD, known=known)
    assert list(texts(shown, "model")) == []
    assert list(texts(shown, "author"))


def test_no_model_is_held_to_chinese_words_while_it_draws(saves: Path) -> None:
    model = ScriptedModel([GOOD] * 9, known=LINES)
    session = begun(saves, model)
    for words in (LOOK, TALK):
        list(session.submit(words))
    session.close()
    assert {each.sampling.words for each in model.requests} == {()}


def test_such_a_model_is_not_even_asked(saves: Path) -> None:
    model = ScriptedModel([GOOD] * 9, weighs=lambda messages, text: -1.0)
    session = begun(saves, model)
    for words in (LOOK, TALK, "说点什么别的"):
        list(session.submit(words))
        session.resting.result()
    session.close()
    assert (session.narrator.way, model.requests, model.weighings) == ("authored", [], [])


def test_of_what_is_typed_in_chinese_no_model_is_asked(saves: Path) -> None:
    model = ScriptedModel(known=WHOLE, weighs=lambda messages, text: -1.0)
    session = begun(saves, model)
    list(session.submit("给这只海鸥唱首歌"))
    session.resting.result()
    session.close()
    assert model.weighings == []


class Spelling(ScriptedModel):
    """Counts every character as a token, as a model does that knows little Chinese."""

    def count(self, messages: Sequence[Message]) -> list[int]:
        return [4 + len(message.text) for message in messages]


def test_no_prompt_outgrows_the_window_where_each_character_is_a_token(saves: Path) -> None:
    model = Spelling([MORE + "雾压得很低，潮水拍着石阶。"] * 99, known=WHOLE)
    session = begun(saves, model)
    for words in (LOOK, "往北走", "等一等", "往南走", TALK) * 6:
        list(session.submit(words))
        session.resting.result()
    session.close()
    assert model.info
    assert max(sum(model.count(each.messages)) + each.max_tokens for each in model.requests) <= model.info.window
    assert any("此前：" in each.messages[0].text for each in model.requests)
