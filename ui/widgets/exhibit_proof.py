# SPDX-License-Identifier: MIT
"""For an expert: the records of one exhibit in the custody log, each with its proof; folded away at first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.custody.proved import proved
from app.hashing import grouped
from ui.reading_aside import read_aside
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.copied import ShortCopy
from ui.widgets.label import Label
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from app.custody.proved import Proved, ProvedRecord
    from app.model import Exhibit
    from app.vault import Reader
    from ui.context import Context

MOST_SHOWN = 6


class ExhibitProof(QWidget):
    """Two quiet buttons; the first unfolds the records. Signals: ``all_asked``: the whole list is wanted."""

    all_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Be folded."""
        super().__init__(parent)
        self._context, self._words = context, context.words
        self._exhibit: Exhibit | None = None
        self._proved: Proved | None = None
        self.copied = ShortCopy(self)
        words, gap_px = context.words, context.theme.gap_px
        self.open = Button(context, words("happened.expert.open"), "quiet", parent=self)
        self.all = Button(context, words("happened.expert.all"), "quiet", parent=self)
        self.card = Card(context, kind="quiet", parent=self)
        self.lead = Label("", "small", parent=self.card)
        self.copy = Button(context, words("happened.expert.copy"), icon="copy", parent=self.card)
        self.copy_note = Label(words("happened.expert.copied"), "small", parent=self.card)
        for name in ("open", "all", "card", "lead", "copy", "copy_note"):
            getattr(self, name).setObjectName(f"proof_{name}")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(gap_px(4))
        self._lay_out()
        self.open.clicked.connect(self._on_open)
        self.all.clicked.connect(self.all_asked)
        self.copy.clicked.connect(self._on_copy)
        self._fold()

    def _lay_out(self) -> None:
        """Put the links in a line, and the records under them."""
        self.card.body.addWidget(self.lead)
        self.card.body.addLayout(self.rows)
        self.card.body.addWidget(self.copy)
        self.card.body.addWidget(self.copy_note)
        links = QWidget(self)
        flow = Flow(links, gap_px=self._context.theme.gap_px(16))
        flow.addWidget(self.open)
        flow.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(links)
        column.addWidget(self.card)

    def show_exhibit(self, exhibit: Exhibit) -> None:
        """Be about this one; folded, if it is another."""
        if self._exhibit is None or self._exhibit.id != exhibit.id:
            self._fold()
        self._exhibit = exhibit
        self.lead.set_words(self._words("happened.expert.lead", ref=exhibit.ref))
        if not self.card.isHidden():
            self._read()

    def forget(self) -> None:
        """Hold nothing of a locked case."""
        self._exhibit = None
        self.copied.clear()
        self.lead.set_words("")
        self._fold()

    def _on_open(self) -> None:
        if not self.card.isHidden():
            self._fold()
            return
        self.open.set_words(self._words("happened.expert.close"))
        self.card.show()
        self._read()

    def _fold(self) -> None:
        self._proved = None
        self._clear()
        self.open.set_words(self._words("happened.expert.open"))
        self.copy_note.hide()
        self.copy.hide()
        self.card.hide()

    def _read(self) -> None:
        if self._exhibit is not None:
            job = partial(_proved, _ids(self._exhibit))
            then = partial(self._on_read, self._exhibit.id)
            read_aside(self._context, job, owner=self, then=then)

    def _on_read(self, exhibit_id: str, read: Proved) -> None:
        if self._exhibit is None or self._exhibit.id != exhibit_id or self.card.isHidden():
            return
        self._proved = read
        self._clear()
        words = self._words
        self._add(words("happened.expert.head"), "h3")
        self._add(words("happened.expert.size", n=read.size), "small")
        self._add_hash(words("happened.expert.root"), (read.root,))
        for record in read.records[:MOST_SHOWN]:
            self._add_record(record)
        left = len(read.records) - MOST_SHOWN
        if left > 0:
            self._add(words("happened.expert.more", n=left), "hint")
        self.copy.show()

    def _add_record(self, record: ProvedRecord) -> None:
        words = self._words
        self.rows.addSpacing(self._context.theme.gap_px(12))
        self._add(words("happened.expert.record", n=record.seq), "h3")
        self._add(words("happened.expert.type", type=record.type, at=record.at), "small")
        self._add_hash(words("happened.expert.leaf"), (record.leaf,))
        if record.proof:
            self._add_hash(words("happened.expert.proof"), record.proof)
        else:
            self._add(words("happened.expert.proof.none"), "small")

    def _add(self, text: str, role: str) -> None:
        self.rows.addWidget(Label(text, role, parent=self.card))

    def _add_hash(self, name: str, values: tuple[str, ...]) -> None:
        """Show hash values under their name, each in groups of four on a line of its own."""
        self._add(name, "small")
        self._add("\n".join(" ".join(grouped(value)) for value in values), "hash")

    def _clear(self) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _on_copy(self) -> None:
        if self._proved is not None:
            self.copied.copy(self._proved.text)
            self.copy_note.show()


def _ids(exhibit: Exhibit) -> frozenset[str]:
    """Return every id by which records name the exhibit, its pictures, and what was made from them."""
    taken = {one.record.acquisition_id for one in exhibit.originals}
    kept = {str(one.id) for one in exhibit.originals}
    return frozenset({str(exhibit.id), *taken, *kept, *(made.derivative_id for made in exhibit.derivatives)})


def _proved(ids: frozenset[str], reader: Reader) -> Proved:
    """Return what the log has about these."""
    return proved(reader.records(), ids)
