# SPDX-License-Identifier: MIT
"""What a step of the way through asks to be noted in Watch: which kind of thing, and to whom it went."""

from __future__ import annotations

from app.model import PlaceKind, ReportKind

REPORT, CASE = "report", "case"  # beside the kinds of places

OF_STEP: dict[str, tuple[str, ReportKind | None]] = {
    "police": (REPORT, ReportKind.POLICE),
    "ceop": (REPORT, ReportKind.POLICE),
    "report": (REPORT, ReportKind.PLATFORM),
    "hash": (CASE, None),
    "remove": (CASE, None),
    "alert": (PlaceKind.ALERT.value, None),
    "watch": (PlaceKind.ACCOUNT.value, None),
}


def has_reference(step: str) -> bool:
    """Whether whoever was told in this step may have given a reference."""
    return step in OF_STEP and OF_STEP[step][0] in {REPORT, CASE}
