# SPDX-License-Identifier: MIT
"""What they want and threaten, word for word; the live call; what they hold."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model import EntryId
from ui.known_by import name_of
from ui.legible import legible
from ui.override import override
from ui.said_read import Known, read_said
from ui.said_words import call_title
from ui.widgets.button import Button
from ui.widgets.call_form import CallForm
from ui.widgets.call_row import CallRow
from ui.widgets.card import Card
from ui.widgets.held_card import HeldCard
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.rows import Columns, Flow, column_of
from ui.widgets.said_form import SaidForm
from ui.widgets.said_row import SaidRow, Shown
from ui.widgets.undo_line import UndoLine
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from app.model import Call, CaseFacts, Demand, Entry
    from app.vault import Vault

NAMED = 60  # characters of their words that say what was taken back


class SaidPage(Page):
    """Lists with a form each; what is typed is kept as a draft until it is taken up."""

    title_key = "said.page.title"

    _known: Known | None

    @property
    def is_ready(self) -> bool:
        """Whether what the vault holds has been read."""
        return self._known is not None

    @override
    def open_with(self, detail: object) -> None:
        """Show what is noted."""
        self.kept.clear()
        self.taken.forget()
        super().open_with(detail)

    @override
    def refresh(self) -> None:
        """Ask the case what is noted."""
        if self.context.session.is_open:
            self.context.session.run(read_said, owner=self, then=self._on_read)

    @override
    def _build(self) -> None:
        words = self.context.words
        self._known = None
        self.lead = Label(words("said.page.lead"), parent=self)
        self.kept = Verdict(self.context, parent=self)
        self.taken = UndoLine(self.context, parent=self)
        self.words_title = Label(words("said.page.words"), "h3", parent=self)
        self.add = Button(self.context, words("said.page.add"), "primary", icon="plus", parent=self)
        self.form = SaidForm(self.context, parent=self)
        self.list = RowList(self.context, parent=self)
        self.empty = Card(self.context, kind="quiet", parent=self)
        self.empty.body.addWidget(Label(words("said.page.empty"), parent=self.empty))
        self.call_title = Label(words("said.call.title"), "h3", parent=self)
        self.call_lead = Label(words("said.call.lead"), "hint", parent=self)
        self.add_call = Button(self.context, words("said.call.add"), icon="plus", parent=self)
        self.calls = RowList(self.context, parent=self)
        self.call_form = CallForm(self.context, parent=self)
        self.held = HeldCard(self.context, parent=self)
        self.posted = Card(self.context, words("said.posted.title"), padding_px=24, parent=self)
        self.posted_lead = Label(words("said.posted.lead"), "hint", parent=self.posted)
        self.watch = Button(self.context, words("said.posted.watch"), icon="watch", parent=self.posted)
        self.people = Button(self.context, words("said.posted.people"), icon="people", parent=self.posted)
        self.empty.hide()  # until it is read
        self.name_children()

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        links = QWidget(self.posted)
        flow = Flow(links, gap_px=gap(12))
        for button in (self.watch, self.people):
            flow.addWidget(button)
        for part in (self.posted_lead, links):
            self.posted.body.addWidget(part)
        head = self._head(self.words_title, self.add)
        for part in (self.lead, self.kept, self.taken, head, self.form, self.empty, self.list):
            self.content.addWidget(part)
        call_head = self._head(self.call_title, self.add_call)
        call = column_of((call_head, self.call_lead, self.call_form, self.calls), gap(12), self)
        self.columns = Columns(self.context, parent=self)
        self.columns.add(call, top=True)
        self.columns.add(column_of((self.held, self.posted), gap(20), self), top=True)
        self.content.addWidget(self.columns)

    def _head(self, title: Label, button: Button) -> QWidget:
        """Return a heading with the button that adds to what stands below."""
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(title, 1)
        row.addWidget(button)
        return head

    @override
    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.add_call.clicked.connect(self._on_add_call)
        self.form.kept.connect(self._on_words_kept)
        self.call_form.kept.connect(self._on_call_kept)
        for form in (self.form, self.call_form):
            form.cancelled.connect(self._show)
        self.held.keep_wanted.connect(self._on_held)
        self.taken.changed.connect(self.refresh)
        self.watch.clicked.connect(lambda: self.moved_on.emit("watch", None))
        self.people.clicked.connect(lambda: self.moved_on.emit("people", None))

    def _on_read(self, known: Known) -> None:
        self._known = known
        self.form.offer(known.exhibits, known.accounts, known.contacts)
        self.call_form.offer(known.accounts)
        self.held.load(known.facts)
        self._list(known)
        self._show()

    def _show(self) -> None:
        """Show the buttons that fit what is being typed."""
        is_asked = not self.form.isHidden()
        self.add.setVisible(not is_asked)
        self.add.set_role("primary" if self.call_form.isHidden() else "secondary")  # one main button
        self.add_call.setVisible(self.call_form.isHidden())
        is_empty = self._known is not None and not self._known.demands
        self.empty.setVisible(is_empty and not is_asked)

    def _list(self, known: Known) -> None:
        """Show what is noted."""
        names = {each.id: legible(name_of(self.context.catalogue, each.fact)) for each in known.accounts}
        people = {each.id: each.fact.name for each in known.contacts}
        self.list.show_rows(
            [partial(self._row, each, self._shown(known, each, names, people)) for each in known.demands]
        )
        self.calls.show_rows(
            [
                partial(self._call_row, each, names.get(each.fact.account or EntryId(""), ""))
                for each in known.calls
            ]
        )

    def _row(self, entry: Entry[Demand], shown: Shown, *, is_last: bool, parent: QWidget) -> SaidRow:
        row = SaidRow(self.context, entry, shown, is_last=is_last, parent=parent)
        row.change_wanted.connect(self._on_change)
        row.back_wanted.connect(self._on_back)
        return row

    def _call_row(self, entry: Entry[Call], name: str, *, is_last: bool, parent: QWidget) -> CallRow:
        row = CallRow(self.context, entry, name, is_last=is_last, parent=parent)
        row.change_wanted.connect(self._on_change_call)
        row.back_wanted.connect(
            lambda entry: self.taken.take_back(entry.id, call_title(self.context, entry.fact))
        )
        return row

    def _shown(
        self, known: Known, entry: Entry[Demand], names: dict[EntryId, str], people: dict[EntryId, str]
    ) -> Shown:
        """Return what stands beside their words."""
        demand = entry.fact
        return Shown(
            names.get(demand.account, "") if demand.account else "",
            known.refs.get(demand.exhibit, "") if demand.exhibit else "",
            known.parts.get(entry.id),
            tuple(people[each] for each in demand.contacts if each in people),
        )

    def _on_add(self) -> None:
        self.kept.clear()
        self.form.begin()
        self._show()
        self.scroll_area.ensureWidgetVisible(self.form.kind)

    def _on_add_call(self) -> None:
        self.kept.clear()
        self.call_form.begin()
        self._show()

    def _on_change(self, entry: Entry[Demand]) -> None:
        self.kept.clear()
        self.form.change(entry)
        self._show()
        self.bring_up(self.form)

    def _on_change_call(self, entry: Entry[Call]) -> None:
        self.call_form.change(entry)
        self._show()

    def _on_back(self, entry: Entry[Demand]) -> None:
        what = self.context.words("said.row.quote", words=legible(entry.fact.words[:NAMED]))
        self.taken.take_back(entry.id, what)
        self.bring_up(self.taken)

    def _on_words_kept(self, entry_id: EntryId | None, demand: Demand) -> None:
        self.form.clear()
        self.form.hide()
        self._keep(entry_id, demand)

    def _on_call_kept(self, entry_id: EntryId | None, call: Call) -> None:
        self.call_form.clear()
        self.call_form.hide()
        self._keep(entry_id, call)

    def _keep(self, entry_id: EntryId | None, fact: Demand | Call) -> None:
        """Keep a fact as a new entry, or as the newest revision of one."""

        def job(vault: Vault) -> None:
            if entry_id is None:
                vault.add(fact)
            else:
                vault.revise(entry_id, fact)

        self.context.session.run(job, owner=self, then=self._on_kept)

    def _on_kept(self, _nothing: object) -> None:
        words = self.context.words
        self.kept.say("good", words("said.page.kept"), words("said.page.kept.note"))
        self.context.session.case_changed.emit()
        self.refresh()
        self.bring_up(self.kept)

    def _on_held(self) -> None:
        """Keep the ticks; what else of the case was changed meanwhile stays."""
        ticks = self.held.ticks

        def job(vault: Vault) -> CaseFacts:
            return vault.revise_case(ticks.over(vault.case().fact)).fact

        def done(facts: CaseFacts) -> None:
            self.held.taken_up(facts)
            self.context.session.case_changed.emit()
            self.refresh()

        self.context.session.run(job, owner=self, then=done)
