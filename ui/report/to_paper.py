# SPDX-License-Identifier: MIT
"""The report on paper: what to know first, which pages, whom the printer belongs to, and a record of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog

from app.errors import BadInput
from app.hashing import sha256_of
from app.report.page_ranges import as_ranges, read_pages
from app.report.queues import Queue, QueueKind
from app.vault.copies import NewCopy
from ui.background import Lane
from ui.legible import brief
from ui.override import override
from ui.report.printing import Wanted, asks_about, new_printer, print_report
from ui.report.way import Before, Way
from ui.widgets.before_card import BeforeCard
from ui.widgets.field import Field
from ui.widgets.progress import Progress
from ui.widgets.tick_row import TickRow

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from app.vault import Vault
    from ui.context import Context
    from ui.report.making import Made


class ToPaper(Way):
    """Prints what it is given.

    Signals:
        wanted: the card was read, and there is nothing to print yet; ``choose`` goes on.
        printed: carries how many pages.
    """

    wanted = Signal()
    printed = Signal(int)

    key: ClassVar[str] = "print"
    before_words: ClassVar[Before] = Before(
        "print.title", "print.go", "print.back", ("print.1", "print.2", "print.3")
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Offer all pages, as they are."""
        super().__init__(context, parent)
        words = context.words
        self.pages = Field(context, words("print.pages"), hint=words("print.pages.hint"), parent=self.before)
        self.pages.setObjectName("pages")
        self.grey = TickRow(context, words("print.grey"), parent=self.before)
        self.grey.setObjectName("grey")
        self.before.put_in(self.pages)
        self.before.put_in(self.grey)
        self.others = BeforeCard(context, " ", words("print.others.go"), words("print.back"), self)
        self.sending = Progress(context, words_key="print.sending", parent=self)
        self._hold("others", "sending")
        self._waiting: Sheets | None = None
        self.pages.changed.connect(lambda _: self.pages.verdict.clear())
        self.pages.entered.connect(self._go_on)
        self.others.went_on.connect(self._go_on_anyway)
        self.others.left.connect(self._go_back)

    def choose(self, made: Made) -> None:
        """Open the system's dialog, once the pages that were written can be read."""
        wanted = self._wanted(made)
        if wanted is None:
            return
        printer = new_printer()
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("print_dialog")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)  # the card has asked
        # it brings the printer, unlike other dialogs
        dialog.accepted.connect(lambda *_: self._look(printer, made, wanted))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    @override
    def forget(self) -> None:
        """Hold nothing of a locked case."""
        super().forget()
        self._waiting = None
        self.pages.clear()
        self.grey.setChecked(False)

    @override
    def _go_on(self) -> None:
        if self.made is None:
            self._show_only()
            self.wanted.emit()
        else:
            self.choose(self.made)

    def _wanted(self, made: Made) -> Wanted | None:
        """Return what was chosen on the card; None, and a word about it, where it cannot be read."""
        count = made.report.pages
        try:
            return Wanted(read_pages(self.pages.text, count), self.grey.isChecked())
        except BadInput:
            self._show_only(self.before)
            self.pages.verdict.say("hint", self._words("print.pages.need", n=count))
            self.pages.setFocus()
            return None

    def _look(self, printer: QPrinter, made: Made, wanted: Wanted) -> None:
        """Find out whom the printer belongs to before anything is sent there; not once the case is locked."""
        if not self._context.session.is_open:
            return
        sheets = partial(Sheets, made, printer, wanted)
        if printer.outputFileName():
            self._start(sheets())
            return
        self._context.background.run(
            asks_about(printer),
            owner=self,
            then=lambda queue: self._on_known(sheets(queue)),
            otherwise=self._fail,
        )

    def _on_known(self, sheets: Sheets) -> None:
        """Send it to a printer of one's own; of any other say first what to know."""
        kind, words = sheets.queue.kind, self._words
        if not self._context.session.is_open:
            return
        if kind is QueueKind.HERE:
            self._start(sheets)
            return
        self._waiting = sheets
        name = brief(sheets.printer.printerName())
        self.others.title.set_words(words("print.others.title" if name else "print.others.some", name=name))
        self.others.show_lines([words("print.others.1"), words(f"print.others.{kind.value}")])
        self._show_only(self.others)
        self.came_out.emit(self.others)

    def _go_on_anyway(self) -> None:
        if self._waiting is not None:
            self._start(self._waiting)

    def _start(self, sheets: Sheets) -> None:
        """Send the bytes that are shown, and put it in the log."""
        self._waiting = None
        self._show_only(self.sending)
        self.left.emit()
        self.sending.begin()
        self._context.background.run(
            partial(_sent, sheets, self.sending.moved.emit, self.sending.cancelled),
            owner=self,
            then=partial(self._note, sheets),
            otherwise=self._fail,
            lane=Lane.PDFIUM,
        )

    def _note(self, sheets: Sheets, sent: Sent) -> None:
        """Put it in the log; a file is a copy like any other, and stands on their list."""
        if sent.sha256 is not None:
            place = str(Path(sheets.printer.outputFileName()).absolute())
            new, then = (
                NewCopy(sheets.made.kind, place, sent.sha256),
                partial(self._tell, "print.done.file", sent),
            )
            self._list(sheets.made, new, sheets.told(sent), then)
            return
        data = {**sheets.made.record(), **sheets.told(sent)}

        def job(vault: Vault) -> int:
            return vault.note("print.create", None, data)

        then = partial(self._tell, "print.done", sent)
        self._context.session.run(job, owner=self, then=lambda _: then(), otherwise=self._fail)

    def _tell(self, key: str, sent: Sent) -> None:
        self._show_only()
        self.said.emit("good", self._words(key, n=len(sent.pages)), "")
        self.printed.emit(len(sent.pages))


@dataclass(frozen=True, slots=True)
class Sheets:
    """What goes to which printer."""

    made: Made
    printer: QPrinter
    wanted: Wanted
    queue: Queue = field(default_factory=Queue)

    def told(self, sent: Sent) -> dict[str, object]:
        """Return what the record says of it: not the printer's name, which may say where somebody works."""
        how = {"pages": len(sent.pages), "which": as_ranges(sent.pages), "is_grey": self.wanted.is_grey}
        if sent.sha256 is not None:
            return how
        return {**how, "copies": max(1, self.printer.copyCount()), "queue": self.queue.kind.value}


@dataclass(frozen=True, slots=True)
class Sent:
    """The pages that went out, and the hash value of the file if they went into one."""

    pages: tuple[int, ...]
    sha256: str | None


def _sent(sheets: Sheets, moved: Callable[[float], None], cancelled: threading.Event) -> Sent:
    """Print it; returns what went out."""
    made, printer = sheets.made, sheets.printer
    pages = print_report(made.report.data, printer, sheets.wanted, sheets.queue, moved, cancelled)
    place = printer.outputFileName()
    return Sent(pages, sha256_of(Path(place).read_bytes()) if place else None)
