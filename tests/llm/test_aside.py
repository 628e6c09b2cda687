"""Prompts laid aside in ordinary memory."""

from __future__ import annotations

from game.llm.worker.aside import Aside
from tests.llm.pages import Pages


def laid(pages: Pages, aside: Aside, name: str, tokens: list[int]) -> bool:
    pages.held[0] = list(tokens)
    return aside.put(name, 0, tokens)


def test_the_prompt_that_begins_most_like_the_one_wanted_is_found() -> None:
    pages = Pages()
    aside = Aside(pages, limit=9)
    for name, tokens in {"a": [1, 2], "b": [1, 2, 3, 4], "c": [1, 9, 9]}.items():
        assert laid(pages, aside, name, tokens)
    found = aside.find([1, 2, 3, 5])
    assert found is not None
    assert aside.fetch(found, 7)
    assert pages.held[7] == found.tokens == [1, 2, 3, 4]
    assert aside.find([1, 2, 3, 5], beyond=3) is None
    assert aside.find([5]) is None


def test_a_memory_that_cannot_be_cut_back_is_asked_only_for_whole_prompts() -> None:
    pages = Pages(can_shorten=False)
    aside = Aside(pages, limit=9)
    laid(pages, aside, "a", [1, 2, 3])
    assert aside.find([1, 2, 4]) is None
    assert aside.find([1, 2, 3, 4]) is not None


def test_a_name_has_its_last_prompt_only() -> None:
    pages = Pages()
    aside = Aside(pages, limit=4)
    assert laid(pages, aside, "a", [1, 2, 3])
    assert laid(pages, aside, "a", [5, 6, 7, 8])
    assert aside.find([1, 2, 3]) is None


def test_what_is_laid_aside_already_is_not_copied_again() -> None:
    pages = Pages()
    aside = Aside(pages, limit=9)
    laid(pages, aside, "a", [1, 2])
    before = aside.find([1, 2])
    laid(pages, aside, "a", [1, 2])
    assert aside.find([1, 2]) is before


def test_no_more_is_laid_aside_than_the_limit() -> None:
    pages = Pages()
    aside = Aside(pages, limit=5)
    assert laid(pages, aside, "a", [1, 2, 3])
    assert not laid(pages, aside, "b", [4, 5, 6])
    assert not laid(pages, aside, "a", [1] * 6)
    assert aside.find([1, 2, 3]) is None
    assert laid(pages, aside, "b", [4, 5, 6])
