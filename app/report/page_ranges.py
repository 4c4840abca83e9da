# SPDX-License-Identifier: MIT
"""Which pages are to be printed, as people write it: ``1, 3-5``."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from app.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable

PARTS = re.compile(r"[,;\s]+")
DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212", "------")
ONE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")  # digits of any script


def read_pages(typed: str, count: int) -> tuple[int, ...]:
    """Return the pages that are meant, in their order and each once; all of them where nothing is written.

    Raises:
        BadInput: it names no page, or one that there is not.
    """
    joined = re.sub(r"\s*-\s*", "-", typed.translate(DASHES))
    found: set[int] = set()
    for part in filter(None, PARTS.split(joined)):
        match = ONE.fullmatch(part)
        if match is None:
            raise BadInput("not pages")
        first = int(match[1])
        last = int(match[2] or first)
        if not 1 <= first <= last <= count:
            raise BadInput("no such page")
        found.update(range(first, last + 1))
    return tuple(sorted(found)) or tuple(range(1, count + 1))


def as_ranges(pages: Iterable[int]) -> str:
    """Return pages in order as a print queue takes them: ``1,3-5``.  Source: lp(1) of CUPS, option -P."""
    runs = [[page for _, page in run] for _, run in groupby(enumerate(pages), lambda pair: pair[1] - pair[0])]
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
