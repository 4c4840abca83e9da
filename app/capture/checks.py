# SPDX-License-Identifier: MIT
"""What is looked at before a picture counts as taken. Nothing here changes a pixel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.capture.geometry import contains, intersection
from app.errors import BlankFrame

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.capture.models import Frame, Window
    from app.model import Rect

COLOUR_BITS = 0x00FFFFFF  # the fourth byte of a pixel is unused and may hold anything
SAMPLE_STEP = 4_099  # a prime, so that the samples do not stand in one column


def refuse_blank(frame: Frame) -> None:
    """Return if the frame shows at least two colours.

    Raises:
        BlankFrame: it is black, or all of one colour.
    """
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    pixels = np.frombuffer(frame.bgra, dtype="<u4")
    first = int(pixels[0]) & COLOUR_BITS
    for part in (pixels[::SAMPLE_STEP], pixels):  # a drawn screen is settled by the sample
        if ((part & COLOUR_BITS) != first).any():
            return
    raise BlankFrame(is_black=first == 0)


def occluders(window: Window, stack: Sequence[Window]) -> tuple[Window, ...]:
    """Return what stands over a part of the window; ``stack`` is in stacking order, lowest first."""
    ids = [other.id for other in stack]
    above = stack[ids.index(window.id) + 1 :] if window.id in ids else ()
    return tuple(other for other in above if _is_over(other, window.rect))


def own_window_inside(rect: Rect, windows: Iterable[Window], pid: int) -> bool:
    """Whether a window of this process shows in the rectangle."""
    return any(window.pid == pid and _is_over(window, rect) for window in windows)


def window_at(windows: Sequence[Window], x: int, y: int) -> Window | None:
    """Return the topmost of the windows (lowest first) that shows at a point, or ``None``."""
    shown = (window for window in reversed(windows) if not window.is_minimised)
    return next((window for window in shown if contains(window.rect, x, y)), None)


def _is_over(window: Window, rect: Rect) -> bool:
    return not window.is_minimised and intersection(window.rect, rect) is not None
