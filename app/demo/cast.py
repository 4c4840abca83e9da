# SPDX-License-Identifier: MIT
"""The second process of the demo: another program's window, so that the capture is a real one."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app import paths
from app.errors import CaptureUnsupported
from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

END_WITHIN_S = 10


@dataclass(frozen=True, slots=True)
class Stage:
    """A window that stands on the screen.

    Attributes:
        pid: the process that shows it.
        title: as the desktop shows it.
        area: what the program draws, in pixels of the desktop, without the frame of the desktop.
        id_area: where the identifier stands, in pixels of the desktop; None where the window has none.
        shown_from: the first message that can be seen whole; None where there is none.
        process: what shows it.
    """

    pid: int
    title: str
    area: Rect
    id_area: Rect | None
    shown_from: datetime | None
    process: subprocess.Popen[str]

    def scroll(self) -> None:
        """The conversation begins to scroll back to its first message."""
        if self.process.stdin:
            self.process.stdin.write("scroll\n")
            self.process.stdin.flush()

    def wait_scrolled(self) -> datetime | None:
        """Return the time of the first message in view, once it has scrolled back all the way.

        Raises:
            CaptureUnsupported: the window went away.
        """
        return _shown_from(_said(self.process))


@contextmanager
def staged(kind: str) -> Iterator[Stage]:
    """Yield a window that has been painted and stands still; it is closed afterwards.

    Args:
        kind: ``profile`` or ``conversation``.

    Raises:
        CaptureUnsupported: the window did not come up; most often there is no display.
    """
    with subprocess.Popen(  # noqa: S603 - our own program, no shell
        [*_program(), "stage", kind, "--on-top"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=paths.project_root(),
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            yield _ready(process)
        finally:
            _end(process)


def _program() -> list[str]:
    """Return how this program is started; a frozen build is one file."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, str(paths.project_root() / "main.py")]


def _ready(process: subprocess.Popen[str]) -> Stage:
    """Return what the stage says when it stands."""
    said = _said(process)
    area = said["id_area"]
    return Stage(
        said["pid"],
        said["window"],
        Rect(*said["area"]),
        Rect(*area) if area else None,
        _shown_from(said),
        process,
    )


def _said(process: subprocess.Popen[str]) -> dict[str, Any]:
    """Return the next line of the stage.

    Raises:
        CaptureUnsupported: there is none: no display, or the window went away.
    """
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        raise CaptureUnsupported("the sample window did not open")
    said: dict[str, Any] = json.loads(line)
    return said


def _shown_from(said: dict[str, Any]) -> datetime | None:
    return datetime.fromisoformat(said["shown_from"]) if said["shown_from"] else None


def _end(process: subprocess.Popen[str]) -> None:
    """The stage ends by itself when its input closes; if it hangs it is ended."""
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(timeout=END_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
