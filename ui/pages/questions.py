# SPDX-License-Identifier: MIT
"""Three questions, none answered beforehand; "I'm not sure" counts as yes, and is a fine answer.

Beside an open case the same page changes the answers: the steps, and what may be kept, follow them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.model import Answer, CaseFacts, Under18
from ui.answers import Changed, FirstAnswers
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo import Combo
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.part import Part
from ui.widgets.rows import Columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.vault import Vault

UNDER_18: Mapping[str, Under18] = {
    "questions.q1.no": Under18.NO,
    "questions.q1.yes": Under18.YES,
    "questions.q1.unsure": Under18.NOT_SURE,
}
SHARED: Mapping[str, Answer] = {"questions.q2.no": Answer.NO, "questions.q2.yes": Answer.YES}
TEXT_PX, WHY_PX = 600, 300


class QuestionsPage(Page):
    """``moved_on``: ``welcome``; or ``shared``, ``under18``, ``passphrase`` with the FirstAnswers.

    Beside an open case: ``steps`` (back), or what the new answers ask for first, with what was changed.
    """

    is_bare: ClassVar[bool] = True
    teaches_hide: ClassVar[bool] = True

    @override
    def _build(self) -> None:
        words = self.context.words
        self.is_urgent = False
        self.part = Part(self.context, 1, 2, parent=self)
        self.headline = Label(words("questions.title"), "display", parent=self)
        self.q1 = Label(words("questions.q1"), "h2", parent=self)
        self.q1_hint = Label(words("questions.q1.hint"), "hint", parent=self)
        self.under_18 = self._choice(UNDER_18, "questions.q1")
        self.q2 = Label(words("questions.q2"), "h2", parent=self)
        self.shared = self._choice(SHARED, "questions.q2", is_across=True)
        self.q3 = Label(words("questions.q3"), "h2", parent=self)
        self.country = self._countries()
        self.none = Label(words("questions.none"), "body", parent=self)
        self.none.hide()
        self.apart = Label(words("path.under18.quarantine"), parent=self)
        self.apart.hide()
        self.has_pictures = False
        self.go = Button(self.context, words("questions.go"), "big", parent=self)
        self.back = Button(self.context, words("questions.back"), "big_quiet", parent=self)
        self.why = self._why()
        self.name_children()

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        self.title_row.insertWidget(1, self.part)
        text = QWidget(self)
        text.setMaximumWidth(self.context.theme.text_px(TEXT_PX))
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(10))
        groups = (
            (self.headline,),
            (self.q1, self.q1_hint, self.under_18, self.apart),
            (self.q2, self.shared),
            (self.q3, self.country, self.none),
        )
        for group in groups:
            for widget in group:
                column.addWidget(widget)
            column.addSpacing(gap(8))
        buttons = QHBoxLayout()
        buttons.setSpacing(gap(14))
        buttons.addWidget(self.go)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.columns = Columns(self.context, gap_px=56, parent=self)
        self.columns.add(text, 1000, top=True)
        self.columns.add(self.why, 0, top=True)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.columns, 1000)
        line.addStretch(1)
        self.columns.setMaximumWidth(self.context.theme.text_px(TEXT_PX) + gap(56 + WHY_PX))
        self.content.addLayout(line)

    @override
    def _connect(self) -> None:
        self.go.clicked.connect(self._on_go)
        self.back.clicked.connect(self._on_back)
        self.under_18.chosen.connect(lambda _key: self._show_apart())

    @override
    def open_with(self, detail: object) -> None:
        """Start, or come back to, the questions; True when the person may be blocked any minute."""
        if isinstance(detail, bool):
            self.is_urgent = detail
        if self.context.session.is_open:
            self.context.session.run(_read, owner=self, then=self._on_read)

    def _on_read(self, read: tuple[CaseFacts, bool]) -> None:
        """Show the answers of the open case, to be changed."""
        facts, self.has_pictures = read
        words = self.context.words
        self.part.hide()
        for label, key in (
            (self.headline, "questions.title.case"),
            (self.go, "questions.keep"),
            (self.back, "questions.back.case"),
        ):
            label.set_words(words(key))
        self.under_18.choose(next(key for key, answer in UNDER_18.items() if answer is facts.under_18))
        shared = facts.could_use_this_computer
        if shared in SHARED.values():
            self.shared.choose(next(key for key, answer in SHARED.items() if answer is shared))
        if self.country.findData(facts.country) < 0:
            self.country.addItem(facts.country, facts.country)
        self.country.setCurrentIndex(self.country.findData(facts.country))
        self._show_apart()

    def _show_apart(self) -> None:
        """Say what becomes of the pictures where this answer sets them apart."""
        answer = self.under_18.answer
        is_words_only = answer is not None and UNDER_18[answer] is not Under18.NO
        self.apart.setVisible(self.has_pictures and is_words_only)

    def _on_back(self) -> None:
        self.moved_on.emit("steps" if self.context.session.is_open else "welcome", None)

    @property
    def answers(self) -> FirstAnswers | None:
        """What was answered; None while an answer is missing."""
        under_18, shared, country = self.under_18.answer, self.shared.answer, self.country.currentData()
        if under_18 is None or shared is None or country is None:
            return None
        facts = CaseFacts(
            under_18=UNDER_18[under_18], country=country, could_use_this_computer=SHARED[shared]
        )
        return FirstAnswers(facts, self.is_urgent)

    def _on_go(self) -> None:
        """Go on to what the answers ask for first: a safer place, then words only, then the passphrase."""
        answers = self.answers
        self.none.setVisible(answers is None)
        if answers is None:
            return
        self.context.here.set_place(answers.facts.country)
        if self.context.session.is_open:
            self._change(answers.facts)
        elif answers.facts.could_use_this_computer is Answer.YES:
            self.moved_on.emit("shared", answers)
        elif answers.facts.under_18 is not Under18.NO:
            self.moved_on.emit("under18", answers)
        else:
            self.moved_on.emit("passphrase", answers)

    def _change(self, asked: CaseFacts) -> None:
        """Keep the three answers; all else of the case stays."""

        def job(vault: Vault) -> tuple[CaseFacts, CaseFacts]:
            before = vault.case().fact
            after = replace(
                before,
                under_18=asked.under_18,
                country=asked.country,
                could_use_this_computer=asked.could_use_this_computer,
            )
            if after != before:
                vault.revise_case(after)
            return before, after

        self.context.session.run(job, owner=self, then=self._on_kept)

    def _on_kept(self, facts: tuple[CaseFacts, CaseFacts]) -> None:
        before, after = facts
        if before == after:
            self.moved_on.emit("steps", None)
            return
        self.context.session.case_changed.emit()
        self.moved_on.emit(*Changed(before, ahead(before, after)).go_on())

    def _choice(self, keys: Mapping[str, object], question: str, *, is_across: bool = False) -> Choice:
        words = self.context.words
        answers = [(key, words(key)) for key in keys]
        return Choice(self.context, answers, name=words(question), is_across=is_across, parent=self)

    def _countries(self) -> QComboBox:
        words = self.context.words
        country = Combo(self.context, name=words("questions.q3"), parent=self)
        country.addItem(words("country.choose"), None)
        for place in self.context.contacts.places():
            country.addItem(words.said(place), place)
        country.setMaximumWidth(self.context.theme.text_px(360))
        return country

    def _why(self) -> Card:
        words = self.context.words
        card = Card(self.context, kind="quiet", parent=self)
        head = QHBoxLayout()
        head.addWidget(IconView(self.context, "info", colour="primary", parent=card))
        head.addWidget(Label(words("questions.why.title"), "strong", parent=card), 1)
        head.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(head)
        for reason in words("questions.why").split("\n"):
            card.body.addWidget(Label(reason, "small_ink", parent=card))
        card.setMaximumWidth(self.context.theme.gap_px(WHY_PX) if self.context.theme.scale < 1.3 else 10_000)
        return card


def ahead(before: CaseFacts, after: CaseFacts) -> tuple[str, ...]:
    """Return the pages that the new answers ask for before the steps, in order."""
    is_shared = after.could_use_this_computer is Answer.YES is not before.could_use_this_computer
    is_words_only = after.under_18 is not Under18.NO and before.under_18 is Under18.NO
    return (*(("shared",) if is_shared else ()), *(("under18",) if is_words_only else ()))


def _read(vault: Vault) -> tuple[CaseFacts, bool]:
    return vault.case().fact, bool(vault.exhibit_ids())
