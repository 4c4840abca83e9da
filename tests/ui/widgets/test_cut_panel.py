# SPDX-License-Identifier: MIT
"""Words are cut out where the person draws; a covered picture is noted and never shown or read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.capture.png import encode
from app.errors import ReadingFailed
from app.identify.values import Box, Reading
from app.identify.wire import ReadLine
from app.model import ExhibitFacts, Rect, SeenIn, Sensitivity
from tests.fakes.acquisitions import acquisition
from tests.fakes.backend import drawn
from tests.ui.pages.test_identify import ask
from ui.widgets.cut_panel import CutPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from app.vault import Vault
    from tests.fakes.reader import FakeReader
    from ui.context import Context

BOX = Rect(10, 20, 100, 40)


@pytest.fixture
def exhibit(opened: Context, qtbot: QtBot) -> Exhibit:
    return ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(encode(drawn(320, 200)))))


@pytest.fixture
def panel(opened: Context, qtbot: QtBot, exhibit: Exhibit) -> CutPanel:
    panel = CutPanel(opened)
    qtbot.addWidget(panel)
    panel.offer([exhibit])
    return panel


def choose(panel: CutPanel, qtbot: QtBot) -> None:
    panel.strip.buttons[0].click()
    qtbot.waitUntil(lambda: not panel.picker.isHidden())


def test_without_pictures_there_is_nothing_to_cut(opened: Context, qtbot: QtBot) -> None:
    panel = CutPanel(opened)
    qtbot.addWidget(panel)
    panel.offer([])
    assert panel.isHidden()


def test_a_picture_without_a_box_is_noted_alone(panel: CutPanel, exhibit: Exhibit, qtbot: QtBot) -> None:
    choose(panel, qtbot)
    assert panel.seen_in == SeenIn(exhibit.id)
    assert not panel.read_box.isVisibleTo(panel)


def test_what_stands_in_the_box_is_read_and_the_box_kept(
    panel: CutPanel, exhibit: Exhibit, reader: FakeReader, qtbot: QtBot
) -> None:
    reader.lines = [(ReadLine(Box(0, 0, 90, 12), Reading("send 500 or i post it", 0.9)),)]
    choose(panel, qtbot)
    panel.picker.set_region(BOX)
    assert not panel.crop.isHidden()
    with qtbot.waitSignal(panel.read) as read:
        panel.read_box.click()
    assert read.args == ["send 500 or i post it"]
    assert panel.seen_in == SeenIn(exhibit.id, BOX)
    assert panel.said.kind == "good"


def test_an_empty_box_and_a_failure_are_said_kindly(
    panel: CutPanel, opened: Context, reader: FakeReader, qtbot: QtBot
) -> None:
    choose(panel, qtbot)
    panel.picker.set_region(BOX)
    panel.read_box.click()
    qtbot.waitUntil(lambda: panel.said.title.words == opened.words("said.form.read.none"))
    reader.fails = ReadingFailed()
    panel.read_box.click()
    qtbot.waitUntil(lambda: panel.said.title.words == opened.words("said.form.read.failed"))


def test_a_covered_picture_is_noted_never_shown_never_read(
    panel: CutPanel, opened: Context, exhibit: Exhibit, reader: FakeReader, qtbot: QtBot
) -> None:
    def cover(vault: Vault) -> tuple[Exhibit, ...]:
        vault.revise_exhibit(exhibit.id, ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
        return vault.exhibits()

    panel.offer(ask(opened, qtbot, cover))
    panel.strip.buttons[0].click()
    assert panel.said.title.words == opened.words("said.form.covered")
    ask(opened, qtbot, lambda vault: vault.case())  # whatever was asked for has come by now
    assert panel.picker.isHidden()
    assert panel.seen_in == SeenIn(exhibit.id)
    assert reader.asked == []


def test_a_withdrawn_picture_is_not_offered(
    panel: CutPanel, opened: Context, exhibit: Exhibit, qtbot: QtBot
) -> None:
    def withdraw(vault: Vault) -> tuple[Exhibit, ...]:
        vault.withdraw_exhibit(exhibit.id, "a slip")
        return vault.exhibits()

    panel.offer(ask(opened, qtbot, withdraw))
    assert panel.isHidden()


def test_kept_words_show_their_place_again(panel: CutPanel, exhibit: Exhibit, qtbot: QtBot) -> None:
    panel.load(SeenIn(exhibit.id, BOX))
    qtbot.waitUntil(lambda: not panel.crop.isHidden())
    assert panel.picker.region == BOX
    panel.load(None)
    assert panel.seen_in is None
    assert panel.picker.isHidden()


def test_another_box_takes_back_what_was_said_of_the_one_before(
    panel: CutPanel, qtbot: QtBot, opened: Context
) -> None:
    choose(panel, qtbot)
    panel.picker.set_region(BOX)
    panel.read_box.click()
    qtbot.waitUntil(lambda: panel.said.title.words == opened.words("said.form.read.none"))
    panel.picker.set_region(Rect(0, 0, 20, 20))
    assert panel.said.kind == ""
