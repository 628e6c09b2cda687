"""What the keys of each screen do; for those of a run in each language the game speaks.

Knows nothing of screens.
"""

from __future__ import annotations

_ENGLISH = {
    "1 2 3 …": "take a choice, while the line is empty",
    "Enter": "say what is on the line",
    "↑ ↓": "what you said before",
    "← →": "other tellings, while the line is empty",
    "+ -": "like it or not, while the line is empty",
    "PgUp PgDn": "read back, and on",
    "Ctrl+↑ ↓": "more choices, where they do not all fit",
    "Escape": "stop the telling; clear the line",
    "Ctrl+Z": "take the last turn back",
    "Ctrl+Y": "do it again",
    "Ctrl+R": "have it told another way",
    "Ctrl+X": "take back what is told now, and keep what was in it away",
    "F2": "show or hide the panel",
    "F3": "how the turn was told, and what was held back",
    "F4": "the timeline: every turn, to go on from",
    "F6": "tell the turn in your own words",
    "Ctrl+L": "go to the library",
    "Ctrl+P": "all commands, the theme among them",
    "Ctrl+C": "copy what is selected",
    "Ctrl+Q": "leave; everything is saved already",
}

_CHINESE = {
    "1 2 3 …": "选一项，在输入行空着的时候",
    "Enter": "说出输入行里的话",
    "↑ ↓": "你先前说过的话",
    "← →": "这个回合的其他讲法，在输入行空着的时候",
    "+ -": "喜不喜欢这种讲法，在输入行空着的时候",
    "PgUp PgDn": "往回看，往下看",
    "Ctrl+↑ ↓": "更多选择，在放不下的时候",
    "Escape": "停止讲述；清空输入行",
    "Ctrl+Z": "撤回上一个回合",
    "Ctrl+Y": "重做撤回的回合",
    "Ctrl+R": "换一种说法再讲一遍",
    "Ctrl+X": "收回正在讲的这一段，里面的内容后面也避开",
    "F2": "显示或隐藏侧栏",
    "F3": "这个回合是怎么讲的，拦下了什么",
    "F4": "时间线：所有回合，可以从任何一个继续",
    "F6": "用你自己的话讲这个回合",
    "Ctrl+L": "去书库",
    "Ctrl+P": "所有命令，明暗主题也在里面",
    "Ctrl+C": "复制选中的文字",
    "Ctrl+Q": "离开；一切都已保存",
}

PLAY_KEYS = {"en": _ENGLISH, "zh": _CHINESE}
"""The keys of a run, by language. To add a language: a line here."""

LIBRARY_KEYS = {
    "a b c …": "find a run or a world by its name",
    "↑ ↓": "one up or down",
    "PgUp PgDn": "a page up or down",
    "Enter": "go on with the run, or begin the world",
    "Escape": "show all of them again",
    "Ctrl+P": "all commands, the theme among them",
    "Ctrl+Q": "leave; everything is saved already",
}
