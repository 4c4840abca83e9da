# SPDX-License-Identifier: MIT
"""The two crisis lines: who to call if a life is at risk, and who to talk to, where the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from app.guide.here import CrisisLines
    from ui.context import Context
    from ui.widgets.combo import Combo


def crisis_words(context: Context) -> tuple[str, str]:
    """Return both lines as they are said where the person is, the number in bold."""
    lines = context.here.lines
    life = context.words("welcome.crisis", emergency=context.words.said(lines.emergency))
    return life, _talk(context, lines)


def _talk(context: Context, lines: CrisisLines) -> str:
    if not lines.talk:
        return context.words("welcome.talk.none")
    key = "welcome.talk" if lines.is_free else "welcome.talk.costs"
    return context.words(key, name=context.words.said(lines.talk_name), number=lines.talk)


class CrisisLine(QWidget):
    """One line: the question small, the number large."""

    def __init__(self, *, is_large: bool, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.question = Label("", "small_ink" if is_large else "small", parent=self)
        self.call = Label("", "phone" if is_large else "strong", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.question)
        column.addWidget(self.call)

    def say(self, words: str) -> None:
        """Show a sentence whose number is bold."""
        question, _, call = words.replace("**", "\0").partition("\0")
        self.question.set_words(question.strip())
        self.call.set_words(call.replace("\0", "").strip())


class CrisisPair(QWidget):
    """Both lines, kept right when the place changes."""

    def __init__(self, context: Context, *, is_large: bool, parent: QWidget | None = None) -> None:
        """Show both lines."""
        super().__init__(parent)
        self._context = context
        self.life = CrisisLine(is_large=is_large, parent=self)
        self.talk = CrisisLine(is_large=is_large, parent=self)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        if is_large:
            self.life.call.setWordWrap(False)  # a number stays beside its verb, in any language
        low = Qt.AlignmentFlag.AlignBottom  # both numbers stand on one line
        self.line.addWidget(self.life, 2, low)
        self.line.addWidget(self.talk, 5, low)
        context.here.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what holds where the person is."""
        life, talk = crisis_words(self._context)
        self.life.say(life)
        self.talk.say(talk)


class CrisisCard(QFrame):
    """Both lines on a soft panel, before anything else.

    ``can_choose``: it says whose numbers they are, and offers others; ``has_more``: and who else can help.

    Signals:
        more_wanted: everyone else who can help.
    """

    more_wanted = Signal()

    def __init__(
        self,
        context: Context,
        *,
        can_choose: bool = False,
        has_more: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show both lines."""
        super().__init__(parent)
        self._context = context
        gap = context.theme.gap_px
        self.setProperty("kind", "soft")
        self.setAccessibleName(context.words("window.crisis"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.icon = IconView(context, "phone", colour="primary", parent=self)
        self.both = CrisisPair(context, is_large=True, parent=self)
        self.life, self.talk, self.lines = self.both.life, self.both.talk, self.both.line
        self.lines.setSpacing(gap(32))
        self._column = QVBoxLayout()
        self._column.setSpacing(gap(6))  # room for the frame of what the keys are on
        self._column.addWidget(self.both)
        self.where: Button | None = None
        self.places: Combo | None = None
        if can_choose:
            self._offer_places(has_more=has_more)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            gap(20), gap(12), gap(20), gap(2 if can_choose else 12)
        )  # a button has room below
        row.setSpacing(gap(20))
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """One under the other when there is no room."""
        ways = QBoxLayout.Direction
        self.lines.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _offer_places(self, *, has_more: bool) -> None:
        """Say whose numbers these are; a press shows a list of the others."""
        context = self._context
        self.where = Button(context, self._said_where(), "quiet", icon="globe", parent=self)
        self.where.setObjectName("where")
        self.where.clicked.connect(self._on_where)
        row = QWidget(self)
        self._places_row = QHBoxLayout(row)
        self._places_row.setContentsMargins(0, 0, 0, 0)
        self._places_row.addWidget(self.where)
        ways = QWidget(self)
        flow = Flow(ways, gap_px=context.theme.gap_px(8))
        flow.addWidget(row)
        if has_more:
            self.more = Button(context, context.words("help.first.more"), "quiet", parent=self)
            self.more.setObjectName("more")
            self.more.clicked.connect(self.more_wanted)
            flow.addWidget(self.more)
        self._column.addWidget(ways)
        context.here.changed.connect(self._say_where)

    def _said_where(self) -> str:
        words = self._context.words
        return words("help.first.where", country=words.said(self._context.here.lines.country))

    def _say_where(self) -> None:
        if self.where is not None:
            self.where.set_words(self._said_where())

    def _on_where(self) -> None:
        """Let the person choose; all countries are read only now."""
        from ui.widgets.places import place_combo  # noqa: PLC0415 - all contacts, after the first paint (G7)

        if self.places is None:
            self.places = place_combo(self._context, by_country=True, parent=self)
            self.places.activated.connect(self._on_chosen)
            self._places_row.insertWidget(0, self.places)
        if self.where is not None:
            self.where.hide()
        self.places.show()
        self._leave_below(10)
        self.places.setFocus()

    def _leave_below(self, px: int) -> None:
        """Leave room below: a list of places is higher than the button it stands in for."""
        layout = self.layout()
        if layout is not None:
            margins = layout.contentsMargins()
            margins.setBottom(self._context.theme.gap_px(px))
            layout.setContentsMargins(margins)

    def _on_chosen(self) -> None:
        if self.places is None or self.where is None:
            return
        self._context.here.set_place(str(self.places.currentData()))
        self.places.hide()
        self._leave_below(2)
        self.where.show()
        self.where.setFocus()


class CrisisBlock(CrisisPair):
    """Both lines small, for the side of the window."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show both lines."""
        super().__init__(context, is_large=False, parent=parent)
        self.setAccessibleName(context.words("window.crisis"))
        self.line.setDirection(QBoxLayout.Direction.TopToBottom)
        gap = context.theme.gap_px
        self.line.setContentsMargins(gap(8), 0, 0, 0)
        self.line.setSpacing(gap(4))
