"""Several files of one world: what two of them cannot both say is shown in the second."""

from __future__ import annotations

import pytest

from game.loader.diagnostics import Source, WorldFaults
from game.loader.load import build_world


@pytest.mark.parametrize(
    ("first", "second", "line"),
    [
        ("place = 3\n", '\n[place.x]\nname = "x"\n', 2),
        ('[place.x]\nname = "x"\n', "\n\nplace = 3\n", 3),
        ("scene = 3\n", '\n[[scene]]\nid = "x"\n', 2),
        ('[[scene]]\nid = "x"\n', "\nscene = 3\n", 2),
        ("scene = 3\n", "scene = 4\n", 1),
    ],
)
def test_a_section_of_two_types_is_shown_where_it_is_said_again(first: str, second: str, line: int) -> None:
    with pytest.raises(WorldFaults) as caught:
        build_world([Source("a", first), Source("b", second)])
    (found,) = caught.value.errors
    assert (found.code, found.file, found.line) == ("W004", "b", line)
    assert found.message.endswith("is already in a:1")
