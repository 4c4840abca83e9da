# SPDX-License-Identifier: MIT
"""Pictures of the package: its forms, some pictures to tick, what came of it, and the list of copies."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.shot import Shot
from tests.shots_settling import settle
from ui.report.pack_choice import SOME, UPLOAD

if TYPE_CHECKING:
    from ui.widgets.page import Page


def _before(page: Page, form: str) -> None:
    """Wait for the report, ask for the package, choose a form, and tick the first two pictures."""
    settle(page.handing_over.buttons["pack"].isEnabled)
    page.handing_over.buttons["pack"].click()
    page.handing_over.to_package.choice.choose(form)
    for row in list(page.handing_over.to_package.choice.rows.values())[:2]:
        row.click()


def _packed(page: Page) -> None:
    """Write a package into a folder that is gone afterwards."""
    settle(page.handing_over.buttons["pack"].isEnabled)
    page.handing_over.buttons["pack"].click()  # what came of the one before is hidden by it
    with tempfile.TemporaryDirectory() as folder:
        page.handing_over.to_package.pack(Path(folder) / "documents.zip")
        settle(page.handing_over.to_package.packed.isVisible, limit_ms=30_000)
        settle(lambda: bool(page.handing_over.copies.rows.rows))


def _handing(page: Page) -> None:
    """Ask who took the copy."""
    _packed(page)
    row = page.handing_over.copies.rows.rows[0]
    row.hand_button.click()
    page.scroll_area.ensureWidgetVisible(row)


PACKAGE: dict[str, Shot] = {
    "11c-package": Shot("report", act=lambda page: _before(page, "whole"), settle_ms=1_000),
    "11d-package-upload": Shot("report", act=lambda page: _before(page, UPLOAD), settle_ms=1_000),
    "11e-package-some": Shot("report", act=lambda page: _before(page, SOME), settle_ms=1_000),
    "11f-package-done": Shot("report", act=_packed, settle_ms=1_000),
    "11g-package-handed": Shot("report", act=_handing, settle_ms=1_000),
}
