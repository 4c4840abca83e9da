# SPDX-License-Identifier: MIT
"""I'm on the phone: page 1 stays open for an hour, until when is said, and a button ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.moments import hour
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class PhoneCard(Card):
    """Signals: ``began``: page 1 is wanted in view."""

    began = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show how it stands."""
        super().__init__(context, kind="panel", padding_px=0, parent=parent)
        words = context.words
        self._context = context
        self.button = Button(context, words("report.page.phone"), icon="phone", parent=self)
        self.note = Label(words("report.page.phone.hint"), "small", parent=self)
        for name in ("button", "note"):
            getattr(self, name).setObjectName(name)
            self.body.addWidget(getattr(self, name))
        self.button.clicked.connect(self._on_pressed)
        context.phone.changed.connect(self._show)
        self._show()

    def _on_pressed(self) -> None:
        phone = self._context.phone
        if phone.until is not None:
            phone.end()
            return
        phone.begin()
        self.began.emit()

    def _show(self) -> None:
        """Say until when it stays open, or what the button does."""
        words, until = self._context.words, self._context.phone.until
        self.button.set_words(words("report.page.phone.end" if until else "report.page.phone"))
        if until is None:
            self.note.set_words(words("report.page.phone.hint"))
        else:
            at = hour(until.astimezone(), self._context.settings.language)
            self.note.set_words(words("report.page.phone.on", time=at))
