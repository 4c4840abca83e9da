# SPDX-License-Identifier: MIT
"""Threads by lane, and which failures need no words."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError

from app.errors import Cancelled, DiskFull, VaultLocked
from ui.lanes import Lanes


def test_a_lane_has_its_own_workers() -> None:
    lanes = Lanes()
    names = {lanes.submit(lambda: threading.current_thread().name, lane, 1).result() for lane in ("a", "b")}
    lanes.close()
    assert names == {"a_0", "b_0"}


def test_a_refused_job_is_not_run() -> None:
    ran: list[int] = []
    assert Lanes().refuse(lambda: ran.append(1)).cancelled()
    assert ran == []


def test_what_was_stopped_needs_no_words() -> None:
    lanes = Lanes()
    assert all(lanes.is_stop(error) for error in (Cancelled(), CancelledError(), VaultLocked()))
    assert not lanes.is_stop(DiskFull())
