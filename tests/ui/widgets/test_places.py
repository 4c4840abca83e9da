# SPDX-License-Identifier: MIT
"""Every place can be chosen, the parts of the United Kingdom first; the present one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.places import choose, place_combo

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_the_places_in_their_order(context: Context, qtbot: QtBot) -> None:
    combo = place_combo(context)
    qtbot.addWidget(combo)
    assert [combo.itemText(row) for row in range(combo.count())] == list(context.contacts.places())
    assert combo.currentText() == "England"
    assert combo.accessibleName()


def test_by_country_each_stands_once(context: Context, qtbot: QtBot) -> None:
    combo = place_combo(context, by_country=True)
    qtbot.addWidget(combo)
    assert [combo.itemText(row) for row in range(combo.count())] == [one.name for one in context.contacts]
    assert combo.itemData(0) == "England"


def test_a_place_that_is_not_there_is_not_made_up(context: Context, qtbot: QtBot) -> None:
    combo = place_combo(context)
    qtbot.addWidget(combo)
    choose(combo, "Atlantis")
    assert combo.currentIndex() == -1
