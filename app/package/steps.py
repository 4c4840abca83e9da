# SPDX-License-Identifier: MIT
"""How far an export is, told from the parts of it, and the place where Cancel is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import Cancelled

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    Progress = Callable[[float], None]


class Steps:
    """How far the whole work is."""

    def __init__(self, progress: Progress | None, cancelled: threading.Event) -> None:
        """Tell ``progress``; stop once ``cancelled`` is set."""
        self._progress = progress
        self.cancelled = cancelled

    def share(self, start: float, size: float) -> Progress:
        """Return what hears how far one part is, from 0.0 to 1.0; it raises Cancelled once that is wanted."""

        def hear(done: float) -> None:
            if self.cancelled.is_set():
                raise Cancelled
            if self._progress is not None:
                self._progress(min(1.0, start + size * done))

        return hear

    def bytes(self, start: float, size: float, all_bytes: int) -> Callable[[int], None]:
        """Return what hears how many bytes of one part were done."""
        tell, done = self.share(start, size), 0

        def hear(count: int) -> None:
            nonlocal done
            done += count
            tell(min(1.0, done / max(1, all_bytes)))

        return hear
