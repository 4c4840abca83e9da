# SPDX-License-Identifier: MIT
"""What an answer asks for first: free legal advice, whether it is only an e-mail, a picture made by AI."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from app.guide.answered import Answers
from app.model import Under18
from ui.answers import Changed
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.figure import Figure
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.placed_rows import PlacedRows
from ui.widgets.rows import Columns, column_of, flow_of
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from app.model import CaseFacts
    from app.vault import Vault

TEXT_PX, FIGURE_PX = 640, 300


class AdvicePage(Page):
    """A few rows and one main button; after it the next page that an answer asks for, or the steps."""

    section: ClassVar[str] = ""
    drawing: ClassVar[str] = ""
    main_key: ClassVar[str] = "button"
    note_key: ClassVar[str] = ""

    @override
    def _build(self) -> None:
        words = self.context.words
        self.changed: Changed | None = None
        self.headline = Label(words(f"{self.section}.title"), "display", parent=self)
        self.lead = self._said("lead", "lead")
        self.card = Card(self.context, padding_px=24, parent=self)
        self.rows = PlacedRows(self.context, self.section, parent=self.card)
        self.card.body.addWidget(self.rows)
        self.note = self._said(self.note_key, "body")
        self.verdict = Verdict(self.context, parent=self)
        self.go = Button(self.context, words(f"{self.section}.{self.main_key}"), "big", parent=self)
        self.second = Button(self.context, words(f"{self.section}.second"), "big_secondary", parent=self)
        self.figure = Figure(self.context, self.drawing, width_px=FIGURE_PX, parent=self)
        self.name_children()

    def _said(self, key: str, role: str) -> Label:
        """Return a label with what is confirmed of this; hidden where nothing is."""
        name = f"{self.section}.{key}"
        has_words = bool(key) and self.context.words.has(name)
        label = Label(self.context.words(name) if has_words else "", role, parent=self)
        label.setVisible(has_words)
        return label

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        buttons = flow_of((self.go, self.second), gap(12), self)
        told = (self.headline, self.lead, self.card, self.note, self.verdict, buttons)
        self.columns = Columns(self.context, gap_px=32, parent=self)
        self.columns.add(column_of(told, gap(16), self), TEXT_PX, top=True)
        self.columns.add(self.figure, FIGURE_PX, top=True)
        self.content.addWidget(self.columns)

    @override
    def _connect(self) -> None:
        self.go.clicked.connect(self._on_go)
        self.second.clicked.connect(self._on_second)

    @override
    def open_with(self, detail: object) -> None:
        """Take along what was changed; without it the page was asked for from the steps."""
        self.changed = detail if isinstance(detail, Changed) else None
        self.verdict.clear()
        self.scroll_area.verticalScrollBar().setValue(0)

    def _on_go(self) -> None:
        self._go_on()

    def _on_second(self) -> None:
        """Do what the second button says."""

    def _go_on(self) -> None:
        self.moved_on.emit(*(self.changed.go_on() if self.changed else ("steps", None)))

    def _change(self, held: dict[str, bool], *, under_18: Under18 | None = None) -> None:
        """Keep another answer about what they have, or about age; the steps offer the one before."""

        def job(vault: Vault) -> CaseFacts:
            before = vault.case().fact
            after = changed_held(before, held, under_18)
            if after != before:
                vault.revise_case(after)
            return before

        def done(before: CaseFacts) -> None:
            ahead = ("under18",) if under_18 else ()
            self.changed = replace(self.changed or Changed(before), ahead=ahead)
            self.context.session.case_changed.emit()
            self._on_changed()

        self.context.session.run(job, owner=self, then=done)

    def _on_changed(self) -> None:
        self._go_on()


class LawPage(AdvicePage):
    """They say that the person broke the law."""

    section = "law.first"
    drawing = "advice-law"
    main_key = "go"
    note_key = "note"

    @override
    def _on_second(self) -> None:
        """Show who gives legal advice here."""
        self.moved_on.emit("help", "legal")


class MailPage(AdvicePage):
    """Only an e-mail that says they have something."""

    section = "triage.mail"
    drawing = "advice-mail"

    @override
    def _on_go(self) -> None:
        """It is only that; once it is said, the button leads back."""
        if self.verdict.isHidden():
            self._change({"mail": True, "real": False, "ai": False})
        else:
            self._go_on()

    @override
    def _on_changed(self) -> None:
        words = self.context.words
        if not self._is_real:
            self.verdict.say("good", words("triage.mail.done"))
            self.go.set_words(words("triage.mail.back"))
            return
        self._go_on()

    @override
    def open_with(self, detail: object) -> None:
        """Ask anew."""
        super().open_with(detail)
        self._is_real = False
        self.go.set_words(self.context.words("triage.mail.button"))

    @override
    def _on_second(self) -> None:
        """It is real: the steps as they are."""
        self._is_real = True
        self._change({"mail": False, "real": True})


class FakePage(AdvicePage):
    """A picture made by AI."""

    section = "triage.ai"
    drawing = "advice-fake"
    note_key = "tell"

    @override
    def _on_second(self) -> None:
        """It shows the person under 18: the other path, as soon as it is said."""
        self._change({"ai": True}, under_18=Under18.YES)


def changed_held(facts: CaseFacts, held: dict[str, bool], under_18: Under18 | None) -> CaseFacts:
    """Return the facts with these ticked or not, and another answer about age if there is one."""
    answers = Answers.of(facts)
    kept = tuple(key for key in answers.held if held.get(key, True))
    added = tuple(key for key, is_on in held.items() if is_on and key not in kept)
    after = replace(answers, held=(*kept, *added)).over(facts)
    return after if under_18 is None else replace(after, under_18=under_18)
