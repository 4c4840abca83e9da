# SPDX-License-Identifier: MIT
"""From a button of the bar to what the picture is to be of."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor, QGuiApplication

from app.intake.words_area import is_small
from ui.capture.placing import native_of_screen
from ui.capture.taking import Aim

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from app.capture.models import Window
    from app.model import Rect
    from ui.capture.picking import Stills
    from ui.capture.remembered import Remembered
    from ui.capture.stage import Stage
    from ui.context import Context

CONVERSATION, SCREEN, DESKTOP, WINDOW, AREA = "conversation", "screen", "desktop", "window", "area"
INSTEAD = "area_instead"


class Choosing(QObject):
    """Lets a screen, a window or an area be chosen.

    Signals:
        aimed: carries the Aim, and whether a conversation is to be followed there.
        too_large: the area is no small one, and only such a one was wanted.
        stopped: the person stopped choosing.
    """

    aimed = Signal(object, bool)
    too_large = Signal()
    stopped = Signal()

    def __init__(self, context: Context, stage: Stage, remembered: Remembered, parent: QObject) -> None:
        """Wait for ``begin``."""
        super().__init__(parent)
        self._words = context.words
        self._stage = stage
        self._remembered = remembered
        self._way: str | None = None
        self._is_conversation = self._is_of_words = False
        self._given_up = threading.Event()
        self._connect()

    @property
    def way(self) -> str | None:
        """What is being chosen, or ``None``."""
        return self._way

    def begin(self, way: str, *, is_of_words: bool = False) -> None:
        """Let something be chosen in this way; a single screen is no choice and taken at once.

        Args:
            way: the name of a button of the bar.
            is_of_words: only a small area will do, no area of before is offered, and this one is forgotten.
        """
        self.stop()
        self._way, self._is_of_words = way, is_of_words
        self._is_conversation = way == CONVERSATION
        self._given_up = threading.Event()
        self._stage.bar.show_chosen(way)
        {
            SCREEN: self._choose_screen,
            WINDOW: self._stage.window_picking.start,
            AREA: self._choose_area,
            CONVERSATION: self._choose_chat,
        }[way]()

    def last(self) -> Aim:
        """Return what was chosen last, or else the screen under the pointer."""
        here = QGuiApplication.screenAt(QCursor.pos()) or self._stage.bar_screen()
        return self._remembered.aim or Aim(SCREEN, native_of_screen(here))

    def stop(self) -> None:
        """Stop choosing; nothing is told."""
        self._way = None
        self._given_up.set()
        self._stage.window_picking.stop()
        self._stage.area_picking.stop()
        self._stage.screen_frames.hide()
        self._stage.bar.offer(())

    def _connect(self) -> None:
        stage = self._stage
        stage.bar.choice_made.connect(self._on_choice)
        stage.bar.choice_pointed_at.connect(self._on_pointed_at)
        stage.window_picking.window_chosen.connect(self._on_window)
        stage.window_picking.framed.connect(self._on_framed)
        stage.window_picking.stopped.connect(self._on_stopped)
        stage.area_picking.area_chosen.connect(self._on_area)
        stage.area_picking.stopped.connect(self._on_stopped)

    def _choose_screen(self) -> None:
        """Take the only screen, or ask which: the one under the bar stands first."""
        screens = self._screens()
        if len(screens) == 1:
            self._aim(Aim(SCREEN, native_of_screen(screens[0])))
            return
        rows = [("0", self._words("bar.screen.this"))]
        rows += [(str(at), self._words("bar.screen.other", n=at + 1)) for at in range(1, len(screens))]
        self._stage.bar.offer((*rows, (DESKTOP, self._words("bar.screen.all"))))

    def _choose_chat(self) -> None:
        """Let the window of the chat be pointed at, or an area be drawn."""
        self._stage.bar.offer(((INSTEAD, self._words("bar.area.instead")),))
        self._stage.window_picking.start()

    def _choose_area(self) -> None:
        """Show every screen as a still picture and let an area be drawn on it."""
        self._way = AREA
        self._stage.window_picking.stop()
        self._stage.when_clear(self._given_up, self._stage.area_picking.job(), self._still_wanted())

    def _still_wanted(self) -> Callable[[Stills], None]:
        """Return what to do with the stills, unless choosing was stopped or begun anew meanwhile."""
        return partial(self._on_stills, self._given_up)

    def _on_stills(self, given_up: threading.Event, stills: Stills) -> None:
        if not given_up.is_set():
            self._stage.area_picking.start(stills, None if self._is_of_words else self._remembered.area)

    def _on_choice(self, name: str) -> None:
        """Take the screen, or all of them, or draw an area after all."""
        if name == INSTEAD:
            self._choose_area()
        elif name == DESKTOP:
            self._aim(Aim(DESKTOP, native_of_screen(self._screens()[0])))
        elif int(name) < len(screens := self._screens()):
            self._aim(Aim(SCREEN, native_of_screen(screens[int(name)])))

    def _on_pointed_at(self, name: str) -> None:
        """Frame the screen that a button stands for, so that its number needs no guess; or none."""
        screens = self._screens()
        pointed_at = screens if name == DESKTOP else screens[int(name) :][:1] if name.isdigit() else []
        self._stage.screen_frames.put_round(pointed_at, self._stage.bar.geometry())

    def _on_window(self, window: Window) -> None:
        self._aim(Aim(WINDOW, window.rect, window.id))

    def _on_framed(self, window: Window | None, is_covered: bool) -> None:  # noqa: FBT001 - what a signal carries
        """Say that something lies over the window, or how to choose one."""
        tip = f"bar.tip.{self._way}"
        if window is not None and is_covered:  # only X11 can be asked to bring it forward
            can_raise = QGuiApplication.platformName() == "xcb"
            tip = "bar.tip.covered" if can_raise else "bar.tip.covered.stays"
        self._stage.bar.say(self._words(tip))

    def _on_area(self, rect: Rect, screen: Rect) -> None:
        if not self._is_of_words:
            self._remembered.keep_area(rect, screen)
        elif not is_small(rect, (screen,)):
            self.stop()
            self.too_large.emit()
            return
        self._aim(Aim(AREA, rect))

    def _aim(self, aim: Aim) -> None:
        """Say what it is to be; the pickers go when the picture is taken."""
        self._way = None
        self._stage.bar.offer(())
        self.aimed.emit(aim, self._is_conversation)

    def _on_stopped(self) -> None:
        if self._way is not None:
            self.stop()
            self.stopped.emit()

    def _screens(self) -> list[QScreen]:
        """Return every screen, the one that the bar stands on first, the others from left to right."""
        here = self._stage.bar_screen()
        others = sorted(
            (one for one in QGuiApplication.screens() if one is not here),
            key=lambda one: (one.geometry().x(), one.geometry().y()),
        )
        return [here, *others]
