# SPDX-License-Identifier: MIT
"""After a run: one long picture is made from its frames, beside the window, and the record is kept."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import Cancelled
from app.version import app_version
from ui.shown import bytes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import Derivative, Exhibit, RunRecord
    from app.vault import Vault
    from app.vault.reading import Reading
    from ui.context import Context

    Moved = Callable[[float], None]
    Join = Callable[[Reading, Exhibit, RunRecord, Moved, threading.Event], tuple[Derivative, ...]]


class Joining(QObject):
    """Makes the picture over a snapshot of its own, so that the vault waits for nobody.

    Attributes:
        percent: how far the picture is; ``None`` while none is made.
        is_keeping: the record is on its way into the vault.

    Signals:
        moved: the share that is done has changed.
        done: the record is kept, with the picture unless that was left out; carries the Exhibit.
        failed: the record could not be kept; carries the error.
    """

    moved = Signal()
    done = Signal(object)
    failed = Signal(object)
    _share = Signal(object, float)

    def __init__(self, context: Context, parent: QObject, join: Join | None = None) -> None:
        """Wait for ``start``; without ``join`` there is the record alone."""
        super().__init__(parent)
        self._context = context
        self._join = join
        self._skipped = threading.Event()
        self._is_over = True
        self.is_keeping = False
        self.percent: int | None = None
        self._share.connect(self._on_share, Qt.ConnectionType.QueuedConnection)

    def start(self, exhibit: Exhibit, record: RunRecord) -> None:
        """Begin; ``done`` or ``failed`` follows."""
        self._skipped, self._is_over, self.is_keeping = threading.Event(), False, False
        self.percent = 0
        skipped = self._skipped
        self._context.session.run(
            lambda vault: vault,
            owner=self,
            then=partial(self._make, exhibit, record),
            otherwise=partial(self._on_failed, skipped),
        )

    def skip(self, *, for_good: bool = False) -> None:
        """Leave the picture out; ``for_good``: nothing is told any more."""
        self._skipped.set()
        self._is_over = self._is_over or for_good
        self.percent = None

    def _make(self, exhibit: Exhibit, record: RunRecord, vault: Vault) -> None:
        """Make the picture in a worker."""
        skipped, join = self._skipped, self._join
        if self._is_over:
            return
        if join is None:
            self._keep(skipped, exhibit, record, ())
            return

        def job() -> tuple[Derivative, ...]:
            with vault.reader() as reader:
                return join(reader, exhibit, record, partial(self._share.emit, skipped), skipped)

        self._context.background.run(
            job,
            owner=self,
            then=lambda made: self._keep(skipped, exhibit, record, made),
            otherwise=partial(self._on_no_picture, skipped, exhibit, record),
        )

    def _on_no_picture(
        self, skipped: threading.Event, exhibit: Exhibit, record: RunRecord, error: BaseException
    ) -> None:
        """Keep the record without it; a failure is told beside that."""
        self._keep(skipped, exhibit, record, ())
        if not self._is_over and not isinstance(error, Cancelled):
            self._context.background.failed.emit(error)

    def _keep(
        self,
        skipped: threading.Event,
        exhibit: Exhibit,
        record: RunRecord,
        made: tuple[Derivative, ...],
    ) -> None:
        if self._is_over or skipped is not self._skipped:
            return
        self.is_keeping = True
        self._context.session.run(
            lambda vault: vault.finish_run(exhibit.id, record, made),
            owner=self,
            then=partial(self._on_kept, skipped),
            otherwise=partial(self._on_failed, skipped),
        )

    def _on_kept(self, skipped: threading.Event, exhibit: Exhibit) -> None:
        if not self._is_over and skipped is self._skipped:
            self._is_over = True
            self.done.emit(exhibit)

    def _on_failed(self, skipped: threading.Event, error: BaseException) -> None:
        if not self._is_over and skipped is self._skipped:
            self._is_over = True
            self.failed.emit(error)

    def _on_share(self, skipped: threading.Event, share: float) -> None:
        percent = round(share * 100)
        if skipped is self._skipped and self.percent is not None and percent != self.percent:
            self.percent = percent
            self.moved.emit()


def real_join(context: Context) -> Join:
    """Return what makes the long picture of real frames, read over the snapshot it is given."""

    def join(
        reading: Reading, exhibit: Exhibit, record: RunRecord, moved: Moved, cancelled: threading.Event
    ) -> tuple[Derivative, ...]:
        from app.intake.joining import captions_in, joined_pictures  # noqa: PLC0415 - numpy, where needed

        made = joined_pictures(
            exhibit.originals,
            record,
            partial(bytes_of, reading),
            (context.clock.now().utc, f"safehold/{app_version()}"),
            captions=captions_in(context.words),
            moved=moved,
            cancelled=cancelled,
        )
        return tuple(made)

    return join
