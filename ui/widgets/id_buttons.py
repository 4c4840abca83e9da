# SPDX-License-Identifier: MIT
"""The buttons under an identifier: one main thing to do now, another beside it, a quiet one below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.identify.platforms import VerdictKind
from ui.widgets.button import Button
from ui.widgets.found_id import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.context import Context

# What the buttons say for each verdict on what is typed. Source: mock/07, 07b, 07c
TYPED = {
    VerdictKind.ACCEPTED: ("keep", "not"),
    VerdictKind.UNUSUAL: ("again", "keep.odd"),
    VerdictKind.COPY_SLIP: ("again", "keep.odd"),
    VerdictKind.CONVERSATION_ID: ("again", "keep.odd"),
    VerdictKind.NOT_A_PERSON: ("again", "keep.odd"),
    VerdictKind.DISPLAY_NAME: ("again", "keep.name"),
}
FOUND = {
    Standing.ALONE: ("keep", "not", "type"),
    Standing.AGREES: ("keep", "not", "type"),
    Standing.NO_ID: ("again", "read.keep", "type"),
    Standing.DIFFERS: ("again", "picture.keep", "pasted.keep"),
}
QUIET = frozenset({"not", "stop"})


class IdButtons(QWidget):
    """Shows what may be done now.

    Signals:
        pressed: carries the key of what is to be done.
    """

    pressed = Signal(str)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._words = context.words
        self._keys = ["", "", ""]
        self._owes_focus = False
        self.main = Button(context, "", "big", parent=self)
        self.other = Button(context, "", "big_quiet", parent=self)
        self.third = Button(context, "", "quiet", parent=self)
        row = QHBoxLayout()
        row.setSpacing(context.theme.gap_px(12))
        row.addWidget(self.main)
        row.addWidget(self.other)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(8))
        column.addLayout(row)
        column.addWidget(self.third)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        for place, (name, button) in enumerate(
            (("main", self.main), ("other", self.other), ("third", self.third))
        ):
            button.setObjectName(name)
            button.clicked.connect(lambda _=False, place=place: self.pressed.emit(self._keys[place]))

    @property
    def keys(self) -> tuple[str, ...]:
        """What is offered, the main thing first."""
        return tuple(key for key in self._keys if key)

    def offer(self, keys: Sequence[str], *, can_main: bool = True, is_typed: bool = False) -> None:
        """Offer up to three things to do; the main one may not be possible yet, what is kept may be typed."""
        self._keys = [*keys, "", "", ""][:3]
        for key, button in zip(self._keys, (self.main, self.other, self.third), strict=True):
            button.setVisible(bool(key))
            if key:
                said = key.replace("pasted", "typed") if is_typed else key
                button.set_words(self._words(f"id.page.{said}"))
        self.other.set_role("big_quiet" if self._keys[1] in QUIET else "big_secondary")
        for button in (self.other, self.third):
            button.setEnabled(True)
        self.main.setEnabled(can_main)
        if can_main and self._owes_focus:
            self._owes_focus = False
            if not isinstance(QApplication.focusWidget(), QLineEdit):  # somebody types meanwhile
                self.main.setFocus()

    def hold(self) -> None:
        """Take no press until something is offered again; the focus comes back with the next main thing."""
        buttons = (self.main, self.other, self.third)
        self._owes_focus = any(button.hasFocus() for button in buttons)
        for button in buttons:
            button.setEnabled(False)
