# SPDX-License-Identifier: MIT
"""What was read in the picture and may be a fact, beside it; the person presses, and only then it is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage

from app.search.offer import Becomes
from ui.models.exhibits import is_covered
from ui.offering import Offered, Offering
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.offer_row import OfferRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Exhibit, ExhibitId
    from app.search.keeping import Kept, OfferState
    from ui.context import Context

MOST = 3  # shown at once; a picture full of numbers does not push all else away
# The page on which each kind of fact stands.
PAGES = {
    Becomes.PAYMENT: "payments",
    Becomes.DEMAND: "said",
    Becomes.ACCOUNT: "identify",
    Becomes.OWN: "people",
    Becomes.PLACE: "watch",
    Becomes.EVENT: "timeline",
}


class OffersCard(Card):
    """Hidden while there is nothing to say.

    Signals:
        outlined: carries the places in the picture that the person points at, as a tuple.
        moved_on: another page is wanted; carries its name and what to open there.
    """

    outlined = Signal(object)
    moved_on = Signal(str, object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(context, context.words("offer.card.title"), parent=parent)
        self._context = context
        self._known = Offered()
        self._original: ExhibitId | None = None
        self._picture = QImage()
        self._is_long = False
        self._taken_back: set[tuple[str, str | None, str]] = set()
        self.rows: list[OfferRow] = []
        self.offering = Offering(context, self)
        self.lead = Label("", "small", parent=self)
        self.lead.setObjectName("lead")
        self.body.addWidget(self.lead)
        self.more = Button(context, "", "quiet", parent=self)
        self.more.setObjectName("more")
        self.body.addWidget(self.more)
        self.more.clicked.connect(self._on_more)
        self.offering.found.connect(self._on_found)
        self.offering.taken_back.connect(lambda offer: self._taken_back.add(offer.key))
        context.reading_pass.changed.connect(self._say)
        self.hide()

    def show_exhibit(self, exhibit: Exhibit, original: ExhibitId | None) -> None:
        """Look for what this picture offers; ``None`` for one that was made from others."""
        if original is None or original != self._original or is_covered(exhibit):
            self._picture = QImage()
            self._is_long = False
            self._taken_back.clear()
        self._original = original
        if original is None:
            self.offering.forget()
        else:
            self.offering.look(exhibit, original)

    def show_picture(self, picture: QImage) -> None:
        """Cut what is offered out of this picture."""
        self._picture = picture
        for row in self.rows:
            row.show_picture(picture)

    def forget(self) -> None:
        """Hold nothing of the picture."""
        self._original, self._picture = None, QImage()
        self._taken_back.clear()
        self.offering.forget()

    def _on_found(self, known: Offered) -> None:
        """Show what is known now; a row that says the same stays as it is, and the keyboard where it was."""
        focused = next((row.state.offer.key for row in self.rows if _has_focus(row)), None)
        self._known = known
        self._show()
        row = next((row for row in self.rows if row.state.offer.key == focused), None)
        if row is not None and not _has_focus(row):
            row.take_focus()

    def _show(self) -> None:
        """Show the rows there is room for, and how many more there are."""
        shown = self._known.states if self._is_long else self._known.states[:MOST]
        same = {row.state.offer.key: row for row in self.rows}
        rows = []
        for number, state in enumerate(shown, start=1):
            row = same.get(state.offer.key)
            if row is None or row.state != state:
                row = self._row(state)
            row.set_last(is_last=number == len(shown))
            rows.append(row)
        for gone in (row for row in self.rows if row not in rows):
            self.body.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.rows = rows
        for row in rows:
            self.body.removeWidget(row)
            self.body.insertWidget(self.body.indexOf(self.more), row)
        self._say()

    def _row(self, state: OfferState) -> OfferRow:
        where = self._known.where
        if where is None:
            raise AssertionError("an offer stands in a picture")
        offer = state.offer
        row = OfferRow(self._context, state, where, is_back=offer.key in self._taken_back, parent=self)
        row.show_picture(self._picture)
        row.keep_wanted.connect(lambda becomes: self.offering.keep(offer, becomes, where))
        row.add_wanted.connect(lambda entry: self.offering.add(offer, Becomes.PAYMENT, where, entry))
        row.back_wanted.connect(partial(self.offering.take_back, offer))
        row.change_wanted.connect(self._on_change)
        row.closer_wanted.connect(lambda: self.moved_on.emit("identify", str(where.exhibit)))
        row.pointed.connect(lambda is_on: self.outlined.emit((offer.rect,) if is_on else ()))
        return row

    def _say(self) -> None:
        """Say how it stands, or nothing."""
        known, words = self._known, self._context.words
        hidden = len(known.states) - len(self.rows)
        self.more.setVisible(len(known.states) > MOST)
        self.more.set_words(words("offer.card.more", n=hidden) if hidden else words("offer.card.less"))
        self.lead.set_words(words(f"offer.card.{self._key()}"))
        is_quiet = known.where is None or (known.is_read and not known.states)
        self.title.setVisible(known.is_read)
        self.setProperty("kind", "card" if known.is_read else "quiet")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(not is_quiet)

    def _key(self) -> str:
        """Return what to say under the title."""
        if self._known.is_read:
            return "lead"
        if not self._known.is_on:
            return "off"
        if not self._known.is_waiting:
            return "failed"
        reading = self._context.reading_pass
        return "paused" if reading.is_paused or reading.is_stuck else "waiting"

    def _on_more(self) -> None:
        self._is_long = not self._is_long
        self._show()
        if self._is_long and len(self.rows) > MOST:
            self.rows[MOST].take_focus()

    def _on_change(self, kept: Kept) -> None:
        """Go to the page where the fact stands."""
        entry = kept.entry
        self.moved_on.emit(PAGES[kept.becomes], entry if kept.becomes is Becomes.ACCOUNT else entry.id)


def _has_focus(row: OfferRow) -> bool:
    """Whether the keyboard is in the row."""
    return any(button.hasFocus() for button in row.buttons.values())
