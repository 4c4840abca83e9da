# SPDX-License-Identifier: MIT
"""Words to copy: for the form of the police or a company, and letters about a payment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt

from app.errors import NothingToReport, VaultLocked
from app.guide.plan import is_words_only
from ui.messages import MessageCard
from ui.override import override
from ui.report.letter_to_file import LetterToFile
from ui.report.to_paper import ToPaper
from ui.report.wording_making import fill, freeze, make_letter
from ui.widgets.button import Button
from ui.widgets.chip import Chips, swapped
from ui.widgets.copied import ShortCopy
from ui.widgets.empty_state import EmptyState
from ui.widgets.form_card import FormCard
from ui.widgets.label import Label
from ui.widgets.letter_card import LetterCard
from ui.widgets.page import Page
from ui.widgets.rows import flow_of
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.report.wording.filled import FilledLetter
    from app.vault import Vault
    from ui.report.wording_making import Frozen, LetterMade, WordsMade

FORM, LETTER = "form", "letter"
CHANGES = ("facts", "people", "payments", "said")


class WordingPage(Page):
    """Opened with the id of a payment for its letters, or with nothing. ``moved_on``: where to change it."""

    title_key: ClassVar[str] = "wording.page.title"

    _made: WordsMade | None
    _wanted: str | None

    @property
    def is_ready(self) -> bool:
        """Whether the texts stand there."""
        return self._made is not None

    @override
    def open_with(self, detail: object) -> None:
        """Show the letters of a payment, or what was shown before."""
        self._wanted = detail if isinstance(detail, str) else None
        self.refresh()

    @override
    def refresh(self) -> None:
        """Fill everything in anew, if something happened in the case."""
        if not self.context.session.is_open:
            return
        known = self._made.records if self._made else 0
        self.making.setVisible(self._made is None)

        def job(vault: Vault) -> Frozen | None:
            return None if vault.record_count == known else freeze(vault, self.context)

        self.context.session.run(job, owner=self, then=self._on_frozen, otherwise=self._on_failed)

    @override
    def _build(self) -> None:
        context, words = self.context, self.context.words
        self._made = self._wanted = None
        self.back = Button(context, words("wording.page.back"), "quiet", icon="back", parent=self)
        self.lead = Label(words("wording.page.lead"), parent=self)
        self.making = Label(words("wording.page.making"), "small", parent=self)
        self.where = Chips(context, (), is_exclusive=True, parent=self)
        self.empty = EmptyState(context, words("report.page.empty.words"), parent=self)
        self.form = FormCard(context, self)
        self.letter = LetterCard(context, self)
        self.to_file = LetterToFile(context, self)
        self.to_paper = ToPaper(context, self)
        self.done = Verdict(context, parent=self)
        self.failure = MessageCard(context, parent=self)
        self.clipboard = Label(words("wording.clipboard"), "small", parent=self)
        self.change = Label(words("wording.change"), "small", parent=self)
        self.help = Button(context, words("wording.help"), "quiet", icon="help", parent=self)
        self.change_buttons = {
            name: Button(context, words(f"wording.change.{name}"), "quiet", icon="pencil", parent=self)
            for name in CHANGES
        }
        self.changes = flow_of([*self.change_buttons.values()], context.theme.gap_px(8), self)
        self.short = ShortCopy(self)
        self.name_children()
        for name, button in self.change_buttons.items():
            button.setObjectName(f"change_{name}")
        for part in (self.empty, self.failure, self.help, self.where):
            part.hide()

    @override
    def _lay_out(self) -> None:
        self.title_row.insertWidget(0, self.back)
        above = (self.lead, self.making, self.empty, self.failure, self.where, self.done)
        below = (
            self.to_file,
            self.to_paper,
            self.clipboard,
            self.form,
            self.letter,
            self.change,
            self.changes,
        )
        for part in (*above, *below):
            self.content.addWidget(part)
        self.content.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeading)

    @override
    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.moved_on.emit("report", None))
        self.help.clicked.connect(lambda: self.moved_on.emit("help", None))
        for name, button in self.change_buttons.items():
            button.clicked.connect(partial(self.moved_on.emit, name, None))
        self.form.copy_wanted.connect(self.short.copy)
        self.letter.copy_wanted.connect(self.short.copy)
        self.letter.save_wanted.connect(lambda: self._with_letter(self._on_save))
        self.letter.print_wanted.connect(lambda: self._with_letter(self._on_print))
        for way in (self.to_file, self.to_paper):
            way.said.connect(self.done.say)
            way.failed.connect(self._on_failed)
        self.context.session.locked.connect(self._on_locked)

    # --- what is there ---

    def _on_frozen(self, frozen: Frozen | None) -> None:
        """Fill it in beside the window, or show what is there already."""
        if frozen is None:
            self._show_wanted()
            return
        self.context.background.run(
            lambda: fill(frozen, self.context), owner=self, then=self._on_filled, otherwise=self._on_failed
        )

    def _on_filled(self, made: WordsMade) -> None:
        """Offer every form and letter; what was chosen stays chosen."""
        self._made = made
        forms = [(f"{FORM}.{one.form.id}", one.form.name) for one in made.forms]
        letters = [(_key(one), self._named(one)) for one in made.letters]
        new = swapped(self.context, self.where, [*forms, *letters])
        if new is not self.where:
            self.where = new
            self.where.changed.connect(lambda _: self._show_chosen())
        self.help.setVisible(is_words_only(made.dossier.case))
        for part in (self.making, self.empty, self.failure):
            part.hide()
        self.where.show()
        self._show_wanted()

    def _show_wanted(self) -> None:
        """Choose the letter of the payment that was asked for, or the first form."""
        made = self._made
        if made is None:
            return
        number = made.numbers.get(self._wanted or "")
        self._wanted = None
        wanted = next((_key(one) for one in made.letters if one.number == number), None)
        chosen = wanted or next(iter(self.where.on), None) or next(iter(self.where.chips), None)
        if chosen:
            self.where.set_on([chosen])
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Show one form or one letter."""
        made, on = self._made, next(iter(self.where.on), "")
        for part in (self.done, self.failure):
            part.hide()
        self.to_file.make_room()
        self.to_paper.make_room()
        form = next((one for one in made.forms if f"{FORM}.{one.form.id}" == on), None) if made else None
        letter = next((one for one in made.letters if _key(one) == on), None) if made else None
        self.form.show_form(form) if form else self.form.clear()
        self.letter.show_letter(letter) if letter else self.letter.clear()

    def _named(self, one: FilledLetter) -> str:
        return self.context.words("wording.letter.title", name=one.letter.name, n=one.number)

    # --- what is done with it ---

    def _with_letter(self, then: Callable[[LetterMade], None]) -> None:
        """Make the letter that is shown as a PDF, and go on with it."""
        made, letter = self._made, self.letter.letter
        if made is None or letter is None:
            return
        self.done.hide()
        self.failure.hide()
        self.context.background.run(
            lambda: make_letter(made, letter, self.context), owner=self, then=then, otherwise=self._on_failed
        )

    def _on_save(self, letter: LetterMade) -> None:
        self.to_paper.make_room()
        self.to_file.made = letter
        self.to_file.ask()

    def _on_print(self, letter: LetterMade) -> None:
        self.to_file.make_room()
        self.to_paper.made = letter
        self.to_paper.ask()

    def _on_failed(self, error: BaseException) -> None:
        """Say why there is nothing; an empty case is no failure."""
        self.making.hide()
        if isinstance(error, NothingToReport):
            self.empty.show()
        elif not isinstance(error, VaultLocked):
            self.failure.show_error(error)

    def _on_locked(self, _why: str) -> None:
        """Hold nothing of a locked case."""
        self._made = None
        self.form.clear()
        self.letter.clear()
        self.to_file.forget()
        self.to_paper.forget()
        self.where.hide()


def _key(letter: FilledLetter) -> str:
    return f"{LETTER}.{letter.letter.id}.{letter.number}"
