# SPDX-License-Identifier: MIT
"""The home: the next step ten times louder than the rest, what comes after, what is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.guide.answered import taken_back
from app.guide.expected import Expected
from app.guide.guides import Page as GuidePage
from app.guide.plan import DONE, FIVE, LATER, OPEN
from app.paths import resources
from ui import steps_known
from ui.answers import Changed
from ui.capture.resuming import ResumingCard
from ui.capture.setting import Subject
from ui.marking import mark
from ui.override import override
from ui.step_words import step_words
from ui.steps_known import StepsKnown, read_steps
from ui.watch_words import today
from ui.way_in import FAST
from ui.widgets.ask_card import AskCard
from ui.widgets.card import Card
from ui.widgets.due_card import DueCard
from ui.widgets.expected_card import ExpectedCard
from ui.widgets.label import Label
from ui.widgets.more_links import MoreLinks
from ui.widgets.page import Page
from ui.widgets.progress import Bar
from ui.widgets.reference_card import ReferenceCard
from ui.widgets.rows import Columns
from ui.widgets.short_form import ShortForm
from ui.widgets.step_card import StepCard
from ui.widgets.step_list import StepList
from ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from datetime import datetime

    from app.guide.plan import Plan, Step
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
        self.known: StepsKnown | None = None
        self._chosen: str | None = None
        self.bar = Bar(self.context, width_px=200, parent=self)
        self.count = Label("", "strong", wraps=False, parent=self)
        self.saved = Label(words("steps.page.saved"), "small", parent=self)
        self.changed = UndoBar(self.context, parent=self)
        self.milestone = Card(self.context, kind="good", padding_px=16, parent=self)
        self.milestone_words = Label("", "lead", parent=self.milestone)
        self.ask = AskCard(self.context, parent=self)
        self.short = ShortForm(self.context, parent=self)
        self.next = StepCard(self.context, parent=self)
        self.resuming = ResumingCard(self.context, parent=self)
        self.reference = ReferenceCard(self.context, parent=self)
        self.due = DueCard(self.context, parent=self)
        said = Expected.load(resources() / "expected.toml", self.context.words.translator)
        self.expected = ExpectedCard(self.context, said, parent=self)
        self.links = MoreLinks(self.context, parent=self)
        self.all_done = Card(self.context, kind="soft", padding_px=32, parent=self)
        self.all_done.body.addWidget(Label(words("steps.page.all_done"), "lead", parent=self.all_done))
        self.after = StepList(self.context, words("steps.page.after"), parent=self)
        self.done = StepList(self.context, words("steps.page.done.title"), parent=self)
        self.milestone.body.addWidget(self.milestone_words)
        for part in (self.next, self.after, self.done, self.all_done, self.milestone):
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
        above = (self.changed, self.reference, self.milestone, self.ask, self.short, self.next)
        for card in (*above, self.all_done, self.resuming, self.due):
            self.content.addWidget(card)
        self.content.addSpacing(gap(4))
        for part in (self.lists, self.expected, self.links):
            self.content.addWidget(part)

    @override
    def _connect(self) -> None:
        self.resuming.go_on_asked.connect(partial(self.moved_on.emit, "capture"))
        self.next.pressed.connect(self._on_pressed)
        self.next.second_pressed.connect(self._on_second)
        self.next.put_off.connect(lambda: self._mark(LATER))
        self.next.ticked.connect(lambda: self._mark(DONE))
        self.next.taken_back.connect(lambda: self._mark(OPEN))
        self.next.app_asked.connect(partial(self.moved_on.emit, "more", None))
        self.short.picture_wanted.connect(self._take)
        self.short.left.connect(lambda: self._remember(steps_known.SHORT, ""))
        self.ask.answered.connect(partial(self.moved_on.emit, "more", None))
        self.ask.put_off.connect(lambda: self._remember(steps_known.ASKED, steps_known.LATER))
        self.after.chosen.connect(self.open_with)
        self.done.chosen.connect(self.open_with)
        self.reference.note_wanted.connect(partial(self.moved_on.emit, "watch"))
        self.due.opened.connect(lambda: self.moved_on.emit("watch", None))
        self.links.page_asked.connect(lambda page: self.moved_on.emit(page, None))
        self.links.fast_asked.connect(lambda: self._remember(steps_known.SHORT, steps_known.ON))
        self.context.session.case_changed.connect(self.refresh)
        self.context.session.exhibit_added.connect(self.refresh)

    @override
    def set_narrow(self, narrow: bool) -> None:
        """The line about saving is the first to give way."""
        super().set_narrow(narrow)
        self.saved.setVisible(not narrow)

    @override
    def open_with(self, detail: object) -> None:
        """Show the step of this id, or the next one; or begin at once with the five pictures."""
        self._chosen = detail if isinstance(detail, str) and detail != FAST else None
        self.reference.hide()
        self.changed.forget()
        self.scroll_area.verticalScrollBar().setValue(0)  # where that step is shown
        if isinstance(detail, Changed):
            self._offer_answers_back(detail)
        if detail == FAST:
            self._remember(steps_known.SHORT, steps_known.ON)
            self.moved_on.emit("capture", Subject(step=self.context.guides.first_of(FIVE).id))
            return
        self.refresh()

    @override
    def refresh(self) -> None:
        """Ask the case for the plan."""
        self.resuming.refresh()
        if self.context.session.is_open:
            guides, day = self.context.guides, today(self.context)
            self.context.session.run(
                lambda vault: read_steps(vault, guides, day), owner=self, then=self.show_known
            )

    @property
    def plan(self) -> Plan | None:
        """The plan, once it is read."""
        return None if self.known is None else self.known.plan

    def show_known(self, known: StepsKnown) -> None:
        """Show all that was read."""
        self.known = known
        found, shown = known.plan, self._shown(known)
        self.bar.set_share(len(found.done) / found.total if found.total else 1.0)
        self.count.set_words(self.context.words("steps.page.done", n=len(found.done), all=found.total))
        self._show_step(known, shown)
        self._show_beside(known)
        after = [step for step in (found.next, *found.after) if step is not None and step is not shown]
        self.after.show_steps(after, is_done=False)
        self.done.show_steps(found.done, is_done=True)
        self.planned.emit(found)

    def _show_step(self, known: StepsKnown, shown: Step | None) -> None:
        """Show the step that was chosen, the next one, or the five alone."""
        is_short = known.is_short and self._chosen is None
        if is_short:
            self.short.show_five(known.plan, known.plan.group(FIVE))
        elif shown is not None:
            about = step_words(self.context, known, shown)
            self.next.show_step(shown, known.plan.total, is_next=shown is known.plan.next, about=about)
        self.short.setVisible(is_short)
        self.next.setVisible(shown is not None and not is_short)
        self.all_done.setVisible(shown is None and not is_short)

    def _show_beside(self, known: StepsKnown) -> None:
        """Show what stands beside the steps; while the five are taken only what they need."""
        is_short, milestone = known.is_short, known.plan.milestone
        self.milestone_words.set_words(milestone or "")
        self.milestone.setVisible(milestone is not None and not is_short)
        self.ask.setVisible(known.is_to_ask and not is_short)
        self.due.show_due(() if is_short else known.due)
        self.expected.setVisible(self.expected.has_any and not is_short)
        self.links.show_for(known)

    def _shown(self, known: StepsKnown) -> Step | None:
        """Return the step that was chosen, or the next one, or the first that was put off."""
        for step in known.plan.steps:
            if step.guide.id == self._chosen:
                return step
        return known.plan.next or next(iter(known.plan.after), None)

    def _on_pressed(self) -> None:
        """Go to the page of the step; a step without a page is done by its own button."""
        step = self.next.step
        if step is None:
            return
        if step.guide.page is GuidePage.CAPTURE:
            self._take(step)
        elif step.guide.page:
            detail = step.guide.id if step.guide.page is GuidePage.WATCH else None
            self.moved_on.emit(str(step.guide.page), detail)
        else:
            self._mark(DONE)

    def _take(self, step: Step) -> None:
        """Go for the picture of a step; it is marked once the picture is there."""
        platform = self.known.theirs if self.known else None
        self.moved_on.emit("capture", Subject(platform, step=step.guide.id))

    def _on_second(self) -> None:
        step = self.next.step
        if step is not None and step.guide.second_page:
            self.moved_on.emit(str(step.guide.second_page), None)

    def _mark(self, state: str) -> None:
        """Record what was said about the step, by whom and when; and offer it back."""
        step = self.next.step
        if step is None:
            return
        self._chosen = None
        self.reference.ask_after(step.guide.id if state == DONE else "")
        before = step.state.state if step.state else OPEN
        detail = step.state.detail if step.state else None
        said = self.context.words(f"steps.page.mark.{state}", title=step.guide.title)
        now = self.context.clock.now().utc
        self.changed.offer(
            said, partial(_mark_again, step=step.guide.id, state=before, at=now, detail=detail)
        )
        self._run(lambda vault: mark(vault, step.guide.id, state, now, detail))

    def _offer_answers_back(self, changed: Changed) -> None:
        """Say that the answers are kept, and offer those from before."""
        self.changed.offer(
            self.context.words("steps.page.answers.kept"),
            lambda vault: vault.revise_case(taken_back(vault.case().fact, changed.before)),
        )

    def _remember(self, key: str, value: str) -> None:
        """Remember something of the page itself, in the vault and without a word in the log."""
        self._run(lambda vault: vault.save_draft(key, value) if value else vault.clear_draft(key))

    def _run(self, act: object) -> None:
        self.context.session.run(act, owner=self, then=self._on_marked)  # type: ignore[arg-type]

    def _on_marked(self, _nothing: object) -> None:
        self.context.session.case_changed.emit()
        self.scroll_area.verticalScrollBar().setValue(0)


def _mark_again(vault: Vault, *, step: str, state: str, at: datetime, detail: str | None) -> None:
    """The step is marked as it was before."""
    mark(vault, step, state, at, detail)
