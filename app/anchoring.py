# SPDX-License-Identifier: MIT
"""One question to a time authority over the network, if the person asks for it.

One hash value and a random number leave the computer; the authority sees the address of the connection. It
is asked over plain http where that is how it is offered: what comes back is signed, and checked before it
counts.
Proxies that the system knows are not used, so nothing in between is told; where only a proxy leads out, the
authority cannot be reached and the person is told so. Source: RFC 3161, section 3.4 (transport over HTTP).
"""

from __future__ import annotations

import contextlib
import http.client
import threading
from collections.abc import Callable, Sequence
from queue import Empty, Queue
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from app.clock import NS_PER_MS, to_ms
from app.custody.anchors import Answered, Asked, accept
from app.custody.tokens import MOST_BYTES
from app.errors import AnchorFailed, AnchorInvalid, AnchorUnreachable, AnchorUntrusted, Cancelled

if TYPE_CHECKING:
    from app.clock import Clock
    from app.custody.authorities import Authority

    Came: TypeAlias = "tuple[bytes, int, int] | BaseException"

Post = Callable[[str, bytes], bytes]
ANSWER_WITHIN_S = 15.0  # for everything: looking up the name, asking, and the answer to its last byte
LOOK_EVERY_S = 0.1  # whether the person stopped it
QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"
OK = 200
# Whether one of several failures says more than another: a wrong answer more than none.
WORST_LAST = (AnchorUnreachable, AnchorInvalid, AnchorUntrusted)


def ask(
    asked: Asked,
    authorities: Sequence[Authority],
    clock: Clock,
    *,
    cancelled: threading.Event | None = None,
    post: Post | None = None,
    within_s: float = ANSWER_WITHIN_S,
) -> Answered:
    """Return the first good answer; an authority is asked only if the one before gave none.

    Raises:
        AnchorUnreachable, AnchorInvalid, AnchorUntrusted: none gave a good one.
        Cancelled: the person stopped it.
    """
    failures: list[AnchorFailed] = []
    for authority in authorities:
        try:
            return _ask_one(asked, authority, clock, cancelled or threading.Event(), post or send, within_s)
        except AnchorFailed as error:
            failures.append(error)
    raise max(failures, key=lambda error: WORST_LAST.index(type(error)), default=AnchorUnreachable("nobody"))


def send(url: str, request: bytes) -> bytes:
    """Return what an authority answers.

    Raises:
        AnchorUnreachable: no answer.
        AnchorInvalid: something else than a time stamp came back, or too much.
    """
    where = urlsplit(url)
    kind = http.client.HTTPSConnection if where.scheme == "https" else http.client.HTTPConnection
    link = kind(where.hostname or "", where.port, timeout=ANSWER_WITHIN_S)
    try:
        with contextlib.closing(link):
            link.request("POST", where.path or "/", request, {"Content-Type": QUERY, "Accept": REPLY})
            with link.getresponse() as answer:
                return _body(answer)
    except (OSError, http.client.HTTPException) as error:
        raise AnchorUnreachable("no_answer") from error


def _body(answer: http.client.HTTPResponse) -> bytes:
    """Return what stands in an answer that says it is a time stamp."""
    if answer.status != OK:  # a way to another place is not followed: nobody agreed to that place
        raise AnchorInvalid("refused")
    if answer.headers.get_content_type() != REPLY:
        raise AnchorInvalid("something_else")
    data = answer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise AnchorInvalid("too_large")
    return data


def _ask_one(
    asked: Asked,
    authority: Authority,
    clock: Clock,
    cancelled: threading.Event,
    post: Post,
    within_s: float,
) -> Answered:
    """Return the checked answer of one authority."""
    response, at_ms, half_ms = _exchanged(asked, authority, clock, cancelled, post, within_s)
    stamp, _ = accept(asked, response, [authority])
    return Answered(asked, response, stamp, authority, at_ms, half_ms + stamp.accuracy_ms)


def _exchanged(
    asked: Asked,
    authority: Authority,
    clock: Clock,
    cancelled: threading.Event,
    post: Post,
    within_s: float,
) -> tuple[bytes, int, int]:
    """Return what came back, our time halfway, and half the way there and back in ms.

    The search for a name has no limit of time and a slow server may send a byte now and then, so a thread of
    its own waits for them, and may be left behind.
    """
    came: Queue[Came] = Queue()

    def talk() -> None:
        try:
            before = clock.now()
            data = post(authority.url, asked.request)
            after = clock.now()
            there_and_back_ms = (after.monotonic_ns - before.monotonic_ns) // NS_PER_MS
            came.put((data, to_ms(after.utc) - there_and_back_ms // 2, (there_and_back_ms + 1) // 2))
        except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits
            came.put(error)

    threading.Thread(target=talk, daemon=True).start()
    answer = _waited(came, cancelled, within_s)
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _waited(came: Queue[Came], cancelled: threading.Event, within_s: float) -> Came:
    """Return what came.

    Raises:
        Cancelled, AnchorUnreachable: it was stopped, or took too long.
    """
    for _ in range(max(1, round(within_s / LOOK_EVERY_S))):
        if cancelled.is_set():
            raise Cancelled("before the authority answered")
        try:
            return came.get(timeout=LOOK_EVERY_S)
        except Empty:
            continue
    raise AnchorUnreachable("too_slow")
