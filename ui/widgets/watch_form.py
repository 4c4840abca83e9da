# SPDX-License-Identifier: MIT
"""Adds something to watch, or changes it: first what it is, then the few lines that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.guide.services import hash_services, report_kinds
from app.model import Place, PlaceKind, ReportKind
from ui.noting import CASE, REPORT
from ui.watch_words import HASH_KINDS
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chips
from ui.widgets.label import Label
from ui.widgets.place_form import PlaceForm
from ui.widgets.report_form import ReportForm
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import Account, CaseFacts, Entry, ReportMade
    from ui.context import Context

KINDS = (*(each.value for each in PlaceKind), REPORT, CASE)


class WatchForm(Card):
    """Hidden while nothing is added or changed.

    Signals:
        kept: carries the entry's id (``None``: it is new) and the fact.
        cancelled: "Not now"; what is typed stays for the next time.
    """

    kept = Signal(object, object)
    cancelled = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show that nothing is chosen."""
        super().__init__(context, context.words("watch.page.add"), padding_px=24, parent=parent)
        words = context.words
        self._context = context
        self._facts: CaseFacts | None = None
        self._entry_id: str | None = None
        self.what = Label(words("watch.form.what"), "strong", parent=self)
        self.kinds = Chips(
            context, [(key, words(f"watch.kind.{key}")) for key in KINDS], is_exclusive=True, parent=self
        )
        self.place = PlaceForm(context, parent=self)
        self.report = ReportForm(context, parent=self)
        self.keep = Button(context, words("watch.page.keep"), "primary", parent=self)
        self.cancel = Button(context, words("watch.page.cancel"), "quiet", parent=self)
        for name in ("what", "kinds", "place", "report", "keep", "cancel"):
            getattr(self, name).setObjectName(name)
        self.body.setSpacing(context.theme.gap_px(14))
        buttons = QWidget(self)
        flow = Flow(buttons, gap_px=context.theme.gap_px(12))
        for button in (self.keep, self.cancel):
            flow.addWidget(button)
        for widget in (self.what, self.kinds, self.place, self.report, buttons):
            self.body.addWidget(widget)
        self.kinds.changed.connect(lambda on: self.ask_for(on[0]))
        self.keep.clicked.connect(self._on_keep)
        self.cancel.clicked.connect(self._on_cancel)
        self.hide()

    def offer(self, accounts: Sequence[Entry[Account]]) -> None:
        """Offer the person's accounts to watch, and theirs to have reported."""
        self.place.offer(accounts)
        self.report.offer(accounts)

    def begin(
        self, facts: CaseFacts, kind: str, to: ReportKind | None = None, *, is_fixed: bool = False
    ) -> None:
        """Ask for a new place or report of this kind; ``is_fixed``: of no other."""
        self._facts = facts
        if self._entry_id is not None:  # what was changed before is not what is added now
            self._clear()
        self.title.set_words(self._context.words(f"watch.kind.{kind}" if is_fixed else "watch.page.add"))
        self.kinds.set_on((kind,))
        self.ask_for(kind)
        if to is not None and to.value in self.report.to.chips:
            self.report.choose(to)
        self._show(is_asked=not is_fixed)

    def change(self, entry: Entry[Place] | Entry[ReportMade], facts: CaseFacts) -> None:
        """Show what is kept, to change it."""
        self._facts = facts
        self._entry_id = entry.id
        self.title.set_words(self._context.words("watch.page.change"))
        fact = entry.fact
        if isinstance(fact, Place):
            self.ask_for(fact.kind.value)
            self.place.load(fact, entry.id)
        else:
            self.ask_for(CASE if fact.kind in HASH_KINDS else REPORT)
            self.report.load(fact, entry.id)
        self._show(is_asked=False)

    def ask_for(self, kind: str) -> None:
        """Show the lines that belong to this kind."""
        if self._facts is None:
            return
        is_place = kind not in {REPORT, CASE}
        self.place.setVisible(is_place)
        self.report.setVisible(not is_place)
        contacts = self._context.contacts
        if is_place:
            self.place.ask_for(PlaceKind(kind))
        elif kind == CASE:
            self.report.ask_for_case(hash_services(contacts, self._facts))
        else:
            self.report.ask_for_report(report_kinds(contacts, self._facts))

    def taken_up(self) -> None:
        """It is kept: be empty and hidden."""
        self._clear()
        self.hide()

    def _show(self, *, is_asked: bool) -> None:
        for widget in (self.what, self.kinds):
            widget.setVisible(is_asked)
        self.show()

    def _clear(self) -> None:
        self._entry_id = None
        self.place.clear()
        self.report.clear()

    def _on_keep(self) -> None:
        """Have it kept, if there is anything; else put the cursor where it begins."""
        is_place = not self.place.isHidden()
        if is_place and self.place.is_empty:
            self.place.name.setFocus()
        elif is_place:
            self.kept.emit(self._entry_id, self.place.place())
        elif not self.report.is_empty:
            self.kept.emit(self._entry_id, self.report.report())

    def _on_cancel(self) -> None:
        if self._entry_id is not None:
            self._clear()
        self.hide()
        self.cancelled.emit()
