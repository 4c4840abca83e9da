# SPDX-License-Identifier: MIT
"""What is noticed about a picture that was taken. Nothing here changes a pixel, nothing refuses one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.capture.geometry import contains, intersection
from app.capture.models import Surroundings
from app.model import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from app.capture.models import Frame, Grab, Window
    from app.model import Rect

COLOUR_BITS = 0x00FFFFFF  # the fourth byte of a pixel is unused and may hold anything
CELL_PX, ROW_STEP = 16, 4
# Measured on a drawn chat: title bar alone 12 squares, with a header 40, with one short message 102.
BUSY_CELLS, BUSY_PERMILLE, BAND_PX = 48, 30, 64
CURSOR_PX, CURSOR_COLOURS = 24, 64  # an arrow with smooth edges on a flat ground has fewer colours
BLACK_PERMILLE, BLACK_STEP = 800, 31  # a title bar of 32 pixels over a window 200 high leaves 840
SAMPLE_STEP = 4_099  # a prime, so that the samples do not stand in one column


def notices(taken: Grab) -> tuple[Notice, ...]:
    """Return what a person should know of this picture, the gravest first; it is kept all the same.

    Source: the sentence and the next step for each stand in resources/words, ``look.checks``.
    """
    drawn = _drawn(taken)
    around = taken.around or Surroundings(is_own_inside=False)
    found = {
        Notice.PROTECTED: taken.window is not None and taken.window.is_protected,
        **drawn,
        Notice.OWN_INSIDE: around.is_own_inside,
        Notice.CUT_OFF: taken.is_cut_off,
        Notice.COVERED: bool(taken.is_covered) and not around.is_menu_over,
        Notice.MENU_OVER: around.is_menu_over,
        Notice.POINTER_OVER: taken.is_pointer_drawn and _is_on_something(taken, around.pointer),
        Notice.NO_CLOCK: around.is_clock_in_sight is False,
    }
    return tuple(notice for notice, is_so in found.items() if is_so)


def is_blank(frame: Frame) -> bool:
    """Whether it is all of one colour."""
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    pixels = np.frombuffer(frame.bgra, dtype="<u4")
    first = int(pixels[0]) & COLOUR_BITS
    # a drawn screen is settled by the sample
    return not any(((part & COLOUR_BITS) != first).any() for part in (pixels[::SAMPLE_STEP], pixels))


def _drawn(taken: Grab) -> dict[Notice, bool]:
    """Return whether anything is drawn in the picture: nothing, one colour, or next to nothing."""
    blank = is_blank(taken.frame)
    is_empty = blank or _is_almost_empty(taken.frame)
    is_black = is_empty and _is_mostly_black(taken.frame)
    return {
        Notice.BLACK: is_black,
        Notice.ONE_COLOUR: blank and not is_black,
        Notice.ALMOST_EMPTY: is_empty and not blank and not is_black,
    }


def _is_mostly_black(frame: Frame) -> bool:
    """Whether it is black but for a title bar: a program that hides from pictures leaves that."""
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    pixels = np.frombuffer(frame.bgra, dtype="<u4")[::BLACK_STEP] & COLOUR_BITS
    return 1000 * int(np.count_nonzero(pixels == 0)) >= BLACK_PERMILLE * pixels.size


def _is_almost_empty(frame: Frame) -> bool:
    """Whether hardly a small square holds anything like letters; most pictures are settled by their top."""
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    rows, columns = frame.height_px // CELL_PX, frame.width_px // CELL_PX
    if not rows or not columns:
        return False
    enough = min(BUSY_CELLS, rows * columns * BUSY_PERMILLE // 1000)
    pixels = np.frombuffer(frame.bgra, dtype="<u4").reshape(frame.height_px, frame.width_px)
    busy = 0
    for top in range(0, rows * CELL_PX, BAND_PX):
        band = pixels[top : min(top + BAND_PX, rows * CELL_PX) : ROW_STEP, : columns * CELL_PX]
        busy += _busy_cells(band & np.uint32(COLOUR_BITS))
        if busy >= enough:
            return False
    return busy < enough


def _busy_cells(band: NDArray[np.uint32]) -> int:
    """Return how many squares differ across and down; a straight edge is drawn, but tells nothing."""
    cells = band.reshape(-1, CELL_PX // ROW_STEP, band.shape[1] // CELL_PX, CELL_PX)
    across, down = cells != cells[:, :, :, :1], cells != cells[:, :1]
    return int((across.any(axis=(1, 3)) & down.any(axis=(1, 3))).sum())


def _is_on_something(taken: Grab, pointer: tuple[int, int] | None) -> bool:
    """Whether the pointer lies in the picture on anything but one flat colour."""
    if pointer is None or not contains(taken.rect, *pointer):
        return False
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    frame = taken.frame
    pixels = np.frombuffer(frame.bgra, dtype="<u4").reshape(frame.height_px, frame.width_px) & COLOUR_BITS
    x = (pointer[0] - taken.rect.x) * frame.width_px // taken.rect.width
    y = (pointer[1] - taken.rect.y) * frame.height_px // taken.rect.height
    under = pixels[y : y + CURSOR_PX, max(0, x - CURSOR_PX) : x + 2 * CURSOR_PX]
    return np.unique(under).size > CURSOR_COLOURS


def occluders(window: Window, stack: Sequence[Window]) -> tuple[Window, ...]:
    """Return what stands over a part of the window; ``stack`` is in stacking order, lowest first."""
    ids = [other.id for other in stack]
    above = stack[ids.index(window.id) + 1 :] if window.id in ids else ()
    return tuple(other for other in above if is_over(other, window.rect))


def own_window_inside(rect: Rect, windows: Iterable[Window], pid: int) -> bool:
    """Whether a window of this process shows in the rectangle."""
    return any(window.pid == pid and is_over(window, rect) for window in windows)


def window_at(windows: Sequence[Window], x: int, y: int) -> Window | None:
    """Return the topmost of the windows (lowest first) that shows at a point, or ``None``."""
    shown = (window for window in reversed(windows) if not window.is_minimised)
    return next((window for window in shown if contains(window.rect, x, y)), None)


def is_over(window: Window, rect: Rect) -> bool:
    """Whether some of the window can be in the rectangle."""
    return not window.is_minimised and intersection(window.rect, rect) is not None
