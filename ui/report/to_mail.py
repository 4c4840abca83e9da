# SPDX-License-Identifier: MIT
"""A locked copy of the report for e-mail, and the six words that open it: on the window, and nowhere else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from app.model import CopyKind
from app.vault.copies import NewCopy
from ui.override import override
from ui.report.way import Before, Way
from ui.widgets.six_words import SixWords

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.report.locked_copy import LockedCopy
    from ui.context import Context
    from ui.report.making import Made

LARGEST_FOR_EMAIL = 15_000_000  # 20 MB on the way, for base64 makes four of three.  Source: RFC 2045, 6.8


class ToMail(Way):
    """A PDF that opens with six words; the person attaches it, and reads the words out on the phone."""

    key: ClassVar[str] = "mail"
    before_words: ClassVar[Before] = Before(
        "email.title",
        "email.choose",
        "package.back",
        ("email.lead", "email.words", "email.note", "package.name"),
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Know no words."""
        super().__init__(context, parent)
        self.six_words = SixWords(context, self)
        self._hold("six_words")
        self.six_words.closed.connect(self._on_closed)
        context.session.locking.connect(self.six_words.forget)

    @override
    def make_room(self) -> None:
        """Nothing but words that were not read out yet stays: without them the copy is of no use."""
        self._show_only(*self._unread())

    @override
    def forget(self) -> None:
        """Hold nothing of a locked case."""
        self.six_words.forget()
        super().forget()

    @override
    def _lines(self) -> list[str]:
        """Return what to know first; of a report that mail may not take, its size."""
        size = len(self.made.report.data) if self.made else 0
        if size <= LARGEST_FOR_EMAIL:
            return super()._lines()
        return [self._words("email.small", n=round(size / 1_000_000)), *super()._lines()]

    @override
    def _go_on(self) -> None:
        self._ask_place("email.file", self.lock)

    def lock(self, place: Path) -> None:
        """Write it, read it back, and put it in the log; then show the words."""
        from app.report.locked_copy import save_locked  # noqa: PLC0415 - pikepdf, 140 ms, when it is wanted

        made = self.made
        if made is None:
            return
        self._go_back()
        self._context.background.run(
            partial(save_locked, made.report.data, place),
            owner=self,
            then=partial(self._on_written, made, place),
            otherwise=self._fail,
        )

    def _on_written(self, made: Made, place: Path, locked: LockedCopy) -> None:
        new = NewCopy(CopyKind.EMAIL, str(place), locked.sha256)
        more: dict[str, object] = {"sha256": locked.sha256, "form": CopyKind.EMAIL.value}
        self._list(made, new, more, partial(self._show_words, locked.words, place.name))

    def _show_words(self, words: str, name: str) -> None:
        """Show them, unless the case was locked meanwhile."""
        if not self._context.session.is_open:
            return
        self.six_words.show_words(words, name)
        self._show_only(self.six_words)
        self.came_out.emit(self.six_words)

    def _unread(self) -> tuple[QWidget, ...]:
        return (self.six_words,) if self.six_words.has_words else ()

    def _on_closed(self) -> None:
        self.six_words.forget()
        self._go_back()
