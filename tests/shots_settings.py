# SPDX-License-Identifier: MIT
"""Pictures of the settings, of deleting a case, and of being on the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.shot import Shot
from tests.shots_settling import settle
from ui.pages.settings import Changed

if TYPE_CHECKING:
    from ui.widgets.page import Page


def _asked(page: Page) -> None:
    settle(lambda: not page.copies.isHidden(), 1_000)
    page.go_on.click()


def _lower(page: Page) -> None:
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())


def _apart(page: Page) -> None:
    page._is_for_police = True
    page.go_on.click()
    page.sure.typed.set_text("delte")
    page.sure.passphrase.set_text("x")
    page.sure.go_button.click()


SETTINGS: dict[str, Shot] = {
    "40-settings": Shot("settings", settle_ms=400),
    "40b-settings-changed": Shot("settings", lambda _: Changed("theme", "dark"), settle_ms=400),
    "40c-settings-lower": Shot("settings", act=_lower, settle_ms=400),
    "40d-settings-look": Shot("look", is_open=False, settle_ms=300),
    "42-phone": Shot("report", act=lambda page: page.phone.button.click(), settle_ms=5_000),
    "41-delete": Shot("delete", settle_ms=600),
    "41b-delete-sure": Shot("delete", act=_asked, settle_ms=600),
    "41c-delete-apart": Shot("delete", act=_apart, settle_ms=600),
}
