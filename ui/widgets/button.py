# SPDX-License-Identifier: MIT
"""Buttons: what they are stands in the property ``role``; the sheet says how that looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton

from ui.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

ICON_PX = {"big": 22, "big_secondary": 22}  # 20 elsewhere. Source: mock/README.md, Icons and figures
ICON_COLOUR = {"primary": "on_primary", "big": "on_primary", "quiet": "primary", "in_field": "primary"}
ICON_COLOUR |= {"big_quiet": "primary", "bar_chosen": "primary"}
REDRAWN = frozenset({QEvent.Type.LayoutDirectionChange, QEvent.Type.EnabledChange})
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
ICON_GAP_PX = 4  # Qt leaves 4 of the 8
ISOLATED = "\u2068{}\u2069"  # the words go the way of their own letters. Source: UAX #9, 2.4


class Button(QPushButton):
    """A verb to press.

    Roles: ``primary`` and ``big`` (filled, one a screen), ``secondary``, ``big_secondary``, ``quiet``,
    ``big_quiet`` (words only), ``hide``, ``nav``, ``chip``, ``in_field``, ``danger``.
    """

    def __init__(
        self,
        context: Context,
        words: str,
        role: str = "secondary",
        *,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the words, and the icon before them."""
        super().__init__(words.replace("&", "&&"), parent)
        self._theme = context.theme
        self._icons = context.icons
        self._icon_name = icon
        self.setProperty("role", role)
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._draw_icon()

    @property
    def role(self) -> str:
        """What kind of button it is."""
        return str(self.property("role"))

    def set_words(self, words: str) -> None:
        """Show other words."""
        had_words = bool(self.text())
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        if had_words != bool(words):
            self._draw_icon()  # the gap to the words came or went

    def set_icon(self, name: str | None) -> None:
        """Show another icon, or none."""
        self._icon_name = name
        self._draw_icon()

    def set_role(self, role: str) -> None:
        """Become another kind of button, as when the main button of a page changes."""
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw_icon()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too; Qt gives buttons that key in dialogs only."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when its colour or side changes."""
        super().changeEvent(event)
        if event.type() in REDRAWN:
            self._draw_icon()

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Draw words of the other direction as they are read: full stops and numbers stay in place."""
        super().initStyleOption(option)
        if self.isRightToLeft() and option.text:
            option.text = ISOLATED.format(option.text)

    def _draw_icon(self) -> None:
        if self._icon_name is None:
            self.setIcon(QIcon())
            return
        size_px = self._theme.text_px(ICON_PX.get(self.role, 20))
        colour = ICON_COLOUR.get(self.role, "ink") if self.isEnabled() else "muted"
        if self.role == "nav" and self.isChecked():
            colour = "primary"
        gap_px = self._theme.gap_px(ICON_GAP_PX * 2 if self.role == "nav" else ICON_GAP_PX)
        pixmap = self._icons.pixmap(
            self._icon_name,
            colour,
            size_px,
            ratio=max(screen.devicePixelRatio() for screen in QGuiApplication.screens()),
            mirrored=self.isRightToLeft(),
            gap_px=gap_px if self.text() else 0,
        )
        self.setIcon(QIcon(pixmap))
        self.setIconSize(QSize(size_px + (gap_px if self.text() else 0), size_px))
