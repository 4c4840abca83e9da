# SPDX-License-Identifier: MIT
"""Pictures of one scrolled conversation, joined from files for the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.conversation.from_files import join, verdict_of
from app.errors import BadInput
from app.report.saving import save_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.conversation.from_files import Joined
    from app.model import GapRecord, PairRecord


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a join.

    Attributes:
        out: the joined picture; several files where one would be too tall for other programs.
    """

    joined: Joined
    out: tuple[Path, ...]

    @property
    def has_gap(self) -> bool:
        """Whether messages may be missing between two frames."""
        return self.joined.has_gap

    def plain(self) -> dict[str, Any]:
        """Return all of it for JSON; the pairs are the neighbours in the order given."""
        record = self.joined.record
        return {
            "pairs": [_pair(pair) for pair in self.joined.neighbours],
            "gaps": [_gap(gap) for gap in record.gaps],
            "islands": [{"frames": list(one.frames), "tops_px": list(one.tops_px)} for one in record.islands],
            "frames": [
                {"name": one.acquisition_id, "sha256": one.sha256, "size_px": [one.width_px, one.height_px]}
                for one in record.frames
            ],
            "out": [str(path) for path in self.out],
            "algorithm": record.algorithm,
        }

    def text(self) -> str:
        """Return a line for each pair, one for each gap that is left, and where the picture is."""
        lines = [_words(pair) for pair in self.joined.neighbours]
        open_gaps = self.joined.record.open_gaps
        lines += [
            f"Gap: messages may be missing between frames {gap.first} and {gap.second} ({gap.why})."
            for gap in open_gaps
        ]
        if not open_gaps:
            lines.append("From the first frame to the last, no gap.")
        return "\n".join([*lines, *(f"The joined picture is at {path}" for path in self.out)])


def join_files(frames: Sequence[Path], out: Path) -> Told:
    """Return what was found; the joined picture stands at ``out``, or beside it in numbered parts.

    Raises:
        BadInput: a frame cannot be read, or would be written over.
        DiskFull, ExportFailed: the picture could not be written; nothing half-written is left.
    """
    if out.suffix.lower() != ".png":
        raise BadInput("The joined picture is a PNG. Give --out a name that ends in .png.")
    _refuse_originals(frames, [out])
    joined = join(frames)
    places: tuple[Path, ...] = (out,)
    for part in joined.pictures():
        if part.number == 1 and part.of > 1:
            numbers = range(1, part.of + 1)
            places = tuple(out.with_name(f"{out.stem}-{number}{out.suffix}") for number in numbers)
            _refuse_originals(frames, places)
        save_bytes(part.data, places[part.number - 1])
    return Told(joined, places)


def _refuse_originals(frames: Sequence[Path], places: Sequence[Path]) -> None:
    """Return if nothing that was given would be written over.

    Raises:
        BadInput: it would.
    """
    originals = {frame.resolve() for frame in frames}
    for place in places:
        if place.resolve() in originals:
            raise BadInput(f"{place.name} is one of the frames and stays as it is. Give --out another name.")


def _pair(pair: PairRecord) -> dict[str, Any]:
    found = pair.finding
    return {
        "frames": [pair.first, pair.second],
        "verdict": verdict_of(pair),
        "shift_px": found.shift_px if found.level.joins else None,
        "overlap_px": found.overlap_px if found.level.joins else 0,
        "why": str(found.why) if found.why else None,
        "alike_permille": found.alike_permille,
        "pixels_equal": found.pixels_equal,
    }


def _gap(gap: GapRecord) -> dict[str, Any]:
    return {
        "frames": [gap.first, gap.second],
        "why": str(gap.why),
        "closed_by": list(gap.closed_by) if gap.closed_by else None,
    }


def _words(pair: PairRecord) -> str:
    found = pair.finding
    where = f": moved by {found.shift_px}, {found.overlap_px} rows in both" if found.level.joins else ""
    why = f" ({found.why})" if found.why else ""
    return f"Frames {pair.first} and {pair.second}: {verdict_of(pair)}{where}{why}"
