# SPDX-License-Identifier: MIT
"""Keeping the case safe: copies, passphrase, recovery code, a new key, and a check of every picture."""

from __future__ import annotations

from typing import ClassVar

from ui.override import override
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.page import Page


class SafePage(Page):
    """``moved_on``: ``recovery``, ``new_passphrase``, ``happened``."""

    title_key: ClassVar[str] = "safe.page.title"

    @override
    def _build(self) -> None:
        self.lead = Label(self.context.words("safe.page.lead"), "lead", parent=self)
        self.back = Button(self.context, self.context.words("safe.page.back"), "quiet", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.content.addWidget(self.lead)
        self.content.addWidget(self.back)

    @override
    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.moved_on.emit("evidence", None))
