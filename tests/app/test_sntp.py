# SPDX-License-Identifier: MIT
from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import sntp
from app.clock import SystemClock
from app.errors import ClockNotMeasured
from app.sntp import FRACTION, PACKET, SECONDS_1900_TO_1970, measure, read_answer
from tests.fakes.clock import START, FakeClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COOKIE = bytes(range(8))
NOW_MS = round(START.timestamp() * 1000)


def ntp(ms: int) -> tuple[int, int]:
    seconds, rest = divmod(ms, 1000)
    return (seconds + SECONDS_1900_TO_1970) % (1 << 32), (rest * FRACTION + 999) // 1000


def answer(
    received_ms: int,
    sent_ms: int,
    *,
    cookie: bytes = COOKIE,
    flags: int = 0x24,
    stratum: int = 2,
) -> bytes:
    origin = int.from_bytes(cookie[:4]), int.from_bytes(cookie[4:])
    return PACKET.pack(flags, stratum, 0, -20, *([0] * 5), *origin, *ntp(received_ms), *ntp(sent_ms))


@contextmanager
def server(reply: Callable[[bytes], bytes | None]) -> Iterator[int]:
    """A time server on this computer that answers one question."""
    link = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    link.bind(("127.0.0.1", 0))
    link.settimeout(5)

    def serve() -> None:
        question, address = link.recvfrom(1024)
        told = reply(question)
        if told is not None:
            link.sendto(told, address)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield link.getsockname()[1]
    finally:
        thread.join()
        link.close()


def test_a_clock_that_is_three_minutes_fast_is_measured() -> None:
    true_ms = NOW_MS - 180_000

    def reply(question: bytes) -> bytes:
        return answer(true_ms, true_ms + 1, cookie=question[40:48])

    with server(reply) as port:
        found = measure(FakeClock(), "127.0.0.1", port)
    assert abs(found.offset_ms - 180_000) <= 2
    assert (found.server, found.uncertain_by_ms) == ("127.0.0.1", 0)


def test_the_real_clock_against_itself_is_right_within_the_stated_bounds() -> None:
    def reply(question: bytes) -> bytes:
        now = round(SystemClock().now().utc.timestamp() * 1000)
        return answer(now, now, cookie=question[40:48])

    with server(reply) as port:
        found = measure(SystemClock(), "127.0.0.1", port)
    assert abs(found.offset_ms) <= found.uncertain_by_ms + 2


def test_the_question_holds_nothing_of_this_computer() -> None:
    seen: list[bytes] = []

    def reply(question: bytes) -> bytes:
        seen.append(question)
        return answer(NOW_MS, NOW_MS, cookie=question[40:48])

    for _ in range(2):
        with server(reply) as port:
            measure(FakeClock(), "127.0.0.1", port)
    assert {one[:40] for one in seen} == {b"\x23" + bytes(39)}
    assert seen[0][40:] != seen[1][40:]
    assert all(len(one) == 48 for one in seen)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "too short"),
        (answer(NOW_MS, NOW_MS, cookie=bytes(8)), "no answer to our question"),
        (answer(NOW_MS, NOW_MS, flags=0x23), "no answer to our question"),
        (answer(NOW_MS, NOW_MS, flags=0xE4), "does not know the time"),
        (answer(NOW_MS, NOW_MS, stratum=0), "does not know the time"),
        (answer(NOW_MS, NOW_MS, stratum=16), "does not know the time"),
        (answer(NOW_MS, -SECONDS_1900_TO_1970 * 1000), "names no time"),
    ],
)
def test_an_answer_that_is_no_good_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ClockNotMeasured, match=said):
        read_answer(data, COOKIE, NOW_MS)


@given(st.binary(max_size=120))
def test_no_packet_breaks_it(data: bytes) -> None:
    try:
        read_answer(data, COOKIE, NOW_MS)
    except ClockNotMeasured:
        return
    assert data[24:32] == COOKIE


@given(st.integers(NOW_MS - 10**12, NOW_MS + 4 * 10**12))
def test_times_are_read_to_the_millisecond_beyond_the_end_of_an_era(ms: int) -> None:
    assert read_answer(answer(ms, ms), COOKIE, ms).sent_ms == ms


def test_a_server_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sntp, "ANSWER_WITHIN_S", 0.05)
    with server(lambda _: None) as port, pytest.raises(ClockNotMeasured, match="did not answer"):
        measure(FakeClock(), "127.0.0.1", port)


def test_a_name_that_is_never_found_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()

    def looks_for_ever(*_: object, **__: object) -> list[object]:
        gate.wait(30)
        return []

    monkeypatch.setattr(sntp.socket, "getaddrinfo", looks_for_ever)
    monkeypatch.setattr(sntp, "ANSWER_WITHIN_S", 0.1)
    with pytest.raises(ClockNotMeasured, match="did not answer"):
        measure(SystemClock(), "time.example")
    assert not gate.is_set()
    gate.set()


def test_a_name_that_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> list[object]:
        raise socket.gaierror

    monkeypatch.setattr(sntp.socket, "getaddrinfo", unknown)
    monkeypatch.setattr(sntp, "ANSWER_WITHIN_S", 600)  # it is known at once
    with pytest.raises(ClockNotMeasured, match="did not answer"):
        measure(SystemClock(), "time.example")


def test_nobody_there() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    with pytest.raises(ClockNotMeasured):
        measure(FakeClock(), "127.0.0.1", port)


@pytest.mark.parametrize(("received", "sent"), [(-900_000_000, 0), (0, -5_000), (-400, 400)])
def test_a_server_that_took_longer_than_the_whole_question_is_not_believed(received: int, sent: int) -> None:
    """Half of what it says would go into the offset, and nothing into the bounds."""

    def reply(question: bytes) -> bytes:
        return answer(NOW_MS + received, NOW_MS + sent, cookie=question[40:48])

    with server(reply) as port, pytest.raises(ClockNotMeasured, match="longer than the whole question"):
        measure(FakeClock(), "127.0.0.1", port)
