# SPDX-License-Identifier: MIT
"""A Wayland session of our own: sway without a monitor, and the real desktop portal.

sway does not run as root, so all of it runs as "nobody" where the tests do; see tests/screen/unprivileged.py.
"""

from __future__ import annotations

import json
import os
import pwd
import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

WITHIN_S = 20.0
LIBEXEC = (Path("/usr/libexec"), Path("/usr/lib/xdg-desktop-portal"))
PROGRAMS = ("sway", "swaymsg", "swaybg", "grim", "dbus-daemon", "dbus-send", "pipewire")
PORTALS = ("xdg-desktop-portal", "xdg-desktop-portal-wlr")
# The portal offers pictures only where something can ask the person; here nothing does, and nothing needs to.
ASKING = """[portal]
DBusName=org.freedesktop.impl.portal.desktop.asking
Interfaces=org.freedesktop.impl.portal.Access;
UseIn=sway;
"""
PREFERRED = "[preferred]\ndefault=wlr\norg.freedesktop.impl.portal.Access=asking\n"
CONFIG = """xwayland disable
default_border none
output HEADLESS-1 mode {width}x{height} position 0 0 scale 1
exec sh -c 'echo "$WAYLAND_DISPLAY $SWAYSOCK" > {folder}/names && mv {folder}/names {folder}/ready'
"""


def missing() -> list[str]:
    """Return the programs that are not installed."""
    absent = [name for name in PROGRAMS if not shutil.which(name)]
    return absent + [name for name in PORTALS if not _found(name)]


class Wayland:
    """From enter to exit a session with one output, HEADLESS-1.

    Attributes:
        environ: the environment of a program of this session.
        uid: whom it belongs to.
        running: its processes.
        home: the home folder of that user.
    """

    def __init__(self, folder: Path, width: int = 640, height: int = 400) -> None:
        """Keep everything in a folder that the other user can reach."""
        self._folder = folder
        self._size = (width, height)
        self.running: list[subprocess.Popen[bytes]] = []
        entry = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        self.uid, self.gid = entry.pw_uid, entry.pw_gid
        self.home = folder / "home"
        self.environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "TMPDIR": str(folder / "tmp"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_CURRENT_DESKTOP": "sway",
            "XDG_SESSION_TYPE": "wayland",
            "XDG_DESKTOP_PORTAL_DIR": str(folder / "portals"),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/run/bus",
            "WLR_BACKENDS": "headless",
            "WLR_RENDERER": "pixman",
            "WLR_LIBINPUT_NO_DEVICES": "1",
        }

    def __enter__(self) -> Self:
        """Start all of it, in the order in which each needs the others."""
        self._make_folders()
        try:
            self._start_sway()
            bus = self.environ["DBUS_SESSION_BUS_ADDRESS"]
            self._spawn("dbus-daemon", "--session", "--nofork", f"--address={bus}")
            self.until((self._folder / "run" / "bus").exists)
            self._spawn("pipewire")
            self.until((self._folder / "run" / "pipewire-0").exists)
            self._spawn(str(_found("xdg-desktop-portal-wlr")))
            self.until(lambda: self._has_owner("org.freedesktop.impl.portal.desktop.wlr"))
            self._spawn(str(_found("xdg-desktop-portal")))
            self.until(lambda: self._has_owner("org.freedesktop.portal.Desktop"))
            self._allow()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop all of it, the last first."""
        for process in reversed(self.running):
            process.send_signal(signal.SIGCONT)
            process.terminate()
            try:
                process.wait(WITHIN_S / 4)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.running.clear()

    def run(self, *command: str) -> bytes:
        """Return what a command of the session says; a failure fails the test."""
        return self._call(command, check=True).stdout

    def say(self, *words: str) -> Any:
        """Return what sway answers to ``swaymsg``."""
        return json.loads(self.run("swaymsg", "--raw", *words))

    def show(self, output: str, pixels: NDArray[Any]) -> None:
        """Fill an output with pixels; done when they are on it."""
        from PIL import Image  # noqa: PLC0415 - beside its only use

        path = self._folder / f"{output}.png"
        Image.fromarray(pixels).save(path)
        path.chmod(0o644)
        self.say("output", output, "bg", str(path), "fill")
        self.until(lambda: self._shows(output, pixels))

    def picture(self, *options: str) -> NDArray[Any]:
        """Return what grim sees: red, green, blue."""
        import io  # noqa: PLC0415 - beside its only use

        import numpy as np  # noqa: PLC0415 - as above
        from PIL import Image  # noqa: PLC0415 - as above

        return np.asarray(Image.open(io.BytesIO(self.run("grim", *options, "-"))).convert("RGB"))

    def until(self, is_so: Callable[[], object]) -> None:
        """Wait for something to become true; what never does fails the test."""
        ticking, end = threading.Event(), time.monotonic() + WITHIN_S
        while not is_so():
            died = [process.args for process in self.running if process.poll() is not None]
            assert not died, f"ended too soon: {died}"
            assert time.monotonic() < end, "the session did not get that far"
            ticking.wait(0.02)

    def popen(self, command: Sequence[str], **options: Any) -> subprocess.Popen[bytes]:
        """Start a program of the session as its user."""
        user = {"user": self.uid, "group": self.gid, "extra_groups": []} if os.geteuid() == 0 else {}
        return subprocess.Popen(command, env=self.environ, **user, **options)

    def _shows(self, output: str, pixels: NDArray[Any]) -> bool:
        import numpy as np  # noqa: PLC0415 - beside its only use

        return np.array_equal(self.picture("-o", output), pixels)

    def _make_folders(self) -> None:
        for name in ("home", "tmp", "run", "config", "data", "cache", "portals"):
            (self._folder / name).mkdir(mode=0o700)
            os.chown(self._folder / name, self.uid, self.gid)
        portals = self._folder / "portals"
        (portals / "portals.conf").write_text(PREFERRED)  # read since version 1.17
        shutil.copy("/usr/share/xdg-desktop-portal/portals/wlr.portal", portals)
        (portals / "asking.portal").write_text(ASKING)
        config = CONFIG.format(width=self._size[0], height=self._size[1], folder=self._folder / "run")
        (self._folder / "sway.conf").write_text(config)

    def _start_sway(self) -> None:
        """Start it; it says itself what it is called."""
        self._spawn("sway", "--config", str(self._folder / "sway.conf"))
        ready = self._folder / "run" / "ready"
        self.until(ready.exists)
        display, socket = ready.read_text().split()
        self.environ |= {"WAYLAND_DISPLAY": display, "SWAYSOCK": socket}

    def _allow(self) -> None:
        """Answer the question of the portal in advance, as a person does who is asked once."""
        store = "org.freedesktop.impl.portal.PermissionStore"
        where = (
            "--session",
            "--print-reply",
            f"--dest={store}",
            "/org/freedesktop/impl/portal/PermissionStore",
        )
        named = ("string:screenshot", "boolean:true", "string:screenshot", "string:", "array:string:yes")
        self.run("dbus-send", *where, f"{store}.SetPermission", *named)

    def _has_owner(self, name: str) -> bool:
        bus = ("--session", "--print-reply", "--dest=org.freedesktop.DBus", "/")
        asked = self._call(("dbus-send", *bus, "org.freedesktop.DBus.NameHasOwner", f"string:{name}"))
        return b"true" in asked.stdout

    def _call(self, command: Sequence[str], *, check: bool = False) -> subprocess.CompletedProcess[bytes]:
        with self.popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            out, err = process.communicate(timeout=WITHIN_S)
        assert not check or not process.returncode, (command, out, err)
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def _spawn(self, *command: str) -> None:
        quiet = subprocess.DEVNULL
        with (self._folder / f"{Path(command[0]).name}.log").open("wb") as log:
            self.running.append(self.popen(command, stdin=quiet, stdout=log, stderr=log))


def _found(name: str) -> Path | None:
    return next((folder / name for folder in LIBEXEC if (folder / name).exists()), None)
