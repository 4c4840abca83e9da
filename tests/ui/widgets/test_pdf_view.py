# SPDX-License-Identifier: MIT
from __future__ import annotations

import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from reportlab.pdfgen import canvas

from ui.widgets.pdf_view import KEPT_PAGES, PdfView


def pdf(pages: int = 4) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=(595, 842))
    for n in range(pages):
        page.setFillColorRGB(n % 2, 0, 1 - n % 2)
        page.rect(0, 0, 595, 842, stroke=0, fill=1)
        page.setFillColorRGB(1, 1, 1)
        page.drawString(72, 72, f"Words of page {n + 1}")
        page.showPage()
    page.save()
    return out.getvalue()


@pytest.fixture
def view(theme, background, shown, qtbot):
    made = PdfView(theme, background)
    made.resize(640, 600)
    shown(made)
    made.show_pdf(pdf())
    qtbot.waitUntil(lambda: made.page_count == 4, timeout=10_000)
    yield made
    made.clear()


def drawn(view: PdfView, qtbot, page: int) -> None:
    qtbot.waitUntil(lambda: (page - 1, view._dpi()) in view._kept, timeout=10_000)


def test_it_begins_with_page_one_as_wide_as_the_view(view: PdfView) -> None:
    assert view.current_page == 1
    assert view._page_rect(0).width() == pytest.approx(view.viewport().width() - 36, abs=2)


def test_pages_are_drawn_when_they_come_into_view(view: PdfView, qtbot) -> None:
    drawn(view, qtbot, 1)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(300, 300).blue() > 200
    assert not any(key[0] == 3 for key in view._kept)


def test_a_page_of_the_pdf_before_comes_too_late_for_the_new_one(view: PdfView, qtbot) -> None:
    before, dpi = view._pages, view._dpi()
    late = before.render(0, dpi)
    view.show_pdf(pdf(2))
    qtbot.waitUntil(lambda: view.page_count == 2, timeout=10_000)
    drawn(view, qtbot, 1)
    view._forget()
    view._on_rendered(before, (0, dpi), late)
    assert view._kept == {}


def test_keys_turn_pages(view: PdfView) -> None:
    seen = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        QTest.keyClick(view, key)
        seen.append(view.current_page)
    assert seen == [2, 4, 3, 1]


def test_keys_zoom(view: PdfView) -> None:
    fitted = view.zoom
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view, Qt.Key.Key_Plus, control)
    larger = view.zoom
    QTest.keyClick(view, Qt.Key.Key_Minus, control)
    assert larger > view.zoom
    assert larger > fitted
    QTest.keyClick(view, Qt.Key.Key_0, control)
    assert view.zoom == pytest.approx(fitted)


def test_a_screen_reader_is_told_the_words_of_the_page_in_view(view: PdfView, qtbot) -> None:
    def told() -> str:
        return QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description)

    qtbot.waitUntil(lambda: told() == "Words of page 1", timeout=10_000)
    view.go_to(3)
    qtbot.waitUntil(lambda: told() == "Words of page 3", timeout=10_000)
    view.clear()
    assert told() == ""


def test_it_says_which_page_is_in_view(view: PdfView, qtbot) -> None:
    with qtbot.waitSignal(view.page_changed) as changed:
        view.go_to(3)
    assert changed.args == [3, 4]


def test_zooming_keeps_the_page(view: PdfView) -> None:
    view.go_to(3)
    view.zoom_in()
    assert view.current_page == 3
    larger = view.zoom
    view.zoom_out()
    assert view.zoom < larger
    view.fit()
    assert view.current_page == 3


def test_only_so_many_pages_are_kept(theme, background, shown, qtbot) -> None:
    made = PdfView(theme, background)
    made.resize(640, 600)
    shown(made)
    made.show_pdf(pdf(12))
    qtbot.waitUntil(lambda: made.page_count == 12, timeout=10_000)
    for page in range(1, 13):
        made.go_to(page)
        drawn(made, qtbot, page)
    assert len(made._kept) <= KEPT_PAGES
    made.clear()


def test_what_is_no_pdf_is_a_failure(view: PdfView, qtbot) -> None:
    with qtbot.waitSignal(view.failed):
        view.show_pdf(b"nothing of the kind")
    assert view.page_count == 4


def test_cleared_it_holds_nothing(view: PdfView) -> None:
    view.clear()
    assert view.page_count == view.current_page == 0
    assert view._kept == {}


def test_a_pdf_that_opens_after_it_was_cleared_is_not_shown(theme, background, shown) -> None:
    made = PdfView(theme, background)
    shown(made)
    made.show_pdf(pdf())
    made.clear()
    background.close()
    assert made.page_count == 0
