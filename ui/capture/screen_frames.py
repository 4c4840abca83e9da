# SPDX-License-Identifier: MIT
"""A frame round each of several screens; one window cannot have two scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.capture.window_frame import WindowFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QScreen

    from ui.theme import Theme


class ScreenFrames:
    """As many frames as are asked for."""

    def __init__(self, theme: Theme) -> None:
        """Show none yet."""
        self._theme = theme
        self.frames: list[WindowFrame] = []

    def put_round(self, screens: Sequence[QScreen], spared: QRect) -> None:
        """Stand along the edges of these screens, and round no other."""
        while len(self.frames) < len(screens):
            self.frames.append(WindowFrame(self._theme))
        for frame, screen in zip(self.frames, screens, strict=False):
            frame.put_round(screen.geometry(), screen.geometry(), spared)
        for frame in self.frames[len(screens) :]:
            frame.hide()

    def hide(self) -> None:
        """Take them all away."""
        for frame in self.frames:
            frame.hide()
