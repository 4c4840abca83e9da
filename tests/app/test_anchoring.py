# SPDX-License-Identifier: MIT
from __future__ import annotations

import dataclasses
import logging
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.anchoring import ask, send
from app.custody.anchors import Asked, ask_for
from app.custody.tokens import MOST_BYTES
from app.errors import AnchorFailed, AnchorInvalid, AnchorUnreachable, AnchorUntrusted, Cancelled
from app.hashing import sha256_of
from tests.fakes.clock import FakeClock
from tests.fakes.time_authority import TimeAuthority, granted, make_authority, served

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.custody.authorities import Authority

NOTE = b"safehold/test\n3\nAAAA\n"
REPLY = "application/timestamp-reply"


@pytest.fixture(scope="module")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return make_authority(tmp_path_factory.mktemp("tsa") / "p256", kind="p256")


@pytest.fixture
def asked() -> Asked:
    return ask_for(NOTE)


def at(tsa: TimeAuthority, url: str) -> Authority:
    return dataclasses.replace(tsa.authority, url=url)


def test_an_answer_over_the_network_is_checked_and_timed(tsa: TimeAuthority, asked: Asked) -> None:
    clock = FakeClock(tick=timedelta(milliseconds=30))
    with served(granted(tsa)) as url:
        answered = ask(asked, [at(tsa, url)], clock)
    assert answered.authority.key == "test"
    assert answered.uncertain_by_ms == 15 + answered.stamp.accuracy_ms
    assert answered.difference_ms == answered.at_ms - answered.stamp.at_ms


def test_nothing_leaves_but_the_question(tsa: TimeAuthority, asked: Asked) -> None:
    heard: list[bytes] = []

    def listen(request: bytes) -> tuple[int, str, bytes]:
        heard.append(request)
        return granted(tsa)(request)

    with served(listen) as url:
        ask(asked, [at(tsa, url)], FakeClock())
    assert heard == [asked.request]
    assert bytes.fromhex(sha256_of(NOTE)) in heard[0]
    assert len(heard[0]) < 80
    assert NOTE not in heard[0]


def test_no_header_says_who_asks(asked: Asked) -> None:
    heard: list[dict[str, str]] = []
    with served(lambda _request: (200, "text/html", b""), heard) as url, pytest.raises(AnchorInvalid):
        send(url, asked.request)
    assert [sorted(headers) for headers in heard] == [
        ["Accept", "Accept-Encoding", "Content-Length", "Content-Type", "Host"]
    ]


def test_the_second_is_asked_only_if_the_first_gave_nothing(tsa: TimeAuthority, asked: Asked) -> None:
    heard: list[str] = []

    def post(url: str, request: bytes) -> bytes:
        heard.append(url)
        if url == "http://first/":
            raise AnchorUnreachable("no_answer")
        return tsa.answer(request)

    both = [at(tsa, "http://first/"), at(tsa, "http://second/")]
    assert ask(asked, both, FakeClock(), post=post).authority.url == "http://second/"
    assert heard == ["http://first/", "http://second/"]
    heard.clear()
    ask(asked, both[1:] + both[:1], FakeClock(), post=post)
    assert heard == ["http://second/"]


def test_of_two_failures_the_one_that_says_more_is_told(tsa: TimeAuthority, asked: Asked) -> None:
    failures = iter([AnchorInvalid("refused"), AnchorUnreachable("no_answer")])

    def post(_url: str, _request: bytes) -> bytes:
        raise next(failures)

    with pytest.raises(AnchorInvalid, match="refused"):
        ask(asked, [tsa.authority, tsa.authority], FakeClock(), post=post)


def test_with_nobody_to_ask_nobody_is_reached(asked: Asked) -> None:
    with pytest.raises(AnchorUnreachable):
        ask(asked, [], FakeClock())


ANSWERS: dict[str, Callable[[bytes], tuple[int, str, bytes]]] = {
    "a page of a hotel": lambda _request: (200, "text/html", b"<html>Please log in</html>"),
    "a page that says it is a stamp": lambda _request: (200, REPLY, b"<html>Please log in</html>"),
    "nothing": lambda _request: (200, REPLY, b""),
    "far too much": lambda _request: (200, REPLY, b"0" * (MOST_BYTES + 1)),
    "a way elsewhere": lambda _request: (302, REPLY, b""),
    "a refusal": lambda _request: (403, REPLY, b""),
    "a refusal in form": lambda _request: (200, REPLY, bytes.fromhex("30053003020102")),
}


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_what_is_no_stamp_is_refused(tsa: TimeAuthority, asked: Asked, name: str) -> None:
    with served(ANSWERS[name]) as url, pytest.raises(AnchorInvalid):
        ask(asked, [at(tsa, url)], FakeClock())


def test_an_answer_cut_short_is_refused(tsa: TimeAuthority, asked: Asked) -> None:
    whole = tsa.answer(asked.request)
    with served(lambda _request: (200, REPLY, whole[:-9])) as url, pytest.raises(AnchorInvalid):
        ask(asked, [at(tsa, url)], FakeClock())


def test_an_authority_that_answers_with_the_root_of_another_is_not_believed(
    tsa: TimeAuthority, asked: Asked, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = make_authority(tmp_path_factory.mktemp("tsa") / "other", kind="p256", name="Other")
    with served(granted(other)) as url, pytest.raises(AnchorUntrusted):
        ask(asked, [at(tsa, url)], FakeClock())


def test_nobody_there_is_not_reached(tsa: TimeAuthority, asked: Asked) -> None:
    with served(granted(tsa)) as url:
        pass
    with pytest.raises(AnchorUnreachable, match="no_answer"):
        ask(asked, [at(tsa, url)], FakeClock())


def test_a_slow_server_is_not_waited_for(tsa: TimeAuthority, asked: Asked) -> None:
    release = threading.Event()

    def slow(request: bytes) -> tuple[int, str, bytes]:
        release.wait(20)
        return granted(tsa)(request)

    with served(slow) as url:
        with pytest.raises(AnchorUnreachable, match="too_slow"):
            ask(asked, [at(tsa, url)], FakeClock(), within_s=0.2)
        release.set()


def test_it_can_be_stopped_while_it_waits(tsa: TimeAuthority, asked: Asked) -> None:
    cancelled, release = threading.Event(), threading.Event()

    def post(_url: str, _request: bytes) -> bytes:
        cancelled.set()
        release.wait(20)
        return b""

    with pytest.raises(Cancelled):
        ask(asked, [tsa.authority, tsa.authority], FakeClock(), cancelled=cancelled, post=post)
    release.set()


def test_a_proxy_of_the_system_is_not_told(
    tsa: TimeAuthority, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    with served(granted(tsa)) as url:
        assert ask(asked, [at(tsa, url)], FakeClock()).authority.key == "test"


def test_nothing_is_written_to_a_log(
    tsa: TimeAuthority, asked: Asked, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with served(granted(tsa)) as url:
        ask(asked, [at(tsa, url)], FakeClock())
    with pytest.raises(AnchorFailed) as failure:
        ask(asked, [tsa.authority], FakeClock(), post=lambda _url, _request: b"Tom Hale was here")
    assert caplog.records == []
    assert str(failure.value) == "not_valid"
