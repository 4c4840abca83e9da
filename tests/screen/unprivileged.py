# SPDX-License-Identifier: MIT
"""Runs a function as the user of a Wayland session, and says what it returned.

The interpreter may lie where that user cannot read it. So everything is imported first, and only then does
the process become that user: no second interpreter is started.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import sys
from typing import Any

PR_SET_DUMPABLE = 4  # Source: prctl(2)


def become(uid: int, gid: int) -> None:
    """Be that user from now on, if this process may choose."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(gid, gid, gid)
        os.setresuid(uid, uid, uid)
        # The portal looks at /proc/PID/root of who asks, which Linux closes after a change of user.
        assert ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0


def main(name: str, function: str, uid: str, gid: str, arguments: str) -> None:
    """Import, become the user, call, and print the answer as JSON."""
    module: Any = importlib.import_module(name)
    if hasattr(module, "prepare"):
        module.prepare()
    become(int(uid), int(gid))
    print(json.dumps(getattr(module, function)(**json.loads(arguments))), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
