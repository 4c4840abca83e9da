# SPDX-License-Identifier: MIT
"""A session bus of our own with the bus that screen readers listen on; both end with the test."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

if TYPE_CHECKING:
    from pathlib import Path

START_S = 20
LAUNCHER = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")


class SpokenBus:
    """From enter to exit: ``environ`` lets a program speak, ``address`` is where it is heard."""

    def __init__(self, folder: Path) -> None:
        """Keep sockets in a folder."""
        self._folder = folder
        self._running: subprocess.Popen[str] | None = None
        self.environ: dict[str, str] = {}
        self.address = ""

    def __enter__(self) -> Self:
        """Start the session bus, and ask it for the other; it starts that by itself."""
        environ = {name: value for name, value in os.environ.items() if not name.startswith("AT_SPI")}
        environ |= {"XDG_RUNTIME_DIR": str(self._folder)}
        self._running = subprocess.Popen(
            ("dbus-daemon", "--session", "--nofork", "--print-address"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environ,
        )
        assert self._running.stdout is not None
        session = self._running.stdout.readline().strip()
        with open_dbus_connection(session) as asked:
            answer = asked.send_and_get_reply(new_method_call(LAUNCHER, "GetAddress"), timeout=START_S)
        self.address = answer.body[0]
        self.environ = {
            "DBUS_SESSION_BUS_ADDRESS": session,
            "XDG_RUNTIME_DIR": str(self._folder),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the session bus; what it started goes with it."""
        if self._running is not None:
            self._running.terminate()
            with suppress(subprocess.TimeoutExpired):
                self._running.wait(START_S)
            assert self._running.stdout is not None
            self._running.stdout.close()
