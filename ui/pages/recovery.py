# SPDX-License-Identifier: MIT
"""The recovery code: made when asked for, shown once, tried once. It can always wait."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from app.model import Answer
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.estimate import Estimate
from ui.widgets.field import Field
from ui.widgets.figure import Figure
from ui.widgets.label import Label
from ui.widgets.page import READING_PX, Page

if TYPE_CHECKING:
    from app.vault import Vault

COLUMNS = 4
ASKING = ("safe", "settings")  # pages that ask for a code, and are come back to
MAKING_MS = 1_300  # Source: evidence.md, section 3: key derivation of 0.8 to 2 s


class RecoveryPage(Page):
    """``moved_on("lock_now")`` when done or put off; the page that asked for it otherwise."""

    title_key: ClassVar[str] = "recovery.title"

    @override
    def _build(self) -> None:
        words = self.context.words
        self._groups: tuple[str, ...] = ()
        self._leads_to = "lock_now"
        self._asked = 0
        self.lead = Label(words("recovery.first_lock"), "lead", parent=self)
        self.what = Label(words("recovery.lead"), parent=self)
        self.how = Label(words("recovery.how"), "hint", parent=self)
        self.shared = Label(words("recovery.shared"), parent=self)
        self.shared.hide()
        self.figure = Figure(self.context, "recovery-code-in-a-book", width_px=150, parent=self)
        self.card = Card(self.context, padding_px=24, parent=self)
        self.make = Button(self.context, words("recovery.new"), "primary", parent=self.card)
        self.progress = Estimate(
            self.context, words_key="recovery.making", expected_ms=MAKING_MS, parent=self.card
        )
        self.well = Card(self.context, kind="well", padding_px=16, parent=self.card)
        self.grid = QGridLayout()
        self.print = Button(self.context, words("recovery.print"), icon="printer", parent=self.card)
        self.tried = Field(self.context, words("recovery.code"), is_mono=True, parent=self.card)
        self.lock = Button(self.context, words("recovery.next"), "primary", parent=self)
        self.skip = Button(self.context, words("recovery.first_lock.skip"), "quiet", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        self.grid.setHorizontalSpacing(gap(28))
        self.grid.setVerticalSpacing(gap(6))
        self.well.body.addLayout(self.grid)
        head = QHBoxLayout()
        head.setSpacing(gap(24))
        head.addWidget(self.what, 1)
        head.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        self.card.body.addLayout(head)
        for widget in (self.how, self.make, self.progress, self.well, self.shared):
            self.card.body.addWidget(widget)
        actions = QHBoxLayout()
        actions.addWidget(self.print)
        actions.addStretch(1)
        self.card.body.addLayout(actions)
        self.card.body.addWidget(self.tried)
        self.card.setMaximumWidth(self.context.theme.text_px(READING_PX))
        self.tried.setMaximumWidth(self.context.theme.text_px(360))
        buttons = QHBoxLayout()
        buttons.setSpacing(gap(14))
        buttons.addWidget(self.lock)
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        for widget in (self.lead, self.card):
            self.content.addWidget(widget)
        self.content.addLayout(buttons)

    @override
    def _connect(self) -> None:
        self.make.clicked.connect(self._on_make)
        self.tried.changed.connect(self._on_tried)
        self.lock.clicked.connect(self._on_leave)
        self.skip.clicked.connect(self._on_leave)
        self.print.clicked.connect(self._on_print)

    @override
    def open_with(self, detail: object) -> None:
        """Say what leaving it leads to: to the lock that was asked for, or back to who asked."""
        words = self.context.words
        self._leads_to = str(detail) if detail in ASKING else "lock_now"
        is_asked = self._leads_to in ASKING
        self.lead.set_words(words("recovery.have" if is_asked else "recovery.first_lock"))
        self.lead.setVisible(not is_asked)
        self.lock.set_words(words("window.go_on" if is_asked else "recovery.next"))
        self.skip.set_words(words("window.back" if is_asked else "recovery.first_lock.skip"))
        self.refresh()
        if is_asked and self.context.session.is_open:
            self.context.session.run(
                lambda vault: vault.has_recovery_code(), owner=self, then=self.lead.setVisible
            )

    @override
    def refresh(self) -> None:
        """Show no code; ask whether others use this computer."""
        self._forget()
        if self.context.session.is_open:
            self.context.session.run(_is_shared, owner=self, then=self._on_shared)

    def _on_shared(self, is_shared: bool) -> None:  # noqa: FBT001 - the answer of a job
        """On a computer others use nothing is printed."""
        self._is_shared = is_shared
        self.shared.setVisible(is_shared)
        self.print.setVisible(bool(self._groups) and not is_shared)

    def _on_make(self) -> None:
        self.make.hide()
        self.progress.begin()
        self.context.session.run(
            lambda vault: vault.new_recovery_code(),
            owner=self,
            then=self._on_made,
            otherwise=self._on_failed,
        )

    def _on_failed(self, error: BaseException) -> None:
        """No code was made; the one before, if any, still opens the case."""
        self.progress.end()
        self.make.show()
        self.context.background.failed.emit(error)

    def _on_made(self, code: str) -> None:
        """Show the code, and ask for one group of it."""
        self.progress.end()
        self._groups = tuple(code.split("-"))
        for place, group in enumerate(self._groups):
            row, column = divmod(place, COLUMNS)
            number = Label(str(place + 1), "small", wraps=False, parent=self.well)
            shown = Label(group, "code", wraps=False, parent=self.well)
            shown.setObjectName(f"group_{place + 1}")
            shown.setAccessibleName(f"{place + 1}: {' '.join(group)}")
            pair = QHBoxLayout()
            pair.setSpacing(self.context.theme.gap_px(10))
            pair.addWidget(number)
            pair.addWidget(shown)
            pair.addStretch(1)
            self.grid.addLayout(pair, row, column)
        self._asked = 1 + secrets.randbelow(len(self._groups))
        ask = self.context.words("recovery.try", n=self._asked)
        self.tried.set_label(ask)
        for widget in (self.well, self.tried):
            widget.show()
        self.print.setVisible(not self._is_shared)
        self.tried.setFocus()

    def _on_tried(self, typed: str) -> None:
        """Compare the group; the vault is told once, with the whole code."""
        wanted = self._groups[self._asked - 1] if self._groups else ""
        given = typed.strip().upper()
        if len(given) < len(wanted) or not wanted:
            self.tried.verdict.clear()
            return
        if given != wanted:
            self.tried.verdict.say("hint", self.context.words("recovery.wrong", n=self._asked))
            return
        code = "-".join(self._groups)

        def job(vault: Vault) -> None:
            vault.try_recovery_code(code)

        self.tried.edit.setReadOnly(True)
        self.context.session.run(job, owner=self, then=self._on_right)

    def _on_right(self, _nothing: object) -> None:
        self.tried.verdict.say("good", self.context.words("recovery.right"))
        self.lock.show()
        self.skip.hide()
        self.lock.setFocus()

    def _on_print(self) -> None:
        from ui.print_code import print_code  # noqa: PLC0415 - QtPrintSupport loads CUPS: only when printing

        print_code(self.context, self.window(), "-".join(self._groups))

    def _on_leave(self) -> None:
        self._forget()
        self.moved_on.emit(self._leads_to, None)

    def _forget(self) -> None:
        """Nothing of a code stays on the page."""
        self._groups = ()
        self._is_shared = True  # until the case says otherwise
        while (item := self.grid.takeAt(0)) is not None:
            _clear(item)
        self.tried.clear()
        self.tried.edit.setReadOnly(False)
        for widget in (self.well, self.tried, self.print, self.lock):
            widget.hide()
        self.progress.end()
        self.make.show()
        self.skip.show()


def _clear(item: object) -> None:
    """The labels of one pair are gone."""
    layout = item if isinstance(item, QHBoxLayout) else None
    while layout is not None and layout.count():
        inner = layout.takeAt(0)
        widget = inner.widget() if inner is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _is_shared(vault: Vault) -> bool:
    return vault.case().fact.could_use_this_computer is not Answer.NO
