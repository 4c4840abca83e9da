# SPDX-License-Identifier: MIT
"""One window a case: a second start brings the first window to the front and ends."""

from __future__ import annotations

import contextlib
import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer

ANSWER_MS = 1_000


class Single(QObject):
    """Holds the place of the one window for a case, and hears when a second one starts.

    Signals:
        front_asked: another start asks this window to come to the front.
    """

    front_asked = Signal()

    def __init__(self, vault: Path, folder: Path) -> None:
        """Hold nothing yet.

        Args:
            vault: the case; a check sum of its place goes into the names, which say nothing.
            folder: where lock file and socket go; made if need be, for this person only.
        """
        super().__init__()
        name = f"{zlib.crc32(str(vault.absolute()).encode()):08x}"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = QLockFile(str(folder / f"window-{name}.lock"))
        self._lock.setStaleLockTime(0)  # stale by a dead process only, never by age
        self._address = f"safehold-{name}"
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Return whether this is the only window for the case."""
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Hear other starts; call it after the first paint."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - 6 ms, after the first paint (G7)

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._address)  # left by a crash; the lock file says it is nobody's
        self._server.newConnection.connect(self._on_connected)
        self._server.listen(self._address)

    def call(self) -> bool:
        """Ask the window that is there to come to the front; return whether it heard."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only where a window is open already

        socket = QLocalSocket()
        socket.connectToServer(self._address)
        heard = socket.waitForConnected(ANSWER_MS)
        socket.disconnectFromServer()
        return heard

    def release(self) -> None:
        """Let the place go."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_connected(self) -> None:
        with contextlib.suppress(AttributeError):
            self._server.nextPendingConnection().deleteLater()  # type: ignore[union-attr]
        self.front_asked.emit()
