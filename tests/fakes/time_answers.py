# SPDX-License-Identifier: MIT
"""What a time authority might say, for windows: no token, only what is read from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clock import to_ms
from app.custody.anchors import Answered
from app.custody.authorities import known_authorities
from app.custody.tokens import Stamp

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from app.clock import Clock
    from app.custody.anchors import Asked


def answers(off_by_ms: int = 0) -> Callable[[Asked, Clock, threading.Event], Answered]:
    """Return an authority that answers at once; our clock is ahead of its by so much."""

    def answer(asked: Asked, clock: Clock, _cancelled: threading.Event) -> Answered:
        at_ms = to_ms(clock.now().utc)
        authority = known_authorities()[0]
        stamp = Stamp(at_ms - off_by_ms, 0, "0a", "1.2.3", authority.root)
        return Answered(asked, b"a token", stamp, authority, at_ms, 40)

    return answer
