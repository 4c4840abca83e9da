# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.clock import Measured
from app.errors import ClockNotMeasured
from app.sntp import SERVER
from tests.ui.filling import add_exhibit, ask
from ui.pages.clock import ClockPage


@pytest.fixture
def page_saying(opened, shown):
    """A page whose time server says this, or raises it."""

    def made(offset_ms: int | Exception) -> ClockPage:
        def measure(clock):
            if isinstance(offset_ms, Exception):
                raise offset_ms
            return Measured(offset_ms, 9, SERVER, clock.now())

        return shown(ClockPage(replace(opened, measure_clock=measure)))

    return made


def press(page: ClockPage) -> None:
    QTest.mouseClick(page.ask, Qt.MouseButton.LeftButton)


def test_nothing_is_asked_before_the_button_is_pressed(page_saying, opened) -> None:
    page = page_saying(AssertionError("asked"))
    assert page.verdict.kind == ""
    assert opened.clock.measured is None
    assert SERVER in page.card.findChildren(type(page.lead))[1].words


@pytest.mark.parametrize(
    ("offset_ms", "kind", "key", "seconds"),
    [
        (0, "good", "right", ""),
        (-1_900, "good", "right", ""),
        (180_000, "hint", "fast", "180"),
        (-3_600_400, "hint", "slow", "3,600"),
    ],
)
def test_it_says_by_how_much(page_saying, words, qtbot, offset_ms, kind, key, seconds) -> None:
    page = page_saying(offset_ms)
    press(page)
    qtbot.waitUntil(page.ask.isEnabled)
    assert page.verdict.kind == kind
    assert page.verdict.title.words == words(f"clock.{key}", s=seconds)
    assert SERVER in page.verdict.note.words


def test_it_goes_with_every_picture_from_then_on_and_stands_in_the_log(page_saying, opened, qtbot) -> None:
    page = page_saying(1_250)
    press(page)
    qtbot.waitUntil(lambda: opened.clock.measured is not None)
    moment = opened.clock.now()
    assert moment.measured is not None
    assert moment.measured.offset_ms == 1_250
    add_exhibit(opened, qtbot)
    lines = ask(opened, qtbot, lambda vault: [json.loads(line) for line in vault.records()])
    (record,) = [line for line in lines if line["type"] == "clock.measure"]
    assert (record["data"]["offset_ms"], record["data"]["server"]) == (1_250, SERVER)


def test_no_answer_is_said_and_changes_nothing(page_saying, opened, words, qtbot) -> None:
    page = page_saying(ClockNotMeasured("no answer"))
    press(page)
    qtbot.waitUntil(page.ask.isEnabled)
    assert page.verdict.title.words == words("errors.ClockNotMeasured.what")
    assert opened.clock.measured is None


def test_another_failure_is_not_hidden(page_saying, opened, qtbot) -> None:
    page = page_saying(RuntimeError("a fault"))
    with qtbot.waitSignal(opened.background.failed):
        press(page)
    assert page.verdict.kind == ""


def test_what_was_measured_is_shown_again(page_saying, opened, words) -> None:
    opened.clock.measured = Measured(0, 9, SERVER, opened.clock.now())
    assert page_saying(0).verdict.title.words == words("clock.right")


def test_back_leads_to_the_evidence(page_saying, qtbot) -> None:
    page = page_saying(0)
    with qtbot.waitSignal(page.moved_on) as moved:
        QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert moved.args == ["evidence", None]
