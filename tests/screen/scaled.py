# SPDX-License-Identifier: MIT
"""The pickers in a process of their own, since Qt reads the scales of its screens once.

Run as ``python -m tests.screen.scaled``. It says ``ready`` and obeys lines. ``area`` shows the stills and
says ``shown``; then, once an area was chosen, the pixels of it and the hash of what is taken there.
``screen 0``, ``screen 1`` and ``desktop 0`` say the same of a screen and of all of them.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.capture import choose_backend, grab
from app.hashing import sha256_of
from app.i18n import translator
from app.paths import resources
from app.words import Words
from ui.capture.picking import AreaPicking
from ui.capture.placing import native_of_screen
from ui.capture.taking import Aim, target_of
from ui.icons import Icons
from ui.theme import Theme

if TYPE_CHECKING:
    from app.model import Rect


def say(*words: object) -> None:
    """Say one line."""
    os.write(1, f"{' '.join(map(str, words))}\n".encode())


def tell_taken(aim: Aim) -> None:
    """Say what is taken for this aim: its pixels, and the hash of their colours."""
    with closing(choose_backend(os.environ)) as backend:
        taken = grab(backend, target_of(aim, backend))
    colours = bytes(taken.frame.bgra)
    kept = b"".join((colours[0::4], colours[1::4], colours[2::4]))
    rect = taken.rect
    say(aim.way, rect.x, rect.y, rect.width, rect.height, sha256_of(kept))


class Pickers(QObject):
    """Obeys."""

    def __init__(self) -> None:
        super().__init__()
        theme = Theme.load(resources() / "theme", "light")
        theme.apply(QApplication.instance())
        words = Words.load(resources() / "words" / "en", translator(resources() / "locale", "en"))
        context = SimpleNamespace(theme=theme, words=words, icons=Icons(resources() / "icons", theme))
        self.picking = AreaPicking(context, self)
        self.picking.area_chosen.connect(self._on_area)
        self._heard = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._on_line)

    def _on_line(self) -> None:
        line = os.read(0, 100).decode().strip()
        if line == "area":
            with closing(choose_backend(os.environ)) as backend:
                self.picking.start(self.picking.job()(backend))
            say("shown", len(self.picking.pickers))
        elif line[:1] in {"s", "d"}:
            way, number = line.split()
            tell_taken(Aim(way, native_of_screen(QGuiApplication.screens()[int(number)])))
        else:
            self.picking.stop()
            QApplication.instance().quit()

    def _on_area(self, rect: Rect, _screen: Rect) -> None:
        self.picking.stop()
        QGuiApplication.sync()
        tell_taken(Aim("area", rect))


if __name__ == "__main__":
    app = QApplication(sys.argv)
    pickers = Pickers()
    say("ready", *(screen.devicePixelRatio() for screen in QGuiApplication.screens()))
    app.exec()
