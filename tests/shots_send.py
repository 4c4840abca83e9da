# SPDX-License-Identifier: MIT
"""Pictures of printing and of the copy for e-mail: what to know first, whose printer it is, the six words."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from app.report.queues import Queue, QueueKind
from tests.shot import Shot
from tests.shots_settling import settle
from ui.report.printing import Wanted, new_printer
from ui.report.to_paper import Sheets

if TYPE_CHECKING:
    from ui.widgets.page import Page

SIX = "plover anvil quartz ninepin lamplight river"


def _ask(page: Page, key: str) -> None:
    """Wait for the report, and press one of the buttons."""
    settle(page.handing_over.buttons[key].isEnabled)
    page.handing_over.buttons[key].click()


def _pages(page: Page) -> None:
    """Ask for pages that there are not."""
    _ask(page, "print")
    way = page.handing_over.to_paper
    way.pages.set_text("1, 3-500")
    way.grey.setChecked(True)
    way.before.go_button.click()
    page.scroll_area.ensureWidgetVisible(way.before.go_button)


def _others(page: Page) -> None:
    """Choose a printer at work."""
    _ask(page, "print")
    way, printer = page.handing_over.to_paper, new_printer()
    printer.setPrinterName("Third floor, by the kitchen")
    way._on_known(Sheets(way.made, printer, Wanted((1,)), Queue(QueueKind.NETWORK)))


def _words(page: Page) -> None:
    """Make a copy in a folder that is gone afterwards; the words are always the same ones."""
    _ask(page, "mail")
    way = page.handing_over.to_mail
    with tempfile.TemporaryDirectory() as folder:
        way.lock(Path(folder) / "document-locked.pdf")
        settle(lambda: way.six_words.has_words, limit_ms=30_000)
    way._show_words(SIX, "document-locked.pdf")


SEND: dict[str, Shot] = {
    "11h-print": Shot("report", act=lambda page: _ask(page, "print"), settle_ms=1_000),
    "11i-print-pages": Shot("report", act=_pages, settle_ms=1_000),
    "11j-print-others": Shot("report", act=_others, settle_ms=1_000),
    "11k-email": Shot("report", act=lambda page: _ask(page, "mail"), settle_ms=1_000),
    "11l-email-words": Shot("report", act=_words, settle_ms=1_500),
}
