# SPDX-License-Identifier: MIT
"""An exhibit as lists show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Self

from app.model.acquisition import Mode
from app.model.exhibit import ExhibitFacts, Original
from app.model.ids import ExhibitId

if TYPE_CHECKING:
    from app.model.conversation import RunRecord
    from app.model.exhibit import Exhibit


@dataclass(frozen=True, slots=True)
class Listed:
    """The few things of an exhibit that a list of thousands needs; its records stay unopened.

    Attributes:
        acquired_at: when it was taken, UTC.
        taken_at: the same, by the clock on the wall there and then.
        window_title: of the window it is of; ``None`` where it is of none.
        mode: what was taken; ``None`` for what did not come from the screen.
        copy: id of the redacted copy that is shown of it, or of a run's first frame; ``None`` where nothing
            of that is covered.
        frames, run: as those of the exhibit.
    """

    id: ExhibitId
    number: int
    ref: str
    acquired_at: datetime
    taken_at: datetime
    window_title: str | None
    mode: Mode | None
    mime: str
    facts: ExhibitFacts
    withdrawn_at: datetime | None = None
    copy: str | None = None
    is_run: bool = False
    frames: tuple[Original, ...] = ()
    run: RunRecord | None = None

    @classmethod
    def of(cls, exhibit: Exhibit) -> Self:
        """Return a whole exhibit as lists show it."""
        record, redacted = exhibit.record, exhibit.originals[0].redacted
        return cls(
            exhibit.id,
            exhibit.number,
            exhibit.ref,
            exhibit.acquired_at,
            datetime.fromisoformat(record.time.local),
            record.source.window_title,
            record.screen.mode if record.screen else None,
            record.content.mime,
            exhibit.facts,
            exhibit.withdrawn_at,
            redacted.derivative_id if redacted else None,
            exhibit.is_run,
            exhibit.frames,
            exhibit.run,
        )

    @property
    def originals(self) -> tuple[Original | Self, ...]:
        """Every file of it, as far as id, number and time go."""
        return self.frames or (self,)
