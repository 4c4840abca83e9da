# SPDX-License-Identifier: MIT
"""The ways a player is hurt: each is armed in the player alone, by the library that was loaded before all."""

from __future__ import annotations

import contextlib
import ctypes
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
FIU_PRELOAD = Path("/usr/lib/fiu/fiu_posix_preload.so")
FIU = "libfiu.so.0"
BALLAST = "ballast"
ONE_TIME = 1  # Source: fiu.h, FIU_ONETIME

_marking: list[Callable[[str], None]] = []


def built(folder: Path) -> Path:
    """Return the library made of ``torn.c``."""
    out = folder / "torn.so"
    command = ["gcc", "-O1", "-shared", "-fPIC", "-o", str(out), str(HERE / "torn.c"), "-ldl", "-lpthread"]
    subprocess.run(command, check=True)
    return out


def mark(line: str) -> None:
    """What was just said stands in the record of changes, if one is made."""
    for put in _marking:
        put(line)


@contextlib.contextmanager
def armed(arm: str, folder: Path, **given: int | str) -> Iterator[None]:
    """Inside, the player is hurt as ``arm`` says; an empty one hurts nobody."""
    with _ARMS[arm](folder, **given):
        yield


@contextlib.contextmanager
def _unhurt(_folder: Path) -> Iterator[None]:
    yield


@contextlib.contextmanager
def _recording(folder: Path, log: str) -> Iterator[None]:
    """Every change of a file beside the vault, or in it, is written to the log."""
    torn = ctypes.CDLL(None)
    assert torn.torn_record(str(folder.parent).encode(), log.encode()) >= 0
    _marking.append(lambda line: torn.torn_mark(line.encode()))
    yield
    torn.torn_stop()


@contextlib.contextmanager
def _crashing(folder: Path, at: int, keep: int) -> Iterator[None]:
    """The player dies at change ``at``, of which ``keep`` thousandths are done."""
    torn = ctypes.CDLL(None)
    torn.torn_crash(str(folder.parent).encode(), ctypes.c_long(at), ctypes.c_long(keep))
    yield
    torn.torn_stop()


@contextlib.contextmanager
def _failing(
    _folder: Path, point: str, errno: int, permille: int, seed: int, once: bool = False
) -> Iterator[None]:
    """Calls of this kind fail now and then with this number of the system's errors."""
    fiu = ctypes.CDLL(FIU)
    fiu.fiu_set_prng_seed(ctypes.c_uint(seed))
    flags = ONE_TIME if once else 0
    fiu.fiu_enable_random.argtypes = (
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.c_void_p,
        ctypes.c_uint,
        ctypes.c_float,
    )
    fiu.fiu_enable_random(point.encode(), 1, errno, flags, permille / 1000)
    try:
        yield
    finally:
        fiu.fiu_disable(point.encode())


@contextlib.contextmanager
def _crowded(folder: Path, room: int) -> Iterator[None]:
    """The disk has no more room than this."""
    ballast = folder.parent / BALLAST
    with ballast.open("wb") as file:
        disk = os.statvfs(folder)
        os.posix_fallocate(file.fileno(), 0, max(disk.f_bavail * disk.f_frsize - room, 1))
    try:
        yield
    finally:
        ballast.unlink()


@contextlib.contextmanager
def _small_files(folder: Path, room: int) -> Iterator[None]:
    """No file may grow beyond what the log of writes holds now, and a little."""
    import resource  # noqa: PLC0415 - not on Windows

    log = folder / "vault.db-wal"
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    most = (log.stat().st_size if log.exists() else 0) + room
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


_ARMS: dict[str, Callable[..., contextlib.AbstractContextManager[None]]] = {
    "": _unhurt,
    "record": _recording,
    "crash": _crashing,
    "fail": _failing,
    "crowd": _crowded,
    "small": _small_files,
}
