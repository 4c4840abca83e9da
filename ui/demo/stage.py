# SPDX-License-Identifier: MIT
"""Another program's window for demo and tests: a second process, drawn from the invented sample case.

It ends when its standard input closes. At the line ``scroll`` the conversation scrolls back to its first
message, then prints ``scrolled`` and ``shown_from``. When its window stands still it prints a line of JSON:
``ready``, ``window`` (the title), ``pid``, ``area`` (what is drawn, without the desktop's frame),
``id_area`` (where the identifier stands), ``shown_from`` (time of the first message in view).
What the window has not is null. Areas are ``[x, y, width, height]`` in pixels of the desktop.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app import paths
from ui.demo.conversation import ConversationView
from ui.demo.paint import load_fonts
from ui.demo.profile import ProfileView
from ui.demo.script import load
from ui.demo.scrolling import ScrollBack
from ui.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

View = ProfileView | ConversationView
VIEWS: dict[str, type[View]] = {"profile": ProfileView, "conversation": ConversationView}
TITLES = {
    "profile": "Skype profile - invented sample",
    "conversation": "Skype - invented sample",
}
SIZES = {"profile": (1000, 680), "conversation": (860, 700)}
PLACE = QPoint(90, 90)
SCROLL = "scroll"
STILL_MS = 200  # no move, size or paint for this long: the desktop has put its frame on
STIRRING = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Paint, QEvent.Type.Show}


class Stillness(QObject):
    """Says once when a window has been painted and left alone for a moment."""

    settled = Signal()

    def __init__(self, view: View) -> None:
        """Watch the window."""
        super().__init__(view)
        self._view = view
        self._timer = QTimer(self, singleShot=True, interval=STILL_MS)
        self._timer.timeout.connect(self._on_still)
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start the wait anew at each stir; every event goes on to the window."""
        if event.type() in STIRRING:
            self._timer.start()
        return False

    def _on_still(self) -> None:
        self._view.removeEventFilter(self)
        self.settled.emit()


class InputWatch(QObject):
    """Says what comes in on standard input and when it has closed; reading waits in a thread of its own."""

    heard = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        """Wait for nothing yet."""
        super().__init__()
        self._has_closed = threading.Event()
        self._thread = threading.Thread(target=self._wait, name="input", daemon=True)
        self._source: TextIO | None = None

    def start(self, source: TextIO) -> None:
        """Begin to wait."""
        self._source = source
        self._thread.start()

    def let_go(self) -> None:
        """Whoever said that it has closed has finished saying so: only then may this object go."""
        if self._has_closed.is_set():
            self._thread.join()

    def _wait(self) -> None:
        for line in self._source or ():
            self.heard.emit(line.strip())
        self._has_closed.set()
        self.closed.emit()


def make_view(kind: str) -> View:
    """Return the window of a kind, not shown yet, with a title that says it is invented."""
    view = VIEWS[kind](load(paths.resources() / "sample" / "case.toml"), load_fonts())
    view.setWindowTitle(TITLES[kind])
    view.resize(*SIZES[kind])
    view.move(PLACE)
    return view


def report_of(view: View) -> dict[str, object]:
    """Return the line that is printed when the window stands."""
    found, shown_from = view.id_area(), view.shown_from()
    return {
        "ready": True,
        "window": view.windowTitle(),
        "pid": os.getpid(),
        "area": desktop_area(view, view.rect()),
        "id_area": desktop_area(view, found.toAlignedRect()) if found else None,
        "shown_from": shown_from.isoformat() if shown_from else None,
    }


def obey(view: View, line: str) -> None:
    """Do what was asked for: ``scroll``, which only a conversation can; anything else is passed over."""
    if line != SCROLL or not isinstance(view, ConversationView):
        return
    back = ScrollBack(view.messages.verticalScrollBar(), view)
    back.ended.connect(lambda: print(json.dumps(scrolled_report(view)), flush=True))  # noqa: T201
    back.start()


def scrolled_report(view: ConversationView) -> dict[str, object]:
    """Return the line that is printed at the first message."""
    shown_from = view.shown_from()
    return {"scrolled": True, "shown_from": shown_from.isoformat() if shown_from else None}


def desktop_area(view: View, area: QRect) -> list[int]:
    """Return an area of the window in physical pixels of the desktop.

    Source: toolchain.md: a screen's origin stays native, its size shrinks by the scale.
    """
    screen = view.screen()
    origin, scale = screen.geometry().topLeft(), screen.devicePixelRatio()
    corner = view.mapToGlobal(area.topLeft()) - origin
    box = QRectF(corner.x() * scale, corner.y() * scale, area.width() * scale, area.height() * scale)
    whole = box.translated(origin.x(), origin.y()).toAlignedRect()
    return [whole.x(), whole.y(), whole.width(), whole.height()]


def run(kind: str, *, on_top: bool = False, argv: Sequence[str] = ()) -> int:
    """The window was shown until standard input closed; returns the exit code.

    Args:
        kind: ``profile`` or ``conversation``.
        on_top: above other programs' windows, so that a busy desktop cannot cover what is to be captured.
        argv: further arguments for Qt.
    """
    application = QApplication(["stage", *argv])
    view = make_view(kind)
    if on_top:
        view.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
    stillness = Stillness(view)
    stillness.settled.connect(lambda: print(json.dumps(report_of(view)), flush=True))  # noqa: T201
    watch = InputWatch()
    watch.heard.connect(lambda line: obey(view, line))
    watch.closed.connect(application.quit)
    watch.start(sys.stdin)
    view.show()
    view.raise_()
    view.activateWindow()
    code = application.exec()
    watch.let_go()
    return code
