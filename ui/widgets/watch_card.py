# SPDX-License-Identifier: MIT
"""One place or report, large: where it is, what to do, when to look again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.guide.addresses import shown_address
from app.guide.due import in_a_week
from app.guide.plan import is_words_only
from app.guide.watching import answered, found_at, gone, looked, takedown
from app.model import Answer, Place, PlaceKind
from ui.watch_words import kind_of, name_of, standing, today
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.copied import ShortCopy
from ui.widgets.day_picker import DayPicker
from ui.widgets.label import Label
from ui.widgets.rows import Flow
from ui.widgets.takedown_panel import TakedownPanel
from ui.widgets.verbatim import Verbatim
from ui.widgets.watch_panels import AnswerPanel, AskPanel, FoundPanel

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import CaseFacts, Entry, ReportMade, Takedown
    from ui.context import Context

# What can be said of each, and how loud the button is.
PLACE = {"looked": "big", "found": "big_secondary", "gone": "big_quiet", "ask": "big_quiet"}
REPORT = {"answered": "big", "waiting": "big_secondary", "closed": "big_quiet"}


class WatchCard(Card):
    """Hidden while nothing is shown.

    Signals:
        revised: carries the entry's id, its new fact, and further facts to add as a tuple.
        change_wanted: all of it is to be changed; carries the entry.
        back_wanted: it is to be taken back; carries the entry.
        help_wanted: see who can help.
        copied: its address was copied.
    """

    revised = Signal(object, object, object)
    change_wanted = Signal(object)
    back_wanted = Signal(object)
    help_wanted = Signal()
    copied = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(context, padding_px=32, parent=parent)
        words = context.words
        self._context = context
        self.entry: Entry[Place] | Entry[ReportMade] | None = None
        self._clipboard = ShortCopy(self)
        self.overline = Label("", "overline", parent=self)
        self.what = Verbatim(context, "", "h2", parent=self)
        self.where = QWidget(self)
        self.address = Verbatim(context, "", "mono", parent=self.where)
        self.about = Verbatim(context, "", "hint", parent=self)
        self.day = DayPicker(context, label="", parent=self)
        self.buttons = {
            name: Button(context, words(f"watch.page.{name}"), role, parent=self)
            for name, role in (PLACE | REPORT).items()
        }
        self.buttons["copy"] = Button(context, words("watch.page.copy"), "quiet", icon="copy", parent=self)
        for name in ("change", "back"):
            self.buttons[name] = Button(context, words(f"watch.page.{name}"), "quiet", parent=self)
        self.finding = FoundPanel(context, parent=self)
        self.asking = AskPanel(context, parent=self)
        self.answering = AnswerPanel(context, parent=self)
        self.takedown = TakedownPanel(context, parent=self)
        for name in ("overline", "what", "address", "about", "day", "finding", "asking", "answering"):
            getattr(self, name).setObjectName(name)
        self.takedown.setObjectName("takedown")
        self._lay_out()
        self._connect()
        self.hide()

    def show_entry(
        self, entry: Entry[Place] | Entry[ReportMade], facts: CaseFacts, *, overline: str = ""
    ) -> None:
        """Show one place or report as it is kept."""
        is_another = self.entry is None or self.entry.id != entry.id
        self.entry = entry
        fact = entry.fact
        is_place = isinstance(fact, Place)
        self.overline.set_words(overline or kind_of(self._context, fact))
        self.what.set_words(name_of(fact))
        self._show_address(fact)
        said = standing(self._context, fact, has_reference=False)
        self.about.set_words(f"{kind_of(self._context, fact)} · {said}" if overline else said)
        self.about.setVisible(bool(self.about.words))
        key = "watch.page.next" if is_place else "watch.page.next.report"
        self.day.label.set_words(self._context.words(key))
        if is_another:
            self._fold(fact)
        for name in (*PLACE, *REPORT):
            self.buttons[name].setVisible((name in PLACE) == is_place)
        is_link = isinstance(fact, Place) and fact.kind is PlaceKind.LINK
        words_only = is_words_only(facts)
        self.finding.set_words_only(words_only)
        self.buttons["ask"].setVisible(is_place and not (is_link and words_only))  # nobody is to see it
        self.buttons["gone"].setVisible(is_link)
        self.takedown.setVisible(is_link)
        if isinstance(fact, Place) and is_link:
            self.takedown.show_place(fact, facts, entry.id)
        self.show()

    def _fold(self, fact: Place | ReportMade) -> None:
        """Close what was unfolded for another one, and offer the usual next day."""
        self.day.set_day(in_a_week(today(self._context)))
        self._unfold(None)
        self.asking.who.set_text((fact.looker or "") if isinstance(fact, Place) else "")

    def _show_address(self, fact: Place | ReportMade) -> None:
        """Show the address or the reference as words that can be copied: nothing is opened."""
        text = (fact.url or fact.email) if isinstance(fact, Place) else fact.reference
        is_told_apart = bool(text) and (not isinstance(fact, Place) or text != fact.name)
        self.address.set_words(shown_address(text or ""))
        self.address.setVisible(is_told_apart)
        self.where.setVisible(bool(text))
        self.buttons["copy"].setVisible(bool(text))

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        self.address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        acts, more = QWidget(self), QWidget(self)
        line = QHBoxLayout(self.where)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.address, 1)
        line.addWidget(self.buttons["copy"])
        self.buttons["copy"].setObjectName("copy")
        for held, names in ((acts, (*PLACE, *REPORT)), (more, ("change", "back"))):
            flow = Flow(held, gap_px=gap(12))
            for name in names:
                self.buttons[name].setObjectName(name)
                flow.addWidget(self.buttons[name])
        for part in (self.overline, self.what, self.where, self.about):
            self.body.addWidget(part)
        self.body.addSpacing(gap(4))
        self.body.addWidget(self.day)
        self.body.addSpacing(gap(8))
        for widget in (acts, self.finding, self.asking, self.answering, self.takedown, more):
            self.body.addWidget(widget)

    def _connect(self) -> None:
        acts = {
            "looked": self._on_looked, "gone": self._on_gone, "waiting": self._on_waiting,
            "closed": self._on_closed, "copy": self._on_copy,
            "found": lambda: self._unfold(self.finding), "ask": lambda: self._unfold(self.asking),
            "answered": lambda: self._unfold(self.answering),
            "change": lambda: self.change_wanted.emit(self.entry),
            "back": lambda: self.back_wanted.emit(self.entry),
        }  # fmt: skip
        for name, act in acts.items():
            self.buttons[name].clicked.connect(act)
        self.finding.kept.connect(self._on_found)
        self.asking.kept.connect(self._on_looker)
        self.answering.kept.connect(self._on_answer)
        self.takedown.marked.connect(self._on_takedown)
        self.takedown.help_wanted.connect(self.help_wanted)

    def _unfold(self, panel: Card | None) -> None:
        """Show one panel, or fold it again; the loudest button is then the one of the panel."""
        for other in (self.finding, self.asking, self.answering):
            other.setVisible(other is panel and other.isHidden())
        is_quiet = not (self.finding.isHidden() and self.answering.isHidden())
        for name in ("looked", "answered"):
            self.buttons[name].set_role("big_secondary" if is_quiet else "big")

    def _place(self) -> Place | None:
        """Return the place that is shown."""
        fact = self.entry.fact if self.entry else None
        return fact if isinstance(fact, Place) else None

    def _tell(self, fact: Place | ReportMade, *further: Place) -> None:
        """Have it kept."""
        if self.entry is not None:
            self.revised.emit(self.entry.id, fact, further)

    def _on_looked(self) -> None:
        place = self._place()
        if place is not None:
            self._tell(looked(place, self._now(), self.day.day, found=Answer.NO))

    def _on_found(self, url: str | None, note: str | None) -> None:
        """Note that something was there, and watch its address too."""
        place = self._place()
        if place is None:
            return
        at, soon = self._now(), self.day.day or in_a_week(today(self._context))
        is_new = url is not None and url != place.url
        further = [found_at(url, at, soon)] if url is not None and is_new else []
        self.finding.clear()
        self._unfold(None)
        self._tell(looked(place, at, soon, found=Answer.YES, note=note), *further)

    def _on_gone(self) -> None:
        place = self._place()
        if place is not None:
            self._tell(gone(place, self._now()))

    def _on_looker(self, who: str | None) -> None:
        place = self._place()
        if place is not None:
            self._unfold(None)
            self._tell(replace(place, looker=who))

    def _on_takedown(self, state: Takedown | None, asked_of: str | None) -> None:
        place = self._place()
        if place is not None:
            self._tell(takedown(place, state, self._now(), asked_of))

    def _on_waiting(self) -> None:
        """Nothing was answered: ask again on the next day."""
        self._on_answer(None)

    def _on_closed(self) -> None:
        report = self._report()
        if report is not None:
            self._tell(replace(report, next_check_on=None, is_closed=True))

    def _on_answer(self, answer: str | None) -> None:
        report = self._report()
        if report is not None:
            self._unfold(None)
            self._tell(answered(report, answer, self._now(), self.day.day))

    def _on_copy(self) -> None:
        """Put the address on the clipboard, letter for letter, for the person to open where they like."""
        fact = self.entry.fact if self.entry else None
        if fact is not None:
            text = (fact.url or fact.email) if isinstance(fact, Place) else fact.reference
            self._clipboard.copy(text or "")
            self.copied.emit()

    def _report(self) -> ReportMade | None:
        """Return the report that is shown."""
        fact = self.entry.fact if self.entry else None
        return None if fact is None or isinstance(fact, Place) else fact

    def _now(self) -> datetime:
        return self._context.clock.now().utc
