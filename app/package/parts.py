# SPDX-License-Identifier: MIT
"""Which exhibits go into which ZIP: portals take files of 2 GB at most, and a run is never cut.

Source: evidence.md, section 4; RFC 8493, section 2.2.2 (Bag-Group-Identifier, Bag-Count).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from app.model import Exhibit

SPLIT_BYTES = 1_900_000_000  # Source: evidence.md, section 4
AROUND_BYTES = 5_000  # of one original or derivative: its record, its lines on the lists, the ZIP's own


@dataclass(frozen=True, slots=True)
class Part:
    """One ZIP of a package.

    Attributes:
        elsewhere: for each exhibit that is in another ZIP, by its ref, in which.
        report_sha256: of the report, which stands in the first.
        page1: page 1 of it as plain lines, beside it.
    """

    n: int
    of: int
    exhibits: tuple[Exhibit, ...]
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    report_sha256: str = ""
    page1: tuple[str, ...] = ()

    @property
    def is_first(self) -> bool:
        """Whether it has the report and the tables."""
        return self.n == 1

    @property
    def suffix(self) -> str:
        """What its name ends in, such as ``_1of3``; nothing where there is only one."""
        return f"_{self.n}of{self.of}" if self.of > 1 else ""

    def place(self, out: Path) -> Path:
        """Return where it belongs, when the whole was to stand at ``out``."""
        return out.with_name(f"{out.stem}{self.suffix}{out.suffix}")


def plan(
    exhibits: Iterable[Exhibit], *, report: tuple[str, int], in_each: int, limit: int = SPLIT_BYTES
) -> tuple[Part, ...]:
    """Return the ZIPs in order; an exhibit that is too large for any has one of its own.

    Args:
        exhibits: what is to be packed, in the order of their numbers.
        report: hash value and size of the report, which goes into the first.
        in_each: how many bytes every ZIP has beside its exhibits.
        limit: how large a ZIP may become.
    """
    groups: list[list[Exhibit]] = [[]]
    filled = report[1] + in_each
    for exhibit in exhibits:
        size = size_of(exhibit)
        if groups[-1] and filled + size > limit:
            groups.append([])
            filled = in_each
        groups[-1].append(exhibit)
        filled += size
    place = {exhibit.ref: n for n, group in enumerate(groups, 1) for exhibit in group}
    return tuple(
        Part(
            n,
            len(groups),
            tuple(group),
            {ref: other for ref, other in place.items() if other != n},
            report[0],
        )
        for n, group in enumerate(groups, 1)
    )


def size_of(exhibit: Exhibit) -> int:
    """Return about how many bytes an exhibit takes with all that was made from it."""
    around = AROUND_BYTES * (len(exhibit.originals) + len(exhibit.derivatives))
    return bytes_leaving(exhibit) + around


def bytes_leaving(exhibit: Exhibit) -> int:
    """Return how many bytes of originals and of what was made from them may leave the vault."""
    taken = (one.record.content.size_bytes for one in exhibit.originals if one.redacted is None)
    made = (one.size_bytes for one in exhibit.derivatives if exhibit.may_be_shown(one))
    return sum(taken) + sum(made)
