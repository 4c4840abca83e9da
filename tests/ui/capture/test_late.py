# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from app.capture import portal_late
from app.errors import PictureLeft
from ui.capture import late
from ui.capture.late import LatePictures


class Question:
    """Is answered at the third look."""

    is_open = True
    looks = 0

    def __init__(self, *, leaves: bool = False) -> None:
        self.leaves = leaves

    def sweep(self) -> None:
        self.looks += 1
        self.is_open = self.looks < 3
        if self.leaves:
            raise PictureLeft("there")


@pytest.fixture
def pictures(context, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(portal_late, "_KEPT", [])
    monkeypatch.setattr(late, "LOOK_EVERY_MS", 10)
    owner = QObject()
    yield LatePictures(context, owner)
    owner.deleteLater()


def test_it_looks_until_the_question_is_answered(pictures: LatePictures, qtbot) -> None:
    question = Question()
    portal_late.keep(question)
    pictures.watch()
    qtbot.waitUntil(lambda: not pictures.is_on)
    assert not question.is_open


def test_nothing_to_wait_for_ends_it_at_once(pictures: LatePictures, qtbot) -> None:
    pictures.watch()
    qtbot.waitUntil(lambda: not pictures.is_on)


def test_a_picture_that_stays_is_told(pictures: LatePictures, qtbot) -> None:
    portal_late.keep(Question(leaves=True))
    with qtbot.waitSignal(pictures.failed) as failed:
        pictures.watch()
    assert isinstance(failed.args[0], PictureLeft)
