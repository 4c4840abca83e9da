# SPDX-License-Identifier: MIT
"""One row of what to do now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

from app.guide.stopping import Given, StepKind, StopStep
from ui.paid_words import bare
from ui.widgets.stop_row import StopRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NAME = Given("payee", "The name", "Ana", "Ana")
SHORT = Given("reference", "The MTCN", "412-905-7183", "4129057183")
LONG = Given("to_address", "The address", "b" * 60, "b" * 60)


def row_of(context: Context, qtbot: QtBot, step: StopStep) -> StopRow:
    row = StopRow(context, 3, step, say_hint="Only read it out")
    qtbot.addWidget(row)
    return row


def test_a_name_is_said_and_a_number_is_copied(context: Context, qtbot: QtBot) -> None:
    row = row_of(context, qtbot, StopStep(StepKind.GIVE, "Give them", given=(NAME, SHORT, LONG)))
    assert set(row.copies) == {"reference", "to_address"}
    with qtbot.waitSignal(row.copy_wanted) as heard:
        row.copies["reference"].click()
    assert heard.args == ["4129057183"]


def test_only_words_to_say_have_the_hint(context: Context, qtbot: QtBot) -> None:
    assert row_of(context, qtbot, StopStep(StepKind.SAY, "Stop it")).note.words == "Only read it out"
    assert row_of(context, qtbot, StopStep(StepKind.CALL, "Call", note="Free")).note.words == "Free"
    assert row_of(context, qtbot, StopStep(StepKind.GIVE, "Give")).note.isHidden()


def test_the_number_goes_under_its_words_in_a_narrow_window(context: Context, qtbot: QtBot) -> None:
    row = row_of(context, qtbot, StopStep(StepKind.CALL, "Call", phone="159"))
    row.set_narrow(True)
    assert {line.direction() for line in row._lines} == {QBoxLayout.Direction.TopToBottom}
    assert bare(row.call.words) == "159"
    assert row.call.accessibleName() == "Call: 159"
