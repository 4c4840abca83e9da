# SPDX-License-Identifier: MIT
"""A print system of our own: a private cupsd on a Unix socket in a folder that is deleted afterwards.

It never touches the system's printing, opens no TCP port and runs without privileges: as the person who
runs the tests, or as ``nobody`` where that is root. Its printers are a script that keeps what reaches it.
"""

from __future__ import annotations

import grp
import os
import pwd
import select
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import psutil

from tests.screen.cups_files import BACKEND, CLASS, CUPSD_CONF, FILES_CONF, FORBIDDEN, PPD, PRINTER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

START_S = 20
STOP_S = 10
SYSTEM_PROGRAMS = Path("/usr/lib/cups")
ENVIRONMENT = "CUPS_SERVER"

FOLDERS = ("bin/backend", "bin/daemon", "bin/filter", "cache", "state", "spool/tmp", "ppd", "printed")
PDF, PICTURES = "application/pdf", "image/png"
BACKENDS = ("usb", "socket")  # a cable, and a network; here both are the script
ANYBODYS = "Anybodys"  # a class


@dataclass(frozen=True, slots=True)
class Queue:
    """One printer, by what its file says."""

    takes: str = PDF
    accepting: str = "Yes"
    shared: str = "No"
    backend: str = "usb"


QUEUES = {
    "Office": Queue(),
    "Closed": Queue(accepting="No"),
    "Photos": Queue(takes=PICTURES),
    "Library": Queue(shared="Yes"),
    "Upstairs": Queue(backend="socket"),
}


@dataclass(frozen=True, slots=True)
class Printed:
    """What reached the printer."""

    data: bytes
    user: str
    title: str
    copies: int
    options: str


class PrintSystem:
    """cupsd and its queues; ``CUPS_SERVER`` points at it from enter to exit.

    Queues: ``Office`` takes PDF and hangs on a cable, ``Closed`` accepts no jobs, ``Photos`` takes pictures
    only, ``Library`` is shared, ``Upstairs`` is on a network, ``Anybodys`` is a class that holds ``Office``.
    """

    def __init__(self, *, keep: str = "86400", locked: bool = False) -> None:
        """Say how long files are kept (``PreserveJobFiles``), and whether it asks for a password."""
        self._settings = {"keep": keep, "forbidden": FORBIDDEN if locked else ""}
        self._process: subprocess.Popen[bytes] | None = None
        self._bell = -1
        self._before = os.environ.get(ENVIRONMENT)
        self._user = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())

    def __enter__(self) -> Self:
        """Start it; done when it answers."""
        self.root = Path(tempfile.mkdtemp(prefix="cups-"))
        try:
            self._write()
            self._bell = os.open(self.root / "printed" / "bell", os.O_RDWR | os.O_NONBLOCK)
            os.environ[ENVIRONMENT] = str(self.root / "s")
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it, delete its folder and put the environment back."""
        self.stop()
        if self._bell >= 0:
            os.close(self._bell)
        os.environ.pop(ENVIRONMENT, None)
        if self._before is not None:
            os.environ[ENVIRONMENT] = self._before
        shutil.rmtree(self.root)

    def stop(self) -> None:
        """Stop cupsd; what it wrote stays until the end."""
        if self._process is None:
            return
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(STOP_S)
        self._process.kill()
        self._process.wait()
        self._process = None

    def printed(self) -> Printed:
        """Wait for the printer to have taken a job whole, and for the queue to be done with it."""
        ready, _, _ = select.select([self._bell], [], [], START_S)
        assert ready, f"nothing reached the printer\n{self.errors()}"
        number = os.read(self._bell, 100).decode().strip()
        folder = self.root / "printed"
        _, user, title, copies, options = (folder / f"{number}.words").read_text().splitlines()
        self.until(lambda: not self.waiting())
        return Printed((folder / f"{number}.job").read_bytes(), user, title, int(copies), options)

    def nothing_was_printed(self) -> bool:
        """Whether no job has reached the printer."""
        return self.jobs() == 0

    def jobs(self) -> int:
        """Return how many jobs have reached the printer."""
        return len(list((self.root / "printed").glob("*.job")))

    def waiting(self) -> str:
        """Return the jobs that are not done, as ``lpstat`` lists them."""
        return self.run("lpstat", "-W", "not-completed", "-o")

    def documents(self) -> list[bytes]:
        """Return every document that lies in the spool folder, also one that came only in part."""
        found = []
        for path in (self.root / "spool").rglob("[!c]*"):
            with suppress(FileNotFoundError, IsADirectoryError):  # gone meanwhile
                found.append(path.read_bytes())
        return found

    def errors(self) -> str:
        """Return what cupsd complained of."""
        log = self.root / "error_log"
        return log.read_text(errors="replace") if log.exists() else ""

    def run(self, *command: str) -> str:
        """Return what a command of the print system says; a failure fails the test."""
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=START_S)
        return done.stdout

    def until(self, is_so: Callable[[], bool]) -> None:
        """Ask again until it is so."""
        end = time.monotonic() + START_S
        while not is_so():
            assert time.monotonic() < end, f"it never came to that\n{self.errors()}"

    @contextmanager
    def holding_its_breath(self) -> Iterator[None]:
        """Have it answer nobody for a while, as a print server does that hangs."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def seen_from_outside(self) -> tuple[int, list[int]]:
        """Return whom cupsd runs as, and the ports it listens on."""
        assert self._process is not None
        process = psutil.Process(self._process.pid)
        return process.uids().effective, [one.laddr.port for one in process.net_connections("inet")]

    def _write(self) -> None:
        """Put everything cupsd reads into the folder, and give it to whom it runs as."""
        for name in FOLDERS:
            (self.root / name).mkdir(parents=True)
        self._write_settings()
        self._write_queues()
        self._write_programs()
        if os.geteuid() == 0:
            for path in (self.root, *self.root.rglob("*")):
                os.chown(path, self._user.pw_uid, self._user.pw_gid, follow_symlinks=False)

    def _write_settings(self) -> None:
        root = self.root
        facts = {"root": root, "user": self._user.pw_name, "group": _group(self._user)}
        (root / "cupsd.conf").write_text(CUPSD_CONF.format(root=root, **self._settings))
        (root / "cups-files.conf").write_text(FILES_CONF.format(**facts))

    def _write_queues(self) -> None:
        root = self.root
        lines = [PRINTER.format(name=name, root=root, **asdict(queue)) for name, queue in QUEUES.items()]
        (root / "printers.conf").write_text("".join(lines))
        (root / "classes.conf").write_text(CLASS.format(name=ANYBODYS))
        for name, queue in QUEUES.items():
            (root / "ppd" / f"{name}.ppd").write_text(PPD.format(takes=queue.takes))

    def _write_programs(self) -> None:
        root = self.root
        for name in BACKENDS:
            backend = root / "bin" / "backend" / name
            backend.write_text(BACKEND)
            backend.chmod(0o755)
        (root / "bin/daemon/cups-exec").symlink_to(SYSTEM_PROGRAMS / "daemon/cups-exec")
        # a copy, because systems with AppArmor let the one in its own place write in its own places only
        shutil.copy(str(shutil.which("cupsd", path=f"{os.environ['PATH']}:/usr/sbin")), root / "cupsd")
        os.mkfifo(root / "printed" / "bell")

    def _start(self) -> None:
        root, who = self.root, self._user
        command = (root / "cupsd", "-f", "-c", root / "cupsd.conf", "-s", root / "cups-files.conf")
        other = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": ()} if os.geteuid() == 0 else {}
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(  # type: ignore[call-overload]
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, **other
        )
        self.until(self._answers)

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, f"cupsd did not start\n{self.errors()}"
        told = subprocess.run(("lpstat", "-r"), check=False, capture_output=True, text=True, timeout=START_S)
        return (self.root / "s").exists() and "not" not in told.stdout


def _group(who: pwd.struct_passwd) -> str:
    return grp.getgrgid(who.pw_gid).gr_name
