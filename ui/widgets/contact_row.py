# SPDX-License-Identifier: MIT
"""One contact: what it is for, what they do, the number, and whether somebody is there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from app.guide.contacts import Presence
from ui.moments import heading_day, hour
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.guide.contacts import Contact
    from ui.context import Context

LONGEST_BIG = 16  # characters of an address that leave room for the words beside it
RIGHT = Qt.AlignmentFlag.AlignRight
TOP = Qt.AlignmentFlag.AlignTop


class ContactRow(QFrame):
    """A row of the list of help. The number can be selected and copied."""

    def __init__(
        self,
        context: Context,
        contact: Contact,
        at: datetime,
        *,
        is_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the contact as it is at this local time."""
        super().__init__(parent)
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        self.need = Label(contact.need, "h3", parent=self)
        self.does = Label(contact.does, "small", parent=self)
        role = "phone" if len(contact.reach) <= LONGEST_BIG else "h3"
        self.reach = Label(contact.reach, role, wraps=False, parent=self)
        self.reach.setObjectName("reach")
        self.reach.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.reach.setAccessibleName(f"{contact.name}: {contact.reach}")
        words, is_open = presence(context, contact, at)
        self.hours = Label(words, "small_good" if is_open else "small", wraps=False, parent=self)
        self.hours.setObjectName("hours")
        self._lay_out(context, contact)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """The number under the words when there is no room."""
        ways = QBoxLayout.Direction
        self.line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeft if narrow else RIGHT
        for label in (self.reach, self.hours):
            self._numbers.setAlignment(label, side)

    def _lay_out(self, context: Context, contact: Contact) -> None:
        """Put icon and words on the left, number and hours on the right."""
        gap = context.theme.gap_px
        icon = IconView(
            context, contact.icon, colour="primary", ground="primary_soft", ground_px=38, parent=self
        )
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.need)
        texts.addWidget(self.does)
        self._numbers = QVBoxLayout()
        self._numbers.setSpacing(0)
        self._numbers.addWidget(self.reach, 0, RIGHT)
        self._numbers.addWidget(self.hours, 0, RIGHT)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.line.setSpacing(gap(12))
        self.line.addLayout(texts, 1)
        self.line.addLayout(self._numbers)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, gap(9), 0, gap(9))
        row.setSpacing(gap(17))
        row.addWidget(icon, 0, TOP)
        row.addLayout(self.line, 1)


def presence(context: Context, contact: Contact, at: datetime) -> tuple[str, bool]:
    """Return what to say about when somebody is there, and whether that is now."""
    words, hours = context.words, contact.hours
    if hours.presence is Presence.ALWAYS:
        return words("help.page.always"), True
    if hours.is_open(at):
        return words("help.page.open"), True
    opens = hours.opens_next(at)
    if opens is not None:
        language = context.settings.language
        day = words("help.page.today") if opens.date() == at.date() else heading_day(opens.date(), language)
        return words("help.page.opens", day=day, time=hour(opens, language)), False
    if hours.presence is Presence.ONLINE:
        return words("help.page.online"), False
    return hours.note or words("help.page.hours_unknown"), False
