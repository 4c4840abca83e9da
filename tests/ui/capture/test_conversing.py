# SPDX-License-Identifier: MIT
"""A conversation on a screen in memory, followed by a run that takes what it is told."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect

from app.capture.models import AreaTarget, Window, WindowTarget
from app.errors import Cancelled, DiskFull
from app.intake.progress import Advice, Progress
from app.model import Rect
from tests.fakes.backend import FakeBackend
from tests.fakes.runs import joined
from tests.fakes.stopwatch import Stopwatch
from tests.ui.capture.following_fake import FakeFollow
from tests.ui.filling import ask
from ui.capture.conversing import SKIP_AFTER_MS, Conversing, Stage
from ui.capture.setting import Subject
from ui.capture.strip_states import Press
from ui.capture.taking import Aim

AREA = Aim("area", Rect(10, 10, 300, 300))
CHAT = Window(7, "Chat", "chat", 20, Rect(10, 20, 350, 300))
WINDOW = Aim("window", CHAT.rect, CHAT.id)


class Made:
    """What the tests make a Conversing with."""

    def __init__(self, context, facts) -> None:
        self.screen = FakeBackend(standing=(CHAT,))
        self.context = replace(context, make_backend=lambda: self.screen)
        self.facts = facts
        self.heard: dict[str, list[object]] = {"ended": [], "failed": []}

    def conversing(self, follow: FakeFollow, join=None) -> Conversing:
        made = Conversing(self.context, follow=follow, join=join)
        made.ended.connect(self.heard["ended"].append)
        made.failed.connect(self.heard["failed"].append)
        self.made = made
        return made

    def start(self, follow: FakeFollow, aim: Aim = AREA, join=None) -> Conversing:
        conversing = self.conversing(follow, join)
        conversing.start(aim, self.facts, Subject())
        return conversing


@pytest.fixture
def made(opened, facts, monkeypatch):
    one = Made(opened, facts)
    yield one
    one.made.dismiss()


def begin(conversing: Conversing, qtbot, frames: int = 3) -> None:
    conversing.standing.shown.buttons[Press.BEGIN].click()
    qtbot.waitUntil(lambda: conversing._progress.frames == frames, timeout=10_000)


def test_nothing_is_looked_at_before_start_is_pressed(made: Made, qtbot) -> None:
    follow = FakeFollow()
    conversing = made.start(follow)
    assert conversing.stage is Stage.BEFORE
    assert conversing.standing.shown.isVisible()
    assert conversing.standing.frame.is_visible
    assert follow.sources == []
    conversing.standing.shown.buttons[Press.CANCEL].click()
    assert made.heard["ended"] == [None]
    assert not conversing.is_on


def test_every_frame_is_in_the_vault_when_it_is_counted(made: Made, opened, qtbot) -> None:
    conversing = made.start(FakeFollow())
    begin(conversing, qtbot)
    (exhibit,) = ask(opened, qtbot, lambda vault: vault.exhibits())
    assert len(exhibit.frames) == 3
    assert conversing.standing.panel.count.words == "3 pictures"


def test_done_keeps_the_record_and_the_joined_picture(made: Made, opened, qtbot) -> None:
    shares: list[float] = []

    def join(reading, exhibit, record, progress, cancelled):
        assert reading.original(exhibit.frames[1].id)
        progress(0.5)
        shares.append(0.5)
        return (joined(exhibit),)

    conversing = made.start(FakeFollow(), join=join)
    begin(conversing, qtbot)
    conversing.standing.shown.buttons[Press.FINISH].click()
    qtbot.waitUntil(lambda: bool(made.heard["ended"]), timeout=10_000)
    (exhibit,) = made.heard["ended"]
    assert exhibit.run is not None
    assert [one.kind.value for one in exhibit.derivatives] == ["run_record", "joined_picture"]
    assert ask(opened, qtbot, lambda vault: vault.unfinished_runs()) == ()
    assert not conversing.standing.panel.isVisible()
    assert shares == [0.5]


def test_the_long_picture_can_be_left_out(made: Made, qtbot) -> None:
    waits = threading.Event()

    def join(reading, exhibit, record, progress, cancelled):
        waits.set()
        cancelled.wait(10)
        raise Cancelled

    conversing = made.start(FakeFollow(), join=join)
    begin(conversing, qtbot)
    conversing.stop()
    qtbot.waitUntil(waits.is_set, timeout=10_000)
    qtbot.waitUntil(lambda: conversing.stage is Stage.JOINING)
    skip = conversing.standing.shown.buttons[Press.SKIP]
    skip.click()  # the second press of a double click on Done
    assert not conversing.joining._skipped.is_set()
    qtbot.waitUntil(lambda: conversing._since_record.hasExpired(SKIP_AFTER_MS), timeout=5_000)
    skip.click()
    qtbot.waitUntil(lambda: bool(made.heard["ended"]), timeout=10_000)
    assert made.heard["ended"][0].run is not None
    assert [one.kind.value for one in made.heard["ended"][0].derivatives] == ["run_record"]


def test_hide_takes_it_off_the_screen_at_once_and_nothing_is_lost(made: Made, opened, qtbot) -> None:
    follow = FakeFollow()
    conversing = made.start(follow)
    begin(conversing, qtbot)
    with Stopwatch() as watch:
        conversing.dismiss()
    assert watch.spent_ms < 100
    assert conversing._progress.frames == 0
    assert not conversing.standing.panel.isVisible()
    assert not conversing.standing.frame.is_visible
    qtbot.waitUntil(follow.ended.is_set)
    (exhibit,) = ask(opened, qtbot, lambda vault: vault.unfinished_runs())
    assert len(exhibit.frames) == 3
    assert len(ask(opened, qtbot, lambda vault: vault.judged(exhibit.id))) == 2
    assert made.heard == {"ended": [], "failed": []}


def test_a_lock_ends_it_too(made: Made, opened, qtbot) -> None:
    conversing = made.start(FakeFollow())
    begin(conversing, qtbot)
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        opened.session.lock("suspend")
    assert not conversing.is_on
    assert made.heard == {"ended": [], "failed": []}


def test_hide_while_the_long_picture_is_made_keeps_the_record(made: Made, opened, qtbot) -> None:
    waits = threading.Event()

    def join(reading, exhibit, record, progress, cancelled):
        waits.set()
        cancelled.wait(10)
        raise Cancelled

    conversing = made.start(FakeFollow(), join=join)
    begin(conversing, qtbot)
    conversing.stop()
    qtbot.waitUntil(lambda: waits.is_set() and conversing.stage is Stage.JOINING, timeout=10_000)
    conversing.dismiss()
    assert ask(opened, qtbot, lambda vault: vault.unfinished_runs()) == ()
    (exhibit,) = ask(opened, qtbot, lambda vault: vault.exhibits())
    assert exhibit.run is not None


def test_a_full_disk_is_said_and_what_was_stored_stays(made: Made, opened, qtbot) -> None:
    conversing = made.start(FakeFollow(fails=DiskFull()))
    with qtbot.waitSignal(opened.session.exhibit_added, timeout=10_000):
        conversing.standing.shown.buttons[Press.BEGIN].click()
    assert isinstance(made.heard["failed"][0], DiskFull)
    assert not conversing.is_on
    (exhibit,) = ask(opened, qtbot, lambda vault: vault.unfinished_runs())
    assert len(exhibit.frames) == 3


def test_done_before_anything_was_taken_ends_with_nothing(made: Made, qtbot) -> None:
    conversing = made.start(FakeFollow(frames=0))
    conversing.standing.shown.buttons[Press.BEGIN].click()
    conversing.stop()
    qtbot.waitUntil(lambda: bool(made.heard["ended"]), timeout=10_000)
    assert made.heard == {"ended": [None], "failed": []}


def test_pause_holds_the_run_until_go_on(made: Made, qtbot) -> None:
    follow = FakeFollow()
    conversing = made.start(follow)
    begin(conversing, qtbot)
    conversing.standing.shown.buttons[Press.PAUSE].click()
    qtbot.waitUntil(lambda: not conversing.standing.shown.buttons[Press.RESUME].isHidden(), timeout=5_000)
    conversing.standing.shown.buttons[Press.RESUME].click()
    qtbot.waitUntil(lambda: not conversing.standing.shown.buttons[Press.PAUSE].isHidden(), timeout=5_000)


def test_a_gap_is_shown_with_what_to_do(made: Made, qtbot, words) -> None:
    gap = Progress(gaps=1, advice=Advice.FAST)
    conversing = made.start(FakeFollow(then=gap))
    begin(conversing, qtbot)
    qtbot.waitUntil(lambda: conversing._progress.gaps == 1)
    panel = conversing.standing.panel
    assert panel.card.head.words == words("conversation.fast")
    assert panel.gaps.words == words("conversation.gaps", n=1)


@pytest.mark.parametrize(("aim", "target"), [(AREA, AreaTarget(AREA.rect)), (WINDOW, WindowTarget(7))])
def test_an_area_and_a_window_are_followed(made: Made, qtbot, aim: Aim, target) -> None:
    follow = FakeFollow()
    begin(made.start(follow, aim), qtbot)
    assert follow.sources[0].target == target
    assert follow.sources[0].setting.own_windows_hidden


def test_the_panel_goes_along_with_the_window(made: Made, qtbot) -> None:
    conversing = made.start(FakeFollow(), WINDOW)
    standing = conversing.standing
    before = standing.frame.sides[0].geometry()
    moved = replace(CHAT, rect=Rect(40, 60, 350, 300))
    made.screen.standing = (moved,)
    qtbot.waitUntil(lambda: standing.frame.sides[0].geometry() != before, timeout=5_000)
    assert not standing.shown.geometry().intersects(QRect(40, 60, 350, 300))
    made.screen.standing = ()
    qtbot.waitUntil(lambda: not standing.frame.is_visible, timeout=5_000)


def test_without_room_nothing_is_taken_until_there_is(made: Made, qtbot, words) -> None:
    follow = FakeFollow()
    conversing = made.start(follow, WINDOW)
    begin(conversing, qtbot)
    whole = conversing.standing.panel.screen().geometry()
    made.screen.standing = (replace(CHAT, rect=Rect(0, 0, whole.width(), whole.height())),)
    panel = conversing.standing.panel
    qtbot.waitUntil(lambda: panel.card.head.words == words("conversation.room"), timeout=5_000)
    assert follow.was_paused.is_set()
    made.screen.standing = (CHAT,)
    qtbot.waitUntil(lambda: panel.card.head.words == words("conversation.fine"), timeout=5_000)


def test_a_run_that_was_broken_off_goes_on(made: Made, opened, qtbot) -> None:
    first = made.start(FakeFollow(frames=2))
    begin(first, qtbot, frames=2)
    first.dismiss()
    (broken,) = ask(opened, qtbot, lambda vault: vault.unfinished_runs())
    follow = FakeFollow(frames=2)
    conversing = made.conversing(follow)
    conversing.start(AREA, made.facts, Subject(resumes=broken))
    assert conversing.standing.panel.count.words == "2 pictures"
    begin(conversing, qtbot, frames=4)
    conversing.stop()
    qtbot.waitUntil(lambda: bool(made.heard["ended"]), timeout=10_000)
    assert len(made.heard["ended"][0].frames) == 4
    assert made.heard["ended"][0].run.segments == (1, 3)
    assert [one.first for one in follow.resumed[0].judged] == [1]


def test_thumbnails_follow(made: Made, opened, qtbot) -> None:
    begin(made.start(FakeFollow(frames=2)), qtbot, frames=2)
    (exhibit,) = ask(opened, qtbot, lambda vault: vault.exhibits())
    for original in exhibit.frames:
        qtbot.waitUntil(lambda one=original: ask(opened, qtbot, lambda v: v.thumbnail(one.id)) is not None)
