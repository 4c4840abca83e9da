# SPDX-License-Identifier: MIT
"""One contact: what it is for, what they do, the number, and whether somebody is there now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from app.guide.hours import Presence
from app.model import Answer
from ui.moments import heading_day, hour, short_day
from ui.widgets.button import Button
from ui.widgets.copied import ShortCopy
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.open_card import OpenCard

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.guide.contacts import Contact, Country
    from ui.context import Context

ACT_PX = 104  # as wide as its longest words, so that the numbers stand in one line
LONGEST_BIG = 16  # characters of an address that leave room for the words beside it
RIGHT = Qt.AlignmentFlag.AlignTrailing
TOP = Qt.AlignmentFlag.AlignTop
SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class Seen(NamedTuple):
    """From where a row is looked at.

    Attributes:
        country: the file it stands in: its hours are kept there.
        at: now, in the person's own time.
        shared: whether the one who threatens could use this computer.
    """

    country: Country
    at: datetime
    shared: Answer = Answer.NOT_KNOWN


class ContactRow(QFrame):
    """A row of the list of help. A press copies a number or asks about a page; it opens nothing."""

    def __init__(
        self,
        context: Context,
        contact: Contact,
        seen: Seen,
        *,
        is_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the contact as it is now."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._context, self._contact, self._seen = context, contact, seen
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        self.need = Label(contact.need, "h3", parent=self)
        self.does = Label(contact.does, "small", parent=self)
        role = "phone" if len(contact.reach) <= LONGEST_BIG and not contact.is_phrase else "h3"
        self.reach = Label(contact.reach, role, wraps=contact.is_phrase, parent=self)
        self.reach.setTextInteractionFlags(SELECTABLE)
        self.reach.setAccessibleName(f"{contact.name}: {contact.reach}")
        words, is_open = presence(context, contact, seen)
        self.hours = Label(words, "small_good" if is_open else "small", wraps=False, parent=self)
        table = contact.hours.presence is Presence.TABLE
        self.extra = Label((contact.hours.note or "") if table else "", "small", wraps=False, parent=self)
        self.extra.setVisible(bool(self.extra.words))
        self.old = Label(self._said_old(), "small_ink", parent=self)
        self.old.setVisible(bool(self.old.words))
        self.act = self._act()
        self.copied = ShortCopy(self)
        self.opening = OpenCard(context, parent=self)
        for name in ("need", "does", "reach", "hours", "extra", "old", "act", "opening"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self.act.clicked.connect(self._on_act)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """The number under the words when there is no room."""
        ways = QBoxLayout.Direction
        self.line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeading if narrow else RIGHT
        for part in (self.reach, self.hours, self.extra):
            self._numbers.setAlignment(part, side)
        self.line.setAlignment(self.act, TOP if not narrow else Qt.AlignmentFlag.AlignLeading)

    def _act(self) -> Button:
        """Return the button for a page or a number; words that name nobody have none."""
        key, icon = ("help.row.copy", "copy") if self._contact.is_number else ("help.row.open", "globe")
        button = Button(self._context, self._context.words(key), "quiet", icon=icon, parent=self)
        said = self._context.words(f"{key}.of", name=self._contact.name)
        button.setAccessibleName(said)
        button.setMinimumWidth(self._context.theme.control_px(ACT_PX))
        keeps = button.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # so that what stands beside it stays in line
        button.setSizePolicy(keeps)
        if self._contact.is_phrase:
            button.hide()
        return button

    def _on_act(self) -> None:
        """Copy the number; or say what opening the page would leave behind."""
        contact = self._contact
        if contact.is_number:
            self.copied.copy(contact.reach)
            self.act.set_words(self._context.words("help.row.copied"))
        elif self.opening.isVisible():
            self.opening.hide()
        else:
            self.opening.ask(contact.name, contact.address, self._seen.shared)

    def _said_old(self) -> str:
        """Return that nobody has checked it for six months; empty while it is fresh."""
        contact = self._contact
        if contact.verified_on is None or contact.is_fresh(self._seen.at.date()):
            return ""
        day = short_day(contact.verified_on, self._context.settings.language)
        return self._context.words("help.row.old", date=day)

    def _lay_out(self) -> None:
        """Put icon and words on the left, number and hours on the right, what to know before below."""
        gap = self._context.theme.gap_px
        icon = IconView(
            self._context,
            self._contact.icon,
            colour="primary",
            ground="primary_soft",
            ground_px=38,
            parent=self,
        )
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for label in (self.need, self.does, self.old):
            texts.addWidget(label)
        texts.addStretch(1)
        self._numbers = QVBoxLayout()
        self._numbers.setSpacing(0)
        for part in (self.reach, self.hours, self.extra):
            self._numbers.addWidget(part, 0, RIGHT)
        self._numbers.addStretch(1)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.line.setSpacing(gap(12))
        self.line.addLayout(texts, 1)
        self.line.addLayout(self._numbers)
        self.line.addWidget(self.act, 0, TOP)
        row = QHBoxLayout()
        row.setSpacing(gap(17))
        row.addWidget(icon, 0, TOP)
        row.addLayout(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, gap(9), 0, gap(4))
        column.setSpacing(gap(4))
        column.addLayout(row)
        column.addWidget(self.opening)


def presence(context: Context, contact: Contact, seen: Seen) -> tuple[str, bool]:
    """Return what to say about when somebody is there, in the person's own time, and whether that is now."""
    words, hours = context.words, contact.hours
    if hours.presence is Presence.ALWAYS:
        return words("help.page.always"), True
    there = seen.at.astimezone(seen.country.zone_of(contact))
    if hours.is_open(there):
        return words("help.page.open"), True
    opens = hours.opens_next(there)
    if opens is not None:
        return _opens(context, opens.astimezone(seen.at.tzinfo), seen.at), False
    if hours.presence is Presence.ONLINE:
        return words("help.page.online"), False
    return hours.note or words("help.page.hours_unknown"), False


def _opens(context: Context, opens: datetime, at: datetime) -> str:
    """Return the day and time it opens, as the person's own clock will show it."""
    language = context.settings.language
    if opens.date() == at.date():
        return context.words("help.page.opens.today", time=hour(opens, language))
    return context.words(
        "help.page.opens", day=heading_day(opens.date(), language), time=hour(opens, language)
    )
