# SPDX-License-Identifier: MIT
"""Another program with its menu open, run as ``python -m tests.screen.menu``.

The menu holds keyboard and pointer. It prints ``open`` when the menu is on the screen and ``closed`` when it
goes, and ends with its input.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QPoint, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QWidget

WORDS = ("View profile", "Search in chat", "Mute", "Block")
PLACE = (300, 300, 500, 300)


def main() -> None:
    """Show a window, then its menu."""
    app = QApplication(sys.argv)
    window = QWidget()
    window.setWindowTitle("Chat with a menu")
    window.setGeometry(*PLACE)
    menu = QMenu(window)
    for words in WORDS:
        menu.addAction(words)
    window.show()

    def tell() -> None:
        """Say that it is open once the server has painted it."""
        if menu.isVisible() and menu.windowHandle().isExposed():
            os.write(1, b"open\n")
        else:
            QTimer.singleShot(20, tell)

    def pop_up() -> None:
        """Open the menu once the window has the keyboard, as after a click on it."""
        if not window.isActiveWindow():
            QTimer.singleShot(20, pop_up)
            return
        menu.popup(window.mapToGlobal(QPoint(50, 50)))
        tell()

    menu.aboutToHide.connect(lambda: os.write(1, b"closed\n"))
    ended = QSocketNotifier(0, QSocketNotifier.Type.Read, app)
    ended.activated.connect(lambda *_: app.quit(), Qt.ConnectionType.QueuedConnection)
    pop_up()
    app.exec()


if __name__ == "__main__":
    main()
