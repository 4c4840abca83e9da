# SPDX-License-Identifier: MIT
"""What the print system (CUPS) says of a queue: who else may use it, where it is, if it can print grey."""

from __future__ import annotations

import shlex
import subprocess
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

LOOK_S = 10.0
IS_CLASS, IS_REMOTE = 0x0001, 0x0002  # of printer-type.  Source: cups.h, cups_ptype_e
AT_THIS_COMPUTER = frozenset({"usb", "parallel", "serial"})  # Source: backend(7) of CUPS, lpinfo(8)
BY_USB = ("+usb", "usb")  # gutenprint53+usb
LOOPBACK = frozenset(
    {"localhost", "127.0.0.1", "::1"}
)  # of ipp-usb, which serves a cable as if it was a network


class QueueKind(StrEnum):
    """Whom a printer belongs to, as far as the system says."""

    HERE = "here"
    SHARED = "shared"
    NETWORK = "network"
    CLASS = "class"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue; of one that nothing is known of, ``kind`` is ``UNKNOWN``."""

    kind: QueueKind = QueueKind.UNKNOWN
    knows_grey: bool = False


def queue_of(name: str) -> Queue:
    """Return what is known of the queue; it asks the print system, which may take a while."""
    words = ("lpoptions", "-p", name)
    try:
        said = subprocess.run(  # noqa: S603
            words, stdin=subprocess.DEVNULL, capture_output=True, check=True, text=True, errors="replace",
            timeout=LOOK_S, start_new_session=True,
        ).stdout  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return Queue()
    return read_queue(said)


def read_queue(said: str) -> Queue:
    """Return what the words of ``lpoptions -p`` say."""
    try:
        pairs = [word.partition("=") for word in shlex.split(said)]
    except ValueError:
        return Queue()
    facts = {key: value for key, _, value in pairs}
    return Queue(_kind(facts), "print-color-mode" in facts)


def _kind(facts: dict[str, str]) -> QueueKind:
    """Return the first that is true of it, the widest circle first."""
    kind, place = facts.get("printer-type", ""), facts.get("device-uri", "")
    if not kind.isdecimal():
        return QueueKind.UNKNOWN
    if int(kind) & IS_CLASS:
        return QueueKind.CLASS
    if int(kind) & IS_REMOTE or (place and not _is_here(place)):
        return QueueKind.NETWORK
    if facts.get("printer-is-shared") == "true":
        return QueueKind.SHARED
    return QueueKind.HERE if place else QueueKind.UNKNOWN


def _is_here(place: str) -> bool:
    """Whether it hangs on a cable of this computer; what nobody has told us of may be anywhere."""
    try:
        uri = urlsplit(place)
        host = uri.hostname or ""
    except ValueError:
        return False
    if uri.scheme in {"hp", "hpfax"}:  # Source: HPLIP, hp:/usb/NAME or hp:/net/NAME
        return uri.path.startswith("/usb/")
    return uri.scheme in AT_THIS_COMPUTER or uri.scheme.endswith(BY_USB) or host in LOOPBACK
