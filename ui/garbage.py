# SPDX-License-Identifier: MIT
"""Rings of objects that hold each other are collected in the GUI thread, and in no other.

Python collects them in whichever thread happens to make the next object. A widget in such a ring would be
taken down by a worker: it calls the window system from the wrong thread, and the program hangs or ends.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1_000


class Garbage(QObject):
    """From now on, collects in the thread of its own, which is the GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Forbid Python to collect by itself; what stands by now stays until the end."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(collect_in_turn)
        self._timer.start()


def collect_in_turn() -> None:
    """The young are collected, and the older each time their turn has come, in the thread that asks.

    Source: docs.python.org/3.11/library/gc.html#gc.set_threshold (a generation is due when the one before it
    was collected more often than its threshold). The young are due each time: how many there are says nothing
    of how large a ring of theirs is.
    """
    counts, most = gc.get_count(), gc.get_threshold()
    gc.collect(next((age for age in (2, 1) if counts[age] > most[age] > 0), 0))
