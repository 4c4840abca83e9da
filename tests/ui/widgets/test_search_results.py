# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import Mode
from app.search.values import ReadingState
from tests.ui.widgets.test_find_list import find
from ui.models.finds import Find, Finds
from ui.widgets.search_results import SearchResults

DONE = ReadingState(is_on=True, read=9, failed=0, waiting=0)


@pytest.fixture
def results(context, shown) -> SearchResults:
    made = SearchResults(context, lambda _: None)
    made.resize(900, 700)
    return shown(made)


def of(number: int, mode: Mode) -> Find:
    one = find(number)
    return replace(one, exhibit=replace(one.exhibit, mode=mode))


def shows(results: SearchResults, *finds: Find, what: str = "200", state: ReadingState = DONE) -> None:
    results.show_finds(Finds(what, finds, state), 9)


def tries(results: SearchResults) -> list[str]:
    return [label.words for label in results.tries if label.isVisible()]


def numbers(results: SearchResults) -> list[int]:
    return [one.exhibit.number for one in results.model.finds]


def test_it_says_how_many_and_where_it_looked(results: SearchResults, words) -> None:
    shows(results, find(1), find(2))
    assert results.count.words == words("search.hits.count", n=2, what="200")
    assert results.searched.words == words("search.hits.all", n=9)
    shows(results, find(1))
    assert results.count.words == words("search.hits.count", n=1, what="200")
    assert not results.order.isVisible()


def test_while_pictures_wait_it_does_not_say_all(results: SearchResults, words) -> None:
    shows(results, find(1), state=replace(DONE, waiting=4))
    assert results.searched.words == words("search.hits.some")


def test_what_could_not_be_read_is_said(results: SearchResults, words) -> None:
    shows(results, find(1), state=replace(DONE, failed=2))
    assert results.searched.words.endswith(words("search.hits.failed", n=2))
    shows(results, find(1), state=replace(DONE, failed=1))
    assert results.searched.words.endswith(words("search.hits.failed", n=1))


def test_best_or_newest_first(results: SearchResults, words) -> None:
    shows(results, find(1), find(3), find(2))
    assert numbers(results) == [1, 3, 2]
    QTest.mouseClick(results.order, Qt.MouseButton.LeftButton)
    assert numbers(results) == [3, 2, 1]
    assert results.order.text() == words("search.hits.newest")
    assert words("search.hits.newest") in results.order.accessibleName()


def test_chips_leave_some_of_it_out(results: SearchResults, words) -> None:
    shows(results, of(1, Mode.SCREEN), of(2, Mode.AREA), of(3, Mode.AREA))
    QTest.mouseClick(results.filters.chips.chips["areas"], Qt.MouseButton.LeftButton)
    assert numbers(results) == [2, 3]
    assert results.count.words == words("search.hits.count", n=3, what="200")


def test_nothing_found_says_what_to_try(results: SearchResults, words) -> None:
    shows(results, what="zebra")
    assert results.none.title.words == words("search.none.title", what="zebra")
    assert tries(results) == [words(f"search.none.{key}") for key in ("fewer", "number", "covered")]
    assert not results.card.isVisible()


def test_nothing_found_while_pictures_wait_says_so_first(results: SearchResults, words) -> None:
    shows(results, state=replace(DONE, waiting=4))
    assert tries(results)[0] == words("search.none.waiting")


def test_nothing_found_where_nothing_is_read_says_how_to_turn_it_on(results: SearchResults, words) -> None:
    shows(results, state=replace(DONE, is_on=False))
    assert words("search.none.off") in tries(results)
    assert results.searched.words == words("search.hits.own")


def test_one_letter_asks_for_another(results: SearchResults, words) -> None:
    shows(results, what="z")
    assert tries(results) == [words("search.none.short")]


def test_a_screen_reader_hears_the_line_and_where_it_stands(results: SearchResults) -> None:
    shows(results, find(1))
    said = results.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "TJH/1" in said
    assert "Send 200 now" in said
    assert "Window 1" in said
    assert results.find_list.accessibleDescription() == results.count.words


def test_forgotten_it_holds_nothing(results: SearchResults) -> None:
    shows(results, find(1))
    results.forget()
    assert results.found is None
    assert numbers(results) == []
    assert not results.isVisible()


def test_where_there_are_too_many_it_says_so(results: SearchResults, words) -> None:
    results.show_finds(Finds("200", (find(1), find(2)), DONE, are_all=False), 900)
    assert results.count.words == words("search.hits.more_than", n=2, what="200")
