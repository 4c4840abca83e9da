# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import CaseFacts, ExhibitFacts, Mode, Rect, Sensitivity, Under18
from app.redaction import cover
from app.search.values import ReadText
from tests.ui.filling import add_exhibit, ask
from ui.guard import Guard
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
    assert page.empty.lines[0].words == words("evidence.page.empty.hint")
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
        assert page.empty.lines[0].words == words("evidence.page.empty.hint.words")
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
    assert not page.filters.isVisible()
    for _ in range(3):
        add_exhibit(opened, qtbot, mode=Mode.AREA)
    page.refresh()
    qtbot.waitUntil(page.filters.isVisible)
    assert set(page.filters.chips.chips) == {"all", "screens", "windows", "areas"}


def test_a_filter_leaves_the_others_out(page: EvidencePage, opened, qtbot, words) -> None:
    filled(page, opened, qtbot)
    chip = page.filters.chips.chips["areas"]
    assert chip.accessibleName() == words("evidence.filter.areas", n=2)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert rows(page) == 3
    page.refresh()
    ask(opened, qtbot, lambda vault: vault.record_count)
    assert rows(page) == 3
    QTest.mouseClick(page.filters.chips.chips["all"], Qt.MouseButton.LeftButton)
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
    assert page.filters.chips is None
    assert page.model._pixmaps == {}


LINES = (ReadText(Rect(10, 20, 200, 24), "Send 200 with Western Union", 980),)


def search(page: EvidencePage, opened, qtbot, what: str) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: rows(page) > 0)
    page.search_field.set_text(what)
    qtbot.waitUntil(lambda: page.results.found is not None and page.results.found.what == what)


@pytest.fixture
def read(page: EvidencePage, opened, qtbot) -> EvidencePage:
    """Two pictures, the first of them read."""
    kept = [add_exhibit(opened, qtbot) for _ in range(2)]
    ask(opened, qtbot, lambda vault: vault.keep_texts(kept[0].id, LINES, reader="test"))
    return page


def test_what_is_found_stands_instead_of_the_grid_until_the_field_is_empty(
    read: EvidencePage, opened, qtbot
) -> None:
    search(read, opened, qtbot, "western")
    assert read.results.isVisible()
    assert not read.grid.isVisible()
    assert [one.exhibit.ref for one in read.results.model.finds] == ["EX/1"]
    assert read.results.find_list.height() > 60
    QTest.keyClick(read.search_field.edit, Qt.Key.Key_Escape)
    assert read.search_field.text == ""
    assert read.grid.isVisible()
    assert not read.results.isVisible()
    assert read.results.model.finds == ()


def test_a_find_is_opened_with_what_was_found(read: EvidencePage, opened, qtbot) -> None:
    search(read, opened, qtbot, "union")
    with qtbot.waitSignal(read.exhibit_opened) as chosen:
        QTest.keyClick(read.results.find_list, Qt.Key.Key_Return)
    assert chosen.args[0].hits[0].line.text == LINES[0].text


def test_what_is_read_meanwhile_is_found_without_typing_again(read: EvidencePage, opened, qtbot) -> None:
    search(read, opened, qtbot, "wester")
    second = ask(opened, qtbot, lambda vault: vault.exhibits())[1]
    ask(opened, qtbot, lambda vault: vault.keep_texts(second.id, LINES, reader="test"))
    opened.reading_pass.refresh()
    qtbot.waitUntil(lambda: len(read.results.model.finds) == 2)


def test_a_covered_picture_is_found_no_more(read: EvidencePage, opened, qtbot) -> None:
    search(read, opened, qtbot, "western")
    first = read.results.model.finds[0].exhibit
    marked = ExhibitFacts(sensitivity=Sensitivity.INTIMATE)
    ask(opened, qtbot, lambda vault: vault.revise_exhibit(first.id, marked))
    read.refresh()
    qtbot.waitUntil(read.results.none.isVisible)


def test_ctrl_f_goes_to_the_field_and_down_to_what_was_found(read: EvidencePage, opened, qtbot) -> None:
    search(read, opened, qtbot, "western")
    read.activateWindow()
    qtbot.waitUntil(read.isActiveWindow)
    QTest.keyClick(read.grid, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(read.search_field.edit.hasFocus)
    assert read.search_field.edit.selectedText() == "western"
    QTest.keyClick(read.search_field.edit, Qt.Key.Key_Down)
    assert read.results.find_list.hasFocus()
    assert read.results.find_list.currentIndex().row() == 0


def test_esc_three_times_hides_although_the_first_empties_the_field(
    read: EvidencePage, opened, qtbot, qapp, clock
) -> None:
    search(read, opened, qtbot, "western")
    guard = Guard(qapp, clock, 5)
    with qtbot.waitSignal(guard.hide_asked):
        for _ in range(3):
            QTest.keyClick(read.search_field.edit, Qt.Key.Key_Escape)
    assert read.search_field.text == ""
    qapp.removeEventFilter(guard)


def test_without_pictures_there_is_nothing_to_search(page: EvidencePage, qtbot) -> None:
    qtbot.waitUntil(page.empty.isVisible)
    assert not page.search_field.isVisible()
    assert not page.reading.isVisible()


def test_locked_in_the_middle_of_a_search_nothing_of_it_is_left(read: EvidencePage, opened, qtbot) -> None:
    search(read, opened, qtbot, "western")
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("hide")
    assert read.search_field.text == ""
    assert read.results.found is None
    assert read.results.model.finds == ()


def test_once_someone_may_be_under_18_nothing_is_searched(read: EvidencePage, opened, qtbot) -> None:
    search(read, opened, qtbot, "western")
    changed = CaseFacts(under_18=Under18.NOT_SURE, country="England")
    ask(opened, qtbot, lambda vault: vault.revise_case(changed))
    read.refresh()
    qtbot.waitUntil(lambda: not read.search_field.isVisible())
    assert not read.results.isVisible()
    assert not read.reading.isVisible()
    assert read.grid.isVisible()


def test_what_is_covered_beside_the_window_has_its_small_picture_made_anew(opened, shown, qtbot) -> None:
    kept = add_exhibit(opened, qtbot)
    page = shown(EvidencePage(opened))

    def small():
        return page.model.index_of(kept.id).data(Qt.ItemDataRole.DecorationRole)

    qtbot.waitUntil(lambda: small() is not None)
    before = small().toImage()
    whole = Rect(0, 0, 320, 200)
    ask(opened, qtbot, lambda vault: cover(vault, kept.id, {kept.id: (whole,)}))
    opened.session.case_changed.emit()
    qtbot.waitUntil(lambda: small() is not None and small().toImage() != before)
    assert small().toImage().pixelColor(20, 20).lightness() < 60
