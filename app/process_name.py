# SPDX-License-Identifier: MIT
"""What the system's list of processes shows of this one: the name of the program, and no path or verb.

On Linux the command line of a process is memory of its own, which it may write over. On Windows and macOS the
list shows the name of the program's file, which the package gives it. Source: prctl(2), PR_SET_NAME; proc(5),
fields 48 and 49 of /proc/PID/stat.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

NAME = "safehold"  # says nothing of what it is for; as the title of the window
SET_NAME = 15
STAT = Path("/proc/self/stat")
ARGUMENTS_FROM, ARGUMENTS_TO = 45, 46  # counted from the field after the name


def show_only_name(name: str = NAME, platform: str = sys.platform) -> bool:
    """The list of processes shows this name and nothing else; return whether it could be done here."""
    if platform != "linux":
        return False
    try:
        start, end = _arguments()
    except (OSError, ValueError, IndexError):
        return False
    ctypes.CDLL(None).prctl(SET_NAME, ctypes.c_char_p(name.encode()), 0, 0, 0)
    room = end - start
    if start <= 0 or room <= 1:
        return False
    ctypes.memmove(start, name.encode()[: room - 1].ljust(room, b"\0"), room)
    return True


def _arguments() -> tuple[int, int]:
    """Return where the command line begins and ends in the memory of this process.

    Raises:
        OSError, ValueError, IndexError: the system does not say.
    """
    fields = STAT.read_text(encoding="utf-8").rpartition(")")[2].split()
    return int(fields[ARGUMENTS_FROM]), int(fields[ARGUMENTS_TO])
