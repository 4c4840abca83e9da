# SPDX-License-Identifier: MIT
"""One writer at a time: a file that says which process on which computer has the vault open.

A lock left behind by a process that is no more, on this computer, is taken over. One from another computer is
never touched. Source: evidence.md, section 3.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import platform
import secrets
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import VaultBusy
from app.vault.disk import PRIVATE_FILE, disk_errors

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "vault.lock"
TRIES = 3


@dataclass(frozen=True, slots=True)
class Holder:
    """A process: number, computer, and what tells it from a later process of the same number."""

    pid: int
    host: str
    started: str


class LockFile:
    """Held from ``take`` to ``release``."""

    def __init__(self, path: Path, holder: Holder) -> None:
        """Keep what was written; ``take`` is the way to one."""
        self._path = path
        self._holder = holder

    @classmethod
    def take(cls, folder: Path) -> LockFile:
        """Return the lock of this folder, now ours.

        Raises:
            VaultBusy: a living process, or another computer, has it.
            FolderReadOnly: nothing can be written there.
            DiskFull: no room even for that.
        """
        path, holder = folder / NAME, this_process()
        with disk_errors(), alone(folder):
            for _ in range(TRIES):
                if _create(path, holder):
                    return cls(path, holder)
                _remove_stale(path)
        raise VaultBusy

    def release(self) -> None:
        """The file is gone, if it is still ours."""
        with contextlib.suppress(OSError):
            if _read(self._path) == self._holder:
                self._path.unlink()


def this_process() -> Holder:
    """Return what we write into the lock."""
    return Holder(os.getpid(), platform.node(), _started(os.getpid()))


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else is inside for this folder meanwhile; the system ends this by itself when a process dies."""
    if sys.platform == "win32":
        yield
    else:
        import fcntl  # noqa: PLC0415 - not on Windows

        handle = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):  # a network folder may not know this kind of lock
                fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


def _create(path: Path, holder: Holder) -> bool:
    """Put the file there with its content in one step; False if there is one already."""
    part = path.with_name(f"{NAME}.{holder.pid}-{secrets.token_hex(4)}")
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(holder), file)
        return _link(part, path)
    finally:
        part.unlink(missing_ok=True)


def _link(part: Path, path: Path) -> bool:
    """Give the file its name, unless the name is taken."""
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    except OSError:  # a stick with FAT knows no second names; this is nearly as good
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
        except FileExistsError:
            return False
        with os.fdopen(handle, "wb") as file:
            file.write(part.read_bytes())
    return True


def _remove_stale(path: Path) -> None:
    """The lock of a dead process is gone; two that try this at once do not remove each other's.

    Raises:
        VaultBusy: its process lives, or may live on another computer.
    """
    found = _read(path)
    if found is not None and not _is_dead(found):
        raise VaultBusy(found.pid, found.host)
    aside = path.with_name(f"{NAME}.{os.getpid()}-stale")
    try:
        path.rename(aside)
    except FileNotFoundError:
        return
    if _read(aside) != found:  # between our look and our move somebody else took it
        with contextlib.suppress(OSError):
            os.link(aside, path)
    aside.unlink(missing_ok=True)


def _read(path: Path) -> Holder | None:
    """Return who holds the lock; None for a file that says nothing, as a killed process may leave."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return Holder(int(values["pid"]), str(values["host"]), str(values["started"]))
    except (ValueError, TypeError, KeyError, FileNotFoundError):
        return None


def _is_dead(holder: Holder) -> bool:
    """Whether the holder was a process of this computer and is no more."""
    if holder.host != platform.node():
        return False
    return not _is_alive(holder.pid) or _started(holder.pid) != holder.started


def _is_alive(pid: int) -> bool:
    """Whether there is a process of this number."""
    if sys.platform == "win32":
        return _is_alive_on_windows(pid)
    else:  # noqa: RET505 - the type checker follows sys.platform only through if and else
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True


def _is_alive_on_windows(pid: int) -> bool:
    """Whether there is a process of this number; ``os.kill`` would end it there."""
    if sys.platform == "win32":
        still_active, query_limited_information = 259, 0x1000
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(query_limited_information, 0, pid)
        if not handle:
            return False
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == still_active
    else:  # noqa: RET505 - the type checker follows sys.platform only through if and else
        raise NotImplementedError


def _started(pid: int) -> str:
    """Return when a living process started, as boot and clock ticks; empty where the system does not say.

    Source: proc(5), fields 3 and 22 of /proc/PID/stat: Z has ended and was not yet buried, X is just going.
    """
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return "" if fields[0] in {"Z", "X"} else f"{boot}/{fields[19]}"
    except (OSError, IndexError, UnicodeDecodeError):
        return ""
