# SPDX-License-Identifier: MIT
"""The copies of one exhibit, made one after another: read, burnt, put by; at the end all of them count."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.capture.png import encode
from app.capture.solid import burnt
from app.capture.thumbnails import thumbnail
from app.conversation.files import decode
from app.errors import Cancelled, HashMismatch
from app.hashing import sha256_of
from app.intake.joining import joined_pictures
from app.model import Derivative, DerivativeKind, DerivativeRecord, RedactedBox, Sensitivity
from app.redaction.travel import Reach, Travel

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator, Mapping

    from app.capture.models import Frame
    from app.conversation.bands import Captions
    from app.model import Exhibit, ExhibitId, Original, Rect
    from app.vault import Vault
    from app.vault.covering import Begun
    from app.vault.reading import Reading

    Moved = Callable[[float], object]

PNG = "image/png"
METHOD = "Solid boxes drawn by the person, burnt into the decoded pixels of the original; a new PNG."
BARE = "Nothing is covered any more: the decoded pixels of the original; a new PNG."
LOOKED, BURNT = 0.1, 0.9  # of the progress: after what was drawn is read, and after every copy is made


@dataclass(frozen=True, slots=True)
class Covered:
    """What came of covering.

    Attributes:
        exhibit: as it is now.
        travelled: how many frames a box came along to.
        words: how many lines of text that was read are forgotten.
        found: how many of those frames lie beyond a gap and were found by the same pixels.
        beyond: frames beyond a gap that nothing came along to: only the person can tell what they show.
        waiting: frames that are covered whole until the run is finished.
        also: numbers of the exhibits that hold the same file, and are covered with it.
    """

    exhibit: Exhibit
    travelled: int = 0
    words: int = 0
    found: int = 0
    beyond: tuple[ExhibitId, ...] = ()
    waiting: tuple[ExhibitId, ...] = ()
    also: tuple[str, ...] = ()


@dataclass
class Work:
    """One exhibit that is being covered."""

    vault: Vault
    begun: Begun
    cancelled: threading.Event
    moved: Moved
    captions: Captions | None
    copies: dict[str, DerivativeRecord] = field(default_factory=dict)  # that wait, by their original
    reached: dict[int, Reach] = field(default_factory=dict)

    @property
    def exhibit(self) -> Exhibit:
        """The exhibit as it was when this was begun."""
        return self.begun.exhibit

    def done(self, asked: Mapping[int, tuple[Rect, ...]]) -> Covered | None:
        """Return what came of it; None if the exhibit has become another meanwhile."""
        with self.vault.reader() as reader:
            travel = self._look(reader, asked)
            self._burn(reader, travel)
            if self.copies and self._has_joined:
                self._join(reader)
        self._stop_if_asked()
        words = self.vault.cover(self.begun)
        if words is None:
            return None
        self.moved(1.0)
        return self._covered(words)

    def _look(self, reader: Reading, asked: Mapping[int, tuple[Rect, ...]]) -> Travel:
        """Return what travels, with what the boxes cover as numbers."""
        travel = Travel(self.exhibit, asked)
        for n, number in enumerate(asked, 1):
            self._stop_if_asked()
            travel.look(number, _frame(reader, self.exhibit.originals[number - 1]))
            self.moved(LOOKED * n / len(asked))
        return travel

    def _burn(self, reader: Reading, travel: Travel) -> None:
        """Let the copies of every original wait whose boxes are not what they were."""
        pairs = list(self._groups())
        for done, (original, numbers) in enumerate(pairs, 1):
            self._stop_if_asked()
            self._burn_one(reader, travel, original, numbers)
            self.moved(LOOKED + (BURNT - LOOKED) * done / len(pairs))

    def _burn_one(self, reader: Reading, travel: Travel, original: Original, numbers: list[int]) -> None:
        frame = _frame(reader, original) if travel.needs_pixels(numbers) else None
        reaches = [travel.reach(number, frame) for number in numbers]
        self.reached |= dict(zip(numbers, reaches, strict=True))
        boxes = tuple(dict.fromkeys(box for reach in reaches for box in reach.boxes))
        if boxes == original.boxes:
            return
        whole = burnt(frame or _frame(reader, original), (box.rect for box in boxes))
        made = self._copy(original, whole, boxes)
        self.copies[original.record.content.sha256] = made.record
        self.vault.stage(self.begun, made, self._small(whole))

    def _groups(self) -> Iterator[tuple[Original, list[int]]]:
        """Yield each original with the numbers of the frames that are this file, byte for byte."""
        numbers: dict[str, list[int]] = {}
        for n, one in enumerate(self.exhibit.originals, 1):
            numbers.setdefault(one.record.content.sha256, []).append(n)
        return ((self.exhibit.originals[group[0] - 1], group) for group in numbers.values())

    def _small(self, whole: Frame) -> bytes | None:
        if self.exhibit.facts.sensitivity is Sensitivity.INTIMATE:
            return None
        return thumbnail(whole)

    def _copy(self, original: Original, whole: Frame, boxes: tuple[RedactedBox, ...]) -> Derivative:
        """Return the copy of an original with its record."""
        data = encode(whole)
        record = DerivativeRecord(
            derivative_id=secrets.token_hex(16),
            kind=DerivativeKind.REDACTED,
            made_at=self.begun.at,
            parents=(original.record.content.sha256,),
            method=METHOD if boxes else BARE,
            tool=self.begun.tool,
            mime=PNG,
            size_bytes=len(data),
            sha256=sha256_of(data),
            width_px=whole.width_px,
            height_px=whole.height_px,
            boxes=boxes,
        )
        return Derivative(record, data)

    @property
    def _has_joined(self) -> bool:
        made = self.exhibit.derivatives
        return self.exhibit.run is not None and any(one.kind is DerivativeKind.JOINED_PICTURE for one in made)

    def _join(self, reader: Reading) -> None:
        """Let the joined picture wait, made from the very copies that are to be shown."""
        run = self.exhibit.run
        if run is None or len(run.frames) != len(self.exhibit.frames):
            return  # one that is finished again is joined again
        shown = [self._as_it_will_be(one) for one in self.exhibit.frames]
        parts = joined_pictures(
            shown,
            run,
            lambda original: self._bytes_of(reader, original),
            (self.begun.at, self.begun.tool),
            captions=self.captions,
            moved=lambda share: self.moved(BURNT + (1 - BURNT) * share),
            cancelled=self.cancelled,
        )
        for made in parts:
            self.vault.stage(self.begun, made)

    def _as_it_will_be(self, original: Original) -> Original:
        made = self.copies.get(original.record.content.sha256)
        return original if made is None else _with_copy(original, made)

    def _bytes_of(self, reader: Reading, original: Original) -> bytes:
        """Return what will be shown of an original: its copy that waits, its copy of before, or itself."""
        made = original.redacted
        if made is None:
            return reader.original(original.id)
        is_new = self.copies.get(original.record.content.sha256) == made
        parts = self.vault.staged_parts if is_new else reader.derivative_parts
        return b"".join(parts(made.derivative_id))

    def _covered(self, words: int) -> Covered:
        ids = [one.id for one in self.exhibit.originals]
        reached = self.reached.items()
        return Covered(
            self.vault.exhibit(self.exhibit.id),
            travelled=sum(reach.came_along for _, reach in reached),
            words=words,
            found=sum(reach.is_found for _, reach in reached),
            beyond=tuple(ids[n - 1] for n, reach in reached if reach.is_beyond),
            waiting=tuple(ids[n - 1] for n, reach in reached if reach.is_waiting),
        )

    def _stop_if_asked(self) -> None:
        if self.cancelled.is_set():
            raise Cancelled("covering was left")


def _with_copy(original: Original, made: DerivativeRecord) -> Original:
    return replace(original, redacted=made if made.boxes else None)


def _frame(reader: Reading, original: Original) -> Frame:
    """Return the pixels of an original.

    Raises:
        HashMismatch: it is not what was recorded, or no picture.
    """
    try:
        return decode(reader.original(original.id))
    except ValueError as error:
        raise HashMismatch(original.ref) from error
