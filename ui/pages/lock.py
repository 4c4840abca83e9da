# SPDX-License-Identifier: MIT
"""Locked. It says nothing about what is behind it; the crisis lines are there for who asks."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.errors import (
    ChainBroken,
    CodeMistyped,
    NotAVault,
    VaultBusy,
    VaultDamaged,
    VaultMissing,
    WrongPassphrase,
)
from ui.messages import MessageCard, explain
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.crisis import CrisisCard
from ui.widgets.estimate import Estimate
from ui.widgets.field import Field
from ui.widgets.figure import Figure
from ui.widgets.label import Label
from ui.widgets.page import Page

WIDTH_PX, CRISIS_PX = 400, 600
NOTES = {"idle": "lock.idle", "rekey": "safe.rekey.done"}
HELPED_BY_BACKUP = (VaultDamaged, VaultMissing, NotAVault, ChainBroken)
OPENING_MS = 1_300  # Source: evidence.md, section 3: key derivation of 0.8 to 2 s


class LockPage(Page):
    """Opens the vault. ``moved_on``: ``by_code`` with a bool before the session's ``opened``; ``restore``."""

    is_bare: ClassVar[bool] = True
    has_crisis: ClassVar[bool] = False

    @override
    def _build(self) -> None:
        words = self.context.words
        self.is_by_code = False
        self.figure = Figure(self.context, "closed-folder", width_px=120, parent=self)
        self.headline = Label(words("lock.title"), "display", centred=True, parent=self)
        self.note = Label(words("lock.note"), "lead", centred=True, parent=self)
        self.passphrase = Field(self.context, words("lock.field"), is_secret=True, parent=self)
        self.code = Field(
            self.context, words("lock.code.field"), hint=words("lock.code.hint"), is_mono=True, parent=self
        )
        self.code.hide()
        self.progress = Estimate(self.context, words_key="lock.opening", expected_ms=OPENING_MS, parent=self)
        self.failure = MessageCard(self.context, parent=self)
        self.open = Button(self.context, words("lock.open"), "big", parent=self)
        self.open.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.other = Button(self.context, words("lock.code"), "quiet", parent=self)
        self.both = Label(words("lock.both"), "hint", centred=True, parent=self)
        self.both.hide()
        self.backup = Button(self.context, words("restore.lock.go"), parent=self)
        self.backup.hide()
        self.help = Button(self.context, words("lock.help"), "quiet", icon="phone", parent=self)
        self.help.setCheckable(True)
        self.look = Button(self.context, words("settings.link.look"), "quiet", parent=self)
        self.crisis_lines = CrisisCard(self.context, can_choose=True, parent=self)
        self.crisis_lines.hide()
        self.name_children()

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        text = QWidget(self)
        text.setFixedWidth(min(self.context.theme.text_px(WIDTH_PX), 620))
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(14))
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self.figure, 0, middle)
        column.addSpacing(gap(6))
        for label in (self.headline, self.note):
            column.addWidget(label)
        column.addSpacing(gap(10))
        for widget in (self.passphrase, self.code, self.failure, self.backup, self.progress, self.open):
            column.addWidget(widget)
        column.addWidget(self.other, 0, middle)
        column.addWidget(self.both)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(text)
        line.addStretch(1)
        self.content.addStretch(3)
        self.content.addLayout(line)
        self.content.addStretch(3)
        self.crisis_lines.setMaximumWidth(self.context.theme.text_px(CRISIS_PX))
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.crisis_lines, 1000)
        below.addStretch(1)
        self.content.addLayout(below)
        for link in (self.help, self.look):
            self.content.addWidget(link, 0, middle)

    @override
    def _connect(self) -> None:
        for field in (self.passphrase, self.code):
            field.entered.connect(self._on_open)
            field.changed.connect(self._on_typed)
        self.open.clicked.connect(self._on_open)
        self.other.clicked.connect(self._on_other)
        self.backup.clicked.connect(lambda: self.moved_on.emit("restore", None))
        self.look.clicked.connect(lambda: self.moved_on.emit("look", None))
        self.help.toggled.connect(self.crisis_lines.setVisible)

    @override
    def open_with(self, detail: object) -> None:
        """Say why it is locked: some whys have words of their own."""
        self.note.set_words(self.context.words(NOTES.get(str(detail), "lock.note")))
        self._field.setFocus()

    @property
    def _field(self) -> Field:
        return self.code if self.is_by_code else self.passphrase

    def _on_other(self) -> None:
        """The recovery code instead of the passphrase, or back."""
        words = self.context.words
        self.is_by_code = not self.is_by_code
        self.passphrase.setVisible(not self.is_by_code)
        self.code.setVisible(self.is_by_code)
        self.other.set_words(words("lock.code.back" if self.is_by_code else "lock.code"))
        self.headline.set_words(words("lock.code.title" if self.is_by_code else "lock.title"))
        self._field.setFocus()

    def _on_typed(self, _text: str) -> None:
        self._field.verdict.clear()

    def _on_open(self) -> None:
        if not self._field.text.strip() or self.progress.is_running:
            self._field.setFocus()
            return
        from app.vault import SecretKind  # noqa: PLC0415 - SQLCipher and Argon2 after the first paint (G7)

        kind = SecretKind.RECOVERY_CODE if self.is_by_code else SecretKind.PASSPHRASE
        self.failure.hide()
        self.note.show()
        self.open.setEnabled(False)
        self.progress.begin()
        self.moved_on.emit("by_code", self.is_by_code)
        self.context.session.open(
            self.context.folder, self._field.text, kind=kind, otherwise=self._on_refused
        )

    def _on_refused(self, error: BaseException) -> None:
        """Say what is wrong, beside the field where it can be put right there."""
        self.progress.end()
        self.open.setEnabled(True)
        self._field.setFocus()
        words = self.context.words
        if isinstance(error, CodeMistyped):
            key = "recovery.group" if error.group else "lock.code.count"
            self.code.verdict.say("hint", words(key, n=error.group))
        elif isinstance(error, WrongPassphrase) and self.is_by_code:
            self.code.verdict.say("hint", words("lock.code.wrong"), words("lock.code.wrong.do"))
            self.both.show()
        elif isinstance(error, WrongPassphrase):
            said = explain(words, error)
            self.passphrase.verdict.say("hint", said.what, f"{words('lock.again')} {said.do}")
            self.passphrase.edit.selectAll()
        elif isinstance(error, VaultBusy):
            self.context.background.failed.emit(error)  # the dialog has the button that goes to it
        else:
            self.note.hide()  # that everything is saved is not for us to say now
            self.failure.show_error(error)
            self.backup.setVisible(isinstance(error, HELPED_BY_BACKUP))
