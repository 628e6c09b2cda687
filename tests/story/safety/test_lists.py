"""The lists of words: the game's own in both languages, and a file's in their place."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
import tomli

from game.errors import SettingsError
from game.story.safety.lists import house_lists, lists_with
from game.story.safety.ratings import RATINGS

HOUSE = house_lists()
FILES = {
    name: tomli.loads(files("game.story.safety").joinpath("words", f"{name}.toml").read_text("utf-8"))
    for name in ("en", "zh")
}

KNOWN = {
    "gore": ("He saw the entrails.", "血肉模糊的一只手。"),
    "violence": ("They killed him at the ford.", "他们在渡口杀死了他。"),
    "torture": ("He was tortured for a week.", "他被拷打了一个星期。"),
    "blood": ("The step is bloody.", "台阶上有血迹。"),
    "sexual": ("They lay there naked.", "他们赤裸着身子。"),
    "sexual_violence": ("The baron's men raped and burned.", "男爵的手下强暴了她。"),
    "sexual_minors": ("A naked child.", "赤裸的幼女。"),
    "self_harm": ("She wanted to hang herself.", "她想过自杀。"),
    "harm_to_children": ("The boy was beaten again.", "那孩子又挨了毒打。"),
    "harm_to_animals": ("He kicked the dog.", "他把狗打死了。"),
    "spiders": ("A spider lets itself down.", "一只蜘蛛垂下来。"),
    "snakes": ("An adder suns itself.", "一条蛇在晒太阳。"),
    "insects": ("Maggots in the flour.", "面粉里有蛆。"),
    "rats": ("Rats under the floor.", "地板下有老鼠。"),
    "needles": ("The doctor fills a syringe.", "大夫举起针筒。"),
    "drowning": ("He drowned in the ebb.", "他在退潮时淹死了。"),
    "confinement": ("The monk was walled in.", "有人被活埋在下面。"),
    "heights": ("It is a sheer drop.", "下面是万丈深渊。"),
    "fire": ("His clothes on fire, he ran.", "他浑身是火地跑出来。"),
    "pregnancy": ("She is pregnant again.", "她又怀孕了。"),
    "loss_of_a_child": ("She miscarried in the spring.", "春天她流产了。"),
    "illness": ("It was a tumour.", "是肿瘤。"),
    "eating": ("Her sister is anorexic.", "她妹妹得了厌食症。"),
    "vomit": ("The reeve vomits.", "村长呕吐了。"),
    "alcohol": ("He is drunk by noon.", "他中午就喝醉了。"),
    "drugs": ("A pipe of opium.", "一袋鸦片。"),
    "gambling": ("He gambled it away.", "他在赌场输光了。"),
    "swearing": ("Shit, said the reeve.", "他妈的，村长说。"),
    "slavery": ("They were sold as slaves.", "他们被卖为奴隶。"),
    "hate": ("A swastika on the door.", "门上有纳粹的标记。"),
    "kidnapping": ("The heir was kidnapped.", "少东家被绑架了。"),
    "domestic_abuse": ("Everybody knows he beats his wife.", "谁都知道他打老婆。"),
    "ghosts": ("The tower is haunted.", "塔里闹鬼。"),
    "clowns": ("A clown waves.", "小丑挥了挥手。"),
    "corpses": ("A corpse in the reeds.", "芦苇里有一具尸体。"),
}
HARMLESS = [
    "The girl's heart beat fast.",
    "A gull beating its wings, and a child waving.",
    "He held the letter over a naked flame.",
    "The lamp throws a needle of light.",
    "The tide is low, and the bell has no tongue.",
    "潮水退得很低，孩子气的浪拍着石阶。",
    "他马上打开门，把羊皮纸卷起来。",
    "她一腔热血，全扑在这口钟上。",
]


@pytest.mark.parametrize("key", KNOWN)
@pytest.mark.parametrize("language", [0, 1], ids=["en", "zh"])
def test_a_category_knows_a_sentence_of_its_own(key: str, language: int) -> None:
    assert any(topic.words_in(KNOWN[key][language]) for topic in HOUSE.topics(key))


@pytest.mark.parametrize("sentence", HARMLESS)
def test_what_only_looks_like_it_is_about_nothing(sentence: str) -> None:
    assert HOUSE.touched(sentence) == []


def test_every_category_is_tried() -> None:
    assert KNOWN.keys() == HOUSE.categories.keys()


def test_both_languages_know_the_same_categories() -> None:
    assert FILES["en"]["categories"].keys() == FILES["zh"]["categories"].keys()


def test_every_category_can_be_read_and_every_list_is_used() -> None:
    for table in FILES.values():
        used = {
            name for each in table["categories"].values() for kind in ("any", "together") for name in each.get(kind, ())
        }
        assert used == table["lists"].keys()


def test_no_list_names_a_word_twice() -> None:
    for table in FILES.values():
        for name, words in table["lists"].items():
            assert len(words) == len(set(words)), name


def test_every_rating_keeps_back_what_there_is_and_a_milder_one_no_less() -> None:
    barred = [set(HOUSE.rated(rating)) for rating in RATINGS]
    assert all(keys <= HOUSE.categories.keys() for keys in (*barred, set(HOUSE.told), set(HOUSE.typed)))
    assert barred[3] < barred[2] < barred[0]
    assert barred[3] < barred[1]


@pytest.mark.parametrize("wish", ["harm to animals", "Harm_To_Animals", "harm-to-animals", "伤害动物"])
def test_a_category_goes_by_its_key_and_its_names(wish: str) -> None:
    assert HOUSE.key_of(wish) == "harm_to_animals"


def test_what_names_no_category_stands_for_itself() -> None:
    (topic,) = HOUSE.topics("my old school")
    assert topic.words_in("You dream of my old school.") == "my old school"
    assert HOUSE.words("my old school") == ("my old school",)


def test_a_files_list_takes_the_place_of_the_games() -> None:
    lists = lists_with('[lists]\nspiders = ["daddy longlegs"]\n', name="mine.toml")
    assert lists.touched("A daddy longlegs.") == ["spiders"]
    assert lists.touched("A spider.") == lists.touched("一只蜘蛛。") == []


def test_a_files_category_may_use_the_games_lists_and_its_own() -> None:
    lists = lists_with(
        '[lists]\nmasks = ["mask"]\n[categories.faces]\nname = "faces"\nany = ["masks", "clowns"]\n', name="mine.toml"
    )
    assert [lists.touched(each) for each in ("A mask.", "A clown.", "一个小丑。")] == [
        ["faces"],
        ["clowns", "faces"],
        ["clowns", "faces"],
    ]


def test_a_files_rules_take_the_place_of_the_games() -> None:
    lists = lists_with('[ratings]\nteen = ["spiders"]\n[rules]\ntyped = ["swearing"]\n', name="mine.toml")
    assert (lists.rated("teen"), lists.typed, lists.told) == (("spiders",), ("swearing",), ())
    assert lists.rated("mature") == HOUSE.rated("mature")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("lists = 3", r"^mine.toml: lists: input should be a valid dictionary; see the game's own lists.$"),
        ("[lists\n", r"^mine.toml:1: .*; correct that line.$"),
        ('[categories.x]\nname = "x"\nany = ["spider"]', r"^mine.toml: there is no list 'spider'; there are alcohol, "),
        ('[rules]\ntold = ["x\\u001b"]', r"^mine.toml: there is no category 'x'; there are alcohol, "),
        ("[ratings]\nparents = []", r"^mine.toml: ratings.parents"),
    ],
)
def test_a_file_that_does_not_fit_says_where(text: str, fault: str) -> None:
    with pytest.raises(SettingsError) as caught:
        lists_with(text, name="mine.toml")
    assert re.search(fault, str(caught.value))
