# SPDX-License-Identifier: MIT
"""Sleep and session lock are heard over D-Bus, on a private bus of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app.paths import project_root
from ui.system_watch import SystemWatch

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HEAR = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from ui.system_watch import SystemWatch
app = QCoreApplication([])
watch = SystemWatch()
heard = []
watch.going_away.connect(lambda: heard.append(1))
def say(active):
    name = "org.freedesktop.ScreenSaver"
    message = QDBusMessage.createSignal("/org/freedesktop/ScreenSaver", name, "ActiveChanged")
    message.setArguments([active])
    QDBusConnection.sessionBus().send(message)
QTimer.singleShot(50, lambda: say(False))
QTimer.singleShot(100, lambda: say(True))
QTimer.singleShot(1500, app.quit)
app.exec()
print(len(heard))
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs dbus-run-session")
def test_a_screen_saver_is_heard_when_it_begins() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", HEAR],
        cwd=project_root(),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "1", done.stderr


def test_only_the_beginning_counts(qapp: object, qtbot: QtBot) -> None:
    watch = SystemWatch()
    with qtbot.assertNotEmitted(watch.going_away):
        watch.on_away(False)
    with qtbot.waitSignal(watch.going_away):
        watch.on_away(True)
    with qtbot.waitSignal(watch.going_away):
        watch.on_locked()


LOGIN = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from ui.system_watch import LOGIN, SystemWatch
app = QCoreApplication([])
watch = SystemWatch()
print(*watch.heard)
def say(path, interface, name, *given):
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(given))
    QDBusConnection.systemBus().send(message)
manager, session = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_31"
acts = [
    ("woken", lambda: say(manager, f"{LOGIN}.Manager", "PrepareForSleep", False)),
    ("sleeps", lambda: say(manager, f"{LOGIN}.Manager", "PrepareForSleep", True)),
    ("shuts down", lambda: say(manager, f"{LOGIN}.Manager", "PrepareForShutdown", True)),
    ("locked", lambda: say(session, f"{LOGIN}.Session", "Lock")),
    ("unlocked", lambda: say(session, f"{LOGIN}.Session", "Unlock")),
]
now = []
watch.going_away.connect(lambda: print("away:", now[-1]))
def turn():
    if not acts:
        app.quit()
        return
    name, act = acts.pop(0)
    now.append(name)
    act()
    QTimer.singleShot(300, turn)
QTimer.singleShot(50, turn)
app.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs dbus-run-session")
def test_sleep_and_the_lock_of_the_session_are_heard_from_logind() -> None:
    """Said as logind says it, over a system bus of the test's own."""
    shell = 'export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"; exec "$0" -c "$1"'
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", shell, sys.executable, LOGIN],
        cwd=project_root(),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    heard, *away = done.stdout.splitlines()
    assert "org.freedesktop.login1.Manager.PrepareForSleep" in heard, done.stderr
    assert away == ["away: sleeps", "away: locked"], done.stderr
