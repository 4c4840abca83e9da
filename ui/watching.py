# SPDX-License-Identifier: MIT
"""What watches keys, focus and system, begun once the window is painted: its imports can wait (G7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.unrecorded import shield
from ui.end_watch import EndWatch
from ui.guard import Guard
from ui.system_watch import SystemWatch
from ui.unrecorded import Unrecorded
from ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.settings import Settings
    from ui.context import Context
    from ui.leaving import Leaving
    from ui.main_window import MainWindow


class Watching:
    """Kept as long as the window: Esc three times hides, absence and a sleeping system lock.

    A system that asks the program to end is answered like the window's own button.
    """

    def __init__(self, app: QApplication, context: Context, window: MainWindow, leaving: Leaving) -> None:
        """Begin to watch."""
        self.guard = Guard(app, context.clock, context.settings.idle_minutes)
        self.ring = FocusRing(app, context.theme)
        self.system = SystemWatch(window)
        self.end = EndWatch(window)
        self.unrecorded = Unrecorded(app, shield())
        self.unrecorded.obey(context.settings.is_unrecorded)
        self.guard.hide_asked.connect(leaving.hide)
        self.guard.left_alone.connect(leaving.lock_when_left_alone)
        self.system.going_away.connect(lambda: leaving.lock("suspend"))
        self.end.end_asked.connect(leaving.close)

    def obey(self, chosen: Settings) -> None:
        """Do what the settings say from now on."""
        self.guard.set_idle(chosen.idle_minutes)
        self.unrecorded.obey(chosen.is_unrecorded)

    def turn_to(self, context: Context, window: MainWindow) -> None:
        """Go on beside this window: it stands in place of the one before."""
        self.ring.turn_to(context.theme)
        for part in (self.system, self.end):
            part.setParent(window)
