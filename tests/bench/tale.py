"""A made-up story of the size of inkle's The Intercept, in TOML and in ink: 228 choices, of which a play takes 26.

Both say the same words, set the same numbers under the same conditions, and list the same choices in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

LAYERS = 26
_SCENES_A_LAYER = 3
_CHOICES_A_SCENE = 3
_FACTS = ("suspicion", "candour", "nerve")
_HEAD = """
schema = 1
[world]
id = "tale"
title = "Tale"
start = "hut"
[place.hut]
name = "hut"
look = "A hut."
[[ending]]
id = "end"
title = "End"
when = "over == 1"
text = "It is over."
"""
_NARRATION = (
    "The clock on the wall of hut {number} has stopped, and nobody has thought to wind it again.",
    "Rain runs down the window. Somewhere a door closes, and steps go away along the gravel.",
    "He turns the papers over, one by one, as if the answer were written on the back of them.",
)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its words, what is said of it, the fact it raises, the scene it leads to, and the least it asks."""

    text: str
    tell: str
    raises: str
    to: str
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One scene of the story, and when it says one thing rather than another."""

    id: str
    lines: tuple[str, ...]
    test: str
    so: str
    otherwise: str
    options: tuple[Option, ...]


def tale() -> tuple[Part, ...]:
    """Return the story's scenes, the first of them first."""
    places = [(layer, each) for layer in range(LAYERS) for each in range(_SCENES_A_LAYER if layer else 1)]
    return tuple(_part(number, layer) for number, (layer, _) in enumerate(places))


def as_toml(parts: tuple[Part, ...]) -> str:
    """Return the story as a world."""
    facts = "".join(f"{name} = 0\n" for name in (*_FACTS, "over"))
    first, *others = parts
    return _HEAD + f"[facts]\n{facts}" + _scene(first, "true") + "".join(_scene(each, "false") for each in others)


def as_ink(parts: tuple[Part, ...]) -> str:
    """Return the story in ink."""
    head = "".join(f"VAR {name} = 0\n" for name in _FACTS)
    return f"{head}-> {parts[0].id}\n" + "".join(map(_knot, parts))


def _part(number: int, layer: int) -> Part:
    lines = tuple(each.format(number=number) for each in _NARRATION)
    fact = _FACTS[number % len(_FACTS)]
    options = tuple(_option(number, layer, each) for each in range(_CHOICES_A_SCENE))
    return Part(f"s{number}", lines, f"{fact} > {layer // 4}", "He smiles at that.", "He does not smile.", options)


def _option(number: int, layer: int, each: int) -> Option:
    target = 1 + layer * _SCENES_A_LAYER + (number + each) % _SCENES_A_LAYER
    return Option(
        f"Give answer {each} to question {number}",
        f'"That is answer {each}," you say. "I have no better one to question {number}."',
        _FACTS[(number + each) % len(_FACTS)],
        f"s{target}" if layer + 1 < LAYERS else "",
        f"{_FACTS[each]} >= {layer // 6}" if each else "",
    )


def _scene(part: Part, when: str) -> str:
    text = "\n\n".join((*part.lines, f"{{{part.test}: {part.so} | {part.otherwise}}}"))
    return f'[[scene]]\nid = "{part.id}"\nwhen = "{when}"\nhold = true\ntext = """\n{text}"""\n' + "".join(
        "\n".join(_choice(each)) for each in part.options
    )


def _choice(option: Option) -> Iterator[str]:
    yield "[[scene.choice]]"
    yield f'text = "{option.text}"'
    yield f"tell = '{option.tell}'"
    if option.asks:
        yield f'when = "{option.asks}"'
    over = [] if option.to else ["over = 1"]
    yield f"do = {[f'{option.raises} += 1', *over]}"
    yield f'then = "{option.to}"\n' if option.to else ""


def _knot(part: Part) -> str:
    lines = "\n".join(part.lines)
    fitting = f"{{{part.test}: {part.so}|{part.otherwise}}}"
    return f"== {part.id}\n{lines}\n{fitting}\n" + "".join(map(_bullet, part.options))


def _bullet(option: Option) -> str:
    asks = f"{{{option.asks}}} " if option.asks else ""
    return f"+ {asks}[{option.text}]\n  {option.tell}\n  ~ {option.raises} += 1\n  -> {option.to or 'END'}\n"
