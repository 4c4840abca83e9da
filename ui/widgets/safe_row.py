# SPDX-License-Identifier: MIT
"""One thing that keeps the case safe: how it stands, its button, and below what the button leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.errors import Cancelled, VaultLocked
from ui.messages import MessageCard
from ui.widgets.button import Button
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.progress import Progress
from ui.widgets.rows import Columns, column_of
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from PySide6.QtWidgets import QWidget

    from app.vault import Vault
    from ui.context import Context


class SafeRow(QFrame):
    """Icon, title, note, button; with ``work`` a bar with Cancel, and then what came of it.

    Signals:
        wanted: the button was pressed.
    """

    wanted = Signal()

    def __init__(
        self,
        context: Context,
        icon: str,
        key: str,
        *,
        is_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the title of ``key``; ``say`` sets the note and what the button says."""
        super().__init__(parent)
        self._context = context
        words = context.words
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        self.title = Label(words(f"{key}.title"), "h3", parent=self)
        self.note = Label("", "small", parent=self)
        self.go = Button(context, "", parent=self)
        going = f"{key}.going" if words.has(f"{key}.going") else "safe.copy.going"
        self.progress = Progress(context, words_key=going, parent=self)
        self.verdict = Verdict(context, parent=self)
        self.failure = MessageCard(context, parent=self)
        for name in ("title", "note", "go", "progress", "verdict", "failure"):
            getattr(self, name).setObjectName(name)
        self._lay_out(icon)
        self.go.clicked.connect(self.wanted)

    def say(self, note: str, go: str) -> None:
        """Say how it stands, and what the button does."""
        self.note.set_words(note)
        self.go.set_words(go)
        self.go.setAccessibleName(f"{go}. {self.title.words}")

    def add(self, part: QWidget) -> None:
        """Show a part below, before the bar."""
        self.below.insertWidget(0, part)

    def clear(self) -> None:
        """Say nothing of what came of it before."""
        self.verdict.clear()
        self.failure.hide()

    def work(
        self, job: Callable[[Vault, Callable[[float], None], Event], object], then: Callable[[object], object]
    ) -> None:
        """Do a long job on the open case beside everything else; what it returns comes to ``then``."""
        self.clear()
        self.go.setEnabled(False)
        self.progress.begin()
        moved, cancelled = self.progress.moved.emit, self.progress.cancelled
        self._context.session.run(
            lambda vault: vault,
            owner=self,
            then=lambda vault: self._context.background.run(
                lambda: job(vault, moved, cancelled),
                owner=self,
                then=lambda found: self._on_done(found, then),
                otherwise=self.fail,
            ),
            otherwise=self.fail,
        )

    def fail(self, error: BaseException) -> None:
        """Say what happened; what was stopped needs one line, and a locked case none."""
        self._end()
        if isinstance(error, Cancelled):
            self.verdict.say("hint", self._context.words("safe.page.stopped"))
        elif not isinstance(error, VaultLocked):
            self.failure.show_error(error)

    def _on_done(self, found: object, then: Callable[[object], object]) -> None:
        self._end()
        then(found)

    def _end(self) -> None:
        self.progress.end()
        self.go.setEnabled(True)

    def _lay_out(self, icon: str) -> None:
        gap = self._context.theme.gap_px
        line = Columns(self._context, gap_px=12, parent=self)
        line.add(column_of((self.title, self.note), gap(2), line), top=True)
        line.add(self.go, 0, top=True)
        self.below = QVBoxLayout()
        self.below.setSpacing(gap(8))
        for part in (self.progress, self.verdict, self.failure):
            self.below.addWidget(part)
        column = QVBoxLayout()
        column.setSpacing(gap(8))
        column.addWidget(line)
        column.addLayout(self.below)
        mark = IconView(
            self._context, icon, colour="primary", ground="primary_soft", ground_px=38, parent=self
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, gap(14), 0, gap(14))
        row.setSpacing(gap(17))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
