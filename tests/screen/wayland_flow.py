# SPDX-License-Identifier: MIT
"""The capture bar as a program of a Wayland session; run by tests/screen/unprivileged.py."""

from __future__ import annotations

import importlib
import os
import pkgutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import app
import ui
from app.capture import choose_backend
from app.i18n import translator
from app.paths import resources
from app.settings import Settings
from app.vault import KdfParameters
from app.words import Words
from tests.fakes.acquisitions import ADULT
from tests.fakes.clock import FakeClock
from tests.screen import portal_taking
from ui.background import Background
from ui.capture.flow import CaptureFlow, State
from ui.capture.monitors import Monitors
from ui.context import Context
from ui.icons import Icons
from ui.session import Session
from ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

WITHIN_S = 20.0
PASSPHRASE = "violet kettle march otter"  # noqa: S105 - of a vault that lives as long as a test


def prepare() -> None:
    """Read every file that is needed later."""
    import encodings  # noqa: PLC0415 - its modules are read one by one
    import resource  # noqa: F401, PLC0415 - there is none on Windows

    portal_taking.prepare()
    for package in (app, ui, encodings):
        _import_all(package)


def _import_all(package: ModuleType) -> None:
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if "win" not in found.name and "macos" not in found.name and "mbcs" not in found.name:
            try:
                importlib.import_module(found.name)
            except ImportError:  # of another system
                continue


def _until(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + WITHIN_S
    while not is_so():
        assert time.monotonic() < end, "it did not get that far"
        QTest.qWait(20)


def _context(application: QApplication, folder: Path) -> Context:
    theme = Theme.load(resources() / "theme", "light")
    theme.apply(application)
    background, clock = Background(), FakeClock()
    session = Session(
        background, clock=clock, tool="safehold/test", machine_alias="heron-41", kdf=KdfParameters.floor()
    )
    monitors = Monitors(application)
    return Context(
        words=Words.load(resources() / "words" / "en", translator(resources() / "locale", "en")),
        theme=theme,
        icons=Icons(resources() / "icons", theme),
        settings=Settings(machine_alias="heron-41"),
        background=background,
        session=session,
        clock=clock,
        folder=folder / "case.safehold",
        make_backend=lambda: choose_backend(os.environ, monitors=monitors.screens()),
    )


class Person:
    """Opens the bar and takes pictures with it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._context = _context(QApplication(["safehold"]), folder)
        self._window = QWidget()
        self._added: list[Any] = []
        self._failed: list[BaseException] = []
        opened: list[object] = []
        self._context.background.failed.connect(self._failed.append)
        self._context.session.opened.connect(lambda *_: opened.append(True))
        self._context.session.create(self._context.folder, PASSPHRASE, ADULT)
        _until(lambda: opened or self._failed)
        self._check()
        self._window.show()
        _until(lambda: self._window.windowHandle().isExposed())
        self._flow = CaptureFlow(self._context, self._window)
        self._flow.exhibit_added.connect(self._added.append)
        self._flow.failed.connect(self._failed.append)

    def take(self, way: str, output: str) -> dict[str, Any]:
        """Press a button of the bar, then choose the output or draw on it; write the picture."""
        self._added.clear()
        self._flow.start()
        _until(lambda: self._flow.state is State.READY and self._flow.bar.is_drawn)
        ways = list(self._flow.bar.ways)
        started = time.perf_counter()
        QTest.mouseClick(self._flow.bar.ways[way], Qt.MouseButton.LeftButton)
        if way == "area":
            self._draw(output)
        elif len(QGuiApplication.screens()) > 1:
            self._choose(output)
        _until(lambda: self._added or self._failed)
        self._check()
        took_ms = round((time.perf_counter() - started) * 1000)
        exhibit = self._added[0]
        held: list[bytes] = []
        session = self._context.session
        session.run(lambda vault: vault.original(exhibit.id), owner=session, then=held.append)
        _until(lambda: held)
        (self._folder / f"taken-{way}.png").write_bytes(held[0])
        rect = exhibit.record.screen.rect_logical
        return {"ways": ways, "rect": [rect.x, rect.y, rect.width, rect.height], "ms": took_ms}

    def _check(self) -> None:
        """Show what went wrong."""
        for error in self._failed:
            raise AssertionError from error

    def leave(self) -> None:
        """Put everything away."""
        self._flow.dismiss()
        self._context.session.lock("test")
        self._context.background.close()

    def _choose(self, output: str) -> None:
        """Press the button of the bar that stands for the output."""
        _until(lambda: self._flow.bar.choices)
        names = [screen.name() for screen in self._flow.choosing._screens()]
        QTest.mouseClick(self._flow.bar.choices[str(names.index(output))], Qt.MouseButton.LeftButton)

    def _draw(self, output: str) -> None:
        """Drag from one corner of a box to the other, and take it."""
        pickers = self._flow.area_picking.pickers
        _until(lambda: pickers and all(one.windowHandle().isExposed() for one in pickers))
        picker = next(one for one in pickers if one.screen().name() == output)
        QTest.qWait(200)
        (self._folder / "picker.txt").write_text(f"{picker.width()} {picker.height()}")
        QTest.mousePress(picker, Qt.MouseButton.LeftButton, pos=QPoint(100, 80))
        QTest.mouseMove(picker, QPoint(300, 180))
        QTest.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=QPoint(300, 180))
        QTest.keyClick(picker, Qt.Key.Key_Return)


def take(folder: str, ways: list[str], output: str) -> dict[str, Any]:
    """Take a picture of an output in each of the ways with the bar."""
    os.environ["QT_QPA_PLATFORM"] = "wayland"
    person = Person(Path(folder))
    said = {way: person.take(way, output) for way in ways}
    person.leave()
    return said
