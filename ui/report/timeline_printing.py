# SPDX-License-Identifier: MIT
"""The timeline on paper: what to know first, the printer, and a record of it in the custody log."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.errors import Cancelled
from ui.background import Lane
from ui.messages import MessageCard
from ui.report.making import Made
from ui.report.printing import new_printer, print_report
from ui.widgets.before_card import BeforeCard
from ui.widgets.button import Button
from ui.widgets.progress import Progress
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.package.order import Order
    from app.vault import Vault
    from ui.context import Context

LINES = ("print.1", "print.2", "print.3")


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
        words = context.words
        self.print_button = Button(context, words("when.print"), icon="printer", parent=self)
        self.before = BeforeCard(
            context, words("print.title"), words("print.go"), words("print.back"), parent=self
        )
        self.sending = Progress(context, words_key="print.sending", parent=self)
        self.done = Verdict(context, parent=self)
        self.failure = MessageCard(context, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(10))
        for name in ("print_button", "before", "sending", "done", "failure"):
            part = getattr(self, name)
            part.setObjectName(name)
            column.addWidget(part)
        self.failure.hide()
        self.print_button.clicked.connect(self._on_pressed)
        self.before.left.connect(self.before.hide)
        self.before.went_on.connect(self._make)

    def forget(self) -> None:
        """Say nothing of an earlier time."""
        for part in (self.before, self.done, self.failure):
            part.hide()

    def _on_pressed(self) -> None:
        self.forget()
        self.before.show_lines([self._context.words(line) for line in LINES])

    def _make(self) -> None:
        """Freeze the case, and lay its timeline out beside the window."""
        self.before.hide()
        self._context.session.run(self._freeze, owner=self, then=self._on_frozen, otherwise=self._on_failed)

    def _freeze(self, vault: Vault) -> tuple[Order, int]:
        from app.package.order import prepare  # noqa: PLC0415 - reportlab, 190 ms, when it is first wanted

        order = prepare(vault, catalogue=self._context.catalogue, clock=self._context.clock)
        return order, vault.record_count

    def _on_frozen(self, frozen: tuple[Order, int]) -> None:
        self._context.background.run(
            partial(_lay_out, *frozen, self._context),
            owner=self,
            then=self._choose_printer,
            otherwise=self._on_failed,
        )

    def _choose_printer(self, made: Made) -> None:
        """Open the system's dialog."""
        printer = new_printer()
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("print_dialog")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, made.report.pages)
        dialog.accepted.connect(lambda *_: self._print(printer, made))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _print(self, printer: QPrinter, made: Made) -> None:
        """Send it, and put it in the log."""
        self.sending.begin()
        self._context.background.run(
            partial(print_report, made.report.data, printer, self.sending.moved.emit, self.sending.cancelled),
            owner=self,
            then=partial(self._note, made),
            otherwise=self._on_failed,
            lane=Lane.PDFIUM,
        )

    def _note(self, made: Made, pages: int) -> None:
        data = {**made.record(), "pages": pages}

        def job(vault: Vault) -> int:
            return vault.note("print.create", None, data)

        self._context.session.run(
            job, owner=self, then=lambda _: self._on_printed(pages), otherwise=self._on_failed
        )

    def _on_printed(self, pages: int) -> None:
        self.sending.end()
        self.done.say("good", self._context.words("print.done", n=pages))
        self.printed.emit(pages)

    def _on_failed(self, error: BaseException) -> None:
        """Say what happened; what the person stopped needs one line."""
        self.sending.end()
        if isinstance(error, Cancelled):
            self.done.say("hint", self._context.words("report.page.stopped"))
        else:
            self.failure.show_error(error)


def _lay_out(order: Order, records: int, context: Context) -> Made:
    """Return the pages; the snapshot is given up in any case."""
    from app.report.build import timeline_bytes  # noqa: PLC0415 - as above

    try:
        report = timeline_bytes(order.dossier, order.originals, words=context.words)
    finally:
        order.close()
    return Made(report, order.dossier, order.note, records)
