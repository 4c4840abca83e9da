# SPDX-License-Identifier: MIT
"""What is covered in a conversation travels on when it goes on, without being asked for."""

from __future__ import annotations

import threading

import pytest

from app.errors import Cancelled, DiskFull
from app.model import Rect
from app.redaction import cover, is_due
from tests.fakes.sample_run import add_run, chat, record_again, shown_frame
from tests.ui.filling import ask
from ui.covering_again import CoveringAgain

BOX = Rect(24, 330, 300, 60)


@pytest.fixture
def run(opened, qtbot):
    """A conversation in which something is covered."""

    def job(vault):
        kept = add_run(vault, 3, whole=chat(5))
        return cover(vault, kept.id, {kept.frames[2].id: (BOX,)}).exhibit

    return ask(opened, qtbot, job)


def test_what_was_added_is_covered_by_itself(opened, run, qtbot) -> None:
    again = CoveringAgain(opened, opened.session)

    def goes_on(vault):
        vault.add_frame(shown_frame(chat(5), 4))
        return record_again(vault, run.id)

    grown = ask(opened, qtbot, goes_on)
    assert is_due(grown)
    with qtbot.waitSignal(opened.session.case_changed, timeout=20_000):
        again.look()
    now = ask(opened, qtbot, lambda vault: vault.exhibit(run.id))
    assert not is_due(now)
    (box,) = now.frames[3].boxes
    assert box.rect.height < 200  # no more than what scrolled along; until then it is covered whole


def test_where_nothing_is_due_nothing_changes(opened, run, qtbot) -> None:
    asked: list[str] = []

    def go_on(vault, exhibit, cancelled):
        asked.append(exhibit)

    again = CoveringAgain(opened, opened.session, go_on)
    with qtbot.assertNotEmitted(opened.session.case_changed):
        again.look()
        qtbot.waitUntil(lambda: asked == [run.id])


def test_a_stored_conversation_is_looked_at_a_little_later(opened, run, qtbot) -> None:
    asked: list[str] = []
    again = CoveringAgain(opened, opened.session, lambda _vault, exhibit, _stop: asked.append(exhibit))
    again._later.setInterval(1)
    opened.session.exhibit_added.emit(run)
    qtbot.waitUntil(lambda: asked == [run.id])


def test_a_lock_ends_it_quietly(opened, run, qtbot) -> None:
    begun = threading.Event()

    def go_on(_vault, _exhibit, cancelled):
        begun.set()
        cancelled.wait(10)
        raise Cancelled("locked meanwhile")

    again = CoveringAgain(opened, opened.session, go_on)
    again.look()
    qtbot.waitUntil(begun.is_set)
    with qtbot.assertNotEmitted(opened.background.failed), qtbot.waitSignal(opened.session.locked):
        opened.session.lock("hide")


def test_a_failure_is_said(opened, run, qtbot) -> None:
    def go_on(_vault, _exhibit, _cancelled):
        raise DiskFull("full")

    with qtbot.waitSignal(opened.background.failed):
        CoveringAgain(opened, opened.session, go_on).look()
