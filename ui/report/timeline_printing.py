# SPDX-License-Identifier: MIT
"""The timeline on paper: laid out when the card was read, and then printed as the report is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Cancelled
from ui.messages import MessageCard
from ui.report.making import Made
from ui.report.to_paper import ToPaper
from ui.widgets.button import Button
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from app.package.order import Order
    from app.vault import Vault
    from ui.context import Context


class TimelinePrinting(QWidget):
    """One button, and what it leads to.

    Signals:
        printed: carries how many pages.
    """

    printed = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Offer to print."""
        super().__init__(parent)
        self._context = context
        self.print_button = Button(context, context.words("when.print"), icon="printer", parent=self)
        self.to_paper = ToPaper(context, self)
        self.done = Verdict(context, parent=self)
        self.failure = MessageCard(context, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(10))
        for name in ("print_button", "to_paper", "done", "failure"):
            part = getattr(self, name)
            part.setObjectName(name)
            column.addWidget(part)
        self.failure.hide()
        self.print_button.clicked.connect(self._on_pressed)
        self.to_paper.wanted.connect(self._make)
        self.to_paper.said.connect(self.done.say)
        self.to_paper.failed.connect(self._on_failed)
        self.to_paper.printed.connect(self.printed)

    def forget(self) -> None:
        """Say nothing of an earlier time."""
        self.to_paper.forget()
        for part in (self.done, self.failure):
            part.hide()

    def _on_pressed(self) -> None:
        self.forget()
        self.to_paper.ask()

    def _make(self) -> None:
        """Freeze the case, and lay its timeline out beside the window."""
        self._context.session.run(self._freeze, owner=self, then=self._on_frozen, otherwise=self._on_failed)

    def _freeze(self, vault: Vault) -> tuple[Order, int]:
        from app.package.order import prepare  # noqa: PLC0415 - reportlab, 190 ms, when it is first wanted

        order = prepare(vault, catalogue=self._context.on_paper.catalogue, clock=self._context.clock)
        return order, vault.record_count

    def _on_frozen(self, frozen: tuple[Order, int]) -> None:
        self._context.background.run(
            partial(_lay_out, *frozen, self._context),
            owner=self,
            then=self.to_paper.choose,
            otherwise=self._on_failed,
        )

    def _on_failed(self, error: BaseException) -> None:
        """Say what happened; what the person stopped needs one line."""
        if isinstance(error, Cancelled):
            self.done.say("hint", self._context.words("report.page.stopped"))
        else:
            self.failure.show_error(error)


def _lay_out(order: Order, records: int, context: Context) -> Made:
    """Return the pages; the snapshot is given up in any case."""
    from app.report.build import timeline_bytes  # noqa: PLC0415 - as above

    try:
        report = timeline_bytes(order.dossier, order.originals, words=context.on_paper.words)
    finally:
        order.close()
    return Made(report, order.dossier, order.note, records)
