# SPDX-License-Identifier: MIT
"""Covering parts of a picture with solid boxes, on a copy."""

from __future__ import annotations

from typing import ClassVar

from ui.override import override
from ui.widgets.button import Button
from ui.widgets.page import Page


class RedactPage(Page):
    """``moved_on``: ``exhibit``."""

    title_key: ClassVar[str] = "redact.page.title"

    @override
    def _build(self) -> None:
        context, words = self.context, self.context.words
        self.back = Button(context, words("redact.page.back"), "quiet", icon="back", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.title_row.insertWidget(0, self.back)

    @override
    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.moved_on.emit("exhibit", None))
