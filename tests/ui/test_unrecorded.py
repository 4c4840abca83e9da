# SPDX-License-Identifier: MIT
"""Every window is left out of recordings as it appears, and shown again when that is not wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from ui.capture.bar import CaptureBar
from ui.capture.countdown import Countdown
from ui.unrecorded import Unrecorded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.context import Context


class FakeShield:
    """Notes what is covered."""

    def __init__(self) -> None:
        self.covered: dict[int, bool] = {}

    def cover(self, handle: int, *, is_on: bool) -> bool:
        self.covered[handle] = is_on
        return True


@pytest.fixture
def shield() -> FakeShield:
    return FakeShield()


@pytest.fixture
def unrecorded(qapp: QApplication, shield: FakeShield) -> Iterator[Unrecorded]:
    made = Unrecorded(qapp, shield)
    yield made
    made.obey(is_on=False)
    made.deleteLater()


def test_what_is_shown_and_what_comes_is_covered(
    unrecorded: Unrecorded, shield: FakeShield, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    unrecorded.obey(is_on=True)
    inner = QWidget(window)
    inner.show()
    dialog = QDialog(window)
    dialog.open()
    assert shield.covered == {int(window.winId()): True, int(dialog.winId()): True}
    unrecorded.obey(is_on=False)
    assert set(shield.covered.values()) == {False}
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    assert int(other.winId()) not in shield.covered


def test_what_floats_while_pictures_are_taken_is_told_by_its_pixels(
    unrecorded: Unrecorded, shield: FakeShield, context: Context, qtbot: QtBot
) -> None:
    unrecorded.obey(is_on=True)
    bar, countdown = CaptureBar(context), Countdown(context)
    for floating in (bar, countdown):
        qtbot.addWidget(floating)
        floating.show()
    assert shield.covered == {}


def test_without_a_shield_nothing_is_watched(qapp: QApplication) -> None:
    made = Unrecorded(qapp, None)
    made.obey(is_on=True)
    made.deleteLater()
