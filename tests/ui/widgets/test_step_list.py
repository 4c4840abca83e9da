# SPDX-License-Identifier: MIT
"""A list of steps: pressed, one is chosen; an empty list is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.guide.plan import Step
from ui.widgets.status_row import StatusRow
from ui.widgets.step_list import StepList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_it_lists_steps_and_says_which_was_chosen(context: Context, qtbot: QtBot) -> None:
    steps = StepList(context, "After that")
    qtbot.addWidget(steps)
    guides = [context.guides["safe"], context.guides["police"]]
    steps.show_steps([Step(guide, number) for number, guide in enumerate(guides, start=1)], is_done=False)
    rows = [row for row in steps.findChildren(StatusRow) if not row.isHidden()]
    assert [row.words.words for row in rows] == [guide.title for guide in guides]
    assert rows[1].note.words == context.words("steps.page.min", n=guides[1].minutes)
    with qtbot.waitSignal(steps.chosen) as chosen:
        rows[1].chosen.emit()
    assert chosen.args == ["police"]
    steps.show_steps((), is_done=True)
    assert steps.isHidden()
