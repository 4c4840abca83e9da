# SPDX-License-Identifier: MIT
"""Words are read only in the box, line after line, and only for the newest box."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from app.capture.png import encode
from app.errors import ReadingFailed
from app.identify.values import Box, Reading
from app.identify.wire import ReadLine
from app.model import Rect
from tests.fakes.acquisitions import acquisition
from tests.fakes.backend import drawn
from tests.ui.pages.test_identify import ask
from ui.cutting import Cutting, words_in

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from tests.fakes.reader import FakeReader
    from ui.context import Context

BOX = Rect(10, 20, 100, 40)


def line(text: str, top: int) -> ReadLine:
    return ReadLine(Box(0, top, 90, top + 12), Reading(text, 0.9))


@pytest.fixture
def exhibit(opened: Context, qtbot: QtBot) -> Exhibit:
    return ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(encode(drawn(320, 200)))))


@pytest.fixture
def cutting(opened: Context) -> Cutting:
    return Cutting(opened, opened.session)


def test_the_lines_in_the_box_become_one_sentence(reader: FakeReader) -> None:
    reader.lines = [(line("send 500 ", 0), line("or i post it", 20))]
    assert words_in(reader, encode(drawn(320, 200)), BOX) == "send 500 or i post it"
    (seen,) = reader.asked
    assert isinstance(seen, bytes)
    part = QImage.fromData(seen)
    assert (part.width(), part.height()) == (100, 40)  # no more than the box leaves the picture


def test_a_box_without_lines_is_read_as_one(reader: FakeReader) -> None:
    reader.in_box = Reading("send 500", 0.9)
    assert words_in(reader, encode(drawn(320, 200)), BOX) == "send 500"
    assert reader.asked[-1] == Box(10, 20, 110, 60)


def test_the_words_come_back(cutting: Cutting, exhibit: Exhibit, reader: FakeReader, qtbot: QtBot) -> None:
    reader.lines = [(line("send 500", 0),)]
    with qtbot.waitSignal(cutting.read) as read:
        cutting.begin(exhibit.id, BOX)
    assert read.args == ["send 500"]


def test_what_cannot_be_read_is_said(
    cutting: Cutting, exhibit: Exhibit, reader: FakeReader, qtbot: QtBot
) -> None:
    reader.fails = ReadingFailed()
    with qtbot.waitSignal(cutting.failed):
        cutting.begin(exhibit.id, BOX)


def test_only_the_newest_box_is_heard_of(
    cutting: Cutting, exhibit: Exhibit, reader: FakeReader, qtbot: QtBot
) -> None:
    reader.lines = [(line("first", 0),), (line("second", 0),)]
    heard: list[str] = []
    cutting.read.connect(heard.append)
    cutting.begin(exhibit.id, BOX)
    cutting.begin(exhibit.id, BOX)
    qtbot.waitUntil(lambda: bool(heard))
    assert len(heard) == 1
