# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

import ui.context
from app import paths
from app.model import CaseFacts, Under18
from app.report.preview import PdfPages
from tests.ui.filling import add_exhibit
from ui.background import Lane
from ui.pages.report import ReportPage
from ui.widgets.painting import image_of

FORMAT = QImage.Format.Format_RGB32


@pytest.fixture
def page(opened, shown, qtbot):
    made = ReportPage(opened)
    made.resize(1060, 800)
    shown(made)
    qtbot.waitUntil(lambda: not made.making.is_on, timeout=20_000)
    yield made
    made.preview.clear()
    opened.background.close()


def made(page: ReportPage, qtbot) -> None:
    before = page._known_records
    page.refresh()
    qtbot.waitUntil(lambda: page._known_records > before and page.preview.page_count > 0, timeout=20_000)


def test_an_empty_case_says_so_and_offers_only_the_way_on(page: ReportPage, qtbot, words) -> None:
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.title.words == words("report.page.empty")
    with qtbot.waitSignal(page.moved_on) as moved:
        page.start.click()
    assert moved.args == ["steps", None]
    assert not page.frame.isVisible()
    assert not page.handing_over.isVisible()
    assert not page.failure.isVisible()


class TestWithoutPictures:
    """The path of words."""

    @pytest.fixture
    def facts(self) -> CaseFacts:
        return CaseFacts(under_18=Under18.NOT_SURE, country="England")

    def test_an_empty_case_asks_for_words_only(self, page: ReportPage, qtbot, words) -> None:
        qtbot.waitUntil(page.empty.isVisible)
        assert page.empty.title.words == words("report.page.empty.words")


def test_the_preview_fills_its_frame(page: ReportPage, opened, qtbot) -> None:
    add_exhibit(opened, qtbot)
    made(page, qtbot)
    page.resize(1060, 1_000)
    qtbot.waitUntil(lambda: page.frame.height() > 700)
    assert page.frame.height() - page.preview.height() < 20


def test_the_preview_is_the_report(page: ReportPage, opened, qtbot, words) -> None:
    add_exhibit(opened, qtbot)
    made(page, qtbot)
    report = page.handing_over.to_file.made.report
    assert page.preview.page_count == report.pages
    assert page.page_number.words == words("report.page.ready", n=1, all=report.pages)
    assert page.handing_over.buttons["save"].isEnabled()
    assert not page.empty.isVisible()
    assert not page.progress.isVisible()


def test_a_change_makes_it_anew_and_a_visit_alone_does_not(page: ReportPage, opened, qtbot, words) -> None:
    add_exhibit(opened, qtbot)
    made(page, qtbot)
    first = page.handing_over.to_file.made
    with qtbot.waitSignal(page.making.unchanged, timeout=5_000):
        page.refresh()
    assert page.handing_over.to_file.made is first
    add_exhibit(opened, qtbot)
    made(page, qtbot)
    assert len(page.handing_over.to_file.made.dossier.exhibits) == 2
    assert page.contents._hints["report.page.ex"].words == words("report.page.exhibits", n=2)


def test_a_change_while_it_is_in_view_is_shown_at_once(page: ReportPage, opened, qtbot) -> None:
    add_exhibit(opened, qtbot)
    made(page, qtbot)
    before = page._known_records
    exhibit = add_exhibit(opened, qtbot)
    opened.session.exhibit_added.emit(exhibit)
    qtbot.waitUntil(lambda: page._known_records > before, timeout=20_000)
    assert len(page.handing_over.to_file.made.dossier.exhibits) == 2


def test_what_is_shown_is_drawn_from_the_bytes_that_leave(page: ReportPage, opened, qtbot, tmp_path) -> None:
    """Saved, printed, locked: one file; and its pages, drawn anew, are the pages in view."""
    add_exhibit(opened, qtbot)
    made(page, qtbot)
    shown = page.preview
    ways = page.handing_over.ways.values()
    assert len({id(way.made.report.data) for way in ways}) == 1
    with qtbot.waitSignal(page.handing_over.saved, timeout=20_000):
        page.handing_over.to_file.save(tmp_path / "document.pdf")
    data = (tmp_path / "document.pdf").read_bytes()

    def anew(key):
        """Draw a page of the saved file where the window draws its own: PDFium takes one thread only."""

        def draw():
            with PdfPages(data) as saved:
                return saved.render(*key)

        drawn = []
        opened.background.run(draw, owner=page, then=drawn.append, lane=Lane.PDFIUM)
        qtbot.waitUntil(lambda: bool(drawn), timeout=20_000)
        return image_of(drawn[0])

    for number in range(1, shown.page_count + 1):
        shown.go_to(number)
        key = (number - 1, shown._dpi())
        qtbot.waitUntil(lambda key=key: key in shown._kept, timeout=10_000)
        assert shown._kept[key].toImage().convertToFormat(FORMAT) == anew(key)


def test_stopping_it_offers_to_make_it_again(page: ReportPage, opened, qtbot) -> None:
    add_exhibit(opened, qtbot)
    page.refresh()
    page.progress.cancel.click()
    qtbot.waitUntil(lambda: page.again.isVisible() or page.preview.page_count > 0, timeout=20_000)
    if page.again.isVisible():
        QTest.mouseClick(page.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.preview.page_count > 0, timeout=20_000)


def test_the_way_to_the_facts(page: ReportPage, qtbot) -> None:
    with qtbot.waitSignal(page.facts_wanted):
        QTest.mouseClick(page.facts_link, Qt.MouseButton.LeftButton)


def test_in_a_narrow_window_the_left_column_takes_the_width(page: ReportPage) -> None:
    page.set_narrow(True)
    assert page.left.maximumWidth() > 10_000
    page.set_narrow(False)
    assert page.left.maximumWidth() == 316


def test_a_locked_case_leaves_nothing(page: ReportPage, opened, qtbot) -> None:
    add_exhibit(opened, qtbot)
    made(page, qtbot)
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        opened.session.lock("test")
    assert page.preview.page_count == 0
    assert page.handing_over.to_file.made is None


def test_in_another_language_it_is_made_anew(page: ReportPage, opened, qtbot, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.toml")
    monkeypatch.setattr(ui.context, "settings_file", lambda: tmp_path / "settings.toml")
    add_exhibit(opened, qtbot)
    made(page, qtbot)
    page.paper.combo.setCurrentIndex(page.paper.combo.findData("cy"))
    page.paper.combo.activated.emit(1)
    qtbot.waitUntil(lambda: page._known_language == "cy", timeout=20_000)
    assert b"/Lang(cy)" in page.handing_over.to_file.made.report.data
