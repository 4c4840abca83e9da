# SPDX-License-Identifier: MIT
"""Pictures of what belongs to keeping the case safe."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.shot import Shot
from tests.shots_settling import settle

if TYPE_CHECKING:
    from ui.widgets.page import Page

TYPED = "violet kettle march otter"


def _copied(page: Page) -> None:
    settle(lambda: bool(page.rows["copy"].note.words))
    page.copy_to(Path(tempfile.mkdtemp(prefix="shots-stick-")))
    settle(lambda: bool(page.rows["copy"].verdict.kind), 20_000)


def _checked(page: Page) -> None:
    settle(lambda: bool(page.rows["check"].note.words))
    page.rows["check"].go.click()
    settle(lambda: bool(page.rows["check"].verdict.kind), 20_000)


def _asked(page: Page) -> None:
    settle(lambda: bool(page.rows["copy"].note.words))
    page.rows["copy"].go.click()


def _typed(page: Page) -> None:
    page.form.first.set_text(TYPED)
    page.form.again.set_text(TYPED)


def _damaged(page: Page) -> None:
    from app.errors import VaultDamaged  # noqa: PLC0415 - for one picture

    page._on_refused(VaultDamaged("shown"))


SAFE: dict[str, Shot] = {
    "22-safe": Shot("safe", settle_ms=600),
    "22b-safe-ask": Shot("safe", act=_asked, settle_ms=400),
    "22c-safe-copied": Shot("safe", act=_copied, settle_ms=600),
    "22d-safe-checked": Shot("safe", act=_checked, settle_ms=600),
    "22e-safe-new-key": Shot("new_key", act=_typed, settle_ms=800),
    "22f-safe-passphrase": Shot("new_passphrase", lambda _: "safe", settle_ms=400),
    "22g-safe-code": Shot("recovery", lambda _: "safe", settle_ms=400),
    "22h-safe-restore": Shot("restore", is_open=False, settle_ms=300),
    "22i-safe-lock-damaged": Shot("lock", act=_damaged, is_open=False, settle_ms=300),
}
