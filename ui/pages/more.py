# SPDX-License-Identifier: MIT
"""What happened: a few short answers that choose the steps. All of them can be left out, and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.guide.answered import Answers
from ui.answers import Changed
from ui.override import override
from ui.steps_known import ASKED, LATER
from ui.widgets.answers_form import AnswersForm
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.rows import flow_of

if TYPE_CHECKING:
    from app.model import CaseFacts
    from app.vault import Vault


class MorePage(Page):
    """``moved_on``: what the answers ask for first, or ``steps``, with what was changed; ``questions``."""

    title_key: ClassVar[str] = "questions.more.title"

    @override
    def _build(self) -> None:
        words = self.context.words
        self.is_ready = False
        self.lead = Label(words("questions.more.lead"), "lead", parent=self)
        self.form = AnswersForm(self.context, parent=self)
        self.keep = Button(self.context, words("questions.more.keep"), "big", parent=self)
        self.skip = Button(self.context, words("questions.more.skip"), "big_quiet", parent=self)
        self.first = Button(self.context, words("questions.more.first"), "quiet", icon="pencil", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        buttons = flow_of((self.keep, self.skip), self.context.theme.gap_px(12), self)
        self.add_text((self.lead, self.form, buttons, self.first))

    @override
    def _connect(self) -> None:
        self.keep.clicked.connect(self._on_keep)
        self.skip.clicked.connect(self._on_skip)
        self.first.clicked.connect(lambda: self.moved_on.emit("questions", None))

    @override
    def refresh(self) -> None:
        """Show what is kept, and over it what was typed and not kept."""
        if self.context.session.is_open:
            self.context.session.run(lambda vault: vault.case().fact, owner=self, then=self._on_read)

    def _on_read(self, facts: CaseFacts) -> None:
        self.form.load(facts)
        self.form.restore()
        self.is_ready = True

    def _on_keep(self) -> None:
        """Keep all answers in one go; what else of the case was changed meanwhile stays."""
        answers = self.form.answers

        def job(vault: Vault) -> tuple[CaseFacts, CaseFacts]:
            before = vault.case().fact
            after = answers.over(before)
            if after != before:
                vault.revise_case(after)
            vault.save_draft(ASKED, LATER)  # asked once: an empty answer is one too
            return before, after

        self.context.session.run(job, owner=self, then=self._on_kept)

    def _on_kept(self, facts: tuple[CaseFacts, CaseFacts]) -> None:
        before, after = facts
        self.form.taken_up()
        if before == after:
            self.moved_on.emit("steps", None)
            return
        self.context.session.case_changed.emit()
        self.moved_on.emit(*Changed(before, ahead(before, after)).go_on())

    def _on_skip(self) -> None:
        """Leave it for later; what is typed comes back."""
        self.context.session.run(
            lambda vault: vault.save_draft(ASKED, LATER),
            owner=self,
            then=lambda _nothing: self.moved_on.emit("steps", None),
        )


def ahead(before: CaseFacts, after: CaseFacts) -> tuple[str, ...]:
    """Return the pages that the new answers ask for before the steps, in order."""
    was, now = Answers.of(before), Answers.of(after)
    asked = {
        "law": (was.says_broke_law is True, now.says_broke_law is True),
        "mail": (was.is_only_mail, now.is_only_mail),
        "fake": ("ai" in was.held, "ai" in now.held),
    }
    return tuple(page for page, (is_old, is_new) in asked.items() if is_new and not is_old)
