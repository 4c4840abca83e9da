# SPDX-License-Identifier: MIT
"""The home: the next step ten times louder than the rest, what comes after, what is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.guide.due import due
from app.guide.guides import Page as GuidePage
from app.guide.plan import DONE, LATER, OPEN, Plan, plan
from app.model import Account, Payment, Place, ReportMade, StepState
from ui.capture.resuming import ResumingCard
from ui.capture.setting import Subject
from ui.marking import mark
from ui.override import override
from ui.watch_words import today
from ui.widgets.card import Card
from ui.widgets.due_card import DueCard
from ui.widgets.label import Label
from ui.widgets.more_links import MoreLinks
from ui.widgets.page import Page
from ui.widgets.progress import Bar
from ui.widgets.reference_card import ReferenceCard
from ui.widgets.rows import Columns
from ui.widgets.status_row import StatusRow
from ui.widgets.step_card import StepCard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.guide.due import Due
    from app.guide.plan import Step
    from app.vault import Vault

BESIDE = (588, 372)  # widths of the two lists. Source: mock/04-steps


class StepsPage(Page):
    """``moved_on`` to the page of a step.

    Signals:
        planned: the plan is known; carries the Plan.
    """

    title_key: ClassVar[str] = "steps.page.title"

    planned = Signal(object)

    @override
    def _build(self) -> None:
        words = self.context.words
        self.plan: Plan | None = None
        self._chosen: str | None = None
        self._platform: str | None = None
        self.bar = Bar(self.context, width_px=200, parent=self)
        self.count = Label("", "strong", wraps=False, parent=self)
        self.saved = Label(words("steps.page.saved"), "small", parent=self)
        self.resuming = ResumingCard(self.context, parent=self)
        self.next = StepCard(self.context, parent=self)
        self.reference = ReferenceCard(self.context, parent=self)
        self.due = DueCard(self.context, parent=self)
        self.more = MoreLinks(self.context, parent=self)
        self.all_done = Card(self.context, kind="soft", padding_px=32, parent=self)
        self.all_done.body.addWidget(Label(words("steps.page.all_done"), "lead", parent=self.all_done))
        self.all_done.hide()
        self.after = Card(self.context, words("steps.page.after"), padding_px=24, parent=self)
        self.done = Card(self.context, words("steps.page.done.title"), padding_px=24, parent=self)
        self.after_rows = _rows(self.after)
        self.done_rows = _rows(self.done)
        for part in (self.next, self.after, self.done):
            part.hide()  # until the plan is read: an empty button could be pressed, and everything would jump
        self.name_children()

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        top = QHBoxLayout()
        top.setSpacing(gap(14))
        top.addWidget(self.bar)
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.saved)
        self.saved.setSizePolicy(self.count.sizePolicy())
        self.saved.setWordWrap(False)
        head = QVBoxLayout()
        head.addLayout(top)
        self.lists = Columns(self.context, parent=self)
        self.lists.add(self.after, BESIDE[0])
        self.lists.add(self.done, BESIDE[1])
        self.content.setSpacing(gap(16))
        self.content.addLayout(head)
        for widget in (self.reference, self.next, self.all_done, self.resuming, self.due):
            self.content.addWidget(widget)
        self.content.addSpacing(gap(4))
        self.content.addWidget(self.lists)
        self.content.addWidget(self.more)

    @override
    def _connect(self) -> None:
        self.resuming.go_on_asked.connect(partial(self.moved_on.emit, "capture"))
        self.next.pressed.connect(self._on_pressed)
        self.next.second_pressed.connect(self._on_second)
        self.next.put_off.connect(lambda: self._mark(LATER))
        self.next.ticked.connect(lambda: self._mark(DONE))
        self.next.taken_back.connect(lambda: self._mark(OPEN))
        self.reference.note_wanted.connect(partial(self.moved_on.emit, "watch"))
        self.due.opened.connect(lambda: self.moved_on.emit("watch", None))
        self.more.page_asked.connect(lambda page: self.moved_on.emit(page, None))
        self.context.session.case_changed.connect(self.refresh)
        self.context.session.exhibit_added.connect(self.refresh)

    @override
    def set_narrow(self, narrow: bool) -> None:
        """The line about saving is the first to give way."""
        super().set_narrow(narrow)
        self.saved.setVisible(not narrow)

    @override
    def open_with(self, detail: object) -> None:
        """Show the step of this id, or the next one."""
        self._chosen = detail if isinstance(detail, str) else None
        self.reference.hide()
        self.scroll_area.verticalScrollBar().setValue(0)  # where that step is shown
        self.refresh()

    @override
    def refresh(self) -> None:
        """Ask the case for the plan."""
        self.resuming.refresh()
        if self.context.session.is_open:
            guides, day = self.context.guides, today(self.context)

            def job(vault: Vault) -> tuple[Plan, str | None, tuple[Due, ...]]:
                accounts = [entry.fact for entry in vault.entries(Account)]
                payments = [entry.fact for entry in vault.entries(Payment)]
                states = [entry.fact for entry in vault.entries(StepState)]
                found = plan(guides, vault.case().fact, payments, accounts, states)
                waiting = due(vault.entries(Place), vault.entries(ReportMade), day)
                return found, platform_of(accounts), waiting

            self.context.session.run(job, owner=self, then=self._on_planned)

    def _on_planned(self, answer: tuple[Plan, str | None, tuple[Due, ...]]) -> None:
        found, self._platform, waiting = answer
        self.due.show_due(waiting)
        self.show_plan(found)

    def show_plan(self, found: Plan) -> None:
        """Show a plan."""
        self.plan = found
        shown = self._shown(found)
        share = len(found.done) / found.total if found.total else 1.0
        self.bar.set_share(share)
        self.count.set_words(self.context.words("steps.page.done", n=len(found.done), all=found.total))
        self.next.setVisible(shown is not None)
        self.all_done.setVisible(shown is None)
        if shown is not None:
            self.next.show_step(shown, found.total, is_next=shown is found.next)
        after = [step for step in (found.next, *found.after) if step is not None and step is not shown]
        self._fill(self.after_rows, after)
        self._fill(self.done_rows, found.done)
        self.after.setVisible(bool(after))
        self.done.setVisible(bool(found.done))
        self.planned.emit(found)

    def _shown(self, found: Plan) -> Step | None:
        """Return the step that was chosen, or the next one, or the first that was put off."""
        for step in found.steps:
            if step.guide.id == self._chosen:
                return step
        return found.next or next(iter(found.after), None)

    def _fill(self, column: QVBoxLayout, steps: tuple[Step, ...] | list[Step]) -> None:
        while (item := column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, step in enumerate(steps):
            column.addWidget(self._row(step, is_last=place == len(steps) - 1))

    def _row(self, step: Step, *, is_last: bool) -> StatusRow:
        is_done = self.plan is not None and step in self.plan.done
        note = "" if is_done else self.context.words("steps.page.min", n=step.guide.minutes)
        row = StatusRow(self.context, step.guide.title, is_done=is_done, note=note, is_last=is_last)
        row.setObjectName(f"step_{step.guide.id}")
        row.chosen.connect(lambda: self.open_with(step.guide.id))
        return row

    def _on_pressed(self) -> None:
        """Go to the page of the step; a step without a page is done by its own button."""
        step = self.next.step
        if step is None:
            return
        if step.guide.page:
            self.moved_on.emit(str(step.guide.page), self._detail_for(step))
        else:
            self._mark(DONE)

    def _detail_for(self, step: Step) -> object:
        """Return what the page of a step is opened with."""
        if step.guide.page is GuidePage.CAPTURE:
            return Subject(self._platform)
        return step.guide.id if step.guide.page is GuidePage.WATCH else None

    def _on_second(self) -> None:
        step = self.next.step
        if step is not None and step.guide.second_page:
            self.moved_on.emit(str(step.guide.second_page), None)

    def _mark(self, state: str) -> None:
        """Record what was said about the step, by whom and when."""
        step = self.next.step
        if step is None:
            return
        at, step_id = self.context.clock.now().utc, step.guide.id
        self._chosen = None
        self.reference.ask_after(step_id if state == DONE else "")
        self.context.session.run(
            lambda vault: mark(vault, step_id, state, at), owner=self, then=self._on_marked
        )

    def _on_marked(self, _nothing: object) -> None:
        self.context.session.case_changed.emit()
        self.scroll_area.verticalScrollBar().setValue(0)


def platform_of(accounts: Iterable[Account]) -> str | None:
    """Return the platform of the other side, if only one is known: that of the pictures the steps ask for."""
    theirs = {account.platform for account in accounts if not account.is_own}
    return theirs.pop() if len(theirs) == 1 else None


def _rows(card: Card) -> QVBoxLayout:
    """Return the column for the rows of a list."""
    column = QVBoxLayout()
    column.setSpacing(0)
    card.body.addLayout(column)
    return column
