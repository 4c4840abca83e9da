# SPDX-License-Identifier: MIT
"""What to know before a page opens in the browser: which, and who will see that; it can be copied instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.model import Answer
from ui.opening import open_in_browser
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.copied import ShortCopy
from ui.widgets.label import Label
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.context import Context


class OpenCard(Card):
    """Says it, and opens nothing by itself; hidden until it is asked for."""

    def __init__(
        self,
        context: Context,
        *,
        opener: Callable[[str], bool] = open_in_browser,
        parent: QWidget | None = None,
    ) -> None:
        """Know no address yet."""
        super().__init__(context, kind="quiet", padding_px=14, parent=parent)
        self._context = context
        self._open = opener
        self._address = ""
        words = context.words
        self.what = Label("", "strong", parent=self)
        self.history = Label(words("help.open.history"), "small_ink", parent=self)
        self.shared = Label(words("help.open.shared"), "strong", parent=self)
        self.failed = Label(words("help.open.failed"), "small_ink", parent=self)
        self.go = Button(context, words("help.open.go"), parent=self)
        self.copy = Button(context, words("help.open.copy"), icon="copy", parent=self)
        self.back = Button(context, words("help.open.back"), "quiet", parent=self)
        self.copied = ShortCopy(self)
        for name in ("what", "history", "shared", "failed", "go", "copy", "back"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self.go.clicked.connect(self._on_go)
        self.copy.clicked.connect(self._on_copy)
        self.back.clicked.connect(self.hide)
        self.hide()

    def ask(self, name: str, address: str, shared: Answer) -> None:
        """Say what would open, and what of it stays; ``shared``: whether they could use this computer."""
        words = self._context.words
        self._address = address
        self.what.set_words(words("help.open.what", name=name, address=address.removeprefix("https://")))
        self.shared.setVisible(shared is not Answer.NO)
        self.shared.set_words(words("help.open.shared" if shared is Answer.YES else "help.open.others"))
        self.failed.hide()
        self.copy.set_words(words("help.open.copy"))
        self.show()
        self.back.setFocus()

    def _lay_out(self) -> None:
        buttons = QWidget(self)
        flow = Flow(buttons, gap_px=self._context.theme.gap_px(8))
        for button in (self.go, self.copy, self.back):
            flow.addWidget(button)
        for part in (self.what, self.history, self.shared, self.failed, buttons):
            self.body.addWidget(part)

    def _on_go(self) -> None:
        """The person has read it and wants it."""
        if self._open(self._address):
            self.hide()
        else:
            self.failed.show()

    def _on_copy(self) -> None:
        self.copied.copy(self._address)
        self.copy.set_words(self._context.words("help.page.copied"))
