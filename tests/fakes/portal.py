# SPDX-License-Identifier: MIT
"""A desktop portal that says what a test wants, on a session bus of its own.

The bus is a private dbus-daemon, the portal is tests/fakes/portal_desk.py; both run from enter to exit.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

START_S = 20
SERVICE = "org.freedesktop.portal.Desktop"
CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""


class FakePortal:
    """From enter to exit a bus with a portal on it.

    Attributes:
        environ: what a program needs to find the bus.
        pictures: the folder that the portal writes pictures to.
    """

    def __init__(self, folder: Path) -> None:
        """Keep everything in a folder."""
        self._folder = folder
        self._running: list[subprocess.Popen[str]] = []
        self.pictures = folder / "Pictures"
        self.environ = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus", "WAYLAND_DISPLAY": "wayland-0"}

    def __enter__(self) -> Self:
        """Start the bus, then the portal."""
        self.pictures.mkdir()
        self.will("ok")
        config = self._folder / "bus.conf"
        config.write_text(CONFIG.format(socket=self._folder / "bus"))
        try:
            self._start("dbus-daemon", f"--config-file={config}", "--nofork", "--print-address")
            self._start(sys.executable, "-m", "tests.fakes.portal_desk", str(self._folder))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop both."""
        for process in reversed(self._running):
            process.kill()
            process.wait(START_S)
            if process.stdout:
                process.stdout.close()
        self._running.clear()

    def will(self, answer: str) -> None:
        """Choose how the next question is answered; what was noted of those before is forgotten."""
        self._let_it_write()
        (self._folder / "answer").write_text(answer)
        (self._folder / "log").unlink(missing_ok=True)

    def draws(self, png: bytes) -> None:
        """Choose what the picture is."""
        (self._folder / "drawn.png").write_bytes(png)

    def log(self) -> list[str]:
        """Return what it was asked and told, in order."""
        self._let_it_write()
        with suppress(FileNotFoundError):
            return (self._folder / "log").read_text().split()
        return []

    def _let_it_write(self) -> None:
        """Wait for the portal to have noted what it has answered: it does one thing after the other."""
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - Linux has it
        from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - as above

        if len(self._running) < 2:  # the bus, then the portal
            return
        peer = DBusAddress("/", SERVICE, "org.freedesktop.DBus.Peer")
        with open_dbus_connection(self.environ["DBUS_SESSION_BUS_ADDRESS"]) as connection:
            connection.send_and_get_reply(new_method_call(peer, "Ping"), timeout=START_S)

    def left(self) -> list[str]:
        """Return the names of the files in its folder."""
        return sorted(path.name for path in self.pictures.iterdir())

    def _start(self, *command: str) -> None:
        """Start a process and wait for its first line."""
        environ = {**os.environ, **self.environ}
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, text=True, env=environ)
        self._running.append(process)
        if not process.stdout or not process.stdout.readline():
            raise RuntimeError(f"{command[0]} did not start")
