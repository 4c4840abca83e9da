# SPDX-License-Identifier: MIT
"""What is covered in a conversation travels on when it goes on, without being asked for."""

from __future__ import annotations

import threading

import pytest

from app.errors import Cancelled, DiskFull
from app.model import Rect
from app.redaction import cover, is_due
from tests.fakes.covered import kept_picture
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


@pytest.fixture
def grown(opened, run, qtbot):
    """The same with one picture more, judged anew."""

    def job(vault):
        vault.add_frame(shown_frame(chat(5), 4))
        return record_again(vault, run.id)

    return ask(opened, qtbot, job)


def test_what_was_added_is_covered_by_itself(opened, grown, qtbot) -> None:
    again = CoveringAgain(opened, opened.session)
    assert is_due(grown)
    run = grown
    with qtbot.waitSignal(opened.session.case_changed, timeout=20_000):
        again.look()
    now = ask(opened, qtbot, lambda vault: vault.exhibit(run.id))
    assert not is_due(now)
    (box,) = now.frames[3].boxes
    assert box.rect.height < 200  # no more than what scrolled along; until then it is covered whole


def test_where_nothing_is_due_nothing_is_begun(opened, run, qtbot) -> None:
    asked: list[str] = []
    again = CoveringAgain(opened, opened.session, lambda _vault, exhibit, _stop: asked.append(exhibit))
    again.look()
    qtbot.waitUntil(lambda: again._cancelled is None)
    assert asked == []


def test_the_same_files_are_looked_for_only_where_something_is_covered(opened, qtbot) -> None:
    asked: list[object] = []
    again = CoveringAgain(opened, opened.session, twins=lambda *_: asked.append("twins"))
    kept = ask(opened, qtbot, kept_picture)
    again.look()
    qtbot.waitUntil(lambda: again._cancelled is None)
    assert asked == []
    ask(opened, qtbot, lambda vault: cover(vault, kept.id, {kept.id: (Rect(10, 100, 60, 14),)}))
    again.look()
    qtbot.waitUntil(lambda: again._cancelled is None)
    assert asked == ["twins"]


def test_asked_meanwhile_it_looks_once_more(opened, grown, qtbot) -> None:
    asked: list[str] = []
    go_on = threading.Event()

    def wait(_vault, exhibit, _cancelled):
        asked.append(exhibit)
        go_on.wait(10)

    again = CoveringAgain(opened, opened.session, wait)
    again._later.setInterval(1)
    again.look()
    qtbot.waitUntil(lambda: len(asked) == 1)
    again.look()
    go_on.set()
    qtbot.waitUntil(lambda: len(asked) == 2)


def test_a_stored_conversation_is_looked_at_a_little_later(opened, grown, qtbot) -> None:
    asked: list[str] = []
    again = CoveringAgain(opened, opened.session, lambda _vault, exhibit, _stop: asked.append(exhibit))
    again._later.setInterval(1)
    opened.session.exhibit_added.emit(grown)
    qtbot.waitUntil(lambda: asked == [grown.id])


def test_a_lock_ends_it_quietly(opened, grown, qtbot) -> None:
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


def test_a_failure_is_said(opened, grown, qtbot) -> None:
    def go_on(_vault, _exhibit, _cancelled):
        raise DiskFull("full")

    with qtbot.waitSignal(opened.background.failed):
        CoveringAgain(opened, opened.session, go_on).look()


def test_the_same_picture_captured_again_is_covered_by_itself(opened, qtbot) -> None:
    def job(vault):
        one = kept_picture(vault)
        cover(vault, one.id, {one.id: (Rect(10, 100, 60, 14),)})
        return kept_picture(vault)

    late = ask(opened, qtbot, job)
    again = CoveringAgain(opened, opened.session)
    with qtbot.waitSignal(opened.session.case_changed, timeout=20_000):
        again.look()
    assert ask(opened, qtbot, lambda vault: vault.exhibit(late.id).is_redacted)
