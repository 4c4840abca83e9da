# SPDX-License-Identifier: MIT
"""What is good to know about a way of paying."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.widgets.stop_notes import StopNotes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.mark.parametrize("way_id", ["western_union", "bitcoin", "cash", "other"])
def test_a_part_with_nothing_to_say_is_not_there(context: Context, qtbot: QtBot, way_id: str) -> None:
    notes = StopNotes(context)
    qtbot.addWidget(notes)
    way = context.ways_to_pay[way_id]
    notes.show_way(way)
    assert notes.parts["see"].isHidden() is not bool(way.see or way.self_help)
    assert way.keep in notes.texts["keep"].words
    assert all(each in notes.texts["ask"].words for each in way.ask)
    assert notes.isHidden()
