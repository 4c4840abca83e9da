# SPDX-License-Identifier: MIT
"""Before the first picture: what the app does, all of it, and then the picture that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.filling import ask
from ui.capture.setting import Subject
from ui.pages.before import BeforePage
from ui.traps import Before, unread

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

SNAP = Subject("snapchat", step="threat")


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> BeforePage:
    page = BeforePage(opened)
    qtbot.addWidget(page)
    page.open_with(Before(SNAP, ("snapchat", "kik")))
    return page


def test_all_that_is_confirmed_is_said(page: BeforePage, opened: Context) -> None:
    said = page.lines.texts
    assert said[0] == "Snapchat"
    for platform in ("snapchat", "kik"):
        assert set(opened.catalogue.trap_lines(platform)) <= set(said)


def test_going_on_takes_the_picture_and_it_is_not_asked_again(
    page: BeforePage, opened: Context, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.moved_on) as moved:
        page.go.click()
    assert moved.args == ["capture", SNAP]
    for subject in (SNAP, Subject("kik")):
        assert (
            ask(opened, qtbot, lambda vault, one=subject: unread(vault, one, opened.catalogue.trap_lines))
            == ()
        )


def test_not_now_leads_home_and_it_is_asked_again(page: BeforePage, opened: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.moved_on) as moved:
        page.back.click()
    assert moved.args == ["steps", None]
    assert ask(opened, qtbot, lambda vault: unread(vault, SNAP, opened.catalogue.trap_lines)) == ("snapchat",)
