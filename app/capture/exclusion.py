# SPDX-License-Identifier: MIT
"""Our own windows kept out of every picture, where the system can do that."""

from __future__ import annotations

import sys
from typing import Protocol

from app.errors import CaptureUnsupported


class KeepsOut(Protocol):
    """A system that can leave a window out of pictures."""

    def keep_out(self, number: int) -> bool:
        """Return whether the window is left out from now on."""
        ...


def keep_out(number: int, system: KeepsOut | None = None) -> bool:
    """Return whether this window of ours is left out of every picture from now on; on X11 and Wayland never.

    It is taken off the screen before a picture all the same: what is left out shows what lies under it only
    on some releases of each system. Call it once the window is shown, each time: on Windows the word is lost
    when it is hidden, and said to a hidden window it makes a black rectangle.
    Source: Microsoft Learn, SetWindowDisplayAffinity; electron/electron issues 29085 and 45844.

    Args:
        number: the window's number, as Qt's ``winId`` gives it on this system's own platform.
        system: asked; by default the one this runs on.
    """
    try:
        chosen = system or this_system()
    except CaptureUnsupported:  # the library that could ask is not there
        return False
    return chosen is not None and chosen.keep_out(number)


def this_system() -> KeepsOut | None:
    """Return the system this runs on, if it can do it.

    Raises:
        CaptureUnsupported: it could, but cannot be asked.
    """
    if sys.platform == "win32":
        from app.capture.win32_api import Win32Api  # noqa: PLC0415 - loads only on Windows

        return Win32Api()
    elif sys.platform == "darwin":  # noqa: RET505 - the type checker follows sys.platform only through elif
        from app.capture.macos_api import QuartzApi  # noqa: PLC0415 - installed on macOS only

        return QuartzApi()
    else:
        return None
