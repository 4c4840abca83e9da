# SPDX-License-Identifier: MIT
"""Pictures of what belongs to wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.shot import Shot
from tests.shots_settling import settle

if TYPE_CHECKING:
    from ui.widgets.page import Page


def _chosen(page: Page, key: str) -> None:
    """Show one form or letter."""
    settle(lambda: page.is_ready)
    page.where.chips[key].click()


def _end(page: Page) -> None:
    """Show what stands below a form."""
    _chosen(page, "form.ic3")
    settle(limit_ms=300)
    page.scroll_area.verticalScrollBar().setValue(100_000)


def _saving(page: Page) -> None:
    """Say what to know before a letter is saved."""
    _chosen(page, "letter.bank.2")
    page.letter.save.click()
    settle(page.to_file.before.isVisible)


WORDING: dict[str, Shot] = {
    "22-wording": Shot("wording", act=lambda page: _chosen(page, "form.police"), settle_ms=600),
    "22b-wording-ic3": Shot("wording", act=lambda page: _chosen(page, "form.ic3"), settle_ms=600),
    "22c-wording-end": Shot("wording", act=_end, settle_ms=600),
    "22d-wording-company": Shot("wording", act=lambda page: _chosen(page, "form.company"), settle_ms=600),
    "22e-wording-letter": Shot("wording", act=lambda page: _chosen(page, "letter.bank.2"), settle_ms=600),
    "22f-wording-saving": Shot("wording", act=_saving, settle_ms=600),
}
