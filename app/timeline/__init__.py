# SPDX-License-Identifier: MIT
"""Everything with a time, of every kind of fact, in one order.

``lines`` says what one line holds, ``told`` what all are made from, ``facts`` which lines each fact gives;
``order`` puts them in one order, events in place of the lines they tell of.
"""

from app.timeline.lines import (
    Filling,
    Length,
    LineKind,
    Method,
    Platform,
    Sum,
    Timeline,
    TimelineLine,
)
from app.timeline.order import captures_as_one, neighbours, timeline
from app.timeline.told import Told, payments_in_order, told_in

__all__ = [
    "Filling",
    "Length",
    "LineKind",
    "Method",
    "Platform",
    "Sum",
    "Timeline",
    "TimelineLine",
    "Told",
    "captures_as_one",
    "neighbours",
    "payments_in_order",
    "timeline",
    "told_in",
]
