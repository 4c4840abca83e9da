# SPDX-License-Identifier: MIT
"""Every way a desktop can answer, and that no picture stays on the disk after any of them."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("jeepney")

from app.capture import portal_late
from app.capture.portal_bus import Bus
from app.capture.portal_request import Request, picture_of_desktop, version
from app.errors import Cancelled, CaptureDenied, CaptureError, CaptureUnsupported, PictureLeft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.fakes.portal import FakePortal

SOON_S = 0.4


def ask(portal: FakePortal, within_s: float = 10.0) -> bytes:
    return picture_of_desktop(portal.environ, threading.Event(), within_s)


@pytest.mark.parametrize("answer", ["ok", "early", "old-name", "late"])
def test_the_picture_is_given_and_gone_from_the_disk(portal: FakePortal, answer: str) -> None:
    portal.will(answer)
    assert ask(portal).startswith(b"\x89PNG")
    assert portal.left() == []
    assert portal.log() == ["asked", "answered-0"] or answer == "early"


def test_a_name_that_the_portal_chose_itself_is_listened_to(portal: FakePortal) -> None:
    portal.will("old-name")
    assert len(ask(portal)) == len(ask(portal)) > 0


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("cancel", "cancelled"),
        ("fail", "refused"),
        ("refuse-with-nothing", "refused"),
        ("nothing", "refused"),
        ("fail-with-picture", "refused"),
        ("not-allowed", "NotAllowed"),
        ("folder", "something else than a file"),
        ("absent", "cannot be opened"),
        ("remote", "no file of this computer"),
        ("web", "no file of this computer"),
        ("relative", "no file of this computer"),
    ],
)
def test_no_picture_is_said_and_nothing_is_left(portal: FakePortal, answer: str, why: str) -> None:
    portal.will(answer)
    with pytest.raises(CaptureDenied, match=why):
        ask(portal)
    assert portal.left() == []


def test_a_file_that_is_no_picture_is_not_touched(portal: FakePortal) -> None:
    portal.will("wrong-file")
    with pytest.raises(CaptureDenied, match="no picture"):
        ask(portal)
    assert portal.left() == ["letter.txt"]
    assert (portal.pictures / "letter.txt").read_text() == "not a picture"


@pytest.mark.parametrize("answer", ["link", "linked-twice"])
def test_a_copy_that_stays_is_said(portal: FakePortal, answer: str) -> None:
    portal.will(answer)
    with pytest.raises(PictureLeft) as left:
        ask(portal)
    assert left.value.name.startswith(str(portal.pictures))


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    portal_late.end()


def test_silence_ends_and_the_question_is_listened_to(
    portal: FakePortal, until: Callable[[Callable[[], bool]], None]
) -> None:
    portal.will("silent")
    with pytest.raises(CaptureDenied, match="no answer"):
        ask(portal, SOON_S)
    assert portal_late.sweep()
    until(lambda: portal.log() == ["asked"])


def test_at_the_end_of_the_program_the_question_goes_from_the_screen(
    portal: FakePortal, until: Callable[[Callable[[], bool]], None]
) -> None:
    portal.will("silent")
    with pytest.raises(CaptureDenied, match="no answer"):
        ask(portal, SOON_S)
    portal_late.end()
    until(lambda: portal.log() == ["asked", "closed"])
    assert not portal_late.sweep()


def test_being_stopped_ends_it_at_once_and_what_comes_after_is_deleted(
    portal: FakePortal, until: Callable[[Callable[[], bool]], None]
) -> None:
    portal.will("late")
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Cancelled):
        picture_of_desktop(portal.environ, stopped)
    assert "answered-0" not in portal.log()
    until(lambda: not portal_late.sweep())
    assert portal.log() == ["asked", "answered-0"]
    assert portal.left() == []


def test_a_picture_that_comes_after_all_is_deleted_before_the_next_question(
    portal: FakePortal, until: Callable[[Callable[[], bool]], None]
) -> None:
    portal.will("late")
    with pytest.raises(CaptureDenied, match="no answer"):
        ask(portal, SOON_S)
    until(lambda: "answered-0" in portal.log())
    assert len(portal.left()) == 1
    portal.will("cancel")
    with pytest.raises(CaptureDenied, match="cancelled"):
        ask(portal)
    assert portal.left() == []
    assert not portal_late.sweep()


def test_a_late_no_ends_the_listening(
    portal: FakePortal, until: Callable[[Callable[[], bool]], None]
) -> None:
    portal.will("late-no")
    with pytest.raises(CaptureDenied, match="no answer"):
        ask(portal, SOON_S)
    until(lambda: not portal_late.sweep())


def test_a_question_that_was_refused_at_once_is_not_listened_to(portal: FakePortal) -> None:
    portal.will("not-allowed")
    with pytest.raises(CaptureDenied):
        ask(portal)
    assert not portal_late.sweep()


def test_a_bus_that_went_away_ends_the_listening(portal: FakePortal) -> None:
    bus = Bus(portal.environ)
    request = Request(bus, version(bus)[0])
    bus.connection.sock.shutdown(socket.SHUT_RDWR)
    request.sweep()
    assert not request.is_open


def test_a_picture_that_crosses_the_withdrawal_is_deleted(
    portal: FakePortal, until: Callable[[Callable[[], bool]], None]
) -> None:
    bus = Bus(portal.environ)
    request = Request(bus, version(bus)[0])
    request._ask()
    until(lambda: portal.left() != [])
    request.withdraw()
    assert portal.left() == []


def test_an_answer_of_another_program_is_not_believed(portal: FakePortal) -> None:
    bus, other = Bus(portal.environ), Bus(portal.environ)
    portal.will("silent")
    request = Request(bus, version(bus)[0])
    import jeepney  # noqa: PLC0415 - after importorskip

    place = jeepney.DBusAddress(request._place.path, interface=request._place.interface)
    forged = jeepney.new_signal(place, "Response", "ua{sv}", (0, {"uri": ("s", "file:///etc/hostname")}))
    forged.header.fields[jeepney.HeaderFields.destination] = bus.own_name
    other.connection.send(forged)
    with pytest.raises(CaptureDenied, match="no answer"):
        request.picture(threading.Event(), SOON_S)
    request.close()
    other.close()


def test_without_a_screenshot_portal_it_says_so(portal: FakePortal) -> None:
    portal.will("no-interface")
    with pytest.raises(CaptureUnsupported):
        ask(portal)


def test_a_portal_that_goes_away_is_said(portal: FakePortal) -> None:
    bus = Bus(portal.environ)
    request = Request(bus, version(bus)[0])
    bus.connection.sock.shutdown(socket.SHUT_RDWR)
    with pytest.raises(CaptureError):
        request.picture(threading.Event(), SOON_S)
    request.close()
