# SPDX-License-Identifier: MIT
"""The page of an exhibit of which parts are covered: the copy first, the original for who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from app.capture.solid import INK_TEXT
from app.model import Rect
from app.redaction import cover
from tests.fakes.sample_run import add_run
from tests.ui.filling import ask
from tests.ui.pages.test_exhibit import open_one, page, press, three

if TYPE_CHECKING:
    from ui.pages.exhibit import ExhibitPage

__all__ = ["page", "three"]


def test_opened_with_a_later_picture_of_a_conversation_that_one_is_shown(
    page: ExhibitPage, opened, qtbot
) -> None:
    kept = ask(opened, qtbot, lambda vault: add_run(vault, 4))
    page.open_with(kept.frames[2].id)
    qtbot.waitUntil(lambda: page.run.part == kept.frames[2] and page.title.words == kept.ref)
    qtbot.waitUntil(lambda: page.picture.view.has_picture)


def test_its_parts_are_covered_on_the_picture_that_is_shown(page: ExhibitPage, opened, qtbot) -> None:
    kept = ask(opened, qtbot, lambda vault: add_run(vault, 4))
    page.open_with(kept.frames[2].id)
    qtbot.waitUntil(lambda: page.run.part == kept.frames[2])
    with qtbot.waitSignal(page.moved_on) as moved:
        press(page.covered_line.parts_button)
    assert moved.args == ["redact", kept.frames[2].id]
    page.run.frames.choose(page.run.model.index(0))  # the long picture has no boxes of its own
    with qtbot.waitSignal(page.moved_on) as moved:
        press(page.covered_line.parts_button)
    assert moved.args == ["redact", kept.id]


def test_the_covered_copy_is_shown_until_the_original_is_asked_for(
    page: ExhibitPage, three, opened, qtbot
) -> None:
    ids, box = [one.id for one in three], Rect(40, 30, 100, 60)
    ask(opened, qtbot, lambda vault: cover(vault, ids[0], {ids[0]: (box,)}))
    page.open_with(ids[0])
    qtbot.waitUntil(lambda: page.picture.view.has_picture)

    def is_solid() -> bool:
        return page.picture.view._image.pixelColor(60, 50) == QColor(INK_TEXT)

    assert is_solid()
    assert page.covered_line.said.words == "Covered: 1 area."
    press(page.covered_line.original_button)
    qtbot.waitUntil(lambda: not is_solid())
    press(page.covered_line.original_button)
    qtbot.waitUntil(is_solid)
    press(page.covered_line.original_button)
    qtbot.waitUntil(lambda: not is_solid())
    page.open_with(ids[0])
    qtbot.waitUntil(is_solid)


def test_covered_beside_the_window_it_is_shown_covered_at_once(
    page: ExhibitPage, three, opened, qtbot
) -> None:
    open_one(page, three[0], qtbot)
    qtbot.waitUntil(lambda: page.picture.view.has_picture)
    ids, box = [one.id for one in three], Rect(40, 30, 100, 60)
    ask(opened, qtbot, lambda vault: cover(vault, ids[0], {ids[0]: (box,)}))
    opened.session.case_changed.emit()
    qtbot.waitUntil(lambda: page.covered_line.said.words == "Covered: 1 area.")
    qtbot.waitUntil(lambda: page.picture.view._image.pixelColor(60, 50) == QColor(INK_TEXT))
