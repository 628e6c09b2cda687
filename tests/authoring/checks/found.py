"""What the checks say of the inn with something more in it: each remark with the words that its caret stands under."""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.inspect import inspect
from game.loader.diagnostics import Diagnostic, Source
from game.loader.load import build_project
from tests.kit import INN


@dataclass(frozen=True)
class Found:
    """One finding: its code, what it says and suggests, and the text that it points at."""

    code: str
    message: str
    at: str
    hint: str


def found(more: str = "", *, instead_of: str = "") -> list[Found]:
    """Return what is found in the inn with something more, or something else, in it."""
    text = INN.replace(instead_of, more) if instead_of else INN + more
    project = build_project([Source("inn.toml", text)])
    assert not project.report.has_errors(), project.report.sorted()
    inspect(project)
    return [_found(each) for each in project.report.sorted()]


def only(code: str, more: str = "", *, instead_of: str = "") -> Found:
    """Return the one finding with a code; fails where there is another number of them."""
    [one] = [each for each in found(more, instead_of=instead_of) if each.code == code]
    return one


def _found(each: Diagnostic) -> Found:
    begin = each.column - 1
    return Found(each.code, each.message, each.shown[begin : begin + each.length], each.hint)
