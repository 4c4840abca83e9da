# SPDX-License-Identifier: MIT
"""Before the first picture in an app: what it tells the other side, and what can be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ui.override import override
from ui.step_words import trap_lines
from ui.traps import Before, note_read
from ui.widgets.app_lines import AppLines
from ui.widgets.button import Button
from ui.widgets.figure import Figure
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.rows import Columns, column_of, flow_of

if TYPE_CHECKING:
    from app.vault import Vault

TEXT_PX, FIGURE_PX = 640, 300


class BeforePage(Page):
    """``moved_on``: ``capture`` with the Subject that waits, or ``steps``."""

    title_key: ClassVar[str] = "traps.title"

    @override
    def _build(self) -> None:
        words = self.context.words
        self.before: Before | None = None
        self.lead = Label(words("traps.lead"), "lead", parent=self)
        self.lines = AppLines(self.context, "", kind="card", role="body", parent=self)
        self.phone = Label(words("traps.phone"), "h3", parent=self)
        self.phone_how = Label(words("traps.phone.how"), parent=self)
        self.figure = Figure(self.context, "photo-with-a-phone", width_px=FIGURE_PX, parent=self)
        self.go = Button(self.context, words("traps.go"), "big", icon="camera", parent=self)
        self.back = Button(self.context, words("traps.back"), "big_quiet", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        buttons = flow_of((self.go, self.back), gap(12), self)
        left = column_of((self.lead, self.lines, buttons), gap(16), self)
        right = column_of((self.figure, self.phone, self.phone_how), gap(8), self)
        self.columns = Columns(self.context, gap_px=32, parent=self)
        self.columns.add(left, TEXT_PX, top=True)
        self.columns.add(right, FIGURE_PX, top=True)
        self.content.addWidget(self.columns)

    @override
    def _connect(self) -> None:
        self.go.clicked.connect(self._on_go)
        self.back.clicked.connect(lambda: self.moved_on.emit("steps", None))

    @override
    def open_with(self, detail: object) -> None:
        """Show what holds where this picture is taken."""
        if isinstance(detail, Before):
            self.before = detail
            self.lines.show_lines(trap_lines(self.context, detail.platforms))
        self.go.setFocus()

    def _on_go(self) -> None:
        """It was read: the picture waits no longer."""
        before = self.before
        if before is None:
            return

        def job(vault: Vault) -> None:
            note_read(vault, before.platforms)

        self.context.session.run(
            job, owner=self, then=lambda _nothing: self.moved_on.emit("capture", before.subject)
        )
