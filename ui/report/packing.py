# SPDX-License-Identifier: MIT
"""The package for the officer: frozen and recorded in the vault's thread, written and read back beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.report.pack_choice import Wanted

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from app.package.order import Order
    from app.package.sealed import PackageBuilt, Sealed
    from app.vault import Vault
    from ui.context import Context
    from ui.report.making import Made


EVERYTHING = Wanted()


class Packing(QObject):
    """One package at a time.

    Signals:
        packed: carries PackageBuilt.
        failed: carries the error; nothing that looks finished is left.
    """

    packed = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        """Have packed nothing."""
        super().__init__(parent)
        self._context = context
        self._is_on = False

    @property
    def is_on(self) -> bool:
        """Whether a package is being written."""
        return self._is_on

    def start(
        self,
        made: Made,
        out: Path,
        moved: Callable[[float], None],
        cancelled: threading.Event,
        wanted: Wanted = EVERYTHING,
    ) -> None:
        """Write a package at this place, with the report that was made, if the case still says the same.

        Of some pictures alone a report of its own is made, which tells of no other.
        """
        if self._is_on:
            return
        self._is_on = True
        paper = self._context.speaking(made.language)
        self._context.session.run(
            lambda vault: _freeze(vault, paper, made, wanted),
            owner=self,
            then=lambda order: self._on_frozen(
                order, partial(_seal, order, out, wanted, paper, moved, cancelled)
            ),
            otherwise=self._on_failed,
        )

    def _on_frozen(self, order: Order, seal: Callable[[], Sealed]) -> None:
        self._context.background.run(
            seal,
            owner=self,
            then=lambda sealed: self._on_sealed(order, sealed),
            otherwise=self._on_failed,
        )

    def _on_sealed(self, order: Order, sealed: Sealed) -> None:
        """Put it in the log and give it its name."""

        def finish(vault: Vault) -> PackageBuilt:
            from app.package import sealed as sealing  # noqa: PLC0415 - as above

            return sealing.finish(vault, order, sealed)

        self._context.session.run(
            finish,
            owner=self,
            then=self._on_packed,
            otherwise=lambda error: self._on_not_finished(sealed, error),
        )

    def _on_packed(self, built: PackageBuilt) -> None:
        self._is_on = False
        self.packed.emit(built)

    def _on_not_finished(self, sealed: Sealed, error: BaseException) -> None:
        """The case was locked between sealing and recording: what is not in the log is not left either."""
        from app.package.sealed import discard  # noqa: PLC0415 - as above

        discard(sealed)
        self._on_failed(error)

    def _on_failed(self, error: BaseException) -> None:
        self._is_on = False
        self.failed.emit(error)


def _freeze(vault: Vault, paper: Context, made: Made, wanted: Wanted) -> Order:
    """Return what is to be packed; in the vault's thread."""
    from app.package.again import prepare_as  # noqa: PLC0415 - reportlab, 190 ms, when first wanted
    from app.package.order import prepare  # noqa: PLC0415

    catalogue, clock = paper.catalogue, paper.clock
    if wanted.scope is not None:
        return prepare(vault, catalogue=catalogue, clock=clock, scope=wanted.scope)
    return prepare_as(vault, made.dossier, made.note, catalogue=catalogue, clock=clock)


def _seal(
    order: Order,
    out: Path,
    wanted: Wanted,
    paper: Context,
    moved: Callable[[float], None],
    cancelled: threading.Event,
) -> Sealed:
    """Return the package, read back; the snapshots are given up in any case."""
    from app.package import build, upload  # noqa: PLC0415 - as above

    write = upload.seal_upload if wanted.is_upload else build.seal
    try:
        return write(order, out, words=paper.words, progress=moved, cancelled=cancelled)
    finally:
        order.close()
