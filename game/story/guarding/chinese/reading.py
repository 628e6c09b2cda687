"""What the Chinese rules ask of a moment again and again: what it was about, the dead, and whom each text names.

Knows nothing of sentences. It is made once a turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from game.story.guarding.chinese.matters import Matter, matter_of
from game.story.guarding.chinese.signs import Sign, signs_of
from game.story.guarding.knowing import closed_texts, open_texts
from game.story.guarding.pieces import telling_words

if TYPE_CHECKING:
    from game.story.guarding.moment import Moment

# Characters with which foreign names are written: a name's beginning is as many of them as stand before the point.
_SYLLABLES = (
    "阿埃艾安奥巴贝比布查达戴德登迪蒂杜恩尔法菲费芬弗福戈格古哈海汉赫亨霍基吉加杰卡凯科克肯库拉莱赖兰朗劳勒雷蕾里利莉莲林琳卢鲁露伦罗洛马玛麦曼梅蒙米莫姆穆"
    "内娜纳尼诺帕佩皮珀普乔切琼日萨塞森沙莎山史斯苏索塔泰汤特提托瓦威韦维温沃西希夏辛休雅亚彦伊英约泽詹珍兹佐治姬思丝翰瑟皮彼得琪妮蓓薇黛"
)
_FULL = re.compile(rf"([{_SYLLABLES}]{{1,5}})·([{_SYLLABLES}]{{1,5}})")


@dataclass(frozen=True)
class Reading:
    """A moment as sentences without spaces are judged against it."""

    moment: Moment

    @cached_property
    def matter(self) -> Matter:
        """What the turn was about."""
        return matter_of(self.moment)

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """By what signs a sentence tells the turn otherwise than it came out."""
        return tuple(signs_of(self.moment))

    @cached_property
    def dead(self) -> frozenset[str]:
        """The names that the author's texts have of those who are nobody of the world."""
        people = self.moment.world.people.values()
        living = frozenset(name for person in people for name in (person.name, *person.aliases))
        return _names_in(tuple(self._texts())) - {part for name in living for part in (name, *name.split("·"))}

    def _texts(self) -> Iterator[str]:
        world = self.moment.world
        yield from (each.text for table in (world.lore, world.secrets.values()) for each in table)
        read = (*(each.text for each in world.knowledge.values()), *(each.look for each in world.things.values()))
        yield from (variant.text for text in read for variant in text.variants)

    @cached_property
    def closed(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """The telling words of each closed piece, and whom and what it names."""
        texts = closed_texts(self.moment.world, self.moment.after)
        language = self.moment.world.language
        return tuple((telling_words(text, language), self.named_in(text)) for text in texts)

    @cached_property
    def open(self) -> tuple[frozenset[str], ...]:
        """Whom and what each open piece names, and what the author says now."""
        known = open_texts(self.moment.world, self.moment.after)
        return tuple(map(self.named_in, (*known, self.moment.notes.text, self.moment.here.text)))

    def named_in(self, text: str) -> frozenset[str]:
        """Return the people, living and dead, and the things that a text names."""
        tables = (self.moment.world.people, self.moment.world.things)
        found = (each.ids[0] for each in self.moment.names.find(text) if any(each.ids[0] in table for table in tables))
        return frozenset((*found, *(name for name in self.dead if name in text)))


@lru_cache(maxsize=8)
def _names_in(texts: tuple[str, ...]) -> frozenset[str]:
    found = (each for text in texts for each in _FULL.finditer(text))
    return frozenset(part for each in found for part in (each.group(), each[1]) if len(part) > 1)
