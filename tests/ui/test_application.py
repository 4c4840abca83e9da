# SPDX-License-Identifier: MIT
"""From the command line to the window and back."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from app.paths import project_root
from ui.application import Started, bring_to_front, fit, no_core_dumps
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.context import Context

HEAVY = ("numpy", "reportlab", "sqlcipher3", "mss", "zxcvbn", "PIL", "cryptography", "pypdfium2", "argon2")
PROBE = f"""
import sys
from ui.application import run
code = run(None, first_paint=True)
print([name for name in {HEAVY!r} if name in sys.modules])
raise SystemExit(code)
"""


def test_the_first_paint_waits_for_nothing_heavy(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        cwd=project_root(),
        env={**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_a_crash_leaves_no_memory_on_disk() -> None:
    resource = pytest.importorskip("resource")  # Windows has none
    no_core_dumps()
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def test_the_parts_are_connected(context: Context, qapp: QApplication, qtbot: QtBot) -> None:
    started = Started(qapp, context)
    qtbot.addWidget(started.window)
    started.window.show()
    bring_to_front(started.window)
    context.background.failed.emit(ValueError("x"))
    assert started.messages.dialog is not None
    started.messages.dialog.accept()
    started.leaving.left.disconnect(qapp.quit)
    with qtbot.waitSignal(started.leaving.left):
        started.window.hide_asked.emit()
    assert not started.window.isVisible()


@pytest.mark.parametrize(
    ("room", "size"), [((1366, 768), (1280, 720)), ((1920, 1040), (1280, 800)), ((1024, 600), (1024, 552))]
)
def test_it_fits_on_a_small_screen(
    context: Context, qtbot: QtBot, room: tuple[int, int], size: tuple[int, int]
) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    fit(window, QSize(*room))
    assert window.size() == QSize(*size)
