# SPDX-License-Identifier: MIT
"""The record of one act of taking a copy."""

from __future__ import annotations

import os
import platform
import socket
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.capture.models import (
    AreaTarget,
    DesktopTarget,
    Screen,
    ScreenTarget,
    Target,
    Window,
    WindowTarget,
)
from app.clock import Measured
from app.hashing import sha256_of
from app.intake.acquire import Place, Setting, acquire, acquired, take
from app.model import AcquisitionRecord, Method, Mode, Notice, Rect, Role, ScreenRecord, Sensitivity
from app.plain import from_plain, to_plain
from tests.fakes.backend import FakeBackend, drawn, plain
from tests.fakes.clock import BOOT, START, FakeClock

if TYPE_CHECKING:
    from app.clock import Moment

LEFT = Screen("LEFT", Rect(0, 0, 320, 480), 1000, is_primary=True)
RIGHT = Screen("RIGHT", Rect(320, 0, 320, 480), 1000, is_primary=False)
CHAT = Window(7, "Chat: Zoe\u0308", "Skype", 4711, Rect(600, 400, 200, 100))
MENU = Window(8, "", None, None, Rect(610, 410, 10, 10), is_ordinary=False)
SETTING = Setting(
    machine_alias="quiet-fern",
    app_version="0.1.0",
    app_commit="0123abc",
    taken_by="TJH",
    role=Role.HELPER,
    viewed_account="own account",
    qt_version="6.11.3",
    platform="skype",
    account_shown="live:zoe",
    steps_taken="opened the chat",
    sensitivity=Sensitivity.THIRD_PARTY,
    url="https://example.org/a",
    url_from="typed",
)


def screen_of(record: AcquisitionRecord) -> ScreenRecord:
    assert record.screen is not None
    return record.screen


def record_of(target: Target, backend: FakeBackend, setting: Setting = SETTING) -> AcquisitionRecord:
    acquisition, _ = acquire(backend, target, setting, FakeClock())
    return acquisition.record


def test_the_bytes_are_named_by_their_hash_and_the_frame_comes_along() -> None:
    acquisition, frame = acquire(FakeBackend(), AreaTarget(Rect(5, 6, 31, 17)), SETTING, FakeClock())
    content = acquisition.record.content
    assert (content.mime, content.width_px, content.height_px) == ("image/png", 31, 17)
    assert (content.sha256, content.size_bytes) == (sha256_of(acquisition.data), len(acquisition.data))
    assert frame == drawn(31, 17)


def test_the_time_is_read_before_and_after_by_every_clock() -> None:
    time = record_of(DesktopTarget(), FakeBackend()).time
    assert time.started_at < time.ended_at
    assert time.started_at >= START
    assert (time.zone, time.boot, time.clock, time.sync) == ("Europe/London", BOOT, "system", "synchronised")
    assert time.local.endswith("+00:00")
    assert int(time.mono_ns) > 0
    assert (time.clock_jump, time.offset_ms, time.offset_reason) == (False, None, "not measured")


@pytest.mark.parametrize(("moved_s", "is_jump"), [(3600, True), (-3600, True), (1, False)])
def test_a_clock_moved_while_the_picture_was_taken_is_flagged(moved_s: int, is_jump: bool) -> None:
    class Moved(FakeClock):
        readings = 0

        def now(self) -> Moment:
            moment = super().now()
            self.readings += 1
            return replace(moment, utc=moment.utc + timedelta(seconds=moved_s * (self.readings - 1)))

    acquisition, _ = acquire(FakeBackend(), DesktopTarget(), SETTING, Moved())
    assert acquisition.record.time.clock_jump is is_jump


def test_the_system_is_named_without_the_name_of_the_computer() -> None:
    system = record_of(DesktopTarget(), FakeBackend()).system
    assert (system.app_version, system.app_commit) == ("0.1.0", "0123abc")
    assert (system.qt, system.mss, system.python) == ("6.11.3", "10.2.0", platform.python_version())
    assert system.machine_alias == "quiet-fern"
    assert platform.release() in system.os
    assert socket.gethostname() not in system.os


def test_another_backend_names_no_mss() -> None:
    assert record_of(DesktopTarget(), FakeBackend(name="portal")).system.mss is None


@pytest.mark.parametrize(
    ("target", "mode"),
    [
        (DesktopTarget(), Mode.SCREEN),
        (ScreenTarget(LEFT), Mode.SCREEN),
        (AreaTarget(Rect(1, 1, 9, 9)), Mode.AREA),
        (WindowTarget(7), Mode.WINDOW),
    ],
)
def test_the_mode_says_what_was_asked_for(target: Target, mode: Mode) -> None:
    record = record_of(target, FakeBackend(monitors=(LEFT, RIGHT), standing=(CHAT,)))
    assert screen_of(record).mode is mode


def test_the_window_is_named_in_composed_form_and_its_state_said() -> None:
    record = record_of(WindowTarget(7), FakeBackend(monitors=(LEFT, RIGHT), standing=(CHAT, MENU)))
    source = record.source
    assert (source.window_title, source.program) == ("Chat: Zoë", "Skype")
    assert (source.platform, source.account_shown) == ("skype", "live:zoe")
    assert (source.url, source.url_from) == ("https://example.org/a", "typed")
    assert (screen_of(record).cut_off, screen_of(record).covered) == (True, True)
    assert screen_of(record).rect_physical == Rect(600, 400, 40, 80)


def test_what_is_not_known_is_none() -> None:
    bare = Setting("quiet-fern", "0.1.0", "not known", "TJH", Role.VICTIM, "own account")
    untitled = replace(CHAT, title="", program=None)
    record = record_of(WindowTarget(7), FakeBackend(standing=(untitled,)), bare)
    source = record.source
    assert (source.window_title, source.program, source.url, source.platform) == (None, None, None, None)
    assert source.url_from == "none"
    assert (record.method.steps_taken, record.system.qt) == (None, None)
    assert record_of(DesktopTarget(), FakeBackend(), bare).source.window_title is None


def test_people_and_method_are_as_the_person_said() -> None:
    record = record_of(DesktopTarget(), FakeBackend())
    assert (record.people.taken_by, record.people.role) == ("TJH", Role.HELPER)
    assert record.people.viewed_account == "own account"
    method = record.method
    assert (method.method, method.steps_taken) == (Method.SCREEN_CAPTURE, "opened the chat")
    assert method.sensitivity is Sensitivity.THIRD_PARTY


def test_every_monitor_is_recorded_with_the_scale_the_window_system_says() -> None:
    backend = FakeBackend(monitors=(LEFT, RIGHT))
    acquisition, _ = acquire(
        backend, AreaTarget(Rect(340, 20, 40, 60)), SETTING, FakeClock(), scale_of={"RIGHT": 2000, "GONE": 1}
    )
    screen = screen_of(acquisition.record)
    assert [(each.name, each.scale_permille) for each in screen.monitors] == [("LEFT", 1000), ("RIGHT", 2000)]
    assert [each.is_primary for each in screen.monitors] == [True, False]
    assert (screen.rect_physical, screen.rect_logical) == (Rect(340, 20, 40, 60), Rect(330, 10, 20, 30))


def test_a_system_that_gives_more_pixels_than_it_counts_is_recorded_in_both() -> None:
    backend = FakeBackend(shown=drawn(80, 60), lists_windows=False)
    screen = screen_of(record_of(AreaTarget(Rect(10, 20, 40, 30)), backend))
    assert (screen.rect_physical, screen.rect_logical) == (Rect(20, 40, 80, 60), Rect(10, 20, 40, 30))


@pytest.mark.parametrize("is_said", [True, False])
def test_own_windows_hidden_is_believed_only_if_none_is_seen(is_said: bool) -> None:
    ours = Window(1, "Safehold", "Safehold", os.getpid(), Rect(0, 0, 50, 50))
    setting = replace(SETTING, own_windows_hidden=is_said)
    seen = record_of(DesktopTarget(), FakeBackend(standing=(ours,)), setting)
    unseen = record_of(DesktopTarget(), FakeBackend(), setting)
    unlisted = record_of(DesktopTarget(), FakeBackend(lists_windows=False), setting)
    assert [screen_of(each).own_windows_hidden for each in (seen, unseen, unlisted)] == [
        False,
        is_said,
        is_said,
    ]


@pytest.mark.parametrize(("colour", "noticed"), [(0, Notice.BLACK), (0x808080, Notice.ONE_COLOUR)])
def test_a_blank_picture_is_kept_and_marked(colour: int, noticed: Notice) -> None:
    record = record_of(DesktopTarget(), FakeBackend(shown=plain(640, 480, colour)))
    assert record.noticed == (noticed,)
    assert record.content.width_px == 640


def test_a_measured_clock_stands_in_the_record() -> None:
    clock = FakeClock()
    clock.measured = Measured(1_250, 9, "a server", clock.now())
    acquisition, _ = acquire(FakeBackend(), DesktopTarget(), SETTING, clock)
    time = acquisition.record.time
    assert (time.offset_ms, time.offset_reason, time.offset_by) == (1_250, None, "a server")
    assert (time.offset_uncertain_ms, time.offset_at) == (9, clock.measured.at.utc)


def test_the_record_is_plain_and_comes_back() -> None:
    record = record_of(WindowTarget(7), FakeBackend(standing=(CHAT,)))
    assert from_plain(AcquisitionRecord, to_plain(record)) == record


def test_no_two_acquisitions_have_one_name() -> None:
    names = {record_of(DesktopTarget(), FakeBackend(shown=drawn(9, 9))).acquisition_id for _ in range(50)}
    assert len(names) == 50


@pytest.mark.parametrize(
    ("system", "named"),
    [("Darwin", "macOS 14.5"), ("Windows", "Windows 11 (10.0.22631)"), ("FreeBSD", "Puffy OS 1, FreeBSD 11")],
)
def test_every_system_is_named(monkeypatch: pytest.MonkeyPatch, system: str, named: str) -> None:
    monkeypatch.setattr(platform, "system", lambda: system)
    monkeypatch.setattr(platform, "release", lambda: "11")
    monkeypatch.setattr(platform, "version", lambda: "10.0.22631")
    monkeypatch.setattr(platform, "mac_ver", lambda: ("14.5", ("", "", ""), ""))
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: {"PRETTY_NAME": "Puffy OS 1"})
    assert record_of(DesktopTarget(), FakeBackend()).system.os == named


def test_a_system_that_does_not_say_its_name_is_said_to_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> dict[str, str]:
        raise OSError

    monkeypatch.setattr(platform, "freedesktop_os_release", missing)
    assert record_of(DesktopTarget(), FakeBackend()).system.os.startswith("a system without a name, ")


def test_pixels_taken_before_become_a_frame_of_a_conversation() -> None:
    backend, clock = FakeBackend(standing=(CHAT,)), FakeClock()
    taken = take(backend, WindowTarget(7), clock)
    asked = len(backend.asked)
    kept = acquired(taken, Mode.CONVERSATION, backend, SETTING, {}, Place("run-1", 3))
    record = kept.record
    assert len(backend.asked) == asked  # nothing was taken anew
    assert (record.run_id, record.run_index) == ("run-1", 3)
    assert screen_of(record).mode is Mode.CONVERSATION
    assert record.time.started_at == taken.before.utc
    assert record.time.ended_at == taken.after.utc
    assert record.source.window_title == "Chat: Zo\u00eb"
    assert record.content.sha256 == sha256_of(kept.data)
