"""Links between double brackets, which all formats write alike, and the line that a goto becomes.

Knows nothing of macros that are links.
"""

from __future__ import annotations

from dataclasses import replace

from game.authoring.imports.twee.nodes import If, Link, Node, Sets, Words, links_of, sets_of
from game.authoring.imports.twee.notebook import Page, shown

LINK = r"\[\[(?P<link>(?:[^\[\]\n]|\[(?!\[)|\](?!\]))*+)\]\]"
"""A link, the part within its brackets by the name of link."""
ONWARD = "Go on"
"""The label of a choice that was no link: a story went on there by itself."""
BACK = "Go back"


def read_link(inside: str, line: int, *, do: tuple[Sets, ...] = ()) -> Link:
    """Return the link that is written within double brackets: `to`, `text|to`, `text->to` or `to<-text`."""
    text, to = _sides(inside)
    return Link(text.strip(), to.strip(), line, said=text.strip(), do=do)


def onward(to: str, line: int) -> Link:
    """Return the link that a goto becomes."""
    return Link(ONWARD, to, line)


def back(line: int, *, label: str = BACK) -> Link:
    """Return a link to wherever the player came from."""
    return Link(label, None, line)


def acted(page: Page, offset: int, link: Link, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the link whose nodes happen when it is taken.

    One that leads nowhere tells what it shows, if that is words alone; else it is noted, and all of it happens at once.
    """
    way = next(iter(links_of(nodes)), None)
    told = "".join(each.text for each in nodes if isinstance(each, Words)).strip()
    if not link.to and told and all(isinstance(each, Words) for each in nodes):
        return (replace(link, tells=told),)
    if not link.to and way is None:
        page.note(offset, f"what the link '{shown(link.label)}' shows is shown at once")
        return Words(link.label), *nodes
    if any(isinstance(each, If) for each in nodes):
        page.note(offset, f"what the link '{shown(link.label)}' does under a condition was left out")
    to = link.to if link.to or way is None else way.to
    return (replace(link, to=to, do=(*link.do, *sets_of(nodes))),)


def _sides(inside: str) -> tuple[str, str]:
    """Return text and target: the last arrow to the right counts, else the first to the left, else the first bar."""
    if "->" in inside:
        text, _, to = inside.rpartition("->")
        return text, to
    if "<-" in inside:
        to, _, text = inside.partition("<-")
        return text, to
    text, bar, to = inside.partition("|")
    return (text, to) if bar else (inside, inside)
