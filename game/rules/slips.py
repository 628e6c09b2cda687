"""What other languages write and this one does not: signs, words and things to set, each with what to write here.

Knows nothing of any world, and is asked only when something cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.rules.names import ExpressionError

# Found outside texts only. The message of each names the sign as it was written.
_SIGNS = (
    (r"=>", "to ask for at least as much, write '>='"),
    (r"=<", "to ask for at most as much, write '<='"),
    (r"===|\bis\b(?! not)|\beq\b", "to compare, write '=='"),
    (r"!==|<>|~=|\bis not\b|\bisnt\b|\bneq\b", "to ask for something else, write '!='"),
    (r"&&?|\bAND\b|\bAnd\b", "to ask for both, write 'and'"),
    (r"\|\|?|\bOR\b|\bOr\b", "to ask for either, write 'or'"),
    (r"!(?!=)|\bNOT\b|\bNot\b", "to ask for the opposite, write 'not'"),
    (r"\$(?=\w)", "leave out the '$': a fact stands by its name alone"),
    (r"[‘’“”„«»]", "a text stands in straight quotation marks, as in 'night'"),
    (r"(?<!/)/(?!/)", "numbers here are whole; to divide, write '//'"),
    (r"\bif\b|\bthen\b|[{}]", "leave it out: a condition is only what must hold"),
    (r";", "leave it out"),
    (
        r"\b(?:at|has|here|in|seen|chosen|visited|examined|revealed|met|agreed|worn|lit|done|begun)\s+(?!and\b|or\b)\w+",
        "what is asked about stands in brackets, as in has(lamp)",
    ),
    (r"(?<![=!<>])=(?!=)", "a single '=' sets nothing here; to compare, write '=='"),
)
_FOREIGN = re.compile(
    r"""'[^']*'?|"[^"]*"?|""" + "|".join(f"(?P<_{number}>{sign})" for number, (sign, _) in enumerate(_SIGNS))
)
_TRUTHS = {"yes": "true", "on": "true", "no": "false", "off": "false", "True": "true", "False": "false"}
_ASKING = {
    **dict.fromkeys(("carries", "carrying", "holding", "holds", "inventory", "have", "owns"), "has"),
    **dict.fromkeys(("location", "room", "isin"), "at"),
    **dict.fromkeys(("been", "visits", "entered"), "visited"),
    **dict.fromkeys(("present", "near"), "here"),
    **dict.fromkeys(("talked", "knows"), "met"),
}
_SETTING: Mapping[str, str] = {
    "has": "write place({}) = you",
    "at": "write place(you) = {}",
    "here": "write place({}) = the id of a place",
    **dict.fromkeys(
        ("seen", "chosen", "visited", "examined", "met", "agreed", "talking"),
        "it follows from what is played; keep a fact",
    ),
    **dict.fromkeys(("begun", "done", "ended"), "it follows from its own condition; change what that asks for"),
}
_ADDED = re.compile(r"\s*(?P<fact>\w+)\s*(?P<sign>\+\+|--)\s*")
_SUMMED = re.compile(r"\s*(?P<target>\w+(?:\(\w+\))?)\s*(?P<sign>[+-])\s*(?P<number>\w+)\s*")
_SECOND = re.compile(r"(?:,|;|\band\b)\s*\w+(?:\(\w*\))?\s*[+-]?=(?!=)")
_SHAPE = "an effect is written 'target = value', 'target += number' or 'target -= number'"


def foreign_sign(source: str) -> tuple[str, int, int] | None:
    """Return what to write in place of the first sign of another language, its column and its length."""
    found = next((each for each in _FOREIGN.finditer(source) if each.lastgroup), None)
    if found is None or found.lastgroup is None:
        return None
    return _SIGNS[int(found.lastgroup[1:])][1], found.start(), len(found.group())


def foreign_word(name: str) -> str:
    """Return what to write in place of a name that there is not, as the end of a sentence; or nothing."""
    return f"; write {_TRUTHS[name]}" if name in _TRUTHS else ""


def foreign_query(name: str) -> str:
    """Return what to ask in place of a question that there is not, as the end of a sentence; or nothing."""
    if name.lower() in ("random", "dice", "rand", "either"):
        return "; an effect draws, with roll(6) or draw(a table)"
    return f"; write {_ASKING[name.lower()]}(…)" if name.lower() in _ASKING else ""


def unpaired(source: str) -> str:
    """Return what is wrong with the brackets of an expression, or nothing."""
    plain = re.sub(r"""'[^']*'?|"[^"]*"?""", "", source)
    more = plain.count("(") - plain.count(")")
    return "" if not more else "a bracket is not closed; add ')'" if more > 0 else "there is one ')' too many"


def unquoted(error: ExpressionError) -> ExpressionError:
    """Return an error that says more where a name that there is not may be a text that was meant."""
    if not error.unknown.isidentifier() or error.length != len(error.unknown):
        return error
    message = f"{error}; a text stands in quotation marks, as '{error.unknown}' then would"
    return ExpressionError(
        message, column=error.column, length=error.length, unknown=error.unknown, candidates=error.candidates
    )


def second_effect(value: str) -> int | None:
    """Return where in the value of an effect another one is written; None where there is none."""
    found = _SECOND.search(value) if "=" in value else None
    return found.start() if found else None


def how_to_set(query: str, argument: str) -> str:
    """Return what to do in place of setting what can only be asked for, as the end of a sentence; or nothing."""
    return f"; {_SETTING[query].format(argument)}" if query in _SETTING else ""


def effect_shape(source: str) -> str:
    """Return how an effect is written that has no sign in its middle."""
    if added := _ADDED.fullmatch(source):
        return f"to count, write '{added['fact']} {added['sign'][0]}= 1'"
    if summed := _SUMMED.fullmatch(source):
        return f"to count, write '{summed['target']} {summed['sign']}= {summed['number']}'"
    if "==" in source:
        return "'==' compares; an effect sets with a single '='"
    return _SHAPE
