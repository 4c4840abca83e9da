# SPDX-License-Identifier: MIT
"""Pictures of what belongs to help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.shot import Shot
from tests.shots_settling import settle

if TYPE_CHECKING:
    from ui.widgets.page import Page


def _move(page: Page, place: str) -> None:
    """Choose a place."""
    page.filter.places.setCurrentText(place)
    page.filter.places.activated.emit(page.filter.places.currentIndex())
    settle(limit_ms=300)


def _back(page: Page, place: str) -> None:
    """Show a place, and leave the case as it was."""
    _move(page, place)
    page.context.session.run(lambda _vault: None, owner=page)


def _need(page: Page, key: str) -> None:
    """Choose what one needs."""
    _move(page, "England")
    page.filter.needs.chips[key].click()


def _opening(page: Page) -> None:
    """Ask for a page."""
    _move(page, "England")
    row = next(row for row in page.list.rows if row.reach.words == "stopncii.org")
    row.act.click()


def _calls(page: Page) -> None:
    """Show what happens when you call."""
    _move(page, "England")
    page.scroll_area.verticalScrollBar().setValue(100_000)


def _choosing(page: Page) -> None:
    """Choose another country before there is a case."""
    page.crisis_lines.where.click()


HELP: dict[str, Shot] = {
    "12b-help-us": Shot("help", act=lambda page: _back(page, "United States"), settle_ms=600),
    "12c-help-eu": Shot("help", act=lambda page: _back(page, "Another EU country"), settle_ms=600),
    "12d-help-men": Shot("help", act=lambda page: _need(page, "men"), settle_ms=600),
    "12e-help-opening": Shot("help", act=_opening, settle_ms=600),
    "12f-help-calls": Shot("help", act=_calls, settle_ms=600),
    "12z-help-first": Shot("first_help", is_open=False),
    "01b-welcome-country": Shot("welcome", act=_choosing, is_open=False),
}
