# SPDX-License-Identifier: MIT
"""The passphrase that locks the case; after that the case exists and is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Cancelled
from app.model import CopyKind, CopyState
from ui.answers import FirstAnswers
from ui.messages import MessageCard
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.copies_list import CopiesList
from ui.widgets.estimate import Estimate
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.part import Part
from ui.widgets.passphrase_form import PassphraseForm
from ui.widgets.progress import Progress

if TYPE_CHECKING:
    from app.model import Copy
    from app.vault import Vault

WIDTH_PX = 620
ASKING = ("safe", "settings")  # pages that ask for another passphrase, and are come back to
MAKING_MS = 2_500  # tuning the key derivation, deriving, writing; measured 1.9 to 2.4 s on two cores


class PassphrasePage(Page):
    """Makes the vault. ``moved_on``: ``questions`` (back). The session says when it is open."""

    is_bare: ClassVar[bool] = True
    teaches_hide: ClassVar[bool] = True

    @override
    def _build(self) -> None:
        words = self.context.words
        self.answers: FirstAnswers | None = None
        self.part = Part(self.context, 2, 2, parent=self)
        self.headline = Label(words("passphrase.title"), "display", parent=self)
        self.lead = Label(words("passphrase.lead"), "lead", parent=self)
        self.form = PassphraseForm(self.context, parent=self)
        self.go = Button(self.context, words("passphrase.go"), "big", parent=self)
        self.go.setEnabled(False)
        self.back = Button(self.context, words("questions.back"), "big_quiet", parent=self)
        self.progress = Estimate(
            self.context, words_key="passphrase.making", expected_ms=MAKING_MS, parent=self
        )
        self.failure = MessageCard(self.context, parent=self)
        self.note = Label(words("passphrase.note"), "small", parent=self)
        self.hide_how = Label(words("welcome.hide.teach"), "small", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        self.title_row.insertWidget(1, self.part)
        text = QWidget(self)
        text.setMaximumWidth(self.context.theme.text_px(WIDTH_PX))
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(12))
        for widget in (self.headline, self.lead, self.form, self.failure, self.progress):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(gap(14))
        buttons.addWidget(self.go)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column.addSpacing(gap(4))
        column.addLayout(buttons)
        said = QHBoxLayout()
        said.setSpacing(gap(10))
        said.addWidget(
            IconView(self.context, "info", colour="muted", parent=text), 0, Qt.AlignmentFlag.AlignTop
        )
        said.addWidget(self.note, 1)
        column.addLayout(said)
        column.addWidget(self.hide_how)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(text, 1000)
        line.addStretch(1)
        self.content.addLayout(line)

    @override
    def _connect(self) -> None:
        self.form.completed.connect(self._on_completed)
        self.form.entered.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.back.clicked.connect(lambda: self.moved_on.emit("questions", None))

    @override
    def open_with(self, detail: object) -> None:
        """Take the answers along."""
        if isinstance(detail, FirstAnswers):
            self.answers = detail
        self.form.first.setFocus()

    def _on_completed(self, is_complete: bool) -> None:  # noqa: FBT001 - Qt's slot
        self.go.setEnabled(is_complete and not self.progress.is_running)

    def _on_go(self) -> None:
        if self.answers is None or not self.form.is_complete or self.progress.is_running:
            return
        self._begin()
        self.context.session.create(
            self.context.folder, self.form.passphrase, self.answers.facts, otherwise=self._on_failed
        )

    def _begin(self) -> None:
        self.failure.hide()
        self.go.setEnabled(False)
        self.progress.begin()

    def _on_failed(self, error: BaseException) -> None:
        self.progress.end()
        self.failure.show_error(error)
        self.go.setEnabled(self.form.is_complete)


class NewPassphrasePage(PassphrasePage):
    """Another passphrase for the open vault. ``moved_on``: ``steps`` or who asked for it, ``new_key``."""

    teaches_hide: ClassVar[bool] = False

    @override
    def _build(self) -> None:
        super()._build()
        self._leads_to = "steps"
        self.known = Button(self.context, self.context.words("safe.passphrase.known"), "quiet", parent=self)
        self.known.setObjectName("known")
        self.form.body.addWidget(self.known, 0, Qt.AlignmentFlag.AlignLeading)
        self.part.hide()
        self.headline.set_words(self.context.words("lock.code.new"))
        self.lead.set_words(self.context.words("safe.passphrase.lead"))
        self.go.set_words(self.context.words("passphrase.change"))
        self.back.hide()
        self.hide_how.hide()

    @override
    def _connect(self) -> None:
        super()._connect()
        self.back.clicked.disconnect()
        self.back.clicked.connect(self._leave)
        self.known.clicked.connect(lambda: self.moved_on.emit("new_key", self._leads_to))

    @override
    def open_with(self, detail: object) -> None:
        """Be asked for by ``safe`` or ``settings``, or come after the recovery code."""
        is_asked = detail in ASKING
        self._leads_to = str(detail) if is_asked else "steps"
        self.back.setVisible(is_asked)
        super().open_with(detail)

    @override
    def _on_go(self) -> None:
        if not self.form.is_complete or self.progress.is_running:
            return
        new = self.form.passphrase

        def job(vault: Vault) -> None:
            vault.change_passphrase(new)

        self._begin()
        self.context.session.run(job, owner=self, then=self._on_changed, otherwise=self._on_failed)

    def _on_changed(self, _nothing: object) -> None:
        self.progress.end()
        self._leave()

    def _leave(self) -> None:
        self.form.clear()
        self.moved_on.emit(self._leads_to, None)


class NewKeyPage(NewPassphrasePage):
    """A new passphrase and a new key of the whole case, which is locked then. ``moved_on("safe")``: left."""

    @override
    def _build(self) -> None:
        super()._build()
        words = self.context.words
        self.known.hide()
        self.headline.set_words(words("safe.rekey.headline"))
        self.lead.set_words(f"{words('safe.rekey.lead')} {words('safe.rekey.after')}")
        self.go.set_words(words("safe.rekey.go"))
        self.note.set_words(words("safe.rekey.remains"))
        self.locking = Progress(self.context, words_key="safe.rekey.making", parent=self)
        self.form.body.addWidget(self.locking)
        self.old = Label(words("safe.rekey.copies"), "strong", parent=self)
        self.copies = CopiesList(self.context, (CopyKind.BACKUP,), parent=self)
        for name in ("locking", "old", "copies"):
            getattr(self, name).setObjectName(name)

    @override
    def _lay_out(self) -> None:
        super()._lay_out()
        width = self.context.theme.text_px(WIDTH_PX)
        for part in (self.old, self.copies):
            part.setMaximumWidth(width)
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(part, 1000)
            line.addStretch(1)
            self.content.addLayout(line)

    @override
    def open_with(self, detail: object) -> None:
        """Show which copies still open with the old passphrase."""
        super().open_with(detail if detail in ASKING else "safe")
        if self.context.session.is_open:
            self.context.session.run(
                lambda vault: any(_is_backup(copy) for copy in vault.copies()),
                owner=self,
                then=self._show_old,
            )

    def _show_old(self, has_old: bool) -> None:  # noqa: FBT001 - the answer of a job
        for part in (self.old, self.copies):
            part.setVisible(has_old)
        self.copies.refresh()

    @override
    def _on_go(self) -> None:
        if not self.form.is_complete or not self.locking.isHidden():
            return
        self.failure.hide()
        self._set_busy(is_busy=True)
        self.locking.begin()
        self.context.session.rekey(
            self.form.passphrase,
            progress=self.locking.moved.emit,
            cancelled=self.locking.cancelled,
            otherwise=self._on_failed,
        )

    @override
    def _on_failed(self, error: BaseException) -> None:
        self.locking.end()
        self._set_busy(is_busy=False)
        if not isinstance(error, Cancelled):
            self.failure.show_error(error)

    def _set_busy(self, *, is_busy: bool) -> None:
        for part in (self.form.first, self.form.again, self.back, self.copies):
            part.setEnabled(not is_busy)
        self.go.setEnabled(not is_busy and self.form.is_complete)


def _is_backup(copy: Copy) -> bool:
    return copy.kind is CopyKind.BACKUP and copy.state is not CopyState.REMOVED
