# SPDX-License-Identifier: MIT
"""Chips keep their width, and say which are on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.chip import Chips, swapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.context import Context

CHOICES = [("l", "small L"), ("i", "capital i"), ("1", "one")]


def test_any_number_may_be_on(context: Context, qtbot: QtBot) -> None:
    chips = Chips(context, CHOICES)
    qtbot.addWidget(chips)
    with qtbot.waitSignal(chips.changed) as changed:
        chips.chips["i"].click()
    assert changed.args == [("i",)]
    chips.chips["l"].click()
    assert chips.on == ("l", "i")


def test_just_one_may_be_on(context: Context, qtbot: QtBot) -> None:
    chips = Chips(context, CHOICES, is_exclusive=True)
    qtbot.addWidget(chips)
    chips.chips["i"].click()
    chips.chips["1"].click()
    assert chips.on == ("1",)


def test_the_width_stays_when_it_turns_bold(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    chips = Chips(context, CHOICES)
    chips.resize(500, 60)
    shown(chips)
    widths = {key: chip.width() for key, chip in chips.chips.items()}
    chips.set_on(("l", "i", "1"))
    chips.layout().activate()
    assert {key: chip.width() for key, chip in chips.chips.items()} == widths
    assert min(chip.height() for chip in chips.chips.values()) >= 40


def test_chips_are_swapped_for_others_and_what_was_on_stays_on(context: Context, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    old = Chips(context, [("a", "Ana"), ("b", "Ben")], is_exclusive=True, parent=holder)
    old.setObjectName("who")
    column.addWidget(old)
    old.set_on(("b",))
    assert swapped(context, old, [("a", "Ana"), ("b", "Ben")]) is old
    new = swapped(context, old, [("b", "Ben"), ("c", "\u202eCleo" + "o" * 10_000)])
    assert new is not old
    assert (new.objectName(), new.on, new.is_exclusive) == ("who", ("b",), True)
    assert column.indexOf(new) == 0
    name = new.chips["c"].accessibleName()
    assert len(name) < 80
    assert "\u202e" not in name
