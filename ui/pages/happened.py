# SPDX-License-Identifier: MIT
"""What happened to this evidence: every act on it, in the order of the custody log."""

from __future__ import annotations

from typing import ClassVar

from ui.override import override
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.page import Page


class HappenedPage(Page):
    """``moved_on``: ``exhibit`` with its id, ``evidence`` (back)."""

    title_key: ClassVar[str] = "happened.page.title"

    @override
    def _build(self) -> None:
        self.lead = Label(self.context.words("happened.page.lead"), "lead", parent=self)
        self.back = Button(self.context, self.context.words("happened.page.back"), "quiet", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.content.addWidget(self.lead)
        self.content.addWidget(self.back)

    @override
    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.moved_on.emit("evidence", None))
