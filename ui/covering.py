# SPDX-License-Identifier: MIT
"""Boxes are burnt into copies beside the window: a picture that is taken meanwhile waits for nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping

    from app.model import ExhibitId, Rect
    from app.redaction import Covered
    from app.vault import Vault
    from ui.context import Context

    Drawn = Mapping[ExhibitId, tuple[Rect, ...]]
    Moved = Callable[[float], object]
    Cover = Callable[[Vault, ExhibitId, Drawn, Moved, threading.Event], Covered]


def real_cover(context: Context) -> Cover:
    """Return what covers boxes, and no others, of an exhibit of the open case."""

    def cover(
        vault: Vault, exhibit: ExhibitId, drawn: Drawn, moved: Moved, cancelled: threading.Event
    ) -> Covered:
        from app.intake.joining import captions_in  # noqa: PLC0415 - numpy, where needed
        from app.redaction import cover as burn  # noqa: PLC0415 - as above

        captions = captions_in(context.words)
        return burn(vault, exhibit, drawn, captions=captions, moved=moved, cancelled=cancelled)

    return cover


class Covering(QObject):
    """One exhibit at a time; the lock ends it, and then nothing has changed.

    Attributes:
        cover: what burns them in.

    Signals:
        covered: carries Covered.
        failed: carries the error; being stopped is one too.
    """

    covered = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject, cover: Cover | None = None) -> None:
        """Cover nothing yet."""
        super().__init__(parent)
        self._context = context
        self.cover = cover or real_cover(context)
        self._cancelled: threading.Event | None = None
        context.session.locking.connect(self.stop)

    @property
    def is_on(self) -> bool:
        """Whether something is being covered."""
        return self._cancelled is not None

    def start(self, exhibit: ExhibitId, drawn: Drawn, moved: Moved, cancelled: threading.Event) -> None:
        """Cover these boxes of an exhibit, and no others; ``covered`` or ``failed`` follows."""
        if self.is_on:
            return
        self._cancelled = cancelled
        self._context.session.run(
            lambda vault: vault,
            owner=self,
            then=partial(self._burn, exhibit, dict(drawn), moved, cancelled),
            otherwise=self._on_failed,
        )

    def stop(self) -> None:
        """Nothing more is burnt in."""
        if self._cancelled is not None:
            self._cancelled.set()

    def _burn(
        self, exhibit: ExhibitId, drawn: Drawn, moved: Moved, cancelled: threading.Event, vault: Vault
    ) -> None:
        self._context.background.run(
            partial(self.cover, vault, exhibit, drawn, moved, cancelled),
            owner=self,
            then=self._on_covered,
            otherwise=self._on_failed,
        )

    def _on_covered(self, covered: Covered) -> None:
        self._cancelled = None
        self.covered.emit(covered)

    def _on_failed(self, error: BaseException) -> None:
        self._cancelled = None
        self.failed.emit(error)
