# SPDX-License-Identifier: MIT
"""From the command line to the window and back."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from app.paths import project_root
from tests.ui.filling import add_exhibit
from ui.application import Started, bring_to_front, fit, no_core_dumps
from ui.capture.states import State
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.fakes.reader import FakeReader
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


def test_pictures_are_read_beside_the_window_and_not_while_one_is_taken(
    opened: Context,
    qapp: QApplication,
    qtbot: QtBot,
    quiet_reader: FakeReader,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("FIRST_MS", "REST_MS", "HELD_MS"):
        monkeypatch.setattr(f"ui.reading_pass.{name}", 1)
    started = Started(qapp, opened)
    qtbot.addWidget(started.window)
    started.window.show()
    add_exhibit(opened, qtbot)
    quiet_reader.gate = threading.Event()
    started.read_pictures()
    qtbot.waitUntil(lambda: len(quiet_reader.asked) == 1)
    started.window.go("capture")
    qtbot.waitUntil(lambda: quiet_reader.stops > 0 and started.window.flow.state is State.READY)
    quiet_reader.gate = None
    assert len(quiet_reader.asked) == 1
    started.window.flow.stop()
    reading = opened.reading_pass
    qtbot.waitUntil(lambda: reading.state is not None and reading.state.read == 1)


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
