# SPDX-License-Identifier: MIT
"""Pictures of what belongs to happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.shot import Shot
from tests.shots_settling import settle

if TYPE_CHECKING:
    from ui.application import Started
    from ui.widgets.page import Page


def _whole(page: Page) -> None:
    settle(lambda: page.is_ready)
    settle(limit_ms=200)
    page.scroll_area.verticalScrollBar().setValue(0)


def _pictures(page: Page) -> None:
    _whole(page)
    page.filters.chips["pictures"].click()
    page.list.setCurrentIndex(page.model.index(3))
    page.list.setFocus()
    settle(limit_ms=200)
    page.scroll_area.verticalScrollBar().setValue(page.filters.y() - 12)


def _first(started: Started) -> object:
    """Return the first exhibit of the case."""
    found: list[object] = []
    started.context.session.run(lambda vault: vault.exhibits(), owner=started.window, then=found.extend)
    settle(lambda: bool(found))
    return found[0]


def _expert(page: Page) -> None:
    page.proof.open.click()
    settle(page.proof.copy.isVisible)
    settle(limit_ms=300)
    page.scroll_area.verticalScrollBar().setValue(page.proof.y() - 12)


HAPPENED: dict[str, Shot] = {
    "happened": Shot("happened", act=_whole),
    "happened-pictures": Shot("happened", act=_pictures),
    "happened-expert": Shot("exhibit", _first, act=_expert),
}
