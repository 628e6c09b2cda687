"""The types of the format's values, and the marks by which the loader knows what a value is for.

Knows nothing of expressions or of names, but how large a number may be: conditions and effects are strings here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from game.rules.expressions import MAX_NUMBER

ID = r"^[a-z][a-z0-9_]{0,63}$"
WORD = r"^\S{1,30}$"
LINE = r"^[^\n\t]*$"
NAME = r"^[^\n\t]*[^\p{Z}\p{C}][^\n\t]*$"  # one line, and not all of it spaces or signs that nobody sees
TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
LANGUAGE = r"^[a-z]{2}$"


@dataclass(frozen=True, slots=True)
class Told:
    """A text that may read differently as the state changes. remembered: the state keeps when it was told first."""

    remembered: bool = False


@dataclass(frozen=True, slots=True)
class Worded:
    """Words that always read the same: names, what a model is told of somebody."""


@dataclass(frozen=True, slots=True)
class Asks:
    """A condition."""


@dataclass(frozen=True, slots=True)
class Does:
    """A list of effects."""


@dataclass(frozen=True, slots=True)
class Refers:
    """The id of something of one of these kinds, or one of these constants."""

    kinds: tuple[str, ...]
    constants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matches:
    """Actions as a rule names them: "take lamp", "go", "any"."""


Mark = Told | Worded | Asks | Does | Refers | Matches


class Table(BaseModel):
    """Every table refuses keys it does not know: a misspelt key is an error, not silence."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


Id = Annotated[str, Field(pattern=ID)]
Number = Annotated[int, Field(ge=-MAX_NUMBER, le=MAX_NUMBER)]
Count = Annotated[int, Field(ge=1, le=MAX_NUMBER)]
Share = Annotated[float, Field(ge=0, le=1)]
TimeOfDay = Annotated[str, Field(pattern=TIME)]
Word = Annotated[str, Field(pattern=WORD)]
Tag = Annotated[str, Field(min_length=1, max_length=80, pattern=NAME)]
Mood = Annotated[str, Field(max_length=80, pattern=LINE)]

Expression = Annotated[str, Field(max_length=400)]
Condition = Annotated[Expression, Asks()]
Effects = Annotated[list[Expression], Field(max_length=50), Does()]

_Pattern = Annotated[str, Field(min_length=1, max_length=200)]
Patterns = Annotated[_Pattern | Annotated[list[_Pattern], Field(max_length=50)], Matches()]

PlaceId = Annotated[str, Refers(("place",))]
PersonId = Annotated[str, Refers(("person",))]
ThingId = Annotated[str, Refers(("thing",))]
SceneId = Annotated[str, Refers(("scene",))]
Somewhere = Annotated[str, Refers(("place",), ("nowhere",))]
Anywhere = Annotated[str, Refers(("place", "person", "thing"), ("you", "nowhere"))]

Line = Annotated[str, Field(max_length=80, pattern=LINE), Worded()]
Name = Annotated[str, Field(min_length=1, max_length=80, pattern=NAME), Worded()]
Names = Annotated[list[Tag], Field(max_length=50), Worded()]
Prose = Annotated[str, Field(max_length=20_000), Worded()]
Brief = Annotated[str, Field(max_length=400), Worded()]


class BoundedTable(Table):
    """A number that effects never bring below min or above max, and what it is at first."""

    start: Number
    min: Number = -MAX_NUMBER
    max: Number = MAX_NUMBER


Fact = bool | Number | Annotated[str, Field(max_length=200)] | BoundedTable

_Wording = Annotated[str, Field(max_length=20_000)]


class VariantTable(Table):
    """One wording of a text, and when it fits."""

    text: _Wording
    when: Condition | None = None


_Variants = _Wording | list[_Wording | VariantTable]
Text = Annotated[_Variants, Told()]
RememberedText = Annotated[_Variants, Told(remembered=True)]
SaidText = Annotated[_Variants | VariantTable, Told()]
