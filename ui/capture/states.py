# SPDX-License-Identifier: MIT
"""How far the taking of a picture is, and what takes over for a conversation."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from app.model import CaseFacts
    from ui.capture.setting import Subject
    from ui.capture.taking import Aim


class State(Enum):
    """How far it is."""

    AWAY = auto()
    ASKING = auto()
    READY = auto()
    PICKING = auto()
    COUNTING = auto()
    TAKING = auto()
    STORING = auto()
    FOLLOWING = auto()

    @property
    def may_choose(self) -> bool:
        """Whether a button of the bar means something now."""
        return self in {State.READY, State.PICKING}


class Stated(QObject):
    """Knows how far it is.

    Signals:
        turned: the screen is for taking pictures from now on, or no longer; carries which.
    """

    turned = Signal(bool)

    _now = State.AWAY

    @property
    def state(self) -> State:
        """How far it is."""
        return self._now

    @property
    def is_on(self) -> bool:
        """Whether the main window has stepped aside."""
        return self._now is not State.AWAY

    @property
    def _state(self) -> State:
        return self._now

    @_state.setter
    def _state(self, state: State) -> None:
        was_out, self._now = self._now not in AT_HOME, state
        if was_out != (state not in AT_HOME):
            self.turned.emit(not was_out)


AT_HOME = frozenset({State.AWAY, State.ASKING})


class Following(Protocol):
    """What follows a conversation while the person scrolls.

    Signals:
        ended: carries the Exhibit, or ``None`` if nothing was taken.
        failed: carries the error; nothing of it is on the screen any more.
        hide_asked: Hide was pressed.
    """

    ended: SignalInstance
    failed: SignalInstance
    hide_asked: SignalInstance

    def start(self, aim: Aim, facts: CaseFacts, subject: Subject) -> None:
        """Begin."""
        ...

    def dismiss(self) -> None:
        """Stop at once; what is stored stays stored."""
        ...
