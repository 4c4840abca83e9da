# SPDX-License-Identifier: MIT
"""What the program noticed about a picture: one sentence and what to do, for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.model import Notice
from ui.said_aloud import say_aloud
from ui.widgets.card import Card
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.context import Context

SENTENCES = {
    Notice.BLACK: "look.checks.black",
    Notice.ONE_COLOUR: "look.checks.blank",
    Notice.ALMOST_EMPTY: "look.checks.empty",
    Notice.PROTECTED: "look.checks.protected",
    Notice.OWN_INSIDE: "look.checks.own",
    Notice.CUT_OFF: "look.checks.cut",
    Notice.COVERED: "look.checks.covered",
    Notice.MENU_OVER: "look.checks.menu",
    Notice.POINTER_OVER: "look.checks.pointer",
    Notice.NO_CLOCK: "look.checks.no_clock",
}
MILD = frozenset({Notice.MENU_OVER, Notice.NO_CLOCK})  # often wanted: said, but nothing is wrong
EMPTY = frozenset({Notice.BLACK, Notice.ONE_COLOUR, Notice.ALMOST_EMPTY, Notice.PROTECTED})


class NoticePanel(Card):
    """Shows what was noticed, the gravest first; away where there is nothing to say."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(context, kind="soft", padding_px=14, parent=parent)
        self._context = context
        self._notices: tuple[Notice, ...] = ()
        self.text = Label("", "body", parent=self)
        row = QHBoxLayout()
        row.setSpacing(context.theme.gap_px(12))
        row.addWidget(IconView(context, "info", parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self.body.addLayout(row)
        self.hide()

    @property
    def is_grave(self) -> bool:
        """Whether one more picture would help."""
        return not MILD.issuperset(self._notices)

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Say these, one a paragraph; of a picture without anything in it only why."""
        empty = tuple(notice for notice in notices if notice in EMPTY)
        self._notices = empty[:1] or tuple(notices)
        self.text.set_words("\n".join(self._context.words(SENTENCES[one]) for one in self._notices))
        kind = "attention" if self.is_grave else "soft"
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setVisible(bool(self._notices))
        say_aloud(self, self.text.accessibleName())
