# SPDX-License-Identifier: MIT
"""What is covered reaches what came later, while nobody waits for it.

A conversation that goes on is judged anew: then its boxes travel on. A file that is captured once more is
covered under its other number.
"""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.errors import BadInput, Cancelled, PicturesNotAllowed, VaultLocked

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import ExhibitId
    from app.redaction import Covered
    from app.vault import Vault
    from ui.context import Context

    GoOn = Callable[[Vault, ExhibitId, threading.Event], Covered | None]
    Twins = Callable[[Vault, threading.Event], object]

FIRST_MS = 2_000  # the pages come first
ENDS = (BadInput, Cancelled, PicturesNotAllowed, VaultLocked)  # as withdrawn or locked meanwhile


def real_go_on(context: Context) -> GoOn:
    """Return what covers a conversation anew as it was drawn, where that is due."""

    def cover(vault: Vault, exhibit: ExhibitId, cancelled: threading.Event) -> Covered | None:
        from app.intake.joining import captions_in  # noqa: PLC0415 - numpy, where needed
        from app.redaction import go_on  # noqa: PLC0415 - as above

        return go_on(vault, exhibit, captions=captions_in(context.words), cancelled=cancelled)

    return cover


def real_twins(context: Context) -> Twins:
    """Return what covers a file that is covered under another number."""

    def cover(vault: Vault, cancelled: threading.Event) -> object:
        from app.intake.joining import captions_in  # noqa: PLC0415 - numpy, where needed
        from app.redaction import cover_twins  # noqa: PLC0415 - as above

        return cover_twins(vault, captions=captions_in(context.words), cancelled=cancelled) or None

    return cover


class CoveringAgain(QObject):
    """One conversation after another, then the same files under other numbers; a lock ends it for now."""

    def __init__(
        self, context: Context, parent: QObject, go_on: GoOn | None = None, twins: Twins | None = None
    ) -> None:
        """Look whenever a case is opened, and whenever a conversation was stored."""
        super().__init__(parent)
        self._context = context
        self._go_on = go_on or real_go_on(context)
        self._twins = twins or real_twins(context)
        self._waiting: list[Callable[[], object]] = []
        self._cancelled: threading.Event | None = None
        self._is_asked = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(FIRST_MS)
        self._later.timeout.connect(self.look)
        context.session.opened.connect(self._later.start)
        context.session.exhibit_added.connect(self._later.start)
        context.session.locking.connect(self._stop)

    def look(self) -> None:
        """Cover what is due; while that is going on, look once more afterwards."""
        self._is_asked = self._cancelled is not None
        if self._context.session.is_open and not self._is_asked:
            self._cancelled = threading.Event()
            self._context.session.run(
                lambda vault: (vault, vault.to_cover_anew(), vault.covers_anything()),
                owner=self,
                then=self._on_found,
                otherwise=self._on_failed,
            )

    def _on_found(self, found: tuple[Vault, tuple[ExhibitId, ...], bool]) -> None:
        vault, runs, covers_anything = found
        stop = self._cancelled or threading.Event()
        self._waiting = [partial(self._go_on, vault, run, stop) for run in runs]
        if covers_anything:
            self._waiting.append(partial(self._twins, vault, stop))
        self._next()

    def _next(self) -> None:
        if not self._waiting or self._cancelled is None:
            self._cancelled = None
            if self._is_asked:
                self._later.start()
            return
        self._context.background.run(
            self._waiting.pop(0), owner=self, then=self._on_covered, otherwise=self._on_failed
        )

    def _on_covered(self, covered: object) -> None:
        if covered is not None:
            self._context.session.case_changed.emit()
        self._next()

    def _on_failed(self, error: BaseException) -> None:
        self._cancelled = None
        if not isinstance(error, ENDS):
            self._context.background.failed.emit(error)

    def _stop(self) -> None:
        self._later.stop()
        self._waiting.clear()
        if self._cancelled is not None:
            self._cancelled.set()
