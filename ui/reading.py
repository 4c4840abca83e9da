# SPDX-License-Identifier: MIT
"""What reads pictures, as the window knows it: the process behind it is ``app.identify.reading``'s."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.identify.values import Box, Proposal, Reading
    from app.identify.wire import ReadLine

T = TypeVar("T")


class Found(Protocol):
    """What was found in one picture."""

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """What may be an identifier, the best first."""


class PictureReader(Protocol):
    """Reads pictures in a process of its own, which starts with the first of them."""

    def find(self, picture: bytes, wanted: str | None = None) -> Found:
        """Return what may be an identifier of the wanted platform, or of any.

        Raises:
            ImportRefused: the picture cannot be read.
            ReadingFailed: the process died, or took too long.
        """

    def read_box(self, picture: bytes, box: Box) -> Reading:
        """Return the text in a box that a person drew; raises as ``find`` does."""

    def read_all(self, picture: bytes) -> tuple[ReadLine, ...]:
        """Return every line of the picture, from top to bottom; raises as ``find`` does."""

    def stop(self) -> None:
        """The process is gone, and whoever waits for it is told so."""


def new_reader(is_quiet: bool = False) -> PictureReader:  # noqa: FBT001, FBT002 - the one thing to say
    """Return one that has not started its process yet; a quiet one gives way to everything else."""
    from app.identify.reading import Reader  # noqa: PLC0415 - after the first paint (G7)

    return Reader(is_quiet=is_quiet)


class OneReader:
    """Reads until it is stopped, and never again: no process starts for a case that was locked meanwhile."""

    def __init__(self, reader: PictureReader) -> None:
        """Start nothing yet."""
        self._reader = reader
        self._over = threading.Event()

    def find(self, picture: bytes, wanted: str | None = None) -> Found:
        """Return what was found; raises Cancelled once it was stopped."""
        return self._unless_over(lambda: self._reader.find(picture, wanted))

    def read_box(self, picture: bytes, box: Box) -> Reading:
        """Return the text in a box; raises Cancelled once it was stopped."""
        return self._unless_over(lambda: self._reader.read_box(picture, box))

    def read_all(self, picture: bytes) -> tuple[ReadLine, ...]:
        """Return every line; raises Cancelled once it was stopped."""
        return self._unless_over(lambda: self._reader.read_all(picture))

    def stop(self) -> None:
        """Whoever waits for it is told, and nothing more is read."""
        self._over.set()
        self._reader.stop()

    def _unless_over(self, job: Callable[[], T]) -> T:
        if self._over.is_set():
            raise Cancelled
        try:
            return job()
        finally:
            if self._over.is_set():  # it was stopped in the moment in which the process started
                self._reader.stop()
