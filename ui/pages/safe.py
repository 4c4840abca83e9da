# SPDX-License-Identifier: MIT
"""Keeping the case safe: copies, passphrase, recovery code, a new key, and a check of everything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt

from app.paths import is_synced
from ui.legible import legible
from ui.override import override
from ui.safe_words import Standing, check_note, code_note, copy_note, found_words, standing_of
from ui.widgets.before_card import BeforeCard
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.copies_list import CopiesList
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.place_dialog import ask_folder
from ui.widgets.safe_row import SafeRow

if TYPE_CHECKING:
    from pathlib import Path

    from app.vault.checking import CheckResult

# name of the row, its icon
ROWS = (
    ("copy", "save"),
    ("check", "check"),
    ("passphrase", "pencil"),
    ("code", "badge"),
    ("rekey", "keep"),
)
BEFORE = tuple(f"safe.copy.before.{n}" for n in (1, 2, 3))


class SafePage(Page):
    """``moved_on``: ``recovery``, ``new_passphrase``, ``new_key``, ``happened``."""

    title_key: ClassVar[str] = "safe.page.title"

    @override
    def _build(self) -> None:
        context, words = self.context, self.context.words
        self.lead = Label(words("safe.page.lead"), "lead", parent=self)
        self.card = Card(context, padding_px=24, parent=self)
        self.rows = {
            name: SafeRow(context, icon, f"safe.{name}", is_last=name == ROWS[-1][0], parent=self.card)
            for name, icon in ROWS
        }
        for name, row in self.rows.items():
            row.setObjectName(f"{name}_row")
        self.before = BeforeCard(
            context, words("safe.copy.before.title"), words("safe.copy.choose"), words("package.back"), self
        )
        self.where = Card(context, words("safe.where.title"), kind="quiet", parent=self)
        self.place = Label(legible(str(context.folder)), "mono", parent=self.where)
        self.synced = Label(words("safe.where.synced"), "strong", parent=self.where)
        self.copies = CopiesList(context, parent=self)
        self.happened = Button(context, words("safe.page.happened"), "quiet", icon="timeline", parent=self)
        self.name_children()
        self.synced.setVisible(is_synced(context.folder))
        self.rows["passphrase"].say(words("safe.passphrase.note"), words("safe.passphrase.go"))
        self.rows["rekey"].say(words("safe.rekey.note"), words("safe.rekey.go"))

    @override
    def _lay_out(self) -> None:
        self.card.body.setSpacing(0)
        for row in self.rows.values():
            self.card.body.addWidget(row)
        self.rows["copy"].add(self.before)
        for part in (self.place, self.synced):
            self.where.body.addWidget(part)
        self.add_text((self.lead, self.card, self.copies, self.where))
        self.content.addWidget(self.happened, 0, Qt.AlignmentFlag.AlignLeading)

    @override
    def _connect(self) -> None:
        self.rows["copy"].wanted.connect(self._ask)
        self.before.went_on.connect(self._choose)
        self.before.left.connect(self.before.hide)
        self.rows["check"].wanted.connect(self._check)
        ways = (("passphrase", "new_passphrase"), ("code", "recovery"), ("rekey", "new_key"))
        for name, page in ways:
            self.rows[name].wanted.connect(partial(self.moved_on.emit, page, "safe"))
        self.happened.clicked.connect(lambda: self.moved_on.emit("happened", None))

    @override
    def refresh(self) -> None:
        """Ask how safe the case is."""
        if self.context.session.is_open:
            self.context.session.run(standing_of, owner=self, then=self._show)
            self.copies.refresh()

    def _show(self, standing: Standing) -> None:
        context, words = self.context, self.context.words
        self.rows["copy"].say(copy_note(context, standing), words("safe.copy.go"))
        self.rows["check"].say(check_note(context, standing), words("safe.check.go"))
        key = "safe.code.again" if standing.has_code else "safe.code.make"
        self.rows["code"].say(code_note(context, standing), words(key))

    # --- a copy ---

    def _ask(self) -> None:
        self.rows["copy"].clear()
        self.before.show_lines([self.context.words(key) for key in BEFORE])

    def _choose(self) -> None:
        ask_folder(self, self.context.words("safe.copy.choose"), self.copy_to)

    def copy_to(self, place: Path) -> None:
        """Make a locked copy in this place."""
        self.before.hide()
        day = self.context.clock.now().utc.astimezone().date()
        self.rows["copy"].work(
            lambda vault, moved, cancelled: vault.back_up(place, day, moved, cancelled),
            partial(self._on_copied, place),
        )

    def _on_copied(self, place: Path, _made: Any) -> None:
        from app.vault.backup import is_same_disk  # noqa: PLC0415 - with the vault, after the first paint

        words = self.context.words
        is_same = is_same_disk(place, self.context.folder)
        note = words("safe.copy.same" if is_same else "safe.copy.done.note")
        self.rows["copy"].verdict.say("good", words("safe.copy.done"), note)
        self.refresh()

    # --- a check ---

    def _check(self) -> None:
        self.rows["check"].work(
            lambda vault, moved, cancelled: vault.check(moved, cancelled), self._on_checked
        )

    def _on_checked(self, found: Any) -> None:
        words, verdict = self.context.words, self.rows["check"].verdict
        result: CheckResult = found
        if result.is_fine:
            verdict.say(
                "good", words("safe.check.done.fine"), words("safe.check.done.fine.note", n=result.checked)
            )
        else:
            verdict.say("hint", words("safe.check.done.differs"), found_words(self.context, result))
        self.refresh()
