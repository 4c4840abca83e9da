# SPDX-License-Identifier: MIT
"""How the search in the picture stands: under way, ended without anything, or with something to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from ui.context import Context

BUTTONS = {"ready": "show", "failed": "again"}


class LookingRow(QWidget):
    """One sentence, and a button where something can be done about it. Hidden while there is nothing to say.

    Signals:
        show_wanted: what was found is to be shown.
        again_wanted: the picture is to be looked at once more.
    """

    show_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._words = context.words
        self._about = ""
        self.looked = Verdict(context, parent=self)
        self.looked.setObjectName("looked")
        self.about_looking = Button(context, "", parent=self)
        self.about_looking.setObjectName("about_looking")
        self.about_looking.clicked.connect(self._on_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(8))
        column.addWidget(self.looked)
        column.addWidget(self.about_looking)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_about()

    @property
    def about(self) -> str:
        """What is said: ``none``, ``failed``, ``unread``, ``ready``, or empty."""
        return self._about

    def show_about(self, about: str = "") -> None:
        """Say how it stands, or nothing."""
        self._about = about
        self.setVisible(bool(about))
        self.about_looking.setVisible(about in BUTTONS)
        if about:
            self.looked.say("hint", self._words(f"id.look.{about}"), self._words(f"id.look.{about}.note"))
        if about in BUTTONS:
            self.about_looking.set_words(self._words(f"id.look.{BUTTONS[about]}"))

    def _on_pressed(self) -> None:
        (self.show_wanted if self._about == "ready" else self.again_wanted).emit()
