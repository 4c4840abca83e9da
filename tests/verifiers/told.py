# SPDX-License-Identifier: MIT
"""Runs ``main.py verify`` as the officer would; tells what it said, what it cost and what it left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app import paths

if TYPE_CHECKING:
    from pathlib import Path

MAIN = str(paths.project_root() / "main.py")
CALLS = "trace=open,openat,creat,mkdir,mkdirat,rename,renameat2,link,symlink,mknod,truncate,ftruncate,unlink"
# What wait4 says of memory includes that of the tests, which began the child; this is of the child alone.
MEASURED = """
import atexit, os, re, runpy, sys
pipe, main = int(sys.argv[1]), sys.argv[2]
sys.argv[:3] = [main]
sys.path.insert(0, os.path.dirname(main))
def tell():
    status = open("/proc/self/status").read()
    os.write(pipe, re.search(r"VmHWM:\\s+(\\d+)", status)[1].encode())
atexit.register(tell)
runpy.run_path(main, run_name="__main__")
"""


@dataclass(frozen=True)
class Told:
    """What one run said and cost."""

    code: int
    out: str
    err: str
    peak_bytes: int
    seconds: float
    left: tuple[str, ...]


def tell(path: Path | str | bytes, home: Path, *more: str) -> Told:
    """Return what ``verify`` says of a path, run in an empty home of its own."""
    home.mkdir()
    read, write = os.pipe()
    asked = [sys.executable, "-c", MEASURED, str(write), MAIN, "verify", path, *more]
    begun = time.perf_counter()
    done = _run(asked, home, pass_fds=(write,))
    seconds = time.perf_counter() - begun
    os.close(write)
    with os.fdopen(read) as pipe:
        peak_bytes = int(pipe.read()) * 1024
    left = tuple(sorted(str(one.relative_to(home)) for one in home.rglob("*")))
    return Told(done.returncode, done.stdout.decode(), done.stderr.decode(), peak_bytes, seconds, left)


def traced(path: Path | str | bytes, home: Path, trace: Path) -> list[str]:
    """Return every call of ``verify`` that opens, makes or removes a file."""
    home.mkdir()
    watcher = ["strace", "-f", "-qq", "-o", str(trace), "-e", CALLS]
    _run([*watcher, sys.executable, MAIN, "verify", path], home)
    return trace.read_text(encoding="utf-8", errors="replace").splitlines()


def _run(asked: list[Any], home: Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """Run it where everything written by the way lands in this home."""
    places = dict.fromkeys(
        ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(home)
    )
    env = {**os.environ, **places, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        asked, stdin=subprocess.DEVNULL, capture_output=True, cwd=home, env=env, check=False, **more
    )
