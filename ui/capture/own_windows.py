# SPDX-License-Identifier: MIT
"""What of ours is on the screen, and how it goes from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.capture.placing import native_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from app.model import Rect
    from ui.capture.floating import FloatingPanel
    from ui.capture.window_frame import WindowFrame


def close_others(kept: Collection[QWidget]) -> None:
    """Close what else of ours is on the screen, such as words about a picture that did not work."""
    for other in QApplication.topLevelWidgets():
        if other.isVisible() and other not in kept:
            other.close()


def drawn_places(panels: Sequence[FloatingPanel], frames: Sequence[WindowFrame]) -> list[Rect]:
    """Return the pixels where panels and frames can be seen in a picture now.

    A panel that is kept out of pictures leaves no mark in one: its place never looks different.
    """
    areas = [panel.geometry() for panel in panels if panel.is_drawn and not panel.is_kept_out]
    areas += [strip for frame in frames for strip in frame.strips()]
    return [native_of(area, QGuiApplication.screens()) for area in areas]
