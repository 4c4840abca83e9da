# SPDX-License-Identifier: MIT
"""Where two texts differ is marked in both lines and said aloud, also where one lacks a character."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.widgets.differs_panel import DiffersPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

CID = "live:.cid.8f3a1b2c4d5e6f70"


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> DiffersPanel:
    panel = DiffersPanel(context)
    qtbot.addWidget(panel)
    return panel


def test_the_same_is_nothing_to_show(panel: DiffersPanel) -> None:
    panel.show_texts(CID, CID)
    assert panel.isHidden()


def test_one_character_as_in_the_drawing(panel: DiffersPanel) -> None:
    panel.show_texts(CID, CID.replace("a1b", "alb"))
    assert panel.heading.words == "One character is different"
    assert panel.note.words.startswith("Character 15: we read **one**, you pasted **small L**.")
    assert [line.marked for line in panel.lines] == [(14,), (14,)]
    assert panel.accessibleName().startswith("One character is different. Character 15: we read one")


@pytest.mark.parametrize(
    ("given", "title", "said", "marked"),
    [
        (CID[:-1], "One character is missing", "Character 26: we read **zero**.", (25,)),
        (CID[2:], "2 characters are missing", "From character 1 on we read **small L, i**.", (0, 1)),
        (CID + "x", "One character too many", "Character 27: yours has **x**.", (26,)),
        (CID + "xy", "2 characters too many", "From character 27 on yours has **x, y**.", (26, 27)),
        ("liwe" + CID[4:], "One character is different", "Character 3: we read **v**", (2,)),
    ],
)
def test_what_is_missing_or_too_much_is_counted_and_named(
    panel: DiffersPanel, given: str, title: str, said: str, marked: tuple[int, ...]
) -> None:
    panel.show_texts(CID, given)
    assert panel.heading.words == title
    assert panel.note.words.startswith(said)
    first, second = panel.lines
    assert first.marked == second.marked == marked


def test_several_characters_in_a_row(panel: DiffersPanel) -> None:
    panel.show_texts("live:abcd", "live:xycd")
    assert panel.heading.words == "2 characters are different"
    assert "a, b" in panel.note.words


def test_two_other_things_are_not_counted(panel: DiffersPanel) -> None:
    panel.show_texts(CID, "live:someone.else")
    assert panel.heading.words == "These two are not the same"
    assert panel.note.words.startswith("The first is character 6")


def test_what_was_typed_is_not_called_pasted(panel: DiffersPanel) -> None:
    panel.show_texts(CID, CID.replace("a1b", "alb"), is_typed=True)
    assert [name.words for name in panel.names] == ["Picture", "Typed"]
    assert panel.note.words.startswith("Character 15: we read **one**, you typed **small L**.")
    panel.show_texts(CID, CID.replace("a1b", "alb"))
    assert panel.names[1].words == "Pasted"
