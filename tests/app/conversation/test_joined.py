# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading
import tracemalloc

import numpy as np
import pytest

from app.capture.models import Frame
from app.conversation import joined
from app.conversation.bands import MARK_PX, Captions, band
from app.conversation.files import decode
from app.conversation.joined import pictures
from app.conversation.layout import Band
from app.errors import Cancelled
from app.model import Proof
from tests.app.conversation.test_layout import run_of
from tests.fakes.pairs import GAP, RESIZED, exact

HEIGHT = 480


def frame_of(number: int, width: int = 640) -> Frame:
    pixels = np.random.default_rng(number).integers(0, 1 << 24, (HEIGHT, width), dtype=np.uint32)
    return Frame(width, HEIGHT, (pixels | 0xFF000000).tobytes())


def rows(frame: Frame) -> np.ndarray:
    return np.frombuffer(frame.bgra, dtype="<u4").reshape(frame.height_px, frame.width_px)


def test_every_row_is_a_whole_row_of_the_frame_it_is_said_to_be_of() -> None:
    (part,) = pictures(run_of(exact(300), exact(-100), exact(350)), frame_of)
    picture = rows(decode(part.data))
    assert (part.width_px, part.height_px) == (640, len(picture)) == (640, 550 + HEIGHT)
    for taken in part.taken:
        here = picture[taken.top : taken.top + taken.count]
        assert (here == rows(frame_of(taken.frame))[taken.first : taken.first + taken.count]).all()
    assert sum(taken.count for taken in part.taken) == part.height_px


def test_a_gap_is_a_band_with_words_and_a_matched_seam_a_thin_mark() -> None:
    run = run_of(exact(300, level=Proof.MATCHED), GAP)
    (part,) = pictures(run, frame_of)
    words = band(Captions().of(Band(2, 3, run.gaps[0])), 640)
    picture = np.frombuffer(decode(part.data).bgra, dtype=np.uint8).reshape(-1, 640, 4)
    assert len(picture) == 300 + HEIGHT + MARK_PX + len(words) + HEIGHT
    assert (picture[300 + HEIGHT + MARK_PX :][: len(words)] == words).all()


def test_a_narrower_frame_leaves_plain_ground_at_its_right() -> None:
    def of_width(number: int) -> Frame:
        return frame_of(number, 640 if number == 1 else 704)

    (part,) = pictures(run_of(RESIZED), of_width)
    picture = rows(decode(part.data))
    assert part.width_px == 704
    assert (picture[:HEIGHT, :640] == rows(of_width(1))).all()
    assert (picture[:HEIGHT, 640:] == picture[0, 640]).all()
    assert (picture[-HEIGHT:] == rows(of_width(2))).all()


def test_what_would_be_too_tall_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joined, "MOST_ROWS", 1_000)
    run = run_of(*[exact(300)] * 12)
    parts = list(pictures(run, frame_of))
    assert [(part.number, part.of) for part in parts] == [(n, len(parts)) for n in range(1, len(parts) + 1)]
    assert len(parts) > 3
    assert all(part.height_px <= 1_000 for part in parts)
    whole = np.concatenate([rows(decode(part.data)) for part in parts])
    monkeypatch.undo()
    (one,) = pictures(run, frame_of)
    assert (whole == rows(decode(one.data))).all()


def test_a_frame_that_alone_is_too_tall_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joined, "MOST_ROWS", 200)
    parts = list(pictures(run_of(), frame_of))
    assert [part.height_px for part in parts] == [200, 200, 80]
    assert (np.concatenate([rows(decode(part.data)) for part in parts]) == rows(frame_of(1))).all()


def test_frames_are_asked_for_one_at_a_time_and_only_those_that_are_shown() -> None:
    asked: list[int] = []

    def told(number: int) -> Frame:
        asked.append(number)
        return frame_of(number)

    list(pictures(run_of(*[exact(100)] * 9), told))
    assert asked == [1, 5, 9, 10]


def test_a_thousand_frames_need_the_memory_of_a_few() -> None:
    def plain(number: int) -> Frame:
        return Frame(640, HEIGHT, np.full((HEIGHT, 640), number, dtype="<u4").tobytes())

    run = run_of(*[exact(390)] * 999)
    tracemalloc.start()
    heights = [part.height_px for part in pictures(run, plain)]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sum(heights) == 390 * 999 + HEIGHT
    assert most < 40 * 1024 * 1024  # all the pixels are 1 GB


def test_it_tells_how_far_it_is_and_can_be_left() -> None:
    shares: list[float] = []
    list(pictures(run_of(exact(300), GAP), frame_of, moved=shares.append))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Cancelled):
        list(pictures(run_of(), frame_of, cancelled=stopped))
