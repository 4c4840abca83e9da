# SPDX-License-Identifier: MIT
"""Widgets in rings go in the GUI thread, whoever makes the objects that bring the collector about."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest

from ui.garbage import Garbage, collect_in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.background import Background


class Ring:
    """Holds itself, as a page does that gave a button a call of its own."""

    def __init__(self, gone: list[threading.Thread]) -> None:
        self.gone = gone
        self.ring = self

    def __del__(self) -> None:
        self.gone.append(threading.current_thread())


@pytest.fixture
def collector() -> Iterator[None]:
    """The collector as Python starts with it, and afterwards as it was."""
    was_on, thresholds = gc.isenabled(), gc.get_threshold()
    gc.collect()
    gc.enable()
    yield
    gc.set_threshold(*thresholds)
    if not was_on:
        gc.disable()


def make_many() -> list[list[int]]:
    """Make more objects than Python makes between two collections."""
    return [[number] for number in range(20_000)]


@pytest.mark.usefixtures("collector")
def test_a_worker_that_makes_many_objects_frees_no_widget(background: Background, qtbot: QtBot) -> None:
    garbage = Garbage()
    gone: list[threading.Thread] = []
    Ring(gone)
    background.run(make_many, owner=garbage).result()
    assert gone == []
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.main_thread()]


@pytest.mark.usefixtures("collector")
def test_python_by_itself_collects_in_a_worker(background: Background, qapp: object) -> None:
    gone: list[threading.Thread] = []
    Ring(gone)
    background.run(make_many, owner=background).result()
    assert gone
    assert gone != [threading.main_thread()]


@pytest.mark.usefixtures("collector")
def test_the_old_wait_for_their_turn() -> None:
    gc.disable()
    gc.set_threshold(700, 2, 2)
    gone: list[threading.Thread] = []
    ring = Ring(gone)
    gc.collect()  # it is of the oldest generation now
    del ring
    for _ in range(3):
        collect_in_turn()
    assert gone == []
    for _ in range(20):
        collect_in_turn()
    assert gone == [threading.main_thread()]
