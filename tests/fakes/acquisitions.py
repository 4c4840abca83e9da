# SPDX-License-Identifier: MIT
"""Acquisitions of invented pictures, whole records included."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta

from app.hashing import sha256_of
from app.model import (
    Acquisition,
    AcquisitionRecord,
    CaseFacts,
    ContentRecord,
    Method,
    MethodRecord,
    Mode,
    MonitorRecord,
    PeopleRecord,
    Rect,
    Role,
    ScreenRecord,
    Sensitivity,
    SourceRecord,
    SystemRecord,
    TimeRecord,
    Under18,
)
from tests.fakes.clock import START

ADULT = CaseFacts(under_18=Under18.NO, country="GB", initials="TJH")
SCREEN = Rect(0, 0, 1600, 900)


def acquisition(
    data: bytes = b"\x89PNG picture",
    *,
    title: str = "Skype",
    role: Role = Role.VICTIM,
    sensitivity: Sensitivity = Sensitivity.NONE,
) -> Acquisition:
    """Return an acquisition of these bytes."""
    record = AcquisitionRecord(
        acquisition_id=str(uuid.uuid4()),
        time=TimeRecord(
            started_at=START,
            ended_at=START + timedelta(milliseconds=12),
            local="2026-11-24T02:16:05.123+00:00",
            zone="Europe/London",
            mono_ns="5000000000",
            boot="4b1c9d52",
            clock="system",
            sync="synchronised",
            clock_jump=False,
        ),
        system=SystemRecord("Linux 6", "0.1.0", "unknown", "3.11.2", None, "10.2.0", "heron-42"),
        screen=ScreenRecord(
            "x11", Mode.SCREEN, (MonitorRecord("screen", SCREEN, 1000, True),), SCREEN, SCREEN, False, True
        ),
        source=SourceRecord(title, "skype", None, "none", "skype", None),
        content=ContentRecord("image/png", len(data), 1600, 900, sha256_of(data)),
        people=PeopleRecord("the person", role, "own"),
        method=MethodRecord(Method.SCREEN_CAPTURE, None, sensitivity),
    )
    return Acquisition(record, data)


def tampered(whole: Acquisition) -> Acquisition:
    """Return the acquisition with one byte changed after it was hashed."""
    return replace(whole, data=whole.data[:-1] + bytes([whole.data[-1] ^ 1]))
