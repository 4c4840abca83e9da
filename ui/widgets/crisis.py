# SPDX-License-Identifier: MIT
"""The two crisis lines: who to call if a life is at risk, and who to talk to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.icon_view import IconView
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.context import Context

KEYS = ("welcome.crisis", "welcome.talk")


class CrisisLine(QWidget):
    """One line: the question small, the number large."""

    def __init__(self, context: Context, key: str, *, is_large: bool, parent: QWidget | None = None) -> None:
        """Show question and number."""
        super().__init__(parent)
        question, _, call = context.words(key).replace("**", "\0").partition("\0")
        role = "small" if not is_large else "small_ink"
        self.question = Label(question.strip(), role, parent=self)
        self.call = Label(call.replace("\0", "").strip(), "phone" if is_large else "strong", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.question)
        column.addWidget(self.call)


class CrisisCard(QFrame):
    """Both lines on a soft panel, before anything else."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show both lines."""
        super().__init__(parent)
        gap = context.theme.gap_px
        self.setProperty("kind", "soft")
        self.setAccessibleName(context.words("window.crisis"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.icon = IconView(context, "phone", colour="primary", parent=self)
        self.lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.lines.setSpacing(gap(32))
        self.life = CrisisLine(context, KEYS[0], is_large=True, parent=self)
        self.talk = CrisisLine(context, KEYS[1], is_large=True, parent=self)
        self.lines.addWidget(self.life, 2)
        self.lines.addWidget(self.talk, 5)
        row = QHBoxLayout(self)
        row.setContentsMargins(gap(20), gap(12), gap(20), gap(12))
        row.setSpacing(gap(20))
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self.lines, 1)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """One under the other when there is no room."""
        ways = QBoxLayout.Direction
        self.lines.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)


class CrisisBlock(QWidget):
    """Both lines small, for the side of the window."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show both lines."""
        super().__init__(parent)
        self.setAccessibleName(context.words("window.crisis"))
        self.life = CrisisLine(context, KEYS[0], is_large=False, parent=self)
        self.talk = CrisisLine(context, KEYS[1], is_large=False, parent=self)
        column = QVBoxLayout(self)
        gap = context.theme.gap_px
        column.setContentsMargins(gap(8), 0, 0, 0)
        column.setSpacing(gap(4))
        column.addWidget(self.life)
        column.addWidget(self.talk)
