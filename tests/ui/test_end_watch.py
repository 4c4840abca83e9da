# SPDX-License-Identifier: MIT
"""A program that is asked to end by the system says so to Qt, in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
import shiboken6
from PySide6.QtCore import QObject

from app.paths import project_root
from ui.end_watch import ENDINGS, EndWatch

HEAR = """
from PySide6.QtCore import QCoreApplication
from ui.end_watch import EndWatch
app = QCoreApplication([])
watch = EndWatch()
watch.end_asked.connect(lambda: (print("asked", flush=True), app.quit()))
print("ready", flush=True)
app.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_resting_program_hears_at_once_and_ends_in_order(name: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HEAR],
        cwd=project_root(),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(getattr(signal, name))
        said, _ = process.communicate(timeout=10)
    assert (said, process.returncode) == ("asked\n", 0)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_when_it_goes_the_signals_are_as_before(qapp: object) -> None:
    before = [signal.getsignal(getattr(signal, name)) for name in ENDINGS]
    parent = QObject()
    EndWatch(parent)
    assert signal.getsignal(signal.SIGTERM) is not before[0]
    shiboken6.delete(parent)
    assert [signal.getsignal(getattr(signal, name)) for name in ENDINGS] == before
