"""What a story draws by chance from values of its own, as far as a world can draw it.

Knows nothing of how a format writes a draw.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.authoring.imports.twee.expressions import Draw, Expression, Literal, Roll, Untranslated


def one_of(given: Sequence[Expression]) -> Expression:
    """Return what draws one of several values: texts, or numbers in a row. Raises Untranslated for others."""
    values = [each.value for each in given if isinstance(each, Literal)]
    texts = tuple(each for each in values if isinstance(each, str))
    numbers = sorted(each for each in values if isinstance(each, int) and not isinstance(each, bool))
    if len(texts) == len(given):
        return Draw(texts)
    if len(numbers) == len(given) and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return Roll(Literal(numbers[0]), Literal(numbers[-1]))
    raise Untranslated("only texts, or numbers in a row, can be drawn from")
