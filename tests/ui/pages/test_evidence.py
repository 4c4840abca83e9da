# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import CaseFacts, ExhibitFacts, Mode, Sensitivity, Under18
from tests.ui.filling import add_exhibit, ask
from ui.pages.evidence import EvidencePage

EARLIER = datetime(2026, 11, 22, 20, 57, tzinfo=UTC)


@pytest.fixture
def page(opened, shown) -> EvidencePage:
    made = EvidencePage(opened)
    made.resize(1060, 800)
    return shown(made)


def rows(page: EvidencePage) -> int:
    return page.model.rowCount()


def filled(page: EvidencePage, opened, qtbot, count: int = 6) -> None:
    modes = (Mode.SCREEN, Mode.WINDOW, Mode.AREA)
    for n in range(count):
        add_exhibit(opened, qtbot, mode=modes[n % 3])
    page.refresh()
    qtbot.waitUntil(lambda: rows(page) == count + 1)


def test_an_empty_case_says_what_to_do(page: EvidencePage, qtbot, words) -> None:
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty_hint.words == words("evidence.page.empty.hint")
    assert not page.grid.isVisible()
    with qtbot.waitSignal(page.moved_on) as moved:
        page.start.click()
    assert moved.args == ["capture", None]


@pytest.mark.parametrize("under_18", [Under18.YES, Under18.NOT_SURE])
class TestWithoutPictures:
    """The path of words."""

    @pytest.fixture
    def facts(self, under_18: Under18) -> CaseFacts:
        return CaseFacts(under_18=under_18, country="England")

    def test_an_empty_case_asks_for_words_and_no_picture(self, page: EvidencePage, qtbot, words) -> None:
        qtbot.waitUntil(page.empty.isVisible)
        assert page.empty_hint.words == words("evidence.page.empty.hint.words")
        with qtbot.waitSignal(page.moved_on) as moved:
            page.start.click()
        assert moved.args == ["words_only", None]


def test_in_a_narrow_window_the_page_alone_scrolls(page: EvidencePage, opened, qtbot) -> None:
    page.resize(640, 480)
    page.set_narrow(True)
    filled(page, opened, qtbot)
    qtbot.waitUntil(lambda: page.grid.verticalScrollBar().maximum() == 0)
    last = page.grid.visualRect(page.model.index(rows(page) - 1))
    assert last.bottom() < page.grid.viewport().height()
    page.set_narrow(False)
    page.resize(1060, 800)


def test_a_new_picture_is_there_at_once(page: EvidencePage, opened, qtbot) -> None:
    exhibit = add_exhibit(opened, qtbot)
    opened.session.exhibit_added.emit(exhibit)
    qtbot.waitUntil(lambda: rows(page) == 2)
    assert not page.empty.isVisible()


def test_thumbnails_come_by_themselves(page: EvidencePage, opened, qtbot) -> None:
    exhibit = add_exhibit(opened, qtbot)
    page.refresh()
    decoration = Qt.ItemDataRole.DecorationRole
    qtbot.waitUntil(
        lambda: rows(page) == 2 and page.model.index_of(exhibit.id).data(decoration) is not None,
        timeout=10_000,
    )
    assert page.model.index_of(exhibit.id).data(decoration).width() == 320


def test_opening_one_says_which(page: EvidencePage, opened, qtbot) -> None:
    filled(page, opened, qtbot, 1)
    with qtbot.waitSignal(page.exhibit_opened) as chosen:
        spot = page.grid.visualRect(page.model.index(1)).center()
        QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args[0].number == 1


def test_filters_are_there_only_where_they_help(page: EvidencePage, opened, qtbot) -> None:
    filled(page, opened, qtbot, 3)
    assert page.filters is None
    for _ in range(3):
        add_exhibit(opened, qtbot, mode=Mode.AREA)
    page.refresh()
    qtbot.waitUntil(lambda: page.filters is not None)
    assert set(page.filters.chips) == {"all", "screens", "windows", "areas"}


def test_a_filter_leaves_the_others_out(page: EvidencePage, opened, qtbot, words) -> None:
    filled(page, opened, qtbot)
    chip = page.filters.chips["areas"]
    assert chip.accessibleName() == words("evidence.filter.areas", n=2)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert rows(page) == 3
    page.refresh()
    ask(opened, qtbot, lambda vault: vault.record_count)
    assert rows(page) == 3
    QTest.mouseClick(page.filters.chips["all"], Qt.MouseButton.LeftButton)
    assert rows(page) == 7


def test_a_screen_reader_hears_ref_day_time_and_words(page: EvidencePage, opened, qtbot) -> None:
    add_exhibit(opened, qtbot, at=EARLIER, facts=ExhibitFacts(shows="First message"))
    page.refresh()
    qtbot.waitUntil(lambda: rows(page) == 2)
    said = page.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "22 Nov 2026" in said
    assert "20:57" in said
    assert "First message" in said


def test_a_covered_one_asks_for_no_thumbnail(page: EvidencePage, opened, qtbot) -> None:
    exhibit = add_exhibit(opened, qtbot, facts=ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    page.refresh()
    qtbot.waitUntil(lambda: rows(page) == 2)
    page.grid.viewport().grab()
    assert exhibit.id not in page.model._pixmaps


def test_a_locked_case_leaves_nothing(page: EvidencePage, opened, qtbot) -> None:
    filled(page, opened, qtbot)
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        opened.session.lock("test")
    assert rows(page) == 0
    assert page.filters is None
    assert page.model._pixmaps == {}
