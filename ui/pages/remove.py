# SPDX-License-Identifier: MIT
"""Removing one exhibit for good: what it costs, what still holds it, and why the person wants it."""

from __future__ import annotations

from typing import ClassVar

from ui.override import override
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.page import Page


class RemovePage(Page):
    """``open_with`` takes the id of the exhibit. ``moved_on``: ``exhibit`` (kept), ``evidence`` (gone)."""

    title_key: ClassVar[str] = "remove.page.title"

    @override
    def _build(self) -> None:
        self.lead = Label(self.context.words("remove.page.lead"), "lead", parent=self)
        self.back = Button(self.context, self.context.words("remove.page.back"), "quiet", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.content.addWidget(self.lead)
        self.content.addWidget(self.back)

    @override
    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.moved_on.emit("evidence", None))
