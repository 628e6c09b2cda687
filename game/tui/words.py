"""The screen's own words, in each language the game speaks. To add a language: a line in WORDS.

Knows nothing of worlds; the story's own sentences are in game/story/languages.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What the screens of a run say in their own voice."""

    exits: str = "Ways out"
    carried: str = "Carrying"
    people: str = "Here with you"
    quests: str = "Quests"
    nothing: str = "nothing"
    ask: str = "A number from 1 to {0}, or your own words"
    ask_freely: str = "Your own words"
    ask_in_talk: str = "A number from 1 to {0}, or what you say to {1}"
    telling: str = "telling… Esc stops"
    help: str = "F1 help"
    help_title: str = "Help"
    help_closes: str = "Esc closes"
    keys: str = "Keys"
    commands: str = "To type"
    more: str = "more below · PgDn"
    gap: str = "· · ·   turns between are not shown; go on, and you are back at the last one   · · ·"
    turn: str = "turn {0}"
    telling_of: str = "telling {0} of {1}"
    tellings: str = "← telling {0}/{1} →"
    first_word: str = "first word {0} s"
    speed: str = "{0} words/s"
    reused: str = "{0}% reused"
    authored: str = "author's words"
    blend: str = "author + model"
    model: str = "told by the model"
    loading: str = "model loading {0}%"
    given_up: str = "model given up · /wake"
    off: str = "model off"
    no_model: str = "no model"
    gpu_all: str = "on the GPU"
    gpu_some: str = "{0} of {1} layers on the GPU"
    gpu_memory: str = "GPU not used: not enough memory"
    gpu_failed: str = "GPU not used: it failed"
    lowered: str = "window lowered to {0} tokens"
    memory: str = "{0} MB"
    withheld: str = "{0} withheld"
    looking: str = "only looked at"
    looked_at: str = "This run is only looked at: open it to play on."
    ended: str = "The story has ended. Ctrl+Z takes the last step back; Ctrl+L goes to the library."
    yours: str = "in your words"
    timeline: str = "Timeline"
    timeline_of: str = "Timeline  ·  turns: {0}"
    timeline_keys: str = "↑↓ move   Enter go on from there   B bookmark   D forget   C where you are   Esc close"
    here: str = "you are here"
    changed: str = "What it changed"
    untold: str = "No telling of it is kept yet."
    bookmark_name: str = "A name for turn {0} · Enter keeps it, Esc does not"
    no_bookmark: str = "This turn has no bookmark; B gives it one."
    edit: str = "The turn in your words"
    edit_keys: str = "Ctrl+S keeps it · Esc leaves all as it was"
    why: str = "How it was told"
    why_keys: str = "↑↓ read on · Esc closes"
    author: str = "author mode"
    edit_later: str = "This turn is still being told: wait, or stop the telling with Esc."


_CHINESE = Words(
    exits="出口",
    carried="随身物品",
    people="在场的人",
    quests="任务",
    nothing="无",
    ask="输入 1 到 {0} 的数字，或用自己的话说",
    ask_freely="用自己的话说",
    ask_in_talk="输入 1 到 {0} 的数字，或对{1}说的话",
    telling="讲述中… Esc 停止",
    help="F1 帮助",
    help_title="帮助",
    help_closes="Esc 关闭",
    keys="按键",
    commands="可以输入",
    more="下面还有 · PgDn",
    gap="· · ·   中间的回合没有显示；继续游戏便回到最后一回合   · · ·",
    turn="第 {0} 回合",
    telling_of="第 {0} 种讲法，共 {1} 种",
    tellings="← 讲法 {0}/{1} →",
    first_word="首字 {0} 秒",
    speed="每秒 {0} 字",
    reused="复用 {0}%",
    authored="作者原文",
    blend="作者原文与模型",
    model="由模型讲述",
    loading="模型载入 {0}%",
    given_up="模型已停用 · /wake",
    off="模型关闭",
    no_model="无模型",
    gpu_all="在 GPU 上",
    gpu_some="GPU 上 {0}/{1} 层",
    gpu_memory="未用 GPU：显存不足",
    gpu_failed="未用 GPU：GPU 出错",
    lowered="窗口降到 {0} 个词元",
    memory="{0} MB",
    withheld="略去 {0} 处",
    looking="只看不玩",
    looked_at="这次进度只供查看：打开它才能接着玩。",
    ended="故事结束了。Ctrl+Z 退回一步；Ctrl+L 回到书库。",
    yours="你写的",
    timeline="时间线",
    timeline_of="时间线  ·  回合：{0}",
    timeline_keys="↑↓ 移动   Enter 从那里继续   B 加书签   D 取下书签   C 回到当前   Esc 关闭",
    here="你在这里",
    changed="改变了什么",
    untold="这个回合还没有留下讲法。",
    bookmark_name="给第 {0} 回合起个名字 · Enter 留下，Esc 作罢",
    no_bookmark="这个回合没有书签；按 B 放一个。",
    edit="用你的话讲这个回合",
    edit_keys="Ctrl+S 留下 · Esc 作罢",
    why="是怎么讲的",
    why_keys="↑↓ 往下看 · Esc 关闭",
    author="作者模式",
    edit_later="这个回合还在讲：等它讲完，或按 Esc 停止。",
)

WORDS = {"en": Words(), "zh": _CHINESE}


def words_in(language: str) -> Words:
    """Return the screen's words in a language, or in English where we lack it."""
    return WORDS.get(language, WORDS["en"])
