# SPDX-License-Identifier: MIT
"""A row with a number in a disc, or with an icon in a soft disc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.spoken_roles import speak_as
from ui.widgets.icon_view import Disc, IconView
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.context import Context

TOP = Qt.AlignmentFlag.AlignTop


class NumberedRow(QWidget):
    """One thing to do, with its number; ``number_to_call`` stands below in big type."""

    def __init__(
        self,
        context: Context,
        number: int,
        words: str,
        *,
        number_to_call: str = "",
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        """Show number and words."""
        super().__init__(parent)
        self.disc = Disc(context, number, parent=self)
        self.words = Label(words, role, parent=self)
        self.words.setObjectName("words")
        self.call = Label(number_to_call, "phone", parent=self)
        self.call.setObjectName("call")
        self.call.setVisible(bool(number_to_call))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.words)
        texts.addWidget(self.call)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.gap_px(12))
        row.addWidget(self.disc, 0, TOP)
        row.addLayout(texts, 1)
        speak_as(self, "item")
        self.setAccessibleName(f"{number}. {self.words.accessibleName()} {number_to_call}".strip())


class RuleRow(QWidget):
    """A rule of the first minute: icon in a soft disc, a bold line, a second line."""

    def __init__(
        self, context: Context, icon: str, title: str, note: str, *, parent: QWidget | None = None
    ) -> None:
        """Show icon and both lines."""
        super().__init__(parent)
        self.icon = IconView(
            context, icon, colour="primary", ground="primary_soft", ground_px=38, parent=self
        )
        self.title = Label(title, "h3", parent=self)
        self.note = Label(note, "hint", parent=self)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.gap_px(17))
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
