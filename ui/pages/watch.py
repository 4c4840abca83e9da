# SPDX-License-Identifier: MIT
"""Places to look at now and then, and reports made: what is due first, then all of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.guide.due import due, look_on
from app.guide.plan import DONE
from app.model import Account, CaseFacts, Entry, Place, PlaceKind, ReportKind, ReportMade
from ui.marking import mark
from ui.moments import short_day
from ui.noting import OF_STEP
from ui.override import override
from ui.watch_words import name_of, today
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.undo_bar import UndoBar
from ui.widgets.undo_line import UndoLine
from ui.widgets.verdict import Verdict
from ui.widgets.watch_card import WatchCard
from ui.widgets.watch_form import WatchForm
from ui.widgets.watch_row import WatchRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import Fact
    from app.vault import Vault


@dataclass(frozen=True, slots=True)
class _Known:
    """What the vault holds of this page."""

    facts: CaseFacts
    places: tuple[Entry[Place], ...]
    reports: tuple[Entry[ReportMade], ...]
    accounts: tuple[Entry[Account], ...]

    @property
    def entries(self) -> tuple[Entry[Place] | Entry[ReportMade], ...]:
        """Everything that is watched: by its day, what is done last."""
        both: tuple[Entry[Place] | Entry[ReportMade], ...] = (*self.places, *self.reports)
        days = {entry.id: look_on(entry.fact) for entry in both}
        return tuple(sorted(both, key=lambda entry: (days[entry.id] is None, str(days[entry.id]))))


class WatchPage(Page):
    """``open_with`` the id of a step asks for what that step wants to be noted."""

    title_key = "watch.page.title"

    _known: _Known | None
    _step: str | None
    _wanted: str | None
    _chosen: str | None

    @property
    def is_ready(self) -> bool:
        """Whether what the vault holds has been read."""
        return self._known is not None

    @override
    def open_with(self, detail: object) -> None:
        """Show what is due; or ask for what belongs to the step of this id."""
        self._wanted = detail if isinstance(detail, str) and detail in OF_STEP else None
        self._chosen = None
        self.taken.forget()
        self.changed.forget()
        self.kept.clear()
        self.scroll_area.verticalScrollBar().setValue(0)
        self.refresh()

    @override
    def refresh(self) -> None:
        """Ask the case what is watched."""
        if self.context.session.is_open:
            self.context.session.run(_read, owner=self, then=self._on_read)

    @override
    def _build(self) -> None:
        words = self.context.words
        self._known = None
        self._step = self._wanted = self._chosen = None
        self.lead = Label(words("watch.page.lead"), parent=self)
        self.kept = Verdict(self.context, parent=self)
        self.taken = UndoLine(self.context, parent=self)
        self.changed = UndoBar(self.context, parent=self)
        self.card = WatchCard(self.context, parent=self)
        self.calm = Card(self.context, kind="soft", parent=self)
        self.calm_words = Label("", "strong", parent=self.calm)
        self.calm_next = Label("", "small_ink", parent=self.calm)
        self.form = WatchForm(self.context, parent=self)
        self.heading = QWidget(self)
        self.list_title = Label(words("watch.page.list"), "h3", parent=self.heading)
        self.add = Button(self.context, words("watch.page.add"), icon="plus", parent=self.heading)
        self.list = RowList(self.context, parent=self)
        self.calm.hide()  # until it is read
        self.name_children()

    @override
    def _lay_out(self) -> None:
        for label in (self.calm_words, self.calm_next):
            self.calm.body.addWidget(label)
        head = QHBoxLayout(self.heading)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.list_title, 1)
        head.addWidget(self.add)
        said = (self.lead, self.kept, self.taken, self.changed)
        for block in (*said, self.form, self.card, self.calm, self.heading, self.list):
            self.content.addWidget(block)

    @override
    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self._begin(PlaceKind.ACCOUNT.value))
        self.form.kept.connect(self._on_kept)
        self.form.cancelled.connect(self._show)
        self.card.revised.connect(self._on_revised)
        self.card.change_wanted.connect(self._on_change_wanted)
        self.card.back_wanted.connect(lambda entry: self.taken.take_back(entry.id, name_of(entry.fact)))
        self.card.help_wanted.connect(lambda: self.moved_on.emit("help", None))
        self.taken.changed.connect(self.refresh)
        self.changed.taken_back.connect(self._on_taken_back)

    def _on_read(self, known: _Known) -> None:
        self._known = known
        self.form.offer(known.accounts)
        self.list.show_rows([partial(self._row, entry) for entry in known.entries])
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            kind, to = OF_STEP[wanted]
            self._begin(kind, to, step=wanted)
        self._show()

    def _show(self) -> None:
        """Show the chosen one, or what is due, or that nothing is; and all of it below."""
        known = self._known
        if known is None:
            return
        found = due(known.places, known.reports, today(self.context))
        chosen = next((entry for entry in known.entries if entry.id == self._chosen), None)
        is_asked = not self.form.isHidden()
        shown = chosen or (found[0].entry if found else None)
        if shown is not None:
            overline = "" if chosen else self.context.words("watch.page.due", n=len(found))
            self.card.show_entry(shown, known.facts, overline=overline)
        self.card.setVisible(shown is not None and not is_asked)
        self._show_calm(known, is_shown=shown is None and not is_asked)

    def _show_calm(self, known: _Known, *, is_shown: bool) -> None:
        """Say that nothing is due, and when the next is."""
        words = self.context.words
        days = [day for entry in known.entries if (day := look_on(entry.fact)) is not None]
        self.calm_words.set_words(words("watch.page.none" if known.entries else "watch.page.empty"))
        if days:
            first = short_day(min(days), self.context.settings.language)
            self.calm_next.set_words(words("watch.page.next_up", day=first))
        self.calm_next.setVisible(bool(days))
        self.calm.setVisible(is_shown)

    def _row(self, entry: Entry[Place] | Entry[ReportMade], *, is_last: bool, parent: QWidget) -> WatchRow:
        row = WatchRow(self.context, entry, is_last=is_last, parent=parent)
        row.opened.connect(self._on_opened)
        return row

    def _begin(self, kind: str, to: ReportKind | None = None, step: str | None = None) -> None:
        """Ask for something new."""
        self._step = step
        self.kept.clear()
        if self._known is not None:
            self.form.begin(self._known.facts, kind, to, is_fixed=step is not None)
            self.bring_up(self.form)
            self._show()

    def _on_opened(self, entry: Entry[Place] | Entry[ReportMade]) -> None:
        self._chosen = entry.id
        self.form.hide()
        self.kept.clear()
        self._show()
        self.bring_up(self.card)

    def _on_change_wanted(self, entry: Entry[Place] | Entry[ReportMade]) -> None:
        if self._known is not None:
            self._step = None
            self.form.change(entry, self._known.facts)
            self._show()
            self.bring_up(self.form)

    def _on_kept(self, entry_id: str | None, fact: Place | ReportMade) -> None:
        """Keep what the form says; the step that asked for it is done with it."""
        step, self._step = self._step, None
        at = self.context.clock.now().utc
        reference = fact.reference

        def job(vault: Vault) -> None:
            _put(vault, entry_id, fact)
            if step is not None:
                mark(vault, step, DONE, at, reference)

        key = "watch.page.kept.step" if step else "watch.page.kept.note"
        self.form.taken_up()
        self._run(job, key)

    def _on_revised(self, entry_id: str, fact: Place | ReportMade, further: tuple[Place, ...]) -> None:
        """Keep what was said of the one that is shown; it stays unless it was looked at."""
        shown = self.card.entry.fact if self.card.entry else None
        is_looked_at = not (
            isinstance(fact, Place) and isinstance(shown, Place) and fact.looks == shown.looks
        )

        added: list[str] = []

        def job(vault: Vault) -> None:
            _put(vault, entry_id, fact)
            added.extend(vault.add(each).id for each in further)

        def back(vault: Vault) -> None:
            for each in added:
                vault.withdraw(each)
            if shown is not None:
                vault.revise(entry_id, shown)

        if shown is not None:
            self.changed.offer(self.context.words("watch.page.changed", name=name_of(shown)), back)

        is_gone = isinstance(fact, Place) and fact.is_closed and fact.down_at is not None
        key = "watch.page.gone.note" if is_gone else "watch.page.kept.note"
        self._run(job, key, chosen=None if is_looked_at else entry_id)

    def _on_taken_back(self) -> None:
        self.kept.clear()
        self.refresh()

    def _run(self, job: Callable[[Vault], None], note_key: str, *, chosen: str | None = None) -> None:
        """Have it done, say so, and show what comes next, or what stays."""

        def done(_nothing: object) -> None:
            self._chosen = chosen
            words = self.context.words
            self.kept.say("good", words("watch.page.kept"), words(note_key))
            self.context.session.case_changed.emit()
            self.refresh()

        self.context.session.run(job, owner=self, then=done)


def _read(vault: Vault) -> _Known:
    """Read what the page shows."""
    return _Known(vault.case().fact, vault.entries(Place), vault.entries(ReportMade), vault.entries(Account))


def _put(vault: Vault, entry_id: str | None, fact: Fact) -> None:
    """Keep a fact as a new entry, or as the newest revision of one."""
    if entry_id is None:
        vault.add(fact)
    else:
        vault.revise(entry_id, fact)
