# SPDX-License-Identifier: MIT
"""Five pictures in order: the first open one is the button, each has its tick, and the end says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.guide.plan import DONE, FIVE, Plan, plan
from app.model import CaseFacts, StepState, Under18
from tests.fakes.clock import START
from ui.widgets.short_form import ShortForm
from ui.widgets.status_row import StatusRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

ORDER = ("profile", "threat", "demand", "first", "latest")


def made(context: Context, *done: str) -> Plan:
    states = [StepState(step, DONE, START, detail="TJH/1") for step in done]
    return plan(context.guides, CaseFacts(Under18.NO, "England"), states=states)


def test_the_first_open_picture_is_next(context: Context, qtbot: QtBot) -> None:
    form = ShortForm(context)
    qtbot.addWidget(form)
    found = made(context, "profile", "demand")
    form.show_five(found, found.group(FIVE))
    assert form.overline.words == context.words("short.form.count", n=2, all=5)
    assert form.go.accessibleName() == context.guides["threat"].button
    with qtbot.waitSignal(form.picture_wanted) as wanted:
        form.go.click()
    assert wanted.args[0].guide.id == "threat"
    rows = [row for row in form.findChildren(StatusRow) if not row.isHidden()]
    assert [row.objectName() for row in rows] == [f"short_{step}" for step in ORDER]
    assert [row.note.words for row in rows] == ["TJH/1", "", "TJH/1", "", ""]
    with qtbot.waitSignal(form.picture_wanted) as wanted:
        rows[4].chosen.emit()
    assert wanted.args[0].guide.id == "latest"


def test_it_can_be_left_at_any_time_and_says_when_it_is_enough(context: Context, qtbot: QtBot) -> None:
    form = ShortForm(context)
    qtbot.addWidget(form)
    form.show_five(made(context), made(context).group(FIVE))
    assert form.end.isHidden()
    assert not form.go.icon().isNull()
    with qtbot.waitSignal(form.left):
        form.rest.click()
    found = made(context, *ORDER)
    form.show_five(found, found.group(FIVE))
    assert not form.end.isHidden()
    assert form.go.icon().isNull()  # no picture is taken by it
    assert form.gone.isHidden()
    assert form.rest.isHidden()
    with qtbot.waitSignal(form.left):
        form.go.click()
