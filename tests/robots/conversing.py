# SPDX-License-Identifier: MIT
"""The robot of the panel beside a chat: it reads what is said and presses with the pointer of the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.robots.pointer import press_for_real
from tests.robots.robot import Robot
from ui.capture.strip_states import Press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from tests.screen.xserver import XServer
    from ui.capture.conversing import Conversing
    from ui.capture.strip import RunPanel

LONG_MS = 30_000


class ConversationRobot(Robot):
    """From the panel's first words to the stored run."""

    def __init__(self, qtbot: QtBot, conversing: Conversing, xserver: XServer) -> None:
        """Work on the panel once it is there."""
        super().__init__(qtbot, conversing.standing.panel)
        self.conversing = conversing
        self.xserver = xserver
        self.until(lambda: conversing.standing.shown is not None and self.panel.isVisible())

    @property
    def panel(self) -> RunPanel:
        """The form that is shown now."""
        shown = self.conversing.standing.shown
        assert shown is not None
        return shown

    @property
    def said(self) -> str:
        """What the card says first."""
        return self.conversing.standing.panel.card.head.words

    @property
    def gaps(self) -> str:
        """How many gaps it says there are; empty if none."""
        return self.conversing.standing.panel.gaps.words

    def begin(self) -> None:
        """Press Start and wait for the first picture."""
        self.click(Press.BEGIN)
        self.until(lambda: self.frames() >= 1, within_ms=LONG_MS)

    def frames(self) -> int:
        """How many pictures the panel counts."""
        words = self.conversing.standing.panel.count.words
        return int(words.split()[0]) if words[:1].isdigit() else 0

    def finish(self) -> Exhibit:
        """Press Done, or Finish with a gap; return the run."""
        with self.qtbot.waitSignal(self.conversing.ended, timeout=LONG_MS) as ended:
            self.click(Press.FINISH)
        exhibit: Exhibit = ended.args[0]
        return exhibit

    def click(self, press: Press) -> None:
        """Press a button with the pointer of the desktop."""
        self.until(self.panel.buttons[press].isVisible)
        press_for_real(self, self.xserver, self.panel.buttons[press])

    def hide(self) -> None:
        """Press Hide of the panel in the same way."""
        press_for_real(self, self.xserver, self.panel.hide_button)
