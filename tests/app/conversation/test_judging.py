# SPDX-License-Identifier: MIT
from __future__ import annotations

import gc
import weakref
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

import pytest

from app.conversation.jobs import Between, Had, Job
from app.conversation.judging import Judging, compared
from app.conversation.knowledge import NOTHING
from app.conversation.run import Run
from app.conversation.seen import Seen
from app.model import Finding, Proof, Why
from tests.fakes.alike import PERIOD, one_message
from tests.fakes.conversation import Inline, text_page
from tests.fakes.pairs import line

PAGE = text_page(6_000, width=320)


def seen(top: int) -> Seen:
    return Seen(PAGE[top : top + 400].copy())


def had(top: int) -> Had:
    return Had(None, lambda: seen(top))


def added(run: Run, *tops: int) -> None:
    for top in tops:
        run.add(line(len(run.lines) + 1, width=320, height=400), seen(top))


class Held(Inline):
    """Does the work only when it is told to."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future, object]] = []

    def submit(self, call, /, *args, **named):
        future = Future()
        self.waiting.append((future, lambda: call(*args)))
        return future

    def work(self) -> None:
        future, call = self.waiting.pop()
        future.set_result(call())


def test_pairs_are_judged_one_at_a_time_and_the_newest_first() -> None:
    run, worker, told = Run("run-1"), Held(), []
    judging = Judging(run, worker, lambda: told.append(1))
    assert judging.collect() == []
    assert judging.is_idle
    added(run, 0, 100, 200, 300)
    found = []
    for _ in range(3):
        found += judging.collect()
        assert len(worker.waiting) == 1
        assert not judging.is_idle
        worker.work()
    found += judging.collect()
    assert [(pair.first, pair.second) for pair in found] == [(3, 4), (2, 3), (1, 2)]
    assert {pair.finding.level for pair in found} == {Proof.EXACT}
    assert len(told) == 3
    assert judging.is_idle


def test_a_thread_does_it_too() -> None:
    run = Run("run-1")
    with ThreadPoolExecutor(1) as worker:
        judging = Judging(run, worker, lambda: None)
        added(run, 0, 100)
        found = judging.collect()
    found += judging.collect()
    assert [pair.finding.shift_px for pair in found] == [100]


def test_a_fault_in_the_comparison_is_not_hidden() -> None:
    run = Run("run-1")
    judging = Judging(run, Inline(), lambda: None)
    added(run, 0, 100)
    run._seen[1].without_pixels()
    with pytest.raises(ValueError, match="pixels"):
        judging.collect()


def test_a_guess_is_compared_only_if_it_looks_like_something() -> None:
    far = Job(1, 2, had(0), had(3_000), Between(), NOTHING, is_trial=True, is_guess=True)
    near = Job(1, 2, had(0), had(90), Between(), NOTHING, is_trial=True, is_guess=True)
    assert compared(far) is None
    assert compared(replace(near, other=Had(None, lambda: None))) is None
    found = compared(near)
    assert found is not None
    assert found.shift_px == 90


def test_a_guess_at_the_same_place_is_compared() -> None:
    later = seen(0)
    later.pixels[60:70, 20:24] ^= 0xFFFFFF
    other = Had(Seen(later.pixels), lambda: None)
    assert compared(Job(1, 2, had(0), other, Between(), NOTHING, is_trial=True, is_guess=True)) is not None


@pytest.mark.parametrize("top", [90, 2_500])
def test_nothing_keeps_the_frames_of_a_comparison(top: int) -> None:
    one, other = Had(seen(0), lambda: None), Had(seen(top), lambda: None)
    left = [weakref.ref(one.seen), weakref.ref(other.seen)]
    was_on = gc.isenabled()
    gc.disable()
    try:
        compared(Job(1, 2, one, other, Between(), NOTHING))
        one.seen = other.seen = None
        assert [ref() for ref in left] == [None, None]
    finally:
        if was_on:
            gc.enable()


def alike(tops: tuple[int, int], page=PAGE, **between) -> Finding:
    one, other = (Had(Seen(page[top : top + 400].copy()), lambda: None) for top in tops)
    found = compared(Job(1, 2, one, other, Between(**between), NOTHING))
    assert found is not None
    return found


LIST = one_message(6_000, width=320)
UNCLEAR = Finding(Proof.AMBIGUOUS, Why.REPEATED_ONLY)


@pytest.mark.parametrize("page", [PAGE, LIST])
def test_what_looks_the_same_is_the_same_place_if_it_was_followed_back(page) -> None:
    assert alike((0, 0), page, watched=True, steps_px=(80, -80)).level is Proof.SAME
    assert alike((0, 0), page, watched=True).level is Proof.SAME
    assert alike((0, 0), page, watched=True, steps_px=(80, -40)) == UNCLEAR


def test_what_was_not_followed_is_the_same_place_if_it_is_there_once() -> None:
    assert alike((0, 0)).level is Proof.SAME
    assert alike((0, 0), columns=(0, 9)).level is Proof.SAME
    assert alike((0, 0), LIST) == alike((0, PERIOD), LIST, columns=(0, 9)) == UNCLEAR
