# SPDX-License-Identifier: MIT
"""A reader of pictures that starts no process: it gives what it is told to, and remembers what was asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.errors import Cancelled
from app.identify.values import Box, Kind, Proposal, Reading

if TYPE_CHECKING:
    import threading

    from app.errors import EvidenceError
    from app.identify.wire import ReadLine


@dataclass(frozen=True)
class FakeFound:
    """What was found in one picture."""

    proposals: tuple[Proposal, ...] = ()
    width_px: int = 640
    height_px: int = 360


@dataclass
class FakeReader:
    """Finds the same in each picture.

    Attributes:
        found: what each picture holds, in the order in which they are asked for; the last goes for all later.
        in_box: what every box holds.
        lines: what stands in each picture, in the order in which they are read; the last goes for all later.
        fails: raised instead of an answer.
        gate: what ``find`` and ``read_all`` wait for; ``stop`` opens it too.
        asked: what was asked, as platform, box, or picture of which everything is read.
    """

    found: list[tuple[Proposal, ...]] = field(default_factory=lambda: [()])
    in_box: Reading = field(default_factory=lambda: Reading("", 0.0))
    lines: list[tuple[ReadLine, ...]] = field(default_factory=lambda: [()])
    fails: EvidenceError | None = None
    gate: threading.Event | None = None
    asked: list[object] = field(default_factory=list)
    stops: int = 0

    def find(self, picture: bytes, wanted: str | None = None) -> FakeFound:
        """Return what it was told to find."""
        assert picture.startswith(b"\x89PNG")
        self.asked.append(wanted)
        if self.gate is not None:
            assert self.gate.wait(20)
        if self.fails is not None:
            raise self.fails
        return FakeFound(self.found.pop(0) if len(self.found) > 1 else self.found[0])

    def read_box(self, picture: bytes, box: Box) -> Reading:
        """Return what it was told every box holds."""
        assert picture.startswith(b"\x89PNG")
        self.asked.append(box)
        if self.fails is not None:
            raise self.fails
        return self.in_box

    def read_all(self, picture: bytes) -> tuple[ReadLine, ...]:
        """Return what it was told stands in the picture."""
        assert picture.startswith(b"\x89PNG")
        stops = self.stops
        self.asked.append(picture)
        if self.gate is not None:
            assert self.gate.wait(20)
        if self.stops != stops:
            raise Cancelled
        if self.fails is not None:
            raise self.fails
        return self.lines.pop(0) if len(self.lines) > 1 else self.lines[0]

    def stop(self) -> None:
        """Let go of whoever waits."""
        self.stops += 1
        if self.gate is not None:
            self.gate.set()


def proposal(value: str, **facts: object) -> Proposal:
    """Return a Skype identifier found in a picture of 640 by 360 pixels."""
    usual: dict[str, object] = {
        "platform": "skype", "kind": Kind.IDENTIFIER, "box": Box(300, 120, 520, 144), "confidence": 0.97,
        "label": "Skype Name",
    }  # fmt: skip
    return Proposal(value=value, **{**usual, **facts})  # type: ignore[arg-type]
