# SPDX-License-Identifier: MIT
"""An X server of our own with a window manager: started for the tests, stopped after them."""

from __future__ import annotations

import os
import select
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from Xlib.display import Display
from Xlib.error import ConnectionClosedError, DisplayError
from Xlib.X import PropertyChangeMask

if TYPE_CHECKING:
    from collections.abc import Sequence

START_S = 20
STOP_S = 10
SESSION = {"QT_QPA_PLATFORM": "xcb", "XDG_SESSION_TYPE": "x11", "QT_LOGGING_RULES": "qt.qpa.*=false"}
ABSENT = ("WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS")


class XServer:
    """Xvfb and openbox; the environment points at them from enter to exit.

    The server chooses its own number, so any number of them run side by side.
    """

    def __init__(self, width: int = 1600, height: int = 900, *, options: Sequence[str] = ()) -> None:
        """Name the size of the screen, and what else Xvfb is to be told."""
        self._options = tuple(options)
        self._size = f"{width}x{height}x24"
        self._running: list[subprocess.Popen[bytes]] = []
        self._before: dict[str, str | None] = {}
        self.display = ""

    def __enter__(self) -> Self:
        """Start both, and wait for the window manager to say that it is there."""
        try:
            self.display = self._start_server()
            self._set_environment()
            self._start_manager()
            self.run("xset", "s", "off", "-dpms", "r", "off")
            self.run("xsetroot", "-solid", "#5a6b78")
            self.run("xdotool", "mousemove", "1599", "899")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop both and put the environment back."""
        for process in reversed(self._running):
            process.terminate()
        for process in self._running:
            with suppress(subprocess.TimeoutExpired):
                process.wait(STOP_S)
            process.kill()
            process.wait()
        self._running.clear()
        for name, value in self._before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value

    def run(self, *command: str) -> str:
        """Return what a command of the display says; a failure fails the test."""
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=START_S)
        return done.stdout

    def set_monitors(self, monitors: Sequence[tuple[str, str]]) -> None:
        """Divide the screen: name and geometry such as ``800/211x900/238+0+0``, the first on the output."""
        outputs = ["screen", *["none"] * (len(monitors) - 1)]
        for (name, geometry), output in zip(monitors, outputs, strict=True):
            self.run("xrandr", "--setmonitor", name, geometry, output)

    def delete_monitors(self, names: Sequence[str]) -> None:
        """Make it one screen again."""
        for name in names:
            self.run("xrandr", "--delmonitor", name)

    def _start_server(self) -> str:
        reader, writer = os.pipe()
        options = ("-dpi", "96", "-nolisten", "tcp", "-noreset", *self._options)
        command = ("Xvfb", "-displayfd", str(writer), "-screen", "0", self._size, *options)
        try:
            self._spawn(command, writer)
        finally:
            os.close(writer)
        with os.fdopen(reader, "rb") as answer:
            ready, _, _ = select.select([answer], [], [], START_S)
            number = answer.readline().decode().strip() if ready else ""
        if not number:
            raise RuntimeError("Xvfb did not start")
        return f":{number}"

    def _start_manager(self) -> None:
        """Start openbox; done when the root names a window of a manager (a property event tells when)."""
        watching = Display(self.display)
        root, atom = watching.screen().root, watching.get_atom("_NET_SUPPORTING_WM_CHECK")
        root.change_attributes(event_mask=PropertyChangeMask)
        watching.sync()
        self._spawn(("openbox", "--sm-disable"))
        try:
            while not root.get_full_property(atom, 0):
                ready, _, _ = select.select([watching.fileno()], [], [], START_S)
                if not ready:
                    raise RuntimeError("openbox did not start")
                watching.next_event()
        except (DisplayError, ConnectionClosedError) as error:
            raise RuntimeError("Xvfb went away") from error
        finally:
            watching.close()

    def _spawn(self, command: Sequence[str], *keep: int) -> None:
        quiet = subprocess.DEVNULL
        self._running.append(
            subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, pass_fds=keep)
        )

    def _set_environment(self) -> None:
        wanted: dict[str, str | None] = {**SESSION, **dict.fromkeys(ABSENT), "DISPLAY": self.display}
        for name, value in wanted.items():
            self._before[name] = os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
