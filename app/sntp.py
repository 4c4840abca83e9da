# SPDX-License-Identifier: MIT
"""How far this computer's clock is off, by one question to one time server, if the person allows it.

The server learns the address of this connection and that it asks for the time; nothing of the case is sent.
Source: RFC 5905 (NTP version 4), section 14: SNTP, one packet there and one back.
"""

from __future__ import annotations

import contextlib
import secrets
import socket
import struct
import threading
from dataclasses import dataclass
from queue import Empty, Queue
from typing import TYPE_CHECKING, TypeAlias

from app.clock import NS_PER_MS, Measured
from app.errors import ClockNotMeasured

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from app.clock import Clock

SERVER = "time.cloudflare.com"  # answers without an account, world-wide, and publishes how it keeps time
PORT = 123
ANSWER_WITHIN_S = 5.0
PACKET = struct.Struct("!BBBb11I")  # flags, stratum, poll, precision, then eleven words
ASKING = 0x23  # no warning, version 4, client. Source: RFC 5905, section 7.3
MODE, ANSWERING = 0x07, 4
UNSYNCHRONISED = 3  # leap indicator
FARTHEST_STRATUM = 15
SECONDS_1900_TO_1970 = 2_208_988_800
ERA_S = 1 << 32
FRACTION = 1 << 32
Addresses: TypeAlias = "Sequence[tuple[socket.AddressFamily, socket.SocketKind, int, str, Any]]"
NOTHING_MS = 10  # by which the clocks of two computers may run apart while they talk


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server wrote: when it got the question and when it answered, in ms since 1970."""

    received_ms: int
    sent_ms: int


def measure(clock: Clock, server: str = SERVER, port: int = PORT) -> Measured:
    """Return how far the wall clock is off, with the moment of the measurement.

    Raises:
        ClockNotMeasured: no answer within five seconds, or one that is no good; nothing was changed.
    """
    cookie = secrets.token_bytes(8)  # not our time: the server needs none, and a forger cannot guess it
    question = PACKET.pack(ASKING, 0, 0, 0, *([0] * 9), *struct.unpack("!2I", cookie))
    try:
        with contextlib.closing(_connected(server, port)) as link:
            before = clock.now()
            link.send(question)
            data = link.recv(1024)
            after = clock.now()
    except OSError as error:
        raise ClockNotMeasured("the time server did not answer") from error
    answer = read_answer(data, cookie, round(after.utc.timestamp() * 1000))
    there_and_back_ms = (after.monotonic_ns - before.monotonic_ns) // NS_PER_MS
    at_server_ms = answer.sent_ms - answer.received_ms
    if not -NOTHING_MS <= at_server_ms <= there_and_back_ms + NOTHING_MS:
        raise ClockNotMeasured("the server says that it took longer than the whole question")
    middle_ms = round(after.utc.timestamp() * 1000) - there_and_back_ms // 2
    return Measured(
        offset_ms=middle_ms - (answer.received_ms + answer.sent_ms) // 2,
        uncertain_by_ms=(max(0, there_and_back_ms - max(0, at_server_ms)) + 1) // 2,
        server=server,
        at=after,
    )


def read_answer(data: bytes, cookie: bytes, near_ms: int) -> Answer:
    """Return the two times of an answer to our question.

    Args:
        data: what came.
        cookie: what our question held as its time; the answer must bring it back.
        near_ms: our own time; the years of NTP repeat after 136, and the nearest is meant.

    Raises:
        ClockNotMeasured: it is no answer to our question, or the server does not know the time.
    """
    if len(data) < PACKET.size:
        raise ClockNotMeasured("the answer is too short")
    flags, stratum, _, _, *words = PACKET.unpack_from(data)
    if flags & MODE != ANSWERING or struct.pack("!2I", *words[5:7]) != cookie:
        raise ClockNotMeasured("that is no answer to our question")
    if flags >> 6 == UNSYNCHRONISED or not 1 <= stratum <= FARTHEST_STRATUM:
        raise ClockNotMeasured("the time server does not know the time")
    received, sent = (_ms(words[at], words[at + 1], near_ms) for at in (7, 9))
    if not any(words[9:11]):
        raise ClockNotMeasured("the answer names no time")
    return Answer(received, sent)


def _ms(seconds: int, fraction: int, near_ms: int) -> int:
    """Return ms since 1970 of an NTP time, in the era that is nearest. Source: RFC 5905, section 6."""
    base = seconds - SECONDS_1900_TO_1970
    era = round((near_ms // 1000 - base) / ERA_S)
    return (base + era * ERA_S) * 1000 + fraction * 1000 // FRACTION


def _connected(server: str, port: int) -> socket.socket:
    """Return a socket that only hears this one server.

    Raises:
        OSError: the name is not known in time, or there is no network.
    """
    family, kind, protocol, _, address = _looked_up(server, port)[0]
    link = socket.socket(family, kind, protocol)
    try:
        link.settimeout(ANSWER_WITHIN_S)
        link.connect(address)
    except OSError:
        link.close()
        raise
    return link


def _looked_up(server: str, port: int) -> Addresses:
    """Return where the server is.

    The system's own search has no limit of time, so a thread of its own waits for it, and may be left behind.

    Raises:
        OSError: the name is not known, or not in time.
    """
    found: Queue[Addresses | OSError] = Queue()

    def look() -> None:
        try:
            found.put(socket.getaddrinfo(server, port, type=socket.SOCK_DGRAM))
        except OSError as error:
            found.put(error)

    threading.Thread(target=look, daemon=True).start()
    try:
        answer = found.get(timeout=ANSWER_WITHIN_S)
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, OSError):
        raise answer
    return answer
