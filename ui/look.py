# SPDX-License-Identifier: MIT
"""What every window is made with: its sentences, its theme, its icons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app import paths
from app.words import Words, words_in
from ui.icons import Icons
from ui.theme import Theme, scheme_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.settings import Settings

STILL = "none"  # of the setting ``motion``
EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


@dataclass(frozen=True, slots=True)
class Look:
    """Made from the settings."""

    words: Words
    theme: Theme
    icons: Icons


def look_of(app: QApplication, chosen: Settings) -> Look:
    """Return what a window is made with; the theme is not applied yet."""
    resources = paths.resources()
    theme = Theme.load(resources / "theme", scheme_now(app, chosen), chosen.text_percent)
    return Look(words_in(chosen.language), theme, Icons(resources / "icons", theme))


def scheme_now(app: QApplication, chosen: Settings) -> str:
    """Return the scheme of the settings; where the system is to decide, what it asks for now."""
    hints = app.styleHints()
    return scheme_of(chosen.theme, hints.colorScheme(), hints.accessibility().contrastPreference())


class Motion:
    """What blinks and slides of itself: as the system has it, or not at all."""

    def __init__(self, app: QApplication) -> None:
        """Note what the system has."""
        self._app = app
        self._flash_ms = app.cursorFlashTime()
        self._effects = [effect for effect in EFFECTS if app.isEffectEnabled(effect)]

    def obey(self, motion: str) -> None:
        """Do as the setting says."""
        is_still = motion == STILL
        self._app.setCursorFlashTime(0 if is_still else self._flash_ms)
        for effect in self._effects:
            self._app.setEffectEnabled(effect, not is_still)
