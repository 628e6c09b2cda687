"""Worlds made to do harm: too deep, too long, too many, in a ring, or of signs that are not what they seem.

Knows nothing of what the loader makes of them.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.kit import INN


def _asking(condition: str) -> str:
    return f'{INN}[[scene]]\nid = "x"\ntext = "y"\nwhen = "{condition}"\n'


def _telling(text: str) -> str:
    return f'{INN}[[scene]]\nid = "x"\ntext = "{text}"\n'


def _thing(name: str, at: str) -> str:
    return f'[thing.{name}]\nname = "{name}"\nat = "{at}"\nholds = "in"\n'


def _many(number: int, table: str) -> str:
    return "".join(table.replace("N", str(each)) for each in range(number))


SMALL: dict[str, str | bytes] = {
    "a dotted key of 40 KB": ".".join("a" * 20_000) + " = 1",
    "a dotted key of quotes": ".".join(['"\\""'] * 8_000) + " = 1",
    "a dotted header": "[" + "a." * 20_000 + "a]",
    "arrays 2,000 deep": "x = " + "[" * 2_000 + "]" * 2_000,
    "arrays that never end": "x = " + "[" * 100_000,
    "tables 2,000 deep": "x = " + "{ a = " * 2_000 + "1" + " }" * 2_000,
    "a number of 5,000 digits": INN.replace("coins = 3", "coins = " + "9" * 5_000),
    "a number of 10,000 digits in base 16": INN.replace("coins = 3", "coins = 0x" + "f" * 10_000),
    "a number without end": INN.replace("coins = 3", "coins = inf"),
    "a text a billion times": _asking("'x' * 1000000000 == 'x'"),
    "a number to the billionth power": _asking("2 ** 1000000000 > 1"),
    "a number shifted by a billion": _asking("1 << 1000000000 > 1"),
    "digits in a condition": _asking("coins == " + "9" * 380),
    "products that grow": INN + _many(1, '[[rule]]\ndo = ["coins = coins * 999999999999 * 999999999999"]\n') * 40,
    "parentheses": _asking("(" * 190 + "paid" + ")" * 190),
    "signs before a number": _asking("-" * 390 + "1 == 1"),
    "nots": _asking("not " * 98 + "paid"),
    "attributes": _asking("().__class__.__bases__[0].__subclasses__()"),
    "an import": _asking("__import__('os').system('true') == 0"),
    "pieces without end": _telling("{paid: a | b}" * 1_500),
    "pieces within pieces": _telling("{paid: " * 2_000 + "}" * 2_000),
    "pieces of nobody": _telling("{nobody}" * 2_400),
    "a piece of quotes": _telling("{" + "'" * 19_000 + "}"),
    "a piece of bars": _telling("{paid:" + "|" * 19_000 + "}"),
    "a table that draws itself": f'{INN}[table.t]\ndraw = ["{{draw(t)}}"]\n[[rule]]\ndo = ["hour = draw(t)"]\n',
    "tables that draw each other": f"{INN}[table.t]\ndraw = [{{ text = 'a', when = 'draw(u) == hour' }}]\n",
    "a thing in itself": INN + _thing("a", "a"),
    "things in a ring": INN + _thing("a", "b") + _thing("b", "c") + _thing("c", "a"),
    "things within things": INN + _thing("a0", "hall") + "".join(_thing(f"a{n}", f"a{n - 1}") for n in range(1, 200)),
    "a lamp in the one who holds it": INN.replace('at = "hall"\nlook', 'at = "lamp"\nlook'),
    "an appointment nowhere": f'{INN}[[person.anna.schedule]]\nat = "moon"\nwhen = "true"\n',
    "appointments without rest": INN
    + "".join(
        f'[[person.anna.schedule]]\nat = "{at}"\nwhen = "time % 2 == {n}"\n' for n, at in enumerate(("yard", "room"))
    ),
    "scenes that lead to each other": INN
    + '[[scene]]\nid = "a"\ntext = "x"\nonce = false\n[[scene.choice]]\ntext = "On"\nthen = "a"\n',
    "rules that call for each other": INN + '[[rule]]\ndo = ["coins += 1"]\ntell = "A coin."\n' * 300,
    "a world that includes itself": 'include = ["world.toml", "world.toml"]\n' + INN,
    "names that differ in case alone": INN + _thing("k", "hall").replace('"k"', '"\u212aEY"') + _thing("key", "hall"),
    "a name that reads backwards": INN + _thing("k", "hall").replace('"k"', '"a\u202eb\u2066"'),
    "an id that reads backwards": f'{INN}[thing."\u202ek"]\nname = "k"\nat = "hall"\n',
    "a name that clears the screen": INN + _thing("k", "hall").replace('"k"', '"\\u001b[2Jk"'),
    "a lone surrogate": INN + _thing("k", "hall").replace('"k"', '"\\ud800"'),
    "two byte order marks": b"\xef\xbb\xbf" * 2 + INN.encode(),
    "UTF-16": INN.encode("utf-16"),
    "a byte that is no UTF-8": INN.encode() + b"\xff",
    "a null at the end": INN.encode() + b"\0",
    "nothing": b"",
}

LARGE: dict[str, Callable[[], str]] = {
    "a million keys": lambda: _many(700_000, "kN=1\n"),
    "a million tables": lambda: "[[a]]\n" * 1_300_000,
    "a million items": lambda: "x = [" + "1," * 3_900_000 + "]",
    "a million empty tables": lambda: "x = [" + "{}," * 2_000_000 + "]",
    "a million empty lines": lambda: "\n" * 7_900_000,
    "a million brackets": lambda: "[]" * 3_900_000,
    "a million quotes": lambda: '"' * 500_000,
    "a million dots": lambda: '."' * 2_000_000,
    "one text": lambda: 'a = "' + "b" * 7_000_000 + '"',
    "misnamed facts": lambda: INN + _many(40_000, '[[scene]]\nid = "eN"\ntext = "b"\nwhen = "nobodyN == 1"\n'),
    "misnamed places": lambda: INN + _many(40_000, '[place.qN]\nname = "a"\nlook = "b"\nexits = { east = "zN" }\n'),
    "misspelt keys": lambda: INN + _many(40_000, '[[scene]]\nid = "eN"\ntext = "b"\nwehn = "a"\n'),
    "people of many voices": lambda: INN + _many(3_000, '[person.pN]\nname = "P"\nat = "hall"\nvoice = "N grey N"\n'),
    "secrets of much lore": lambda: (
        INN + _many(3_000, '[[secret]]\nid = "sN"\ntext = "s"\nkeys = ["word N"]\n[[lore]]\ntext = "A word N and N."\n')
    ),
    "one id for all": lambda: INN + '[[scene]]\nid = "e"\ntext = "b"\n' * 40_000,
}
"""Of a size that a file may just have; made when they are wanted."""
