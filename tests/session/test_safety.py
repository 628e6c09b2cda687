"""What a session keeps from its player: in tellings, in choices and in what is typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.loader.load import load_world, parse_world
from game.session.opening import open_session
from game.session.session import Session
from game.session.turn_events import Answered, Committed, Offered, TurnEvent
from game.story.model import LanguageModel
from game.story.passages import Grew, Opened, gather
from game.story.safety.lists import house_lists
from game.story.safety.wishes import Wishes, wishes_for
from tests.kit import INN
from tests.scripted import ScriptedModel, SeededModel

WORLD = parse_world(
    INN.replace('"brass lamp"', '"spider lamp"').replace('"It wants oil."', '"A spider sits in it. It wants oil."')
)
NEVER = "Something happens here that you asked not to be told."
ASKED = wishes_for("teen", house_lists(), lines=("spiders",), veils=("blood",))


class Table:
    """A session that keeps within wishes, which can be left and come back to."""

    def __init__(self, saves: Path, model: LanguageModel | None = None, wishes: Wishes = ASKED) -> None:
        self._where = (saves, model, wishes)
        self.session = self._opened()
        list(self.session.begin())

    def _opened(self) -> Session:
        saves, model, wishes = self._where
        session = open_session(WORLD, saves, model, run="test", seed=7, way="model" if model else "authored")
        session.safety.wishes = wishes
        return session

    def play(self, *lines: str) -> list[TurnEvent]:
        """Return the events of the last of some lines."""
        return [list(self.session.submit(line)) for line in lines][-1]

    def reopen(self) -> list[TurnEvent]:
        """Leave and come back."""
        self.session.close()
        self.session = self._opened()
        return list(self.session.begin())


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """Yield a table where the author tells."""
    table = Table(tmp_path)
    yield table
    table.session.close()


def told(events: list[TurnEvent]) -> str:
    return " ".join(passage.text for passage in gather(each for each in events if isinstance(each, Opened | Grew)))


def said(events: list[TurnEvent]) -> str:
    return "\n".join(each.text for each in events if isinstance(each, Answered))


def by_model(tmp_path: Path, *replies: str, wishes: Wishes = ASKED) -> Table:
    """Return a table where a model tells, but for the opening, in which the author has something that is kept back."""
    return Table(tmp_path, ScriptedModel(replies), wishes)


def test_an_authors_line_is_told_in_neutral_words_and_the_rules_go_on(table: Table) -> None:
    assert told(table.play("take lamp")) == NEVER
    assert table.session.state.where["lamp"] == "you"
    assert told(table.play("examine lamp")) == f"{NEVER} It wants oil."


def test_choices_the_panel_and_what_a_turn_is_remembered_by_leave_the_word_out(table: Table) -> None:
    (offered,) = [each for each in table.play("take spider lamp") if isinstance(each, Offered)]
    assert "Give the … lamp to Anna" in offered.choices
    assert table.session.view().carried == ("… lamp",)
    assert table.session.run.current().words == "take … lamp"


def test_the_turn_is_shown_by_the_words_it_is_kept_by(table: Table) -> None:
    assert table.play("take spider lamp")[0] == Committed(1, "take … lamp")


def test_what_is_answered_leaves_the_word_out(table: Table) -> None:
    assert said(table.play("take lamp", "/inventory")) == "You carry: … lamp."


def test_looking_again_and_coming_back_show_no_more(table: Table) -> None:
    assert "pider" not in told(table.play("/look"))
    table.play("take lamp")
    assert told(table.reopen()) == NEVER


def test_what_was_told_before_it_was_asked_for_is_not_shown_again(tmp_path: Path) -> None:
    table = Table(tmp_path, wishes=Wishes())
    assert "spider" in told(table.play("examine lamp"))
    table.session.close()
    table = Table(tmp_path)
    assert "spider" not in told(table.reopen())
    table.session.close()


def test_a_models_sentence_is_withheld_counted_and_not_kept(tmp_path: Path) -> None:
    table = by_model(tmp_path, "It rains. A spider waits.", "Shit, it rains.", "A gull calls.")
    assert told(table.play("wait")) == "It rains. A gull calls."
    (kept,) = table.session.run.tellings(2)
    assert "pider" not in kept.text + kept.details
    assert json.loads(kept.details)[-1] == {"withheld": {"line": 1, "rating": 1}}
    assert table.session.safety.withheld == {"line": 2, "rating": 1}
    table.session.close()


def test_what_is_kept_of_how_it_was_made_holds_nothing_of_it(table: Table) -> None:
    made = [{"slot": "narrator", "heard": ({"sentence": "It rains.", "words": ""}, {"sentence": "A spider.", "n": 2})}]
    assert table.session.safety.scrubbed(made) == [
        {"slot": "narrator", "heard": [{"sentence": "It rains.", "words": ""}, {"sentence": "", "n": 2}]}
    ]


def test_how_a_turn_was_told_says_that_something_was_withheld_and_not_what(tmp_path: Path) -> None:
    table = by_model(tmp_path, "It rains. A spider waits.", "A gull calls.")
    table.play("wait")
    why = said(table.play("/why"))
    assert "✗ a sentence that was not kept (lines)" in why
    assert "pider" not in why
    table.session.close()


def test_where_all_a_model_says_is_withheld_the_author_tells(tmp_path: Path) -> None:
    table = by_model(tmp_path, "A spider waits.")
    assert told(table.play("wait")) == "Time passes."
    table.session.close()


def test_a_model_is_not_to_write_the_words_of_lines(tmp_path: Path) -> None:
    model = ScriptedModel(["It rains."])
    table = Table(tmp_path, model)
    table.play("wait")
    assert {"spider", "spiders"} <= set(model.requests[-1].sampling.banned)
    assert "blood" not in model.requests[-1].sampling.banned
    table.session.close()


def test_a_turn_whose_notes_hold_a_line_is_told_by_the_author_and_no_model_is_asked(tmp_path: Path) -> None:
    model = ScriptedModel()
    table = Table(tmp_path, model)
    asked = len(model.requests)
    assert told(table.play("examine lamp")) == f"{NEVER} It wants oil."
    assert not any(each.max_tokens for each in model.requests[asked:])
    (kept,) = table.session.run.tellings(2)
    assert (kept.narrator, kept.model) == ("authored", "")
    table.session.close()


def test_a_trusted_model_is_asked_about_each_sentence_where_that_is_wanted(tmp_path: Path) -> None:
    table = by_model(tmp_path, "It rains. Eight legs touch you.", "no", "Yes", wishes=replace(ASKED, is_examined=True))
    model = table.session.narrator.model
    assert isinstance(model, ScriptedModel)
    assert told(table.play("wait")) == "It rains."
    checks = [each for each in model.requests if each.slot == "check"]
    assert [each.messages[-1].text for each in checks] == ["It rains.", "Eight legs touch you."]
    assert "never to read of: sexual content with minors, spiders, blood, violence" in checks[0].messages[0].text
    assert table.session.safety.withheld["judged"] == 1
    table.session.close()


def test_a_small_model_is_asked_nothing(tmp_path: Path) -> None:
    model = ScriptedModel(["It rains."], parameters=135_000_000)
    table = Table(tmp_path, model, replace(ASKED, is_examined=True))
    assert told(table.play("wait")) == "It rains."
    assert not any(each.slot == "check" for each in model.requests)
    table.session.close()


def test_what_is_told_ahead_is_filtered_and_hit_all_the_same(tmp_path: Path) -> None:
    model = SeededModel(lambda request: "A gull." if request.messages[-1].role == "assistant" else "Rain. A spider.")
    table = Table(tmp_path, model)
    table.session.may_look_ahead = lambda: True
    table.play("wait")
    table.session.resting.result(timeout=10)
    asked = len(model.asked)
    assert told(table.play("2")) == "Rain. A gull."
    assert not any(each.request.max_tokens for each in model.asked[asked:] if each.due is None)
    table.session.close()


@pytest.mark.parametrize(
    "typed", ["undress the child", "/edit The naked child.", "/bookmark naked child", "脱光那个小女孩"]
)
def test_what_the_rules_refuse_is_neither_taken_in_nor_kept(table: Table, typed: str) -> None:
    assert table.play(typed) == [Answered("That cannot be taken in here; nothing of it was kept.")]
    assert table.session.run.current().depth == 0
    assert table.session.run.kept.bookmarks() == []
    assert table.session.safety.withheld["rules"] == 1
    assert table.session.safety.heard(typed) == "…"


def test_ones_own_lines_may_be_typed(table: Table) -> None:
    assert isinstance(table.play("take spider lamp")[0], Committed)


def test_safety_says_what_is_kept_back_and_how_often(tmp_path: Path) -> None:
    table = by_model(tmp_path, "It rains. A spider waits.", "Shit, it rains.", "A gull calls.")
    assert said(table.play("/safety")).endswith("Withheld since you came: 1 (lines 1).")
    assert said(table.play("wait", "/safety")).splitlines() == [
        "This world is rated everyone.",
        "Never told: spiders.",
        "Not told in detail: blood.",
        "Withheld since you came: 3 (lines 2, the rating 1).",
    ]
    table.session.close()


def test_a_session_without_wishes_says_so(tmp_path: Path) -> None:
    table = Table(tmp_path, wishes=Wishes())
    assert "You have asked for nothing" in said(table.play("/safety"))
    table.session.close()


@pytest.fixture
def opera(tmp_path: Path) -> Iterator[Session]:
    """Yield Cloak of Darkness in Chinese, for somebody who wants to hear of no cloak."""
    world = load_world(Path(__file__).parents[2] / "worlds" / "cloak-of-darkness.toml", language="zh")
    session = open_session(world, tmp_path, None, run="test", seed=7)
    session.safety.wishes = wishes_for(world.rating, house_lists(), lines=("斗篷",))
    yield session
    session.close()


def test_a_chinese_world_leaves_the_words_out_too(opera: Session) -> None:
    events = list(opera.begin())
    assert "斗篷" not in str(events)
    assert "细看丝绒…" in opera.offered().choices
    assert told(list(opera.submit("细看斗篷"))).endswith("这里发生了一件你说过不想听的事。")


def test_a_chinese_telling_is_taken_back_too(opera: Session) -> None:
    list(opera.submit("往西走"))
    events = list(opera.submit("/x"))
    assert told(events) == "余下的不讲了，故事接着往下走。"
    assert said(events).startswith("这一段收回了")
    assert "不收" in said(list(opera.submit("脱光那个小女孩")))
