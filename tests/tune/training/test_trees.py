"""Texts laid out as one sequence: each token is at its place in its own text, and sees nothing of the others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.tune.training.trees import Answer, Tree

BRANCHES = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), min_size=1, max_size=8)


def test_answers_stand_side_by_side_after_what_they_follow() -> None:
    tree = Tree()
    trunk = tree.add([1, 2, 3])
    said = tree.add([4, 5], trunk)
    one, other = tree.answer([6, 7, 9], said), tree.answer([8, 9], said)
    assert tree.tokens == [1, 2, 3, 4, 5, 6, 7, 8]
    assert tree.positions == [0, 1, 2, 3, 4, 5, 6, 5]
    assert (one, other) == (Answer((4, 5, 6), (6, 7, 9)), Answer((4, 7), (8, 9)))
    assert tree.sight(8)[7].tolist() == [True, True, True, True, True, False, False, True]


def test_an_answer_of_one_token_is_told_and_not_laid_out() -> None:
    tree = Tree()
    assert tree.answer([9], tree.add([1, 2])) == Answer((1,), (9,))
    assert tree.tokens == [1, 2]


@given(BRANCHES)
def test_each_token_sees_as_many_as_come_before_it_in_its_own_text(branches: list[tuple[int, int]]) -> None:
    tree = Tree()
    numbers: list[int] = []
    for back, length in branches:
        parent = numbers[-1 - back % len(numbers)] if numbers and back else None
        numbers.append(tree.add(range(length), parent))
    size = len(tree.tokens) + 3
    sight = tree.sight(size)
    assert sight.sum(axis=1)[: len(tree.tokens)].tolist() == [place + 1 for place in tree.positions]
    assert all(sight[place, place] for place in range(size))
    assert not any(sight[place, other] for place in range(size) for other in range(place + 1, size))
