# SPDX-License-Identifier: MIT
"""Open the window, or run one command. Nothing heavy is imported before the verb is known."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def main(argv: list[str]) -> int:
    """Return the exit code: 0 done, 1 the answer is "no" or "differs", 2 bad input or no access."""
    os.umask(0o077)
    if argv in ([], ["first-paint"]):  # make bench measures the second
        return open_window(None, first_paint=bool(argv))
    if argv == ["read-pictures"]:  # app.identify.reading starts this process, and talks to it through pipes
        from app.identify.child import serve  # noqa: PLC0415 - the model and OpenCV, 300 ms

        return serve()
    from app.commands import parse, run  # noqa: PLC0415 - argparse and json, 17 ms of the first paint (G7)

    arguments = parse(argv)
    if arguments.run is not None:
        return run(arguments)
    if arguments.verb == "gallery":
        from ui.gallery.window import run as show_all  # noqa: PLC0415 - Qt, as below

        return show_all()
    if arguments.verb == "stage":
        from ui.demo.stage import run as play  # noqa: PLC0415 - Qt costs about 100 ms of CPU

        return play(arguments.kind, on_top=arguments.on_top)
    return open_window(arguments.vault)


def open_window(vault: Path | None, *, first_paint: bool = False) -> int:
    """Show the window until it is closed; or, for the benchmark, until it is painted."""
    gc.disable()  # 25 ms of the first paint; then ui.garbage collects, in the GUI thread only
    from ui.application import run as show  # noqa: PLC0415 - Qt costs about 100 ms of CPU

    return show(vault, first_paint=first_paint)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
