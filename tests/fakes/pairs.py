# SPDX-License-Identifier: MIT
"""Findings and frame lines of invented runs."""

from __future__ import annotations

from datetime import timedelta

from app.model import Finding, FrameLine, Proof, Rect, Why
from tests.fakes.clock import START

GAP = Finding(Proof.GAP, Why.NO_OVERLAP)
RESIZED = Finding(Proof.RESIZED, Why.WIDTH_CHANGED)
TWO_PLACES = Finding(Proof.AMBIGUOUS, Why.TWO_PLACES)


def exact(shift: int, *, level: Proof = Proof.EXACT, height: int = 400, width: int = 640) -> Finding:
    """Return a finding that joins."""
    region = Rect(0, 40, width, height)
    return Finding(level, None, shift, region, height - abs(shift), 500, 100, 5, 200, 90)


def line(index: int, *, width: int = 640, height: int = 480) -> FrameLine:
    """Return the line of a frame of that number, taken a second after the one before."""
    at = START + timedelta(seconds=index)
    return FrameLine(index, f"acquisition-{index}", f"{index:064x}", at, width, height)
