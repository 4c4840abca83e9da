# SPDX-License-Identifier: MIT
"""Look at what was caught: it is stored already; three short questions say whether one more would help."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model import Answer, Exhibit, ExhibitFacts, Sensitivity
from ui.glancing import read_at_a_glance
from ui.legible import legible
from ui.moments import long_day, second, taken_at
from ui.shown import shown_image
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, rule
from ui.widgets.covered_picture import CoveredPicture
from ui.widgets.label import Label
from ui.widgets.notice_panel import NoticePanel
from ui.widgets.page import Page
from ui.widgets.rows import Columns
from ui.widgets.seen_row import SeenRow
from ui.widgets.zoom_row import ZoomRow

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from app.model import ExhibitId

# question, field of ExhibitFacts, advice when it is not to be seen
QUESTIONS = (
    ("look.q1", "can_see_time", "look.checks.no_time"),
    ("look.q2", "can_see_name", "look.checks.no_name"),
    ("look.q3", "can_see_before", "look.checks.no_before"),
)
WRONG = ("look.checks.black", "look.checks.blank", "look.checks.own", "look.checks.cut")
RIGHT_PX = 348


class ReviewPage(Page):
    """Shows the exhibit that was just stored.

    Signals:
        kept: the person goes on.
        more_wanted: one more picture is wanted.
        exhibit_revised: carries the Exhibit as it is now.
    """

    title_key = "look.title"
    is_bare = True

    kept = Signal()
    more_wanted = Signal()
    exhibit_revised = Signal(object)

    def _build(self) -> None:
        context, words = self.context, self.context.words
        self._exhibit: Exhibit | None = None
        self._facts = ExhibitFacts()
        self.saved = Banner(context, icon="check", kind="good", role="strong", parent=self)
        self.noticed = NoticePanel(context, self)
        self.picture = CoveredPicture(context, self)
        self.later = self.picture.add_button(words("look.later"), "later")
        self.zoom = ZoomRow(context, self.picture.view, self)
        self.wrong = Button(context, words("look.wrong"), "quiet", parent=self)
        self.wrong.setCheckable(True)
        self.ask = Card(context, words("look.ask"), padding_px=24, title_role="h2", parent=self)
        self.rows = {
            field: SeenRow(context, words(question), words(advice), self.ask)
            for question, field, advice in QUESTIONS
        }
        self.all_there = Label(words("look.ok"), "strong", parent=self.ask)
        self.wrong_panel = Banner(context, "\n".join(map(words, WRONG)), parent=self)
        self.body_question = Label(words("look.body"), "strong", parent=self.ask)
        self.body_button = Button(context, words("look.body.yes"), icon="cover", parent=self.ask)
        self.body_note = Label(words("look.body.note"), "small", parent=self.ask)
        self.more = Button(context, words("look.more"), "big_secondary", icon="camera", parent=self)
        self.keep = Button(context, words("look.keep"), "big", parent=self)
        self.outside = Button(context, words("anchor.offer"), "quiet", icon="timer", parent=self)
        self.outside_why = Label(words("anchor.offer.why"), "small", parent=self)
        self.both = Label(words("look.both"), "small", centred=True, parent=self)
        self.columns = Columns(context, parent=self)
        for field, row in self.rows.items():
            row.setObjectName(field)
        self.name_children()

    def _lay_out(self) -> None:
        self.brand.hide()
        self.title_row.insertWidget(0, self.title, 1)
        self.title_row.setStretch(self.title_row.count() - 1, 0)  # the whole row is the title's
        self.title.show()
        self._lay_out_ask()
        below = QWidget(self)
        under = QHBoxLayout(below)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.zoom, 1)
        under.addWidget(self.wrong)
        left, right = QWidget(self), QWidget(self)
        gap = self.context.theme.gap_px
        for side, spacing, parts in (
            (left, 14, (self.saved, self.noticed, self.picture, below, self.wrong_panel)),
            (right, 12, (self.ask, self.keep, self.more, self.both, self.outside, self.outside_why)),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(gap(spacing))
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            self._right = column  # the last one
        right.setMinimumWidth(self.context.theme.text_px(RIGHT_PX))
        self.columns.add(left, 1)
        self.columns.add(right, 0)
        self.content.addWidget(self.columns)

    def _lay_out_ask(self) -> None:
        self.ask.body.setSpacing(self.context.theme.gap_px(12))
        for row in self.rows.values():
            self.ask.body.addWidget(row)
            self.ask.body.addWidget(rule(self.ask))
        body = QHBoxLayout()
        body.addWidget(self.body_question, 1)
        body.addWidget(self.body_button)
        body.addStretch(0)
        self.ask.body.addLayout(body)
        self.ask.body.addWidget(self.body_note)
        self.ask.body.addWidget(self.all_there)
        for button in (self.keep, self.more):
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)

    def _connect(self) -> None:
        for field, row in self.rows.items():
            row.answered.connect(partial(self._on_answered, field))
        self.picture.show_asked.connect(self._read_picture)
        self.picture.cover_changed.connect(self.zoom.setDisabled)
        self.later.clicked.connect(self.kept)
        self.keep.clicked.connect(self.kept)
        self.more.clicked.connect(self.more_wanted)
        self.outside.clicked.connect(lambda: self.moved_on.emit("outside_time", "steps"))
        self.wrong.toggled.connect(self._on_wrong)
        self.body_button.clicked.connect(self._on_body)
        self.context.session.locked.connect(self._on_locked)
        self.context.reading_pass.changed.connect(self._look_for_read)

    def refresh(self) -> None:
        """Show what was answered."""
        self._show_state()

    def open_with(self, detail: object) -> None:
        """Show this Exhibit, covered."""
        if isinstance(detail, Exhibit):
            self.show_exhibit(detail)

    def show_exhibit(self, exhibit: Exhibit) -> None:
        """Show what was just stored; the picture waits behind its cover."""
        words, language = self.context.words, self.context.settings.language
        at = taken_at(exhibit)
        self._exhibit, self._facts = exhibit, exhibit.facts
        day = f"{long_day(at.date(), language)}, {second(at, language)}"
        self.saved.say(words("look.saved", ref=exhibit.ref), at_end=day)
        self.picture.view.setAccessibleName(words("look.picture", ref=exhibit.ref))
        self.wrong.setChecked(False)
        self.noticed.show_notices(exhibit.record.noticed)
        for field, row in self.rows.items():
            row.set_answer(getattr(exhibit.facts, field))
            row.show_read("")
        self._look_for_read()
        self._cover()
        self._show_state()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_for_read(self) -> None:
        """Ask what was read in the picture, as soon as it was."""
        if self._exhibit is not None and self.context.session.is_open:
            exhibit_id = self._exhibit.id
            self.context.session.run(
                lambda vault: read_at_a_glance(vault, exhibit_id),
                owner=self,
                then=partial(self._on_glance, exhibit_id),
            )

    def _on_glance(self, exhibit_id: ExhibitId, read: tuple[str, str]) -> None:
        """Say below the first two questions what was read."""
        if self._exhibit is not None and self._exhibit.id == exhibit_id:
            for field, text in zip(self.rows, read, strict=False):
                said = self.context.words("look.read", text=legible(text)) if text else ""
                self.rows[field].show_read(said)

    def _cover(self) -> None:
        """Put the cover on; it says why."""
        words = self.context.words
        said = words("look.covered.body" if self._is_intimate else "look.covered")
        self.picture.cover_up(said, words("look.cover"))

    @property
    def _is_intimate(self) -> bool:
        return self._facts.sensitivity is Sensitivity.INTIMATE

    def _read_picture(self) -> None:
        """Read it back from the case, checked against its hash value."""
        if self._exhibit is None:
            return
        exhibit_id = self._exhibit.id
        self.context.session.run(
            lambda vault: shown_image(vault, exhibit_id),
            owner=self,
            then=partial(self._on_picture, exhibit_id),
        )

    def _on_picture(self, exhibit_id: ExhibitId, image: QImage) -> None:
        if self._exhibit is not None and self._exhibit.id == exhibit_id:
            self.picture.show_picture(image)

    def _on_answered(self, field: str, answer: Answer) -> None:
        self._revise(**{field: answer})

    def _on_body(self) -> None:
        """Mark it as a picture of a body and cover it, or take that back."""
        marked = Sensitivity.NONE if self._is_intimate else Sensitivity.INTIMATE
        self._revise(sensitivity=marked)
        self._cover()

    def _revise(self, **changed: object) -> None:
        """Keep an answer at once; nothing waits for the page to be left."""
        if self._exhibit is None:
            return
        self._facts = facts = replace(self._facts, **changed)  # type: ignore[arg-type]
        exhibit_id = self._exhibit.id
        self._show_state()
        self.context.session.run(
            lambda vault: vault.revise_exhibit(exhibit_id, facts), owner=self, then=self._on_revised
        )

    def _on_revised(self, exhibit: Exhibit) -> None:
        self.exhibit_revised.emit(exhibit)
        self.context.session.case_changed.emit()

    def _on_wrong(self, is_wrong: bool) -> None:  # noqa: FBT001 - Qt's slot
        """Say what may have happened, in view."""
        self._show_state()
        if is_wrong:
            QTimer.singleShot(0, self, lambda: self.scroll_area.ensureWidgetVisible(self.wrong_panel))

    def _show_state(self) -> None:
        """Move the main button to what helps most now, and say why."""
        answers = [row.answer for row in self.rows.values()]
        needs_more = self.wrong.isChecked() or self.noticed.is_grave or Answer.NO in answers
        self.all_there.setVisible(all(answer is Answer.YES for answer in answers))
        self.wrong_panel.setVisible(self.wrong.isChecked())
        self.body_note.setVisible(self._is_intimate)
        self.body_button.set_words(
            self.context.words("look.body.undo" if self._is_intimate else "look.body.yes")
        )
        self.body_question.setVisible(not self._is_intimate)
        self.more.set_role("big" if needs_more else "big_secondary")
        self.keep.set_role("big_secondary" if needs_more else "big")
        self._put_first(self.more if needs_more else self.keep)

    def _put_first(self, main: Button) -> None:
        """Let the main button stand over the other one."""
        other = self.keep if main is self.more else self.more
        column = self._right
        if column.indexOf(main) > column.indexOf(other):
            column.removeWidget(main)
            column.insertWidget(column.indexOf(other), main)

    def _on_locked(self, _why: str) -> None:
        """Hold nothing of a locked case."""
        self._exhibit, self._facts = None, ExhibitFacts()
        self.picture.cover_up("", self.context.words("look.cover"))
