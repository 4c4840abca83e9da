# SPDX-License-Identifier: MIT
"""A picture of every part in every state, for ``tests.shots``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.shots_settling import settle
from ui.gallery.window import Gallery

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.shot import Look
    from ui.context import Context


def draw_gallery(app: QApplication, context: Context, look: Look, out: Path) -> None:
    """The whole column of the gallery stands in one picture."""
    gallery = Gallery(app, context)
    gallery.resize(*look.size)
    gallery.show()
    settle(limit_ms=300)
    gallery.content.grab().save(str(out / f"gallery-{look.name}.png"))
    gallery.deleteLater()
