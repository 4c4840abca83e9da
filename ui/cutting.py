# SPDX-License-Identifier: MIT
"""Words in a box that a person drew on a picture, read beside the window, to be compared and corrected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage

from app.capture.models import Frame
from app.capture.png import encode
from app.errors import Cancelled, ImportRefused, ReadingFailed, VaultLocked
from app.identify.values import Box
from ui.shown import shown_bytes

if TYPE_CHECKING:
    from app.model import ExhibitId, Rect
    from app.vault import Vault
    from ui.context import Context
    from ui.reading import PictureReader


class Cutting(QObject):
    """One box at a time; a new one ends the one before.

    Signals:
        read: carries the words in the box; empty if there are none.
        failed: it could not be read.
    """

    read = Signal(str)
    failed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._context = context
        self._turn = 0

    def begin(self, original: ExhibitId, box: Rect) -> None:
        """Read what stands in the box; ``read`` or ``failed`` follows."""
        self._turn += 1
        turn = self._turn

        def job(vault: Vault) -> bytes:
            return shown_bytes(vault, original)

        self._context.session.run(
            job, owner=self, then=partial(self._read, turn, box), otherwise=partial(self._on_failed, turn)
        )

    def forget(self) -> None:
        """Let go of what is being read: nothing more is heard of it."""
        self._turn += 1

    def _read(self, turn: int, box: Rect, picture: bytes) -> None:
        if turn != self._turn or not self._context.session.is_open:
            return
        reader = self._context.session.reader()
        self._context.background.run(
            partial(words_in, reader, picture, box),
            owner=self,
            then=partial(self._on_read, turn),
            otherwise=partial(self._on_failed, turn),
        )

    def _on_read(self, turn: int, words: str) -> None:
        if turn == self._turn:
            self.read.emit(words)

    def _on_failed(self, turn: int, error: BaseException) -> None:
        """What is no failure of reading is told as ever."""
        if turn != self._turn:
            return
        if not isinstance(error, Cancelled | ImportRefused | ReadingFailed | VaultLocked):
            self._context.background.failed.emit(error)
        self.failed.emit()


def words_in(reader: PictureReader, picture: bytes, box: Rect) -> str:
    """Return the words in a box, line after line; a bubble breaks lines where it likes, so spaces join them.

    Raises:
        ImportRefused, ReadingFailed, Cancelled: as the reader.
    """
    part = QImage.fromData(picture).copy(QRect(box.x, box.y, box.width, box.height))
    lines = reader.read_all(_png(part))
    if lines:
        return " ".join(line.reading.text.strip() for line in lines).strip()
    whole = Box(box.x, box.y, box.x + box.width, box.y + box.height)
    return reader.read_box(picture, whole).text.strip()


def _png(image: QImage) -> bytes:
    """Return these pixels as a file; rows of 32 bits have no padding."""
    pixels = image.convertToFormat(QImage.Format.Format_RGB32)
    return encode(Frame(pixels.width(), pixels.height(), bytes(pixels.constBits())))
