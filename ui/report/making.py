# SPDX-License-Identifier: MIT
"""The report made for the window, in memory: what is shown, saved and printed are the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import Cancelled
from app.i18n import ENGLISH
from app.model import CopyKind

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from app.package.order import Order
    from app.report.build import ReportBytes
    from app.report.dossier import Dossier
    from app.vault import Vault
    from ui.context import Context


@dataclass(frozen=True, slots=True)
class Made:
    """A finished report, what it was made of, and where the custody log stood.

    Attributes:
        note: the checkpoint that is printed in it.
        records: how many records there were just after it was frozen.
        language: what it is written in.
    """

    report: ReportBytes
    dossier: Dossier
    note: str
    records: int
    language: str = ENGLISH

    @property
    def kind(self) -> CopyKind:
        """Return what a file of it is on the list of copies."""
        return CopyKind.REPORT

    def record(self) -> dict[str, object]:
        """Return what a record of its saving or printing names it by."""
        checkpoint = self.dossier.checkpoint
        named = {"report_sha256": self.report.sha256, "root": checkpoint.root, "size": checkpoint.size}
        return {**named, "version": self.dossier.version}


class ReportMaking(QObject):
    """Freezes the case where the vault is written, and lays the report out beside it.

    Signals:
        made: carries Made.
        unchanged: nothing happened in the case since the last one.
        failed: carries the error; being stopped is one too.
    """

    made = Signal(object)
    unchanged = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        """Have made nothing."""
        super().__init__(parent)
        self._context = context
        self._is_on = False

    @property
    def is_on(self) -> bool:
        """Whether a report is being made."""
        return self._is_on

    def start(self, known_records: int, moved: Callable[[float], None], cancelled: threading.Event) -> None:
        """Make a report, unless there are still as many records as at the last one."""
        if self._is_on:
            return
        self._is_on = True
        paper = self._context.on_paper
        self._context.session.run(
            lambda vault: _freeze(vault, paper, known_records),
            owner=self,
            then=lambda frozen: self._on_frozen(frozen, paper, moved, cancelled),
            otherwise=self._on_failed,
        )

    def _on_frozen(
        self,
        frozen: tuple[Order, int] | None,
        paper: Context,
        moved: Callable[[float], None],
        cancelled: threading.Event,
    ) -> None:
        """Lay it out in a worker of its own."""
        if frozen is None:
            self._is_on = False
            self.unchanged.emit()
            return
        order, records = frozen
        self._context.background.run(
            lambda: _lay_out(order, records, paper, moved, cancelled),
            owner=self,
            then=self._on_made,
            otherwise=self._on_failed,
        )

    def _on_made(self, made: Made) -> None:
        self._is_on = False
        self.made.emit(made)

    def _on_failed(self, error: BaseException) -> None:
        self._is_on = False
        self.failed.emit(error)


def _freeze(vault: Vault, paper: Context, known_records: int) -> tuple[Order, int] | None:
    """Return what is to be reported, if anything happened since; in the vault's thread."""
    from app.package.order import prepare  # noqa: PLC0415 - reportlab, 190 ms, when a report is first wanted

    if vault.record_count == known_records:
        return None
    order = prepare(vault, catalogue=paper.catalogue, clock=paper.clock)
    return order, vault.record_count


def _lay_out(
    order: Order,
    records: int,
    paper: Context,
    moved: Callable[[float], None],
    cancelled: threading.Event,
) -> Made:
    """Return the finished report; the snapshot is given up in any case.

    Raises:
        Cancelled: stopped meanwhile.
    """
    from app.report.build import report_bytes  # noqa: PLC0415 - as above

    try:
        if cancelled.is_set():
            raise Cancelled("before the report was begun")
        report = report_bytes(
            order.dossier, order.originals, words=paper.words, progress=moved, cancelled=cancelled
        )
    finally:
        order.close()
    return Made(report, order.dossier, order.note, records, paper.words.language)
