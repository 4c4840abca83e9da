# SPDX-License-Identifier: MIT
"""G7: CPU time of the program from its start to its end, which comes right after the first paint."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from app.paths import project_root
from tests.bench.harness import Row, alternated, at_most, child_cpu
from tests.screen.xserver import XServer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

ROUNDS = 15
# A home of its own; and the bytecode is kept from the first start on, as on a person's computer.
PLACES = {
    "HOME": "home",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "PYTHONPYCACHEPREFIX": "bytecode",
}
FIRST_PAINT = (sys.executable, str(project_root() / "main.py"), "first-paint")
IMPORT_ONLY = (sys.executable, "-c", "import PySide6.QtWidgets")
ONE_LABEL = (
    sys.executable,
    "-c",
    """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, application.quit)

application = QApplication([])
label = Label("one label")
label.resize(1180, 760)
label.show()
application.exec()
""",
)


def measure(folder: Path, rounds: int, command: Sequence[str] = FIRST_PAINT) -> Iterator[Row]:
    """Yield the rows of G7; ``command`` opens the window and ends after the first paint."""
    with XServer():
        environ = _environ(folder)
        costs = alternated(
            {
                "ours": child_cpu(command, environ),
                "one label": child_cpu(ONE_LABEL, environ),
                "import": child_cpu(IMPORT_ONLY, environ),
            },
            max(rounds, ROUNDS),
        )
    what, ours = "first window painted", costs["ours"]
    yield at_most("G7", what, ours, "a window with one label", costs["one label"], 1.5)
    yield at_most("G7", what, ours, "import PySide6.QtWidgets", costs["import"], 1.8)


def _environ(folder: Path) -> dict[str, str]:
    """Return the environment of every contender."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {name: str(folder / place) for name, place in PLACES.items()}
