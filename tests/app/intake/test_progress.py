# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading
import time

from app.intake.progress import Advice, Control, Progress


def test_nothing_is_asked_for_at_first() -> None:
    control = Control()
    assert not any(event.is_set() for event in (control.finish, control.stop, control.paused))
    assert Progress() == Progress()


def test_waiting_ends_when_it_is_woken_and_not_before() -> None:
    control = Control()
    began = time.monotonic()
    control.wait(0.02)
    assert time.monotonic() - began >= 0.02
    threading.Timer(0.01, control.wake).start()
    began = time.monotonic()
    control.wait(10.0)
    assert time.monotonic() - began < 5.0


def test_a_call_before_the_wait_is_not_lost() -> None:
    control = Control()
    control.wake()
    began = time.monotonic()
    control.wait(10.0)
    assert time.monotonic() - began < 5.0


def test_advice_is_named_by_the_keys_of_the_words() -> None:
    assert all(advice.value.isidentifier() for advice in Advice)
