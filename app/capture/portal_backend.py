# SPDX-License-Identifier: MIT
"""Wayland through the desktop portal: one question and one picture of the whole desktop for every grab.

Places are in points, as Wayland counts: the picture has the pixels of the largest scale for every monitor,
and is cut where the points lie in it. Nothing is scaled.
"""

from __future__ import annotations

import threading
from contextlib import closing
from typing import TYPE_CHECKING

from typing_extensions import override

from app.capture.geometry import bounding
from app.capture.models import Backend, Frame, Screen, Surroundings, Window
from app.capture.portal_bus import Bus
from app.capture.portal_picture import decoded
from app.capture.portal_request import ANSWER_S, picture_of_desktop, version
from app.errors import CaptureDenied, CaptureUnsupported
from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PIL.Image import Image

FULL_SCALE_PERMILLE = 1000
NO_LIST = "Wayland does not tell one program about the windows of others"


class PortalBackend(Backend):
    """Asks the desktop for each picture; the person may be asked first, so a grab may take a minute."""

    def __init__(
        self, environ: Mapping[str, str], monitors: Sequence[Screen] = (), answer_s: float = ANSWER_S
    ) -> None:
        """Find the portal; ``monitors`` are in points, and without them the desktop is one screen.

        Raises:
            CaptureUnsupported: there is no session bus or no portal for pictures.
            CaptureDenied: it does not answer.
        """
        with closing(Bus(environ)) as bus:
            number = version(bus)[1]
        self.name = "portal/wayland"
        self.version = f"portal version {number}"
        self.cursor_included = False
        self.lists_windows = False
        self._environ = dict(environ)
        self._answer_s = answer_s
        self._monitors = tuple(monitors)
        self._size: tuple[int, int] | None = None
        self._stopped = threading.Event()

    def screens(self) -> tuple[Screen, ...]:
        """Return the monitors that were named; if none were, one that is as large as a picture.

        Raises:
            CaptureDenied: the desktop gave no picture to measure.
            CaptureUnsupported: there is no portal any more.
            PictureLeft: the picture could not be deleted.
            Cancelled: stopped meanwhile.
        """
        if not self._monitors:
            size = self._picture().size
            self._monitors = (Screen("desktop", Rect(0, 0, *size), FULL_SCALE_PERMILLE, is_primary=True),)
        return self._monitors

    @override
    def stack(self) -> tuple[Window, ...]:
        """Not possible here.

        Raises:
            CaptureUnsupported: always.
        """
        raise CaptureUnsupported(NO_LIST)

    @override
    def windows(self, exclude_pid: int | None) -> tuple[Window, ...]:
        """Not possible here.

        Raises:
            CaptureUnsupported: always.
        """
        raise CaptureUnsupported(NO_LIST)

    @override
    def shows(self, pid: int, rect: Rect) -> bool:
        """Not possible here.

        Raises:
            CaptureUnsupported: always.
        """
        raise CaptureUnsupported(NO_LIST)

    @override
    def surroundings(self, pid: int, rect: Rect) -> Surroundings:
        """Not possible here.

        Raises:
            CaptureUnsupported: always.
        """
        raise CaptureUnsupported(NO_LIST)

    def grab(self, rect: Rect) -> Frame:
        """Return the pixels of a rectangle that lies on the desktop, in points.

        Raises:
            CaptureDenied: refused, cancelled, no answer, or a picture of other monitors than we know.
            CaptureUnsupported: there is no portal any more.
            PictureLeft: the picture could not be deleted.
            Cancelled: stopped meanwhile.
        """
        return self.grab_all((rect,))[0]

    def grab_all(self, rects: Sequence[Rect]) -> tuple[Frame, ...]:
        """Return the pixels of several rectangles of one picture; raises what ``grab`` does."""
        self.screens()
        picture = self._picture()
        return tuple(_cut(picture, self.pixels_of(rect)) for rect in rects)

    def pixels_of(self, rect: Rect) -> Rect:
        """Return where points lie in the last picture.

        Raises:
            CaptureDenied: there was none, or it does not have the shape of the monitors.
        """
        desktop = bounding(screen.rect for screen in self._monitors)
        if self._size is None or not _has_shape(self._size, desktop):
            raise CaptureDenied("the picture does not have the shape of the monitors")
        width, height = self._size
        left, right = (_scaled(x - desktop.x, width, desktop.width) for x in (rect.x, rect.x + rect.width))
        top, bottom = (_scaled(y - desktop.y, height, desktop.height) for y in (rect.y, rect.y + rect.height))
        return Rect(left, top, max(1, right - left), max(1, bottom - top))

    def heed(self, stopped: threading.Event) -> None:
        """Stop waiting for the desktop when this is set."""
        self._stopped = stopped

    def close(self) -> None:
        """Nothing is held between two pictures."""

    def _picture(self) -> Image:
        """Return a picture of the whole desktop."""
        picture = decoded(picture_of_desktop(self._environ, self._stopped, self._answer_s))
        self._size = picture.size
        return picture


def _has_shape(size: tuple[int, int], desktop: Rect) -> bool:
    """Whether a picture is the desktop enlarged alike in both directions, but for rounding."""
    difference = abs(size[0] * desktop.height - size[1] * desktop.width)
    return difference <= desktop.width + desktop.height


def _scaled(value: int, pixels: int, points: int) -> int:
    """Return points as pixels, to the nearest."""
    return (2 * value * pixels + points) // (2 * points)


def _cut(picture: Image, pixels: Rect) -> Frame:
    """Return a part of the picture as the screen would have given it."""
    box = (pixels.x, pixels.y, pixels.x + pixels.width, pixels.y + pixels.height)
    return Frame(pixels.width, pixels.height, picture.crop(box).tobytes("raw", "BGRX"))
