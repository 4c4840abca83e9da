# SPDX-License-Identifier: MIT
"""The flow on a screen that is drawn in memory; tests/journeys has it on a real one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from app.capture.hotkey import Key
from app.capture.models import Screen, Window
from app.errors import CaptureUnsupported, ScreenPermissionMissing, WindowGone
from app.model import Mode, Notice, Rect, Under18
from tests.fakes.acquisitions import acquisition
from tests.fakes.backend import FakeBackend, drawn, plain
from tests.fakes.screen import no_backend
from tests.ui.capture.test_shortcut import Keyboard
from tests.ui.filling import ask
from ui.capture.flow import CaptureFlow, State
from ui.capture.setting import Subject
from ui.capture.taking import Aim

CHAT = Window(2, "Chat", "chat", 20, Rect(100, 300, 200, 150))
SCREEN = Screen("FAKE-1", Rect(0, 0, 800, 800), 1000, is_primary=True)


class Covered(FakeBackend):
    """Shows something else while a window of ours is there."""

    is_covered = staticmethod(lambda: False)

    def grab(self, rect: Rect):
        if self.is_covered():
            return drawn(rect.width, rect.height, seed=1)
        return self.shown or drawn(rect.width, rect.height, seed=2)


@pytest.fixture
def screen() -> FakeBackend:
    return Covered(monitors=(SCREEN,), standing=(CHAT,))


@pytest.fixture
def window(shown) -> QWidget:
    return shown(QWidget())


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


@pytest.fixture
def flow(opened, window, screen, keyboard):
    made = CaptureFlow(replace(opened, make_backend=lambda: screen), window, opened=keyboard)
    ours = lambda: (made.bar, made.countdown, *made.area_picking.pickers)  # noqa: E731
    screen.is_covered = lambda: any(one.isVisible() for one in ours())
    yield made
    made.dismiss()


@pytest.fixture
def exhibit(opened, qtbot):
    return ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition()))


def press(flow: CaptureFlow, way: str) -> None:
    QTest.mouseClick(flow.bar.ways[way], Qt.MouseButton.LeftButton)


@pytest.fixture
def ready(flow: CaptureFlow, qtbot) -> CaptureFlow:
    flow.start()
    qtbot.waitUntil(lambda: flow.state is State.READY)
    return flow


def test_the_main_window_steps_aside_for_the_bar(ready: CaptureFlow, window) -> None:
    assert ready.bar.isVisible()
    assert not window.isVisible()


def test_a_picture_is_stored_before_anything_is_asked(
    ready: CaptureFlow, opened, qtbot, window, words
) -> None:
    with qtbot.waitSignal(ready.exhibit_added, timeout=10_000) as added:
        press(ready, "screen")
    (exhibit,) = ask(opened, qtbot, lambda vault: vault.exhibits())
    assert added.args == [exhibit]
    assert exhibit.record.screen.mode is Mode.SCREEN
    assert window.isVisible()
    assert not ready.is_on
    ready.start()
    qtbot.waitUntil(lambda: ready.state is State.READY)
    assert ready.bar.line.words == words("bar.taken", ref=exhibit.ref)


def test_the_session_hears_of_it_and_a_thumbnail_follows(ready: CaptureFlow, opened, qtbot) -> None:
    with qtbot.waitSignal(opened.session.exhibit_added, timeout=10_000) as added:
        press(ready, "screen")
    exhibit = added.args[0]
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.thumbnail(exhibit.id)) is not None)


def test_a_chosen_window_is_taken(ready: CaptureFlow, qtbot) -> None:
    press(ready, "window")
    qtbot.waitUntil(ready.window_picking.picker.isVisible)
    with qtbot.waitSignal(ready.exhibit_added, timeout=10_000) as added:
        ready.window_picking.picker.window_chosen.emit(CHAT)
    assert added.args[0].record.source.window_title == "Chat"


def test_window_pressed_again_stops_choosing(ready: CaptureFlow, qtbot) -> None:
    press(ready, "window")
    qtbot.waitUntil(ready.window_picking.picker.isVisible)
    press(ready, "window")
    assert ready.state is State.READY
    assert not ready.window_picking.picker.isVisible()


def test_an_area_is_drawn_on_a_still_and_then_taken(ready: CaptureFlow, qtbot) -> None:
    press(ready, "area")
    qtbot.waitUntil(lambda: bool(ready.area_picking.pickers), timeout=5_000)
    assert not ready.bar.isVisible()
    with qtbot.waitSignal(ready.exhibit_added, timeout=10_000) as added:
        ready.area_picking.pickers[0].area_chosen.emit(Rect(10, 20, 100, 50), SCREEN.rect)
    assert added.args[0].record.screen.rect_physical == Rect(10, 20, 100, 50)


def test_presses_while_it_is_busy_are_passed_over(ready: CaptureFlow, opened, qtbot) -> None:
    with qtbot.waitSignal(ready.exhibit_added, timeout=10_000):
        for _ in range(3):
            press(ready, "screen")
            ready.start()
    assert len(ask(opened, qtbot, lambda vault: vault.exhibits())) == 1


def test_a_black_picture_is_kept_and_marked(ready: CaptureFlow, screen, qtbot) -> None:
    screen.shown = plain(800, 800)
    with qtbot.waitSignal(ready.exhibit_added, timeout=10_000) as added:
        press(ready, "screen")
    assert added.args[0].record.noticed == (Notice.BLACK,)


def refused() -> FakeBackend:
    """What a Mac gives that was not told yet that pictures may be taken."""
    raise ScreenPermissionMissing("not allowed")


@pytest.mark.parametrize(
    ("make_backend", "said"), [(no_backend, CaptureUnsupported), (refused, ScreenPermissionMissing)]
)
@pytest.mark.parametrize("way", ["screen", "window", "area"])
def test_without_a_way_to_the_screen_it_says_so(way, make_backend, said, opened, window, qtbot) -> None:
    flow = CaptureFlow(replace(opened, make_backend=make_backend), window, opened=Keyboard())
    flow.start()
    qtbot.waitUntil(lambda: flow.state is State.READY)
    with qtbot.waitSignal(flow.failed, timeout=10_000) as failed:
        press(flow, way)
    assert isinstance(failed.args[0], said)
    assert flow.bar.isVisible()
    flow.dismiss()


def test_the_wait_counts_and_can_be_cancelled(ready: CaptureFlow, opened, qtbot) -> None:
    QTest.mouseClick(ready.bar.wait_button, Qt.MouseButton.LeftButton)
    press(ready, "screen")
    assert ready.state is State.COUNTING
    assert ready.countdown.isVisible()
    assert not ready.bar.isVisible()
    QTest.mouseClick(ready.countdown.cancel_button, Qt.MouseButton.LeftButton)
    assert ready.state is State.READY
    assert ready.bar.isVisible()
    assert ask(opened, qtbot, lambda vault: vault.exhibits()) == ()


def test_what_was_said_of_a_picture_is_not_said_again_after_a_cancel(ready: CaptureFlow, qtbot) -> None:
    with qtbot.waitSignal(ready.exhibit_added, timeout=10_000):
        press(ready, "screen")
    ready.start()
    qtbot.waitUntil(lambda: ready.state is State.READY)
    assert ready.bar.line.words == "Saved as EX/1."
    QTest.mouseClick(ready.bar.wait_button, Qt.MouseButton.LeftButton)
    press(ready, "screen")
    QTest.mouseClick(ready.countdown.cancel_button, Qt.MouseButton.LeftButton)
    assert ready.bar.line.words == ""


def test_after_the_wait_it_is_taken(ready: CaptureFlow, qtbot) -> None:
    QTest.mouseClick(ready.bar.wait_button, Qt.MouseButton.LeftButton)
    press(ready, "screen")
    with qtbot.waitSignal(ready.exhibit_added, timeout=10_000):
        ready.countdown.ran_out.emit()
    ready.countdown.stop()


def test_done_brings_the_window_back(ready: CaptureFlow, qtbot, window) -> None:
    with qtbot.waitSignal(ready.ended):
        QTest.mouseClick(ready.bar.done_button, Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert not ready.bar.isVisible()


def test_hide_puts_the_bar_away_and_leaves_the_window_hidden(ready: CaptureFlow, qtbot, window) -> None:
    with qtbot.waitSignal(ready.hide_asked):
        QTest.mouseClick(ready.bar.hide_button, Qt.MouseButton.LeftButton)
    ready.dismiss()
    assert not ready.bar.isVisible()
    assert not window.isVisible()


def test_a_picture_that_is_being_stored_is_stored_though_hide_is_pressed(
    ready: CaptureFlow, opened, qtbot, window
) -> None:
    with qtbot.waitSignal(opened.session.exhibit_added, timeout=10_000):
        press(ready, "screen")
        qtbot.waitUntil(lambda: ready.state is State.STORING or not ready.is_on, timeout=10_000)
        ready.dismiss()
    assert len(ask(opened, qtbot, lambda vault: vault.exhibits())) == 1


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_where_someone_may_be_under_18_the_bar_never_opens(
    flow: CaptureFlow, opened, qtbot, window, answer: Under18
) -> None:
    facts = ask(opened, qtbot, lambda vault: vault.case()).fact
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, under_18=answer)))
    with qtbot.waitSignal(flow.words_only):
        flow.start()
    assert not flow.bar.isVisible()
    assert window.isVisible()
    assert not flow.is_on


def test_words_about_a_failure_are_not_in_the_next_picture(ready: CaptureFlow, qtbot, window) -> None:
    dialog = QDialog(window)
    dialog.open()
    with qtbot.waitSignal(ready.exhibit_added, timeout=10_000), qtbot.waitSignal(dialog.finished):
        press(ready, "screen")


def test_a_locked_case_is_said(flow: CaptureFlow, opened, qtbot) -> None:
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        opened.session.lock("test")
    with qtbot.waitSignal(flow.failed):
        flow.start()
    assert not flow.is_on


class FakeFollowing(QObject):
    """Follows nothing; says what the test says."""

    ended = Signal(object)
    failed = Signal(object)
    hide_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.started: list[tuple[object, ...]] = []
        self.is_dismissed = False

    def start(self, *what: object) -> None:
        self.started.append(what)

    def dismiss(self) -> None:
        self.is_dismissed = True


@pytest.fixture
def following(opened, window, screen, qtbot):
    made = FakeFollowing()
    flow = CaptureFlow(
        replace(opened, make_backend=lambda: screen), window, following=made, opened=Keyboard()
    )
    made.flow = flow
    screen.is_covered = lambda: flow.bar.isVisible() or flow.countdown.isVisible()
    flow.start(Subject(platform="skype"))
    qtbot.waitUntil(lambda: flow.state is State.READY)
    press(flow, "conversation")
    qtbot.waitUntil(flow.window_picking.picker.isVisible)
    flow.window_picking.picker.window_chosen.emit(CHAT)
    qtbot.waitUntil(lambda: bool(made.started), timeout=5_000)
    yield made
    flow.dismiss()


def test_a_conversation_is_handed_over_with_the_screen_clear(following, opened, qtbot) -> None:
    facts = ask(opened, qtbot, lambda vault: vault.case()).fact
    assert following.started == [(Aim("window", CHAT.rect, 2), facts, Subject(platform="skype"))]
    assert following.flow.state is State.FOLLOWING
    assert not following.flow.bar.isVisible()


def test_a_conversation_that_was_taken_brings_the_window_back(following, qtbot, window, exhibit) -> None:
    with qtbot.waitSignal(following.flow.exhibit_added) as added:
        following.ended.emit(exhibit)
    assert added.args == [exhibit]
    assert window.isVisible()
    assert not following.flow.is_on


def test_a_conversation_without_a_picture_shows_the_bar(following, window) -> None:
    following.ended.emit(None)
    assert following.flow.state is State.READY
    assert following.flow.bar.isVisible()
    assert not window.isVisible()


def test_a_conversation_that_failed_is_said_in_words(following, qtbot) -> None:
    with qtbot.waitSignal(following.flow.failed) as failed:
        following.failed.emit(CaptureUnsupported("no list of windows here"))
    assert isinstance(failed.args[0], CaptureUnsupported)
    assert following.flow.state is State.READY


def test_hide_passes_through_and_dismiss_reaches_it(following, qtbot, window, exhibit) -> None:
    with qtbot.waitSignal(following.flow.hide_asked):
        following.hide_asked.emit()
    following.flow.dismiss()
    assert following.is_dismissed
    following.ended.emit(exhibit)  # too late: stored, and nothing is shown
    assert not window.isVisible()


def test_the_platform_of_a_step_stands_in_the_record(flow: CaptureFlow, qtbot) -> None:
    flow.start(Subject(platform="skype", account_shown="Alina"))
    qtbot.waitUntil(lambda: flow.state is State.READY)
    with qtbot.waitSignal(flow.exhibit_added, timeout=10_000) as added:
        press(flow, "screen")
    assert added.args[0].record.source.platform == "skype"
    assert added.args[0].record.source.account_shown == "Alina"


def heard(keyboard: Keyboard) -> None:
    keyboard.opened[-1].on_press()


def test_the_key_takes_the_screen_under_the_pointer_at_once(ready: CaptureFlow, keyboard, qtbot) -> None:
    QTest.mouseClick(ready.bar.wait_button, Qt.MouseButton.LeftButton)  # the wait is not for the key
    with qtbot.waitSignal(ready.exhibit_added, timeout=10_000) as added:
        heard(keyboard)
    assert added.args[0].record.screen.mode is Mode.SCREEN
    assert all(one.is_closed for one in keyboard.opened)


def test_the_key_takes_again_what_was_taken_last(ready: CaptureFlow, keyboard, qtbot) -> None:
    press(ready, "window")
    qtbot.waitUntil(ready.window_picking.picker.isVisible)
    with qtbot.waitSignal(ready.exhibit_added, timeout=10_000):
        ready.window_picking.picker.window_chosen.emit(CHAT)
    ready.start()
    qtbot.waitUntil(lambda: ready.state is State.READY)
    with qtbot.waitSignal(ready.exhibit_added, timeout=10_000) as added:
        heard(keyboard)
    assert added.args[0].record.source.window_title == "Chat"


def test_a_window_that_is_gone_is_said_once_and_then_the_key_takes_the_screen(
    ready: CaptureFlow, keyboard, screen, qtbot
) -> None:
    ready._remembered.aim = Aim("window", CHAT.rect, 2)
    screen.standing = ()
    with qtbot.waitSignal(ready.failed, timeout=10_000) as failed:
        heard(keyboard)
    assert isinstance(failed.args[0], WindowGone)
    with qtbot.waitSignal(ready.exhibit_added, timeout=10_000) as added:
        heard(keyboard)
    assert added.args[0].record.screen.mode is Mode.SCREEN


@pytest.mark.parametrize("away", ["dismiss", "stop"])
def test_nothing_is_listened_to_once_it_is_away(ready: CaptureFlow, keyboard, away: str) -> None:
    assert ready.shortcut.is_on
    getattr(ready, away)()
    assert not ready.shortcut.is_on
    assert keyboard.opened[-1].is_closed


def test_nothing_is_listened_to_before_the_bar_is_there(flow: CaptureFlow, keyboard) -> None:
    assert keyboard.opened == []


def test_the_bar_names_the_key(ready: CaptureFlow) -> None:
    assert Key.PICTURE.shown in ready.bar.ways["screen"].toolTip()


def test_on_wayland_only_what_works_is_offered_and_the_question_of_the_desktop_is_announced(
    opened, window, screen, qtbot, monkeypatch: pytest.MonkeyPatch, words
) -> None:
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    monkeypatch.setattr("ui.capture.ways.sys.platform", "linux")
    flow = CaptureFlow(replace(opened, make_backend=lambda: screen), window)
    flow.start()
    qtbot.waitUntil(lambda: flow.state is State.READY)
    assert list(flow.bar.ways) == ["screen", "area"]
    assert flow.bar.line.words == words("bar.portal")
    assert not flow.bar.tick.isVisible()
    flow.dismiss()


def test_a_run_that_was_broken_off_asks_for_the_window_at_once(
    opened, window, screen, qtbot, exhibit
) -> None:
    flow = CaptureFlow(
        replace(opened, make_backend=lambda: screen), window, following=FakeFollowing(), opened=Keyboard()
    )
    flow.start(Subject(resumes=exhibit))
    qtbot.waitUntil(flow.window_picking.picker.isVisible, timeout=5_000)
    assert flow.state is State.PICKING
    flow.dismiss()


@pytest.fixture
def of_words(flow: CaptureFlow, opened, qtbot) -> CaptureFlow:
    """The bar as it opens on the path of words, for one small area."""
    facts = ask(opened, qtbot, lambda vault: vault.case()).fact
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, under_18=Under18.NOT_SURE)))
    flow.start(Subject(is_of_words=True))
    qtbot.waitUntil(lambda: flow.state is State.READY)
    return flow


def draw(flow: CaptureFlow, qtbot, rect: Rect) -> None:
    press(flow, "area")
    qtbot.waitUntil(lambda: bool(flow.area_picking.pickers), timeout=5_000)
    flow.area_picking.pickers[0].area_chosen.emit(rect, SCREEN.rect)


def test_for_words_only_area_can_be_pressed_and_it_is_said_why(
    of_words: CaptureFlow, keyboard: Keyboard, words
) -> None:
    assert [name for name, button in of_words.bar.ways.items() if button.isEnabled()] == ["area"]
    assert of_words.bar.line.words == words("path.under18.blocked")
    assert not of_words.shortcut.is_on
    of_words.shortcut.pressed.emit()
    for way in ("screen", "window", "conversation"):
        of_words.bar.way_chosen.emit(way)
    of_words.bar.choice_made.emit("desktop")
    assert of_words.state is State.READY


def test_an_area_of_words_is_stored_nowhere(of_words: CaptureFlow, opened, qtbot, window) -> None:
    before = ask(opened, qtbot, lambda vault: vault.record_count)
    with qtbot.waitSignal(of_words.area_taken, timeout=10_000) as taken:
        draw(of_words, qtbot, Rect(10, 20, 100, 50))
    (acquisition_,) = taken.args
    assert acquisition_.record.screen.rect_physical == Rect(10, 20, 100, 50)
    assert window.isVisible()
    assert not of_words.is_on
    assert ask(opened, qtbot, lambda vault: (vault.exhibits(), vault.record_count)) == ((), before)
    assert of_words._remembered.area is None


def test_a_large_area_is_no_area_of_words(of_words: CaptureFlow, screen, qtbot, words) -> None:
    draw(of_words, qtbot, Rect(0, 0, 800, 400))
    assert of_words.state is State.READY
    assert of_words.bar.line.words == words("path.under18.area.large")
    assert [rect for rect in screen.asked if rect.height == 400] == []


def test_no_area_of_before_is_offered_for_words(ready: CaptureFlow, opened, qtbot) -> None:
    ready._remembered.keep_area(Rect(0, 0, 700, 700), SCREEN.rect)
    ready.stop()
    facts = ask(opened, qtbot, lambda vault: vault.case()).fact
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, under_18=Under18.YES)))
    ready.start(Subject(is_of_words=True))
    qtbot.waitUntil(lambda: ready.state is State.READY)
    press(ready, "area")
    qtbot.waitUntil(lambda: bool(ready.area_picking.pickers), timeout=5_000)
    assert ready.area_picking.pickers[0]._last is None


def test_where_pictures_are_allowed_every_way_is_back(of_words: CaptureFlow, opened, qtbot) -> None:
    of_words.stop()
    facts = ask(opened, qtbot, lambda vault: vault.case()).fact
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, under_18=Under18.NO)))
    of_words.start(Subject(is_of_words=True))
    qtbot.waitUntil(lambda: of_words.state is State.READY)
    assert all(button.isEnabled() for button in of_words.bar.ways.values())
    with qtbot.waitSignal(of_words.exhibit_added, timeout=10_000):
        press(of_words, "screen")


def test_what_else_is_aimed_at_while_an_area_is_drawn_is_passed_over(of_words: CaptureFlow, qtbot) -> None:
    press(of_words, "area")
    qtbot.waitUntil(lambda: bool(of_words.area_picking.pickers), timeout=5_000)
    of_words.choosing.aimed.emit(Aim("desktop", SCREEN.rect), False)
    assert of_words.state is State.PICKING
