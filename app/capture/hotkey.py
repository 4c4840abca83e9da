# SPDX-License-Identifier: MIT
"""The keys that work in every program while pictures are taken, also in menus. Why so: docs/adr/0010."""

from __future__ import annotations

import sys
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from app.capture import is_wayland
from app.errors import CaptureUnsupported

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Key(Enum):
    """What can be pressed, each together with Ctrl and Shift: the number of the F key."""

    PICTURE = 9
    HIDE = 8

    @property
    def shown(self) -> str:
        """What the keys are called."""
        return f"Ctrl+Shift+F{self.value}"


class Hotkey(Protocol):
    """It listens from when it is made until it is closed."""

    def close(self) -> None:
        """Stop listening; may be called more than once."""
        ...


def open_hotkey(
    environ: Mapping[str, str],
    on_press: Callable[[], None],
    key: Key = Key.PICTURE,
    *,
    platform: str = sys.platform,
) -> Hotkey:
    """Return the open shortcut of this system.

    Args:
        environ: the environment of this process.
        on_press: called when the keys are pressed, in a thread of its own where the system needs one.
        key: which one.
        platform: as ``sys.platform`` names it.

    Raises:
        CaptureUnsupported: this system has none, or another program holds these keys.
    """
    if platform == "win32":
        from app.capture.hotkey_windows import WindowsHotkey  # noqa: PLC0415 - of this system only

        return WindowsHotkey(on_press, number=key.value)
    if platform == "darwin":
        from app.capture.hotkey_macos import MacHotkey  # noqa: PLC0415 - of this system only

        return MacHotkey(on_press, number=key.value)
    if is_wayland(environ) or not environ.get("DISPLAY"):
        raise CaptureUnsupported("no shortcut for every program in this session")
    from app.capture.hotkey_x11 import X11Hotkey  # noqa: PLC0415 - Xlib is installed on Linux only

    return X11Hotkey(environ["DISPLAY"], on_press, key.value)
