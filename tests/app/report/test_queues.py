# SPDX-License-Identifier: MIT
from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.report import queues
from app.report.queues import Queue, QueueKind, queue_of, read_queue

if TYPE_CHECKING:
    from pathlib import Path

SAID = (
    "copies=1 device-uri={uri} print-color-mode=color printer-info='Kitchen, by the door' "
    "printer-is-shared={shared} printer-location printer-type={type} printer-uri-supported=ipp://localhost/x"
)
USB = "usb://Brother/HL-L2350DW?serial=E1"


def said(uri: str = USB, shared: str = "false", kind: int = 0x20105C) -> str:
    return SAID.format(uri=uri, shared=shared, type=kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (said(), QueueKind.HERE),
        (said("hp:/usb/DeskJet_2130?serial=1"), QueueKind.HERE),
        (said("gutenprint53+usb://canon/x"), QueueKind.HERE),
        (said("ipp://localhost:60000/ipp/print"), QueueKind.HERE),
        (said("ipp://[::1]:60000/ipp/print"), QueueKind.HERE),
        (said(shared="true"), QueueKind.SHARED),
        (said("ipp://printer.local/ipp/print"), QueueKind.NETWORK),
        (said("dnssd://Office._ipp._tcp.local/?uuid=1"), QueueKind.NETWORK),
        (said("hp:/net/LaserJet?ip=10.0.0.2"), QueueKind.NETWORK),
        (said("smb://school/printer"), QueueKind.NETWORK),
        (said("somethingnew:/x"), QueueKind.NETWORK),
        (said("ipp://[oops/x"), QueueKind.NETWORK),
        (said("socket://10.0.0.9", shared="true"), QueueKind.NETWORK),
        (said(kind=0x20105E), QueueKind.NETWORK),
        (said(kind=0x20105D), QueueKind.CLASS),
        (said(""), QueueKind.UNKNOWN),
        ("", QueueKind.UNKNOWN),
        ("printer-info='no end", QueueKind.UNKNOWN),
        ("printer-type=\u00b2", QueueKind.UNKNOWN),
    ],
)
def test_whom_a_printer_belongs_to(text: str, kind: QueueKind) -> None:
    assert read_queue(text).kind == kind


def test_whether_it_can_be_told_to_print_grey() -> None:
    assert read_queue(said()).knows_grey
    assert not read_queue(said().replace("print-color-mode=color ", "")).knows_grey


@given(st.text())
def test_whatever_it_says_is_an_answer(text: str) -> None:
    assert isinstance(read_queue(text), Queue)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such tool on Windows")
@pytest.mark.parametrize("script", ["exit 1", "exec tail -f /dev/null"])
def test_a_print_system_that_does_not_say_is_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    tool = tmp_path / "lpoptions"
    tool.write_text(f"#!/bin/sh\n{script}\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(queues, "LOOK_S", 0.2)
    assert queue_of("Office") == Queue(QueueKind.UNKNOWN)


def test_a_computer_without_the_tool_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert queue_of("Office") == Queue(QueueKind.UNKNOWN)
