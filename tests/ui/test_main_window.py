# SPDX-License-Identifier: MIT
"""The window: from the first page to the open case and back; nothing stays on locked pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from shiboken6 import isValid

from app.model import Under18
from tests.ui.conftest import PASSPHRASE
from tests.ui.filling import add_exhibit
from ui.answers import FirstAnswers
from ui.capture.setting import Subject
from ui.capture.states import State
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
    from ui.context import Context


def at(window: MainWindow, kind: str) -> bool:
    return type(window.page).__name__ == kind


@pytest.fixture
def window(context: Context, shown: Callable[[QWidget], QWidget]) -> MainWindow:
    window = MainWindow(context)
    shown(window)
    return window


def test_it_begins_with_the_welcome_and_says_nothing_in_its_title(window: MainWindow) -> None:
    assert at(window, "WelcomePage")
    assert window.windowTitle() == "Safehold"
    window.page.start.click()
    assert at(window, "QuestionsPage")


def test_a_case_that_is_there_is_locked(
    opened: Context, qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("lock")
    window = MainWindow(opened)
    shown(window)
    assert at(window, "LockPage")
    window.page.passphrase.set_text(PASSPHRASE)
    window.page.open.click()
    qtbot.waitUntil(lambda: at(window, "StepsPage"), timeout=20_000)


def make_case(window: MainWindow, facts: CaseFacts, qtbot: QtBot, *, is_urgent: bool = False) -> None:
    window.go("passphrase", FirstAnswers(facts, is_urgent=is_urgent))
    window.page.form.first.set_text(PASSPHRASE)
    window.page.form.again.set_text(PASSPHRASE)
    window.page.go.click()
    qtbot.waitUntil(lambda: at(window, "StepsPage"), timeout=20_000)


def test_the_pages_before_are_gone_once_it_is_open(
    window: MainWindow, facts: CaseFacts, qtbot: QtBot
) -> None:
    make_case(window, facts, qtbot)
    assert window.shell.stack.count() == 1
    qtbot.waitUntil(lambda: not window.shell.sidebar.picture.isHidden())


def test_no_picture_is_offered_when_someone_may_be_under_18(
    window: MainWindow, facts: CaseFacts, qtbot: QtBot
) -> None:
    make_case(window, replace(facts, under_18=Under18.NOT_SURE), qtbot)
    qtbot.waitUntil(window.shell.sidebar.picture.isHidden)
    window.go("capture")
    qtbot.waitUntil(lambda: at(window, "Under18Page"))


def test_the_first_lock_offers_the_code_and_can_be_had_at_once(
    window: MainWindow, facts: CaseFacts, qtbot: QtBot
) -> None:
    make_case(window, facts, qtbot)
    with qtbot.assertNotEmitted(window.lock_asked):
        window.shell.sidebar.lock.click()
        qtbot.waitUntil(lambda: at(window, "RecoveryPage"))
    with qtbot.waitSignal(window.lock_asked):
        window.page.skip.click()


def test_locked_pages_are_gone(window: MainWindow, facts: CaseFacts, qtbot: QtBot) -> None:
    make_case(window, facts, qtbot)
    window.show_locked("idle")
    assert at(window, "LockPage")
    assert window.shell.stack.count() == 1


def test_closing_is_left_to_who_saves_first(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.close_asked):
        window.close()
    assert window.isVisible()


def test_the_sidebar_follows_when_the_answer_about_age_changes(
    window: MainWindow, facts: CaseFacts, qtbot: QtBot
) -> None:
    make_case(window, facts, qtbot)
    session, picture = window._context.session, window.shell.sidebar.picture
    for answer, is_hidden in ((Under18.NOT_SURE, True), (Under18.NO, False)):
        changed = replace(facts, under_18=answer)
        session.run(lambda vault, changed=changed: vault.revise_case(changed), owner=window)
        session.case_changed.emit()
        qtbot.waitUntil(lambda is_hidden=is_hidden: picture.isHidden() is is_hidden)


def test_what_a_step_said_of_its_picture_goes_along_and_holds_for_one_more(
    window: MainWindow, facts: CaseFacts, qtbot: QtBot
) -> None:
    make_case(window, facts, qtbot)
    ways = (
        ("capture_more", None, Subject()),  # nothing was taken yet: of nothing in particular
        ("capture", Subject(platform="youtube"), Subject(platform="youtube")),
        ("capture_more", None, Subject(platform="youtube")),
        ("capture", None, Subject()),
    )
    for name, detail, subject in ways:
        window.go(name, detail)
        qtbot.waitUntil(lambda: window.flow.state is State.READY)
        assert window.flow.subject == subject
        window.flow.stop()


def test_the_traps_of_an_app_are_read_before_its_first_picture(
    window: MainWindow, facts: CaseFacts, qtbot: QtBot
) -> None:
    make_case(window, facts, qtbot)
    began = []
    window.picture_began.connect(lambda: began.append(1))
    window.go("capture", Subject("snapchat", step="profile"))
    qtbot.waitUntil(lambda: at(window, "BeforePage"))
    assert began == []
    window.page.go.click()
    qtbot.waitUntil(lambda: window.flow.state is State.READY)
    assert window.flow.subject == Subject("snapchat", step="profile")
    window.flow.stop()
    window.go("capture", Subject("snapchat"))
    qtbot.waitUntil(lambda: window.flow.state is State.READY)  # once is enough
    window.flow.stop()


def test_what_was_removed_for_good_stays_on_no_page(
    window: MainWindow, facts: CaseFacts, qtbot: QtBot
) -> None:
    make_case(window, facts, qtbot)
    exhibit = add_exhibit(window._context, qtbot, title="Window 1")
    window.go("exhibit", exhibit)
    shown = window.page
    qtbot.waitUntil(lambda: not shown.picture.is_covered)
    window.go("remove", exhibit.id)
    qtbot.waitUntil(window.page.sure.isVisible)
    window.page.sure.why.set_text("a reason")
    window.page.sure.tick.setChecked(True)
    window.page.sure.go_button.click()
    qtbot.waitUntil(lambda: not isValid(shown))
    assert (at(window, "RemovePage"), window.shell.stack.count()) == (True, 1)
    window.page.go_on.click()
    assert at(window, "EvidencePage")
