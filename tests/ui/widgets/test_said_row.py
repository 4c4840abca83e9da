# SPDX-License-Identifier: MIT
"""Their words stand in quotes, with what is known of them; nothing in them is markup or hidden."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from app.model import Demand, Entry, EntryId, Rect
from ui.widgets.said_row import SaidRow, Shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)


def row(context: Context, qtbot: QtBot, demand: Demand, shown: Shown | None = None) -> SaidRow:
    made = SaidRow(context, Entry(EntryId("d"), demand, NOW, NOW, 1), shown or Shown())
    qtbot.addWidget(made)
    return made


def lines(made: SaidRow) -> list[str]:
    return [line.words for line in made.further]


def test_words_alone_are_a_row(context: Context, qtbot: QtBot) -> None:
    made = row(context, qtbot, Demand("threat", "i post it", None))
    assert made.quote.words == "“i post it”"
    assert made.about.isHidden()
    assert made.crop.isHidden()
    assert lines(made) == []


def test_what_is_known_stands_below(context: Context, qtbot: QtBot) -> None:
    demand = Demand(
        "money", "envoie 500", NOW, language="French", translation="send 500", amount_minor=50_000,
        currency="EUR",
        pay_by="Western Union", pay_to="J.-P.", deadline_at=NOW.replace(hour=18), whom="ta soeur",
        rect=Rect(0, 0, 9, 9),
    )  # fmt: skip
    made = row(context, qtbot, demand, Shown("Amélie, Skype", "TJH/2", None, ("Ellie",)))
    assert lines(made) == [
        "In French",
        "It means: send 500",
        "They want €500 by Western Union to J.-P.",
        "By when, as they said it: 24 Nov 2026, 18:11",
        "They say they will tell: ta soeur, Ellie",
    ]
    assert made.about.words == "24 Nov 2026, 02:11 · Amélie, Skype · Cut out of TJH/2"


def test_the_words_cut_out_are_shown_as_they_stand(context: Context, qtbot: QtBot) -> None:
    part = QImage(80, 20, QImage.Format.Format_RGB32)
    made = row(context, qtbot, Demand("threat", "x", None), Shown(part=part))
    assert not made.crop.isHidden()
    assert made.crop.part.width() == 80


def test_nothing_in_their_words_is_hidden_or_markup(context: Context, qtbot: QtBot) -> None:
    made = row(context, qtbot, Demand("threat", "<b>pay</b> **now** \u202eevil", None))
    assert "<b>pay</b> **now**" in made.quote.shown
    assert "\u202e" not in made.quote.shown
    assert "\u202e" not in made.change.accessibleName()


def test_its_buttons_carry_the_entry(context: Context, qtbot: QtBot) -> None:
    made = row(context, qtbot, Demand("threat", "x", None))
    for button, signal in ((made.change, made.change_wanted), (made.back, made.back_wanted)):
        with qtbot.waitSignal(signal) as told:
            button.click()
        assert told.args[0].id == "d"
