# SPDX-License-Identifier: MIT
"""Open the window, or run one command. Nothing heavy is imported before the verb is known."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from app.commands import parse, run

if TYPE_CHECKING:
    from argparse import Namespace


def main(argv: list[str]) -> int:
    """Return the exit code: 0 done, 1 the answer is "no" or "differs", 2 bad input or no access."""
    os.umask(0o077)
    arguments = parse(argv)
    if arguments.run is not None:
        return run(arguments)
    return open_window(arguments)


def open_window(arguments: Namespace) -> int:
    """Show the window, or one of the hidden windows of demo and tests, until it is closed."""
    if arguments.verb == "stage":
        from ui.demo.stage import run as play  # noqa: PLC0415 - Qt costs about 100 ms of CPU

        return play(arguments.kind, on_top=arguments.on_top)
    gc.disable()  # 25 ms of the first paint; the window enables it again once it is painted
    from ui.application import run as show  # noqa: PLC0415 - Qt costs about 100 ms of CPU

    return show(arguments.vault, first_paint=arguments.verb == "first-paint")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
