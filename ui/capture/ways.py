# SPDX-License-Identifier: MIT
"""Which ways to a picture this session has."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from app.capture import is_wayland

if TYPE_CHECKING:
    from collections.abc import Mapping

SCREEN, WINDOW, AREA, CONVERSATION = "screen", "window", "area", "conversation"


def is_by_portal(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether the desktop is asked for each picture, and may ask the person."""
    return platform.startswith("linux") and is_wayland(environ)


def ways(environ: Mapping[str, str], *, follows: bool, platform: str = sys.platform) -> tuple[str, ...]:
    """Return the buttons of the bar.

    The portal gives one picture of the whole desktop in about a second: it names no windows, and that is too
    slow to follow a conversation.

    Args:
        environ: the environment of this process.
        follows: whether a conversation can be followed at all.
        platform: as ``sys.platform`` names it.
    """
    if is_by_portal(environ, platform):
        return SCREEN, AREA
    return (SCREEN, WINDOW, AREA, CONVERSATION) if follows else (SCREEN, WINDOW, AREA)
