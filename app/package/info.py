# SPDX-License-Identifier: MIT
"""bag-info.txt: what the bag is, of how many it is one, and where the report is if not here.

Source: RFC 8493, section 2.2.2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.package.parts import Part
    from app.report.dossier import Dossier

GROUP, COUNT, REPORT_IN = "Bag-Group-Identifier", "Bag-Count", "Report-In-Part"
_COUNT = re.compile(rf"{COUNT}: ([1-9][0-9]{{0,3}}) of ([1-9][0-9]{{0,3}})", re.ASCII)
_REPORT_IN = re.compile(rf"{REPORT_IN}: 1, SHA-256 ([0-9a-f]{{64}})", re.ASCII)


def info_of(dossier: Dossier, part: Part) -> dict[str, str]:
    """Return the description of the bag."""
    name = ascii_of(f"{dossier.ref} v{dossier.version}")
    said = {
        "Bagging-Date": f"{dossier.prepared.utc:%Y-%m-%d}",
        "Bag-Software-Agent": ascii_of(dossier.tool),
        "External-Description": f"Victim evidence record{_share(dossier)}",
        "External-Identifier": name,
    }
    if part.of > 1:
        said |= {GROUP: name, COUNT: f"{part.n} of {part.of}"}
    if not part.is_first:
        said |= {REPORT_IN: f"1, SHA-256 {part.report_sha256}"}
    return said


def _share(dossier: Dossier) -> str:
    """Return how much of the case it is, where that is not all."""
    scope = dossier.scope
    return f", a part: {len(dossier.exhibits)} of {scope.of} exhibits" if scope else ""


def count_in(info: bytes | None) -> tuple[int, int] | None:
    """Return which of how many bags it is; None where it is the only one, or does not say it rightly."""
    for line in _lines(info):
        match = _COUNT.fullmatch(line)
        if match and int(match[1]) <= int(match[2]):
            return int(match[1]), int(match[2])
    return None


def has_report_elsewhere(info: bytes | None) -> bool:
    """Whether the report is in the first of several bags, and this is another of them."""
    count = count_in(info)
    return count is not None and count[0] > 1 and any(_REPORT_IN.fullmatch(line) for line in _lines(info))


def ascii_of(text: str) -> str:
    """Return the text in plain characters."""
    return text.encode("ascii", "backslashreplace").decode("ascii").replace("\n", " ")


def _lines(info: bytes | None) -> list[str]:
    """Return the lines of the description."""
    return (info or b"").decode("ascii", "replace").split("\n")
