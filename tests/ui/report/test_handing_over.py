# SPDX-License-Identifier: MIT
from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.errors import Cancelled, DiskFull
from tests.ui.filling import add_exhibit, ask
from tests.ui.report.test_making import make
from ui.report.handing_over import HandingOver
from ui.report.making import ReportMaking


@pytest.fixture
def panel(opened, shown, qtbot):
    made = shown(HandingOver(opened))
    yield made
    opened.background.close()


@pytest.fixture
def ready(panel, opened, qtbot) -> HandingOver:
    add_exhibit(opened, qtbot)
    panel.set_made(make(ReportMaking(opened, panel), qtbot))
    return panel


def records_of(opened, qtbot) -> list[dict[str, object]]:
    return ask(opened, qtbot, lambda vault: [json.loads(line) for line in vault.records()])


def last_record(opened, qtbot, kind: str) -> dict[str, object]:
    return [record for record in records_of(opened, qtbot) if record["type"] == kind][-1]["data"]


def copies_of(opened, qtbot):
    return ask(opened, qtbot, lambda vault: vault.copies())


def test_without_a_report_nothing_can_be_pressed(panel: HandingOver) -> None:
    assert not any(button.isEnabled() for button in panel.buttons.values())


def test_every_button_has_its_way(panel: HandingOver) -> None:
    assert list(panel.buttons) == list(panel.ways)


@pytest.mark.parametrize("key", ["save", "print", "pack", "mail"])
def test_first_it_says_what_to_know(ready: HandingOver, words, key: str) -> None:
    QTest.mouseClick(ready.buttons[key], Qt.MouseButton.LeftButton)
    card = ready.ways[key].before
    assert card.isVisible()
    assert [row.words.words for row in card._rows] == [
        words(line) for line in ready.ways[key].before_words.lines
    ]
    assert not any(button.isVisible() for button in ready.buttons.values())
    QTest.mouseClick(card.back_button, Qt.MouseButton.LeftButton)
    assert not card.isVisible()
    assert all(button.isVisible() for button in ready.buttons.values())


def test_how_it_ended_is_said_below_the_buttons(ready: HandingOver, qtbot) -> None:
    ready.buttons["save"].click()
    with qtbot.waitSignal(ready.came_out) as came_out:
        ready.to_file.said.emit("good", "Saved.", "document.pdf")
    assert came_out.args == [ready.done]
    assert (ready.done.kind, ready.done.title.words) == ("good", "Saved.")
    assert all(button.isVisible() for button in ready.buttons.values())


def test_a_failure_is_said_and_a_stop_needs_one_line(ready: HandingOver, words) -> None:
    ready.to_file.failed.emit(DiskFull("no room"))
    assert ready.failure.isVisible()
    ready.buttons["save"].click()
    assert not ready.failure.isVisible()
    ready.to_package.failed.emit(Cancelled("packing"))
    assert not ready.failure.isVisible()
    assert ready.done.title.words == words("report.page.stopped")


def test_a_locked_case_leaves_nothing(ready: HandingOver) -> None:
    ready.forget()
    assert {way.made for way in ready.ways.values()} == {None}
    assert not any(button.isEnabled() for button in ready.buttons.values())


def test_what_was_saved_and_packed_is_on_the_list(ready: HandingOver, opened, qtbot, tmp_path) -> None:
    with qtbot.waitSignal(ready.saved, timeout=10_000):
        ready.to_file.save(tmp_path / "document.pdf")
    with qtbot.waitSignal(ready.saved, timeout=30_000):
        ready.to_package.pack(tmp_path / "documents.zip")
    assert [copy.kind.value for copy in copies_of(opened, qtbot)] == ["report", "package"]
    qtbot.waitUntil(lambda: len(ready.copies.rows.rows) == 2)


def test_the_next_way_takes_the_place_of_what_came_of_the_one_before(ready, qtbot, tmp_path) -> None:
    with qtbot.waitSignal(ready.saved, timeout=30_000):
        ready.to_package.pack(tmp_path / "documents.zip")
    assert ready.to_package.packed.isVisible()
    ready.buttons["print"].click()
    assert not ready.to_package.isVisible()
