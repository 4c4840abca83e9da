# SPDX-License-Identifier: MIT
"""What a window is made with follows the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.settings import Settings
from ui.look import Motion, look_of, scheme_now

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_it_is_made_from_the_settings(qapp: QApplication) -> None:
    look = look_of(qapp, Settings(theme="contrast", text_percent=150))
    assert (look.theme.scheme, look.theme.text_percent) == ("contrast", 150)
    assert look.words("window.name") == "Safehold"


def test_nothing_blinks_where_that_was_chosen_and_comes_back(qapp: QApplication) -> None:
    before = qapp.cursorFlashTime()
    motion = Motion(qapp)
    motion.obey("none")
    assert qapp.cursorFlashTime() == 0
    motion.obey("system")
    assert qapp.cursorFlashTime() == before


def test_the_system_decides_only_where_it_was_left_to_it(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    try:
        hints.setColorScheme(Qt.ColorScheme.Dark)
        assert scheme_now(qapp, Settings(theme="light")) == "light"
        assert scheme_now(qapp, Settings(theme="system")) in {"dark", "light"}
    finally:
        hints.unsetColorScheme()
