# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading

import pytest

from app.errors import Cancelled
from app.package.steps import Steps


def test_a_share_of_a_share_is_told() -> None:
    heard: list[float] = []
    steps = Steps(heard.append, threading.Event())
    steps.share(0.0, 0.5)(1.0)
    hear = steps.bytes(0.5, 0.5, 200)
    hear(100)
    hear(500)
    assert heard == [0.5, 0.75, 1.0]


def test_nothing_to_do_is_done_at_once() -> None:
    heard: list[float] = []
    Steps(heard.append, threading.Event()).bytes(0.0, 1.0, 0)(0)
    assert heard == [0.0]


def test_it_stops_at_the_next_part_and_needs_nobody_to_tell() -> None:
    stop = threading.Event()
    hear = Steps(None, stop).bytes(0.0, 1.0, 10)
    hear(1)
    stop.set()
    with pytest.raises(Cancelled):
        hear(1)
