# SPDX-License-Identifier: MIT
"""Pictures of what belongs to watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.shot import Shot
from tests.shots_settling import settle
from ui.widgets.watch_row import WatchRow

if TYPE_CHECKING:
    from ui.widgets.page import Page


def _open(page: Page, part: str) -> None:
    """Show the first row with this in what is said of it."""
    settle(lambda: bool(page.list.findChildren(WatchRow)))
    row = next(row for row in page.list.findChildren(WatchRow) if part in row.about.words)
    row.open.click()


def _found(page: Page) -> None:
    _open(page, "account of mine")
    page.card.buttons["found"].click()


WATCH: dict[str, Shot] = {
    "20-watch": Shot("watch", settle_ms=600),
    "20b-watch-link": Shot("watch", act=lambda page: _open(page, "link"), settle_ms=600),
    "20c-watch-found": Shot("watch", act=_found, settle_ms=600),
    "20d-watch-police": Shot("watch", lambda _: "police", settle_ms=600),
    "20e-watch-case": Shot("watch", lambda _: "hash", settle_ms=600),
    "20f-watch-report": Shot("watch", act=lambda page: _open(page, "report"), settle_ms=600),
}
