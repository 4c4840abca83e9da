# SPDX-License-Identifier: MIT
"""The offer to go on with a conversation that was broken off, or to leave it as it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.errors import Cancelled, VaultLocked
from ui.capture.following import resumed
from ui.capture.joining import Joining, real_join
from ui.capture.setting import Subject
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.figure import Figure
from ui.widgets.label import Label
from ui.widgets.progress import Progress
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    import threading

    from PySide6.QtWidgets import QWidget

    from app.model import Exhibit, RunRecord
    from ui.capture.joining import Join
    from ui.context import Context

FIGURE_PX = 170


class ResumingCard(Card):
    """Shows itself where a run is not finished; a page puts it on top and calls ``refresh``.

    Signals:
        go_on_asked: carries the Subject of a capture that goes on with it.
    """

    go_on_asked = Signal(object)

    def __init__(self, context: Context, *, join: Join | None = None, parent: QWidget | None = None) -> None:
        """Be hidden until there is such a run; ``join`` is the real one unless given."""
        super().__init__(context, kind="soft", parent=parent)
        self.setObjectName("resuming")
        self._context = context
        self._words = context.words
        self._exhibit: Exhibit | None = None
        self._joining = Joining(context, self, join or real_join(context))
        self._build()
        self._connect()
        self.hide()

    def refresh(self) -> None:
        """Ask the case which run is not finished, and show it."""
        if self._context.session.is_open and self._exhibit is None:
            self._context.session.run(
                lambda vault: vault.unfinished_runs(),
                owner=self,
                then=self._on_read,
                otherwise=self._on_failed,
            )

    def _build(self) -> None:
        words = self._words
        self.said = Label("", "strong", parent=self)
        self.go_button = Button(self._context, words("conversation.broke.go"), icon="camera", parent=self)
        self.leave_button = Button(self._context, words("conversation.broke.leave"), "quiet", parent=self)
        self.progress = Progress(self._context, words_key="conversation.ordering", parent=self)
        for name in ("said", "go_button", "leave_button", "progress"):
            getattr(self, name).setObjectName(name)
        self.figure = Figure(self._context, "pictures-joined", width_px=FIGURE_PX, parent=self)
        self.figure.setObjectName("figure")
        gap = self._context.theme.gap_px
        buttons = Flow(gap_px=gap(12))
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.leave_button)
        texts = Card(self._context, kind="panel", padding_px=0, parent=self)
        texts.body.setSpacing(gap(12))
        for widget in (self.said, self.progress):
            texts.body.addWidget(widget)
        texts.body.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(gap(24))
        row.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(texts, 1)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.go_button.clicked.connect(self._on_go)
        self.leave_button.clicked.connect(self._on_leave)
        self._joining.moved.connect(self._on_joining)
        self._joining.done.connect(self._on_done)
        self._joining.failed.connect(self._on_failed)
        self.progress.cancel_pressed.connect(self._joining.skip)
        self._context.session.exhibit_added.connect(self._on_changed)
        self._context.session.locking.connect(self._on_locking)

    def _on_read(self, found: tuple[Exhibit, ...]) -> None:
        """Offer the first of them."""
        self._exhibit = found[0] if found else None
        self.setVisible(bool(found))
        if found:
            self.said.set_words(self._words("conversation.broke", n=len(found[0].frames)))
            self._show_working(is_working=False)

    def _on_changed(self, _exhibit: object) -> None:
        self._exhibit = None
        self.refresh()

    def _on_go(self) -> None:
        if self._exhibit is not None:
            self.go_on_asked.emit(Subject(resumes=self._exhibit))

    def _on_leave(self) -> None:
        """Finish its record with what is there."""
        exhibit = self._exhibit
        if exhibit is None:
            return
        self.progress.begin()
        self._show_working(is_working=True)
        self._context.background.run(
            partial(self._conclude, exhibit, self.progress.cancelled),
            owner=self,
            then=partial(self._joining.start, exhibit),
            otherwise=self._on_failed,
        )

    def _conclude(self, exhibit: Exhibit, cancelled: threading.Event) -> RunRecord:
        """Return the record; in a worker."""
        from app.intake.concluding import conclude  # noqa: PLC0415 - numpy, in the thread that needs it

        known = resumed(self._context, self, exhibit)
        return conclude(known, cancelled, lambda share: self.progress.moved.emit(share / 2))

    def _on_joining(self) -> None:
        self.progress.moved.emit(0.5 + (self._joining.percent or 0) / 200)

    def _on_done(self, exhibit: Exhibit) -> None:
        """It is finished: whoever shows evidence shows it so, and the next may be offered."""
        self.progress.end()
        self._context.session.exhibit_added.emit(exhibit)

    def _on_failed(self, error: BaseException) -> None:
        """Offer it again."""
        self.progress.end()
        self._show_working(is_working=False)
        if not isinstance(error, (Cancelled, VaultLocked)):
            self._context.background.failed.emit(error)

    def _on_locking(self) -> None:
        """Hold nothing of a locked case."""
        self.progress.cancelled.set()
        self._joining.skip(for_good=True)
        self._exhibit = None
        self.hide()

    def _show_working(self, *, is_working: bool) -> None:
        self.go_button.setVisible(not is_working)
        self.leave_button.setVisible(not is_working)
