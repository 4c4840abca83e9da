# SPDX-License-Identifier: MIT
"""Save, print, pack, mail: a button for each way out, what came of it, and the copies that were made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.errors import Cancelled
from app.model import CopyKind
from ui.messages import MessageCard
from ui.report.to_file import ToFile
from ui.report.to_mail import ToMail
from ui.report.to_package import ToPackage
from ui.report.to_paper import ToPaper
from ui.widgets.button import Button
from ui.widgets.copies_list import CopiesList
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from ui.context import Context
    from ui.report.making import Made
    from ui.report.way import Way

# those the page makes
COPIES = frozenset({CopyKind.PACKAGE, CopyKind.UPLOAD, CopyKind.REPORT, CopyKind.EMAIL})


class HandingOver(QWidget):
    """The buttons and what they lead to; nothing can be pressed until there is a report.

    Signals:
        saved: a copy stands where it was wanted; carries its place.
        printed: carries how many pages.
        came_out: carries the part of the window that says how it ended.
    """

    saved = Signal(object)
    printed = Signal(int)
    came_out = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Wait for a report."""
        super().__init__(parent)
        self._context = context
        self._words = context.words
        self._build()
        self._lay_out()
        self._connect()
        self.set_made(None)

    def set_made(self, made: Made | None) -> None:
        """Offer this report, or nothing."""
        for way in self.ways.values():
            way.made = made
        self.to_package.choice.offer(made.dossier if made else None)
        self.copies.refresh()
        for button in self.buttons.values():
            button.setEnabled(made is not None)

    def forget(self) -> None:
        """Hold nothing of a locked case."""
        self.set_made(None)
        for way in self.ways.values():
            way.forget()
        self.done.clear()
        self.failure.hide()
        self._show_buttons()

    def _build(self) -> None:
        context, words = self._context, self._words
        self.buttons = {
            "save": Button(context, words("report.page.pdf"), "big", icon="save", parent=self),
            "print": Button(context, words("report.page.print"), icon="printer", parent=self),
            "pack": Button(context, words("report.page.pack"), icon="package", parent=self),
            "mail": Button(context, words("report.page.mail"), icon="mail", parent=self),
        }
        self.to_file = ToFile(context, self)
        self.to_paper = ToPaper(context, self)
        self.to_package = ToPackage(context, self)
        self.to_mail = ToMail(context, self)
        made: tuple[Way, ...] = (self.to_file, self.to_paper, self.to_package, self.to_mail)
        self.ways = {way.key: way for way in made}
        self.copies = CopiesList(context, COPIES, parent=self)
        self.done = Verdict(context, parent=self)
        self.failure = MessageCard(context, parent=self)
        for key, button in self.buttons.items():
            button.setObjectName(f"{key}_button")
        for name in ("to_file", "to_paper", "to_package", "to_mail", "copies", "done", "failure"):
            getattr(self, name).setObjectName(name)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.theme.gap_px(10))
        parts = (*self.buttons.values(), *self.ways.values(), self.done, self.failure, self.copies)
        for part in parts:
            column.addWidget(part)
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        for key, button in self.buttons.items():
            button.clicked.connect(partial(self._ask, key))
        for way in self.ways.values():
            way.left.connect(self._show_buttons)
            way.said.connect(self._on_said)
            way.failed.connect(self._on_failed)
            way.saved.connect(self._on_saved)
            way.came_out.connect(self.came_out)
        self.to_paper.printed.connect(self.printed)

    def _ask(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's argument
        """Say what to know first, in place of the buttons."""
        for part in (*self.buttons.values(), self.done, self.failure):
            part.hide()
        for way in self.ways.values():
            way.make_room()
        self.ways[key].ask()

    def _show_buttons(self) -> None:
        for button in self.buttons.values():
            button.show()

    def _on_saved(self, place: object) -> None:
        self.copies.refresh()
        self.saved.emit(place)

    def _on_said(self, kind: str, title: str, note: str) -> None:
        self._show_buttons()
        self.done.say(kind, title, note)
        self.came_out.emit(self.done)

    def _on_failed(self, error: BaseException) -> None:
        """Say what happened; what the person stopped needs one line."""
        self._show_buttons()
        if isinstance(error, Cancelled):
            self.done.say("hint", self._words("report.page.stopped"))
        else:
            self.failure.show_error(error)
            self.came_out.emit(self.failure)
