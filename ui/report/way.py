# SPDX-License-Identifier: MIT
"""What every way out of Safehold has: a card that says what to know first, the work, what came of it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.before_card import BeforeCard
from ui.widgets.place_dialog import ask_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import Copy
    from app.vault import Vault
    from app.vault.copies import NewCopy
    from ui.context import Context
    from ui.report.making import Made


@dataclass(frozen=True, slots=True)
class Before:
    """Keys of the words on the card: its title, the button that goes on, the way back, and its lines."""

    title: str
    go: str
    back: str
    lines: tuple[str, ...]


class Way(QWidget):
    """One way; it takes no room while nothing of it is shown.

    Attributes:
        made: the report that is handed over; None until there is one.

    Signals:
        left: the person does not go on, or it is under way; the buttons are wanted again.
        said: how it ended, in one line: what ``Verdict.say`` takes.
        failed: carries the error.
        came_out: carries the part of it that says how it ended.
        saved: a copy stands where it was wanted, and on the list of the case; carries its place.
    """

    left = Signal()
    said = Signal(str, str, str)
    failed = Signal(object)
    came_out = Signal(object)
    saved = Signal(object)

    key: ClassVar[str]
    before_words: ClassVar[Before]

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        words, before = context.words, self.before_words
        self._context = context
        self._words = words
        self.made: Made | None = None
        self.before = BeforeCard(context, words(before.title), words(before.go), words(before.back), self)
        self.before.setObjectName(f"before_{self.key}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.gap_px(10))
        self._parts: list[QWidget] = []
        self._hold("before")
        self.before.went_on.connect(self._go_on)
        self.before.left.connect(self._go_back)
        self.hide()

    def ask(self) -> None:
        """Say what to know first."""
        self.before.show_lines(self._lines())
        self._show_only(self.before)
        self.came_out.emit(self.before)

    def make_room(self) -> None:
        """Show nothing of what came of it before."""
        self._show_only()

    def forget(self) -> None:
        """Hold nothing of a locked case."""
        self.made = None
        self._show_only()

    def _lines(self) -> list[str]:
        """Return what to know first."""
        return [self._words(line) for line in self.before_words.lines]

    def _go_on(self) -> None:
        """Do it: the card was read."""
        raise NotImplementedError

    def _go_back(self) -> None:
        self.make_room()
        self.left.emit()

    def _hold(self, *names: str) -> None:
        """These parts stand below the others, each under its own name, and wait to be shown."""
        for name in names:
            part = getattr(self, name)
            if not part.objectName():
                part.setObjectName(name)
            part.hide()
            self._column.addWidget(part)
            self._parts.append(part)

    def _show_only(self, *parts: QWidget) -> None:
        for part in self._parts:
            part.setVisible(part in parts)
        self.setVisible(bool(parts))

    def _fail(self, error: BaseException) -> None:
        self.make_room()
        self.failed.emit(error)

    def _ask_place(self, keys: str, then: Callable[[Path], object]) -> None:
        """Ask where, under a name that says nothing."""
        words = self._words
        ask_place(self, words(f"{keys}.title"), words(f"{keys}.name"), words(f"{keys}.kind"), then)

    def _list(self, made: Made, new: NewCopy, more: dict[str, object], then: Callable[[], object]) -> None:
        """Put a copy in the log and on the list; what cannot be put there does not stay."""

        def job(vault: Vault) -> Copy:
            return vault.note_copy(new, {**made.record(), **more}, size=made.dossier.checkpoint.size)

        def give_up(error: BaseException) -> None:
            with contextlib.suppress(OSError):
                Path(new.place).unlink()
            self._fail(error)

        def go_on(_copy: Copy) -> None:
            then()
            self.saved.emit(Path(new.place))

        self._context.session.run(job, owner=self, then=go_on, otherwise=give_up)
