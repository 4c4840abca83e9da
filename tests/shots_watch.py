# SPDX-License-Identifier: MIT
"""Pictures of what belongs to watch."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from app.guide.due import Due
from app.model import Entry, EntryId, Place, PlaceKind
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


def _add(page: Page) -> None:
    settle(lambda: page.is_ready)
    page.add.click()


WATCH: dict[str, Shot] = {
    "20-watch": Shot("watch", settle_ms=600),
    "20b-watch-link": Shot("watch", act=lambda page: _open(page, "link"), settle_ms=600),
    "20c-watch-found": Shot("watch", act=_found, settle_ms=600),
    "20d-watch-police": Shot("watch", lambda _: "police", settle_ms=600),
    "20e-watch-case": Shot("watch", lambda _: "hash", settle_ms=600),
    "20g-watch-add": Shot("watch", act=_add, settle_ms=600),
    "20f-watch-report": Shot("watch", act=lambda page: _open(page, "report"), settle_ms=600),
}


def _due(page: Page) -> None:
    """Say that two are due, and that the police were just told."""
    at, day = datetime(2026, 11, 24, tzinfo=UTC), date(2026, 11, 24)
    names = ("My Instagram", "A page that may show it")
    entries = [Entry(EntryId(name), Place(PlaceKind.LINK, name), at, at, 1) for name in names]
    page.due.show_due(tuple(Due(entry, day) for entry in entries))


WATCH |= {
    "04c-steps-due": Shot("steps", act=_due),
    "04d-steps-reference": Shot("steps", act=lambda page: page.reference.ask_after("police")),
    "04e-steps-end": Shot(
        "steps",
        act=lambda page: page.scroll_area.verticalScrollBar().setValue(10_000),
        settle_ms=600,
    ),
}
