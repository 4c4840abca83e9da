# SPDX-License-Identifier: MIT
"""Looks for an identifier in the person's own pictures, beside the window; the newest picture first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.errors import ImportRefused, ReadingFailed
from app.identify.formats import check
from app.identify.values import Box, Doubt, Kind, Proposal
from ui.shown import shown_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.identify.platforms import Platform
    from app.identify.values import Reading
    from app.model import Exhibit, Rect
    from app.vault import Vault
    from ui.context import Context
    from ui.reading import PictureReader

FETCHED = 0.2  # of the work on one picture, once it is out of the vault


@dataclass(frozen=True)
class Sighting:
    """Something in a picture that may be the identifier.

    Attributes:
        exhibit: the picture.
        picture: its pixels.
        proposal: what stands there, and where.
        is_of_box: whether the person drew the box in which it was read.
    """

    exhibit: Exhibit
    picture: QImage
    proposal: Proposal
    is_of_box: bool = False


class Looking(QObject):
    """One search at a time; a new one, ``cancel`` and the lock end the one before.

    Signals:
        began: pictures are being read; carries the exhibit.
        moved: how far it is, 0.0 to 1.0.
        found: carries the sightings of one picture as a tuple, the best first.
        ended: nothing was found; carries why: ``none``, ``failed``, ``unread`` of a box.
    """

    began = Signal(object)
    moved = Signal(float)
    found = Signal(object)
    ended = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        """Look at nothing yet."""
        super().__init__(parent)
        self._context = context
        self._search = 0
        self.is_on = False

    def look(self, exhibits: Sequence[Exhibit], platform: Platform) -> None:
        """Look for an identifier of the platform, picture after picture, until one holds one."""
        work = partial(_find, platform=platform.id)
        self._begin(tuple(exhibits), work)

    def look_in_box(self, exhibit: Exhibit, box: Rect, platform: Platform) -> None:
        """Read what stands in a box that the person drew."""
        place = Box(box.x, box.y, box.x + box.width, box.y + box.height)
        self._begin((exhibit,), partial(_read_box, box=place, platform=platform), why="unread")

    def cancel(self) -> None:
        """Stop at once; nothing more is heard of it."""
        if self.is_on:
            self._search += 1
            self.is_on = False
            self._context.session.stop_reading()

    def _begin(self, exhibits: tuple[Exhibit, ...], work: Work, *, why: str = "none") -> None:
        self.cancel()
        if not exhibits or not self._context.session.is_open:
            return
        self._search += 1
        self.is_on = True
        self._next(_Search(self._search, exhibits, work, len(exhibits), why))

    def _next(self, search: _Search) -> None:
        """Take the next picture out of the vault, or say that there was nothing."""
        if not search.left:
            self.is_on = False
            self.ended.emit(search.why)
            return
        exhibit = search.left[0]
        self.began.emit(exhibit)
        self.moved.emit(search.share(0.0))

        def job(vault: Vault) -> bytes:
            return shown_bytes(vault, exhibit.id)

        self._context.session.run(
            job, owner=self, then=partial(self._read, search), otherwise=partial(self._on_failed, search)
        )

    def _read(self, search: _Search, picture: bytes) -> None:
        """Read it in a lane of its own, in the reader's process."""
        if not self._is_current(search):
            return
        self.moved.emit(search.share(FETCHED))
        exhibit, reader = search.left[0], self._context.session.reader()

        def job() -> tuple[Sighting, ...]:
            proposals = search.work(reader, picture)
            image = QImage.fromData(picture) if proposals else QImage()
            return tuple(Sighting(exhibit, image, one, is_of_box=search.is_of_box) for one in proposals)

        self._context.background.run(
            job, owner=self, then=partial(self._on_read, search), otherwise=partial(self._on_failed, search)
        )

    def _on_read(self, search: _Search, sightings: tuple[Sighting, ...]) -> None:
        if not self._is_current(search):
            return
        if sightings:
            self.is_on = False
            self.found.emit(sightings)
        else:
            self._next(search.without_first(search.why))

    def _on_failed(self, search: _Search, error: BaseException) -> None:
        """Go on with the next picture; what is no failure of reading is told as ever."""
        if not self._is_current(search):
            return
        if not isinstance(error, (ImportRefused, ReadingFailed)):
            self._context.background.failed.emit(error)
        self._next(search.without_first("failed"))

    def _is_current(self, search: _Search) -> bool:
        return self.is_on and search.number == self._search and self._context.session.is_open


@dataclass(frozen=True, slots=True)
class _Search:
    """Which pictures are left, what is done with each, and why nothing was found so far."""

    number: int
    left: tuple[Exhibit, ...]
    work: Work
    count: int
    why: str

    @property
    def is_of_box(self) -> bool:
        """Whether the person drew a box."""
        return self.why == "unread"

    def share(self, of_one: float) -> float:
        """Return how much of the work is done."""
        return (self.count - len(self.left) + of_one) / self.count

    def without_first(self, why: str) -> _Search:
        """Return what is left to do after the first picture."""
        return replace(self, left=self.left[1:], why=why)


if TYPE_CHECKING:
    Work = Callable[[PictureReader, bytes], tuple[Proposal, ...]]


def _find(reader: PictureReader, picture: bytes, *, platform: str) -> tuple[Proposal, ...]:
    """Return what may be the identifier; names alone are none."""
    found = reader.find(picture, platform).proposals
    return tuple(one for one in found if one.platform == platform and one.kind != Kind.DISPLAY_NAME)


def _read_box(reader: PictureReader, picture: bytes, *, box: Box, platform: Platform) -> tuple[Proposal, ...]:
    """Return the text in the box as what the person says it is."""
    reading = reader.read_box(picture, box)
    value = _value_in(reading.text, platform)
    if not value:
        return ()
    doubts = tuple(_moved(reading, value))
    return (Proposal(platform.id, Kind.IDENTIFIER, value, box, reading.confidence, doubts),)


def _value_in(text: str, platform: Platform) -> str:
    """Return what of a text is the identifier: all of it, or after its label the last word that may be."""
    whole = check(platform, text)
    if whole.is_good:
        return whole.normalised or ""
    words = [verdict for word in text.split() if (verdict := check(platform, word)).is_good]
    return (words[-1].normalised if words else whole.normalised) or ""


def _moved(reading: Reading, value: str) -> Sequence[Doubt]:
    """Return the doubts of a reading at their places in the part of it that is the identifier."""
    start = reading.text.find(value)
    if start < 0:
        return ()
    inside = (one for one in reading.doubts if 0 <= one.index - start < len(value))
    return [Doubt(one.index - start, one.options) for one in inside]
