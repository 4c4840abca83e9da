# SPDX-License-Identifier: MIT
"""Another program: a chat with the lines it was given, run as ``python -m tests.screen.chat LINE...``.

It prints ``ready`` once it is painted, and ends when its standard input closes.
"""

from __future__ import annotations

import select
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PLACE, SIZE = (90, 120), (760, 520)
MIDDLE = (PLACE[0] + SIZE[0] // 2, PLACE[1] + SIZE[1] // 2)
STILL_MS = 200  # the desktop has put its frame on
END_S = 10


@contextmanager
def chat(*lines: str) -> Iterator[tuple[int, int]]:
    """Yield a place in the window of a chat, once it can be seen."""
    command = (sys.executable, "-m", "tests.screen.chat", *lines)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            assert process.stdout.readline().strip() == "ready"
            yield MIDDLE
        finally:
            process.stdin.close()
            process.wait(END_S)


def main(lines: list[str]) -> None:
    """Show the lines until standard input closes."""
    application = QApplication(["chat"])
    label = QLabel("\n\n".join(lines))
    label.setWindowTitle("Chat")
    label.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setWordWrap(True)
    font = label.font()
    font.setPixelSize(20)
    label.setFont(font)
    label.setMargin(24)
    label.setGeometry(*PLACE, *SIZE)
    label.show()
    QTimer.singleShot(STILL_MS, label, lambda: print("ready", flush=True))
    watch = QTimer(label, interval=50)
    watch.timeout.connect(lambda: application.quit() if _has_closed() else None)
    watch.start()
    application.exec()


def _has_closed() -> bool:
    ready, _, _ = select.select([sys.stdin], [], [], 0)
    return bool(ready)


if __name__ == "__main__":
    main(sys.argv[1:])
