# SPDX-License-Identifier: MIT
"""Failures in words: what happened, is my evidence safe, what can I do.

Nothing here shows, copies or logs the message of an exception, for it might hold content.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from app.errors import Cancelled, EvidenceError, VaultBusy
from app.paths import project_root
from ui.said_aloud import say_aloud
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from app.words import Words
    from ui.context import Context

FIELDS = ("group", "name")  # attributes of an error that its words may name
LOG = logging.getLogger("safehold")


@dataclass(frozen=True, slots=True)
class Explained:
    """A failure in three parts."""

    what: str
    safe: str
    do: str
    is_known: bool


def explain(words: Words, error: BaseException) -> Explained:
    """Return the words for an exception; what nobody expected has words too."""
    is_known = isinstance(error, EvidenceError)
    name = (
        type(error).__name__ if is_known and words.has(f"errors.{type(error).__name__}.what") else "Unknown"
    )
    fields = {field: getattr(error, field) for field in FIELDS if hasattr(error, field)}
    what, safe, do = (words(f"errors.{name}.{part}", **fields) for part in ("what", "safe", "do"))
    return Explained(what, safe, do, is_known=name != "Unknown")


def report_of(error: BaseException) -> str:
    """Return what helps to find the fault: kinds, places, versions; no message, value or path of a person."""
    import platform  # noqa: PLC0415 - 3 ms of the first paint (G7), needed on a bad day only

    lines = [f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}"]
    current: BaseException | None = error
    while current is not None:
        lines.append(type(current).__name__)
        lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(current.__traceback__)]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    root = project_root()
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    return f"{shown}:{frame.lineno} {frame.name}"


class MessageCard(Card):
    """The three parts on a page, where the failure belongs to what was done there."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(context, kind="soft", parent=parent)
        self._words = context.words
        self.what = Label("", "strong", parent=self)
        self.safe = Label("", parent=self)
        self.do = Label("", parent=self)
        for name, label in (("what", self.what), ("safe", self.safe), ("do", self.do)):
            label.setObjectName(name)
            self.body.addWidget(label)
        self.hide()

    def show_error(self, error: BaseException) -> None:
        """Show a failure."""
        said = explain(self._words, error)
        self.what.set_words(said.what)
        self.safe.set_words(f"{self._words('message.safe')} {said.safe}")
        self.do.set_words(said.do)
        self.show()
        say_aloud(
            self, " ".join(one.accessibleName() for one in (self.what, self.safe, self.do)), is_urgent=True
        )


class MessageDialog(QDialog):
    """The three parts in front of the page.

    Signals:
        went_to: the person wants the other window that holds the case.
    """

    went_to = Signal()

    def __init__(self, context: Context, error: BaseException, parent: QWidget | None = None) -> None:
        """Show a failure; ``open`` it."""
        super().__init__(parent)
        self._report = report_of(error)
        self._context = context
        words, gap = context.words, context.theme.gap_px
        said = explain(words, error)
        self.setObjectName("message")
        self.setWindowTitle(words("window.name"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(gap(480))
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(32), gap(28), gap(32), gap(24))
        column.setSpacing(gap(8))
        self.what = Label(said.what, "h2", parent=self)
        self.safe_title = Label(words("message.safe"), "strong", parent=self)
        self.safe = Label(said.safe, parent=self)
        self.do_title = Label(words("message.do"), "strong", parent=self)
        self.do = Label(said.do, parent=self)
        for name in ("what", "safe_title", "safe", "do_title", "do"):
            label: Label = getattr(self, name)
            label.setObjectName(name)
            column.addWidget(label)
        column.addSpacing(gap(12))
        column.addLayout(self._buttons(error, is_known=said.is_known))
        self.setAccessibleName(said.what)
        self.setAccessibleDescription(f"{self.safe.accessibleName()} {self.do.accessibleName()}")
        self.resize(gap(520), column.totalHeightForWidth(gap(520)))

    def _buttons(self, error: BaseException, *, is_known: bool) -> QHBoxLayout:
        words = self._context.words
        row = QHBoxLayout()
        is_elsewhere = isinstance(error, VaultBusy)  # then the words ask for the other button
        role = "secondary" if is_elsewhere else "primary"
        self.go_on = Button(self._context, words("window.go_on"), role, parent=self)
        self.go_on.setObjectName("go_on")
        self.go_on.setDefault(not is_elsewhere)
        self.go_on.clicked.connect(self.accept)
        row.addWidget(self.go_on)
        if not is_known:
            self.copy = Button(self._context, words("message.copy"), icon="copy", parent=self)
            self.copy.setObjectName("copy")
            self.copy.clicked.connect(self._on_copy)
            row.addWidget(self.copy)
        if is_elsewhere:
            self.go_to = Button(self._context, words("window.goto"), "primary", parent=self)
            self.go_to.setObjectName("go_to")
            self.go_to.setDefault(True)
            self.go_to.clicked.connect(self.went_to)
            self.go_to.clicked.connect(self.accept)
            row.insertWidget(0, self.go_to)
        row.addStretch(1)
        return row

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.set_words(self._context.words("message.copied"))


class Messages(QObject):
    """Shows failures in front of the window, one at a time, from whatever thread they come.

    Signals:
        went_to: the person wants the other window that holds the case.
    """

    went_to = Signal()
    _caught = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        """Belong to the window."""
        super().__init__(window)
        self._context = context
        self._window = window
        self.dialog: MessageDialog | None = None
        self._caught.connect(self.show_error, Qt.ConnectionType.QueuedConnection)

    def turn_to(self, context: Context, window: QWidget) -> None:
        """Belong to this window from now on."""
        self._context, self._window = context, window
        self.setParent(window)

    def show_error(self, error: BaseException) -> None:
        """Show a failure, unless one is being shown; what the person stopped needs no words."""
        if isinstance(error, Cancelled) or self.dialog is not None:
            return
        self.dialog = MessageDialog(self._context, error, self._window)
        self.dialog.went_to.connect(self.went_to)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()

    def catch_everything(self) -> None:
        """Bring every exception that nobody handled to the dialog, from every thread."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = lambda args: self._on_uncaught(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def _on_uncaught(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt) or error is None:
            sys.__excepthook__(kind, error or kind(), trace)
            return
        LOG.error("unexpected: %s", report_of(error))
        self._caught.emit(error)

    def _on_closed(self) -> None:
        self.dialog = None
