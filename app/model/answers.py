# SPDX-License-Identifier: MIT
"""Answers to questions, and how sure a thing is."""

from __future__ import annotations

from enum import StrEnum


class Under18(StrEnum):
    """Answer to the question before the first capture. "Not sure" is treated as yes."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class Answer(StrEnum):
    """A yes, a no, or not known."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class Role(StrEnum):
    """Whose hands were on the keyboard."""

    VICTIM = "victim"
    HELPER = "helper"


class Certainty(StrEnum):
    """Seen in an exhibit or record, or remembered by the person."""

    SEEN = "seen"
    REMEMBERED = "remembered"


class Precision(StrEnum):
    """How exactly a time is known."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
