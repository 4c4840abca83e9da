# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np

from app.capture.png import encode
from app.conversation.seen import Seen
from app.intake.recent import Recent
from tests.fakes.backend import drawn

OTHER = Seen(np.zeros((64, 64), dtype=np.uint32))


def test_a_frame_comes_back_as_it_was() -> None:
    recent, frame = Recent(lambda _index: None), drawn(64, 48)
    recent.keep(1, encode(frame), 1250, {1})
    seen = recent.load(1)
    assert seen is not None
    colours = np.frombuffer(frame.bgra, dtype="<u4").reshape(48, 64) & 0xFFFFFF
    assert (seen.pixels & 0xFFFFFF == colours).all()
    assert seen.density_permille == 1250


def test_what_nobody_wants_is_let_go_of_and_asked_of_the_other() -> None:
    recent = Recent(lambda index: OTHER if index == 1 else None)
    for index in (1, 2, 3):
        recent.keep(index, encode(drawn(40, 40)), 1000, {index, index - 1})
    assert recent.load(1) is OTHER
    assert recent.load(2) is not None
    assert recent.load(9) is None
