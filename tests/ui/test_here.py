# SPDX-License-Identifier: MIT
"""The numbers fit where the person is: guessed, then as the case says, and still so on the locked window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import CaseFacts, Under18
from tests.ui.conftest import PASSPHRASE
from ui.here import Here

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_before_any_answer_it_is_where_the_computer_is(context: Context) -> None:
    assert context.here.lines.country == "United Kingdom"
    assert context.here.place == "England"
    abroad = Here(context.session, "America/Toronto", lambda: context.contacts)
    assert (abroad.lines.emergency, abroad.place) == ("911", "Canada")
    assert abroad.fields["police"] == "your local police"


def test_the_person_can_say_something_else(context: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(context.here.changed):
        context.here.set_place("Australia")
    assert context.here.lines.emergency == "000"
    assert context.here.fields["talk"] == "13 11 14"
    context.here.set_place("Another country")
    assert context.here.lines.emergency == "the emergency number"
    assert context.here.lines.talk == ""


def test_the_case_says_it_once_it_is_open_and_after_the_lock(context: Context, qtbot: QtBot) -> None:
    here = context.here
    with qtbot.waitSignal(here.changed, timeout=20_000):
        context.session.create(context.folder, PASSPHRASE, CaseFacts(Under18.NO, "Ireland"))
    assert here.place == "Ireland"
    with qtbot.waitSignal(context.session.locked, timeout=20_000):
        context.session.lock("asked")
    assert here.lines.emergency == "112"
