# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt

from app.model import Account, Entry, EntryId, ExhibitFacts, ExhibitId, Rect, Strength
from app.search.own_words import OwnIndex, Where
from app.search.values import Hit, Match, ReadingState, ReadText
from tests.ui.models.test_exhibits import listed
from ui.models.finds import FIND, Finds, FindsModel, Order, finds_of

STATE = ReadingState(is_on=True, read=3, failed=0, waiting=0)


def hit(number: int, text: str = "Send £200 now", *, is_exact: bool = True) -> Hit:
    line = ReadText(Rect(10, 20, 130, 20), text, 980, tuple(range(0, 1000, 1000 // len(text)))[: len(text)])
    return Hit(ExhibitId(f"id{number}"), line, ((6, 9),), is_exact)


def match(number: int, **facts: bool) -> Match:
    return Match(ExhibitId(f"id{number}"), (hit(number, **facts),))


def test_as_typed_comes_first_then_own_words_then_what_looks_alike() -> None:
    said = replace(listed(2), facts=ExhibitFacts(shows="They ask for £200"))
    found = finds_of(
        "£200",
        (match(3), match(1), match(4, is_exact=False)),
        OwnIndex((said,)).find("£200", 9),
        (listed(1), said, listed(3), listed(4), listed(5)),
        (),
    )
    assert [one.exhibit.ref for one in found] == ["TJH/3", "TJH/1", "TJH/2", "TJH/4"]
    assert [one.is_exact for one in found] == [True, True, True, False]
    assert found[2].own is not None
    assert found[2].own.where is Where.SHOWS


def test_the_sign_that_was_asked_for_is_marked_too_and_so_is_its_place() -> None:
    [found] = finds_of("£200", (match(1),), {}, (listed(1),), ())
    assert [found.line[start:end] for start, end in found.marks] == ["£200"]
    [rect] = found.hits[0].rects
    assert rect.x < hit(1).rects[0].x


def test_who_is_in_it_is_known_from_either_side() -> None:
    at = datetime(2026, 11, 24, tzinfo=UTC)
    account = Entry(EntryId("a1"), Account("skype", "x", None, Strength.STRONG), at, at, 1)
    from_exhibit = replace(listed(1), facts=ExhibitFacts(account=account.id))
    [found] = finds_of("£200", (match(1),), {}, (from_exhibit,), (account,))
    assert found.account == account.fact
    from_account = replace(account, fact=replace(account.fact, exhibits=(ExhibitId("id1"),)))
    [found] = finds_of("£200", (match(1),), {}, (listed(1),), (from_account,))
    assert found.account == from_account.fact


def test_the_newest_first_is_another_order() -> None:
    found = finds_of("£200", (match(1), match(2)), {}, (listed(1, day=22), listed(2, day=24)), ())
    finds = Finds("£200", found, STATE)
    assert [one.exhibit.number for one in finds.ordered(Order.BEST)] == [1, 2]
    assert [one.exhibit.number for one in finds.ordered(Order.NEWEST)] == [2, 1]


@pytest.fixture
def model(qapp) -> FindsModel:
    return FindsModel(lambda find: f"said {find.exhibit.ref}", lambda _: None)


def test_a_row_is_a_find(model: FindsModel) -> None:
    found = finds_of("£200", (match(1), match(2)), {}, (listed(1), listed(2)), ())
    model.set_finds(found)
    assert model.rowCount() == 2
    index = model.index(1)
    assert index.data(FIND) == found[1]
    assert index.data() == "TJH/2"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "said TJH/2"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.find_at(QModelIndex()) is None


def test_the_same_again_changes_nothing(model: FindsModel, qtbot) -> None:
    found = finds_of("£200", (match(1),), {}, (listed(1),), ())
    model.set_finds(found)
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_finds(found)
