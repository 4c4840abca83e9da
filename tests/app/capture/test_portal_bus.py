# SPDX-License-Identifier: MIT
"""The session bus: found, not there, silent."""

from __future__ import annotations

import socket
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("jeepney")

from app.capture.portal_bus import Bus, Place
from app.errors import CaptureDenied, CaptureUnsupported

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.portal import FakePortal

BUS = Place("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


@pytest.mark.parametrize(
    "address", ["", "nonsense", "tcp:host=localhost,port=1", "unix:path=/nowhere/bus", "unix:dir=/tmp"]
)
def test_no_bus_is_said(address: str) -> None:
    with pytest.raises(CaptureUnsupported, match="no session bus"):
        Bus({"DBUS_SESSION_BUS_ADDRESS": address})


def test_a_socket_that_is_no_bus_is_said(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "bus"))
        silent.listen()
        with pytest.raises(CaptureUnsupported):
            Bus({"XDG_RUNTIME_DIR": str(tmp_path)})


def test_the_bus_of_the_runtime_folder_is_found(portal: FakePortal) -> None:
    folder = portal.environ["DBUS_SESSION_BUS_ADDRESS"].removeprefix("unix:path=").removesuffix("/bus")
    bus = Bus({"XDG_RUNTIME_DIR": folder})
    assert bus.own_name.startswith(":")
    bus.close()
    bus.close()


def test_a_service_that_is_not_there_is_told_from_one_that_refuses(portal: FakePortal) -> None:
    with closing(Bus(portal.environ)) as bus:
        with pytest.raises(CaptureUnsupported, match="ServiceUnknown"):
            bus.call(Place("org.example.Absent", "/", "org.example"), "Ask", "", ())
        with pytest.raises(CaptureDenied, match="InvalidArgs"):
            bus.call(BUS, "ReleaseName", "s", (":1.1",))


def test_a_service_that_does_not_answer_is_said(portal: FakePortal) -> None:
    bus = Bus(portal.environ)
    portal.will("deaf")
    place = Place("org.freedesktop.portal.Desktop", "/x", "org.freedesktop.portal.Request")
    with pytest.raises(CaptureDenied, match="does not answer"):
        bus.call(place, "Close", "", (), 0.2)
    bus.close()


def test_a_bus_that_went_away_is_said(portal: FakePortal) -> None:
    bus = Bus(portal.environ)
    answers = bus.signals(":1.1", BUS, "NameOwnerChanged")
    bus.connection.sock.shutdown(socket.SHUT_RDWR)
    with pytest.raises(CaptureDenied, match="went away"):
        answers.next(1.0)
    with pytest.raises(CaptureDenied, match="went away"):
        bus.call(BUS, "GetId", "", ())
    answers.leave()
    bus.close()
