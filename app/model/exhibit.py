# SPDX-License-Identifier: MIT
"""Exhibits, their originals, what was made from them, and what the person says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.model.acquisition import AcquisitionRecord, Rect, Sensitivity
from app.model.answers import Answer
from app.model.conversation import RunRecord
from app.model.ids import EntryId, ExhibitId


@dataclass(frozen=True, slots=True)
class ExhibitFacts:
    """What the person says about an exhibit; revised freely, the picture never changes."""

    title: str | None = None
    note: str | None = None
    shows: str | None = None
    does_not_show: str | None = None
    sensitivity: Sensitivity = Sensitivity.NONE
    account: EntryId | None = None
    can_see_time: Answer = Answer.NOT_KNOWN
    can_see_name: Answer = Answer.NOT_KNOWN
    can_see_before: Answer = Answer.NOT_KNOWN


@dataclass(frozen=True, slots=True)
class SeenIn:
    """The place in an exhibit where something stands, in pixels of the original."""

    exhibit: ExhibitId
    rect: Rect | None = None


class DerivativeKind(StrEnum):
    """What was made from originals."""

    RUN_RECORD = "run_record"
    JOINED_PICTURE = "joined_picture"
    REDACTED = "redacted"


@dataclass(frozen=True, slots=True)
class RedactedBox:
    """A solid box burnt into a copy, in pixels of the original.

    ``drawn_in``: SHA-256 of the original the person drew it in; of another frame, where it came along with
    what scrolled.
    """

    rect: Rect
    drawn_in: str


@dataclass(frozen=True, slots=True)
class DerivativeRecord:
    """Everything recorded about a copy that was made from originals; JCS JSON as an acquisition record is.

    ``parents`` are the SHA-256 of the originals in the order they were used. ``boxes`` are burnt into a
    redacted copy of one original; none means that nothing is covered any more. ``seq``, ``exhibit_ref`` and
    ``salt`` are given by the vault.
    """

    derivative_id: str
    kind: DerivativeKind
    made_at: datetime
    parents: tuple[str, ...]
    method: str
    tool: str
    mime: str
    size_bytes: int
    sha256: str
    width_px: int | None = None
    height_px: int | None = None
    boxes: tuple[RedactedBox, ...] = ()
    seq: int | None = None
    exhibit_ref: str | None = None
    salt: str = ""
    v: int = 1


@dataclass(frozen=True, slots=True)
class Derivative:
    """A derivative's record together with its bytes."""

    record: DerivativeRecord
    data: bytes


@dataclass(frozen=True, slots=True)
class Original:
    """One file of an exhibit as acquired. ``ref`` is the exhibit's, or of a frame ``TJH/4.2``.

    ``redacted``: the copy that is shown, printed and handed over in its place; None where nothing is covered.
    """

    id: ExhibitId
    ref: str
    seq: int
    acquired_at: datetime
    record: AcquisitionRecord
    redacted: DerivativeRecord | None = None

    @property
    def shown_sha256(self) -> str:
        """Hash value of what is shown in its place: of the redacted copy, or its own."""
        return self.redacted.sha256 if self.redacted else self.record.content.sha256

    @property
    def boxes(self) -> tuple[RedactedBox, ...]:
        """What is covered of it."""
        return self.redacted.boxes if self.redacted else ()

    @property
    def drawn(self) -> tuple[RedactedBox, ...]:
        """What of that the person drew in it; the other boxes came along from other frames."""
        return tuple(box for box in self.boxes if box.drawn_in == self.record.content.sha256)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One acquisition or one conversation run, numbered and immutable. ``ref`` is initials/number: ``TJH/1``.

    Attributes:
        id: also the id of the original; of a run, of its first frame.
        record: of the original; of a run, of its first frame.
        frames: the originals of a run in the order they were taken; empty where there is one picture.
        run: how the frames meet, as last judged; ``None`` for one picture, or a run that was broken off and
            is not finished yet.
        derivatives: what was made from the originals, in order.
    """

    id: ExhibitId
    number: int
    ref: str
    seq: int
    acquired_at: datetime
    record: AcquisitionRecord
    facts: ExhibitFacts
    withdrawn_at: datetime | None = None
    withdrawn_why: str | None = None
    frames: tuple[Original, ...] = ()
    run: RunRecord | None = None
    derivatives: tuple[DerivativeRecord, ...] = ()

    @property
    def sha256(self) -> str:
        """Hash value of the original; of a run, of its first frame."""
        return self.record.content.sha256

    @property
    def is_run(self) -> bool:
        """Whether it is a conversation of several frames (or of one, if no more were taken)."""
        return self.record.run_id is not None

    @property
    def originals(self) -> tuple[Original, ...]:
        """Every file of it as acquired, in order."""
        return self.frames or (self._single,)

    @property
    def is_redacted(self) -> bool:
        """Whether a part of it is covered, by the person or because of what they covered."""
        return any(original.redacted for original in self.originals)

    def may_be_shown(self, made: DerivativeRecord) -> bool:
        """Whether something that was made shows nothing that is covered now, and is not out of date.

        A joined picture names as its parents the very files its rows are from: originals, or their copies.
        """
        if made.kind is DerivativeKind.RUN_RECORD:
            return True
        if made.kind is DerivativeKind.REDACTED:
            return any(original.redacted == made for original in self.originals)
        return {original.shown_sha256 for original in self.originals}.issuperset(made.parents)

    @property
    def _single(self) -> Original:
        redacted = redacted_copy(self.derivatives, self.sha256)
        return Original(self.id, self.ref, self.seq, self.acquired_at, self.record, redacted)


def redacted_copy(made: tuple[DerivativeRecord, ...], sha256: str) -> DerivativeRecord | None:
    """Return the newest redacted copy of an original, or None where nothing of it is covered (any more)."""
    return redacted_copies(made).get(sha256)


def redacted_copies(made: tuple[DerivativeRecord, ...]) -> dict[str, DerivativeRecord]:
    """Return the newest redacted copy by the hash value of its original, where something is covered."""
    newest = {one.parents[0]: one for one in made if one.kind is DerivativeKind.REDACTED}
    return {sha256: one for sha256, one in newest.items() if one.boxes}
