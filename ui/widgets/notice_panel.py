# SPDX-License-Identifier: MIT
"""What the program noticed about a picture: one sentence and what to do, for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Notice
from ui.widgets.banner import Banner

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


class NoticePanel(Banner):
    """Shows what was noticed, the gravest first; away where there is nothing to say."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(context, parent=parent)
        self._context = context
        self._notices: tuple[Notice, ...] = ()

    @property
    def is_grave(self) -> bool:
        """Whether one more picture would help."""
        return not MILD.issuperset(self._notices)

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Say these, one a paragraph; of a picture without anything in it only why."""
        empty = tuple(notice for notice in notices if notice in EMPTY)
        self._notices = empty[:1] or tuple(notices)
        self.set_kind("attention" if self.is_grave else "soft")
        self.say("\n".join(self._context.words(SENTENCES[one]) for one in self._notices))
