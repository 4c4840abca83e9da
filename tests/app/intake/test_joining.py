# SPDX-License-Identifier: MIT
from __future__ import annotations

import gettext
import re
import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from app.conversation.bands import Captions, band
from app.conversation.files import decode
from app.conversation.layout import Band
from app.errors import Cancelled, HashMismatch
from app.hashing import sha256_of
from app.intake.joining import captions_in, joined_pictures
from app.model import DerivativeKind, GapRecord, RunRecord, Why
from app.paths import resources
from app.words import Words
from tests.fakes.clock import START
from tests.fakes.conversation import Stage, Steps

if TYPE_CHECKING:
    from app.model import Original


ROWS = r"Rows (\d+)-(\d+): frame (\d+) from row (\d+)"


def steps_of(stage: Stage) -> Steps:
    yield 1.0
    for _ in range(3):
        yield from stage.scroll(150)


@pytest.fixture(scope="module")
def taken() -> tuple[Stage, RunRecord]:
    stage = Stage()
    return stage, stage.play(lambda: steps_of(stage))


def test_the_joined_picture_names_its_frames(taken: tuple[Stage, RunRecord]) -> None:
    stage, run = taken
    frames, shares = stage.vault.exhibit().originals, []
    (made,) = joined_pictures(frames, run, stage.vault.png_of, (START, "safehold/1"), moved=shares.append)
    record = made.record
    assert record.kind is DerivativeKind.JOINED_PICTURE
    assert (record.made_at, record.tool, record.mime) == (START, "safehold/1", "image/png")
    assert set(record.parents) <= {one.record.content.sha256 for one in frames}
    assert record.parents[0] == frames[0].record.content.sha256
    assert record.parents[-1] == frames[-1].record.content.sha256
    assert (record.sha256, record.size_bytes) == (sha256_of(made.data), len(made.data))
    picture = decode(made.data)
    assert (picture.width_px, picture.height_px) == (record.width_px, record.height_px)
    assert picture.height_px == 480 + 450
    rows = [tuple(map(int, one)) for one in re.findall(ROWS, record.method)]
    assert [first for first, *_ in rows[1:]] == [last + 1 for _, last, *_ in rows[:-1]]
    joined, line = bytes(picture.bgra), picture.width_px * 4
    for first, last, number, row in rows:
        frame = bytes(decode(stage.vault.png_of(frames[number - 1])).bgra)
        assert joined[first * line : (last + 1) * line] == frame[row * line : (row + last - first + 1) * line]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_stored_bytes_that_were_changed_are_not_joined(taken: tuple[Stage, RunRecord]) -> None:
    stage, run = taken

    def changed(original: Original) -> bytes:
        return stage.vault.png_of(original) + b"x"

    with pytest.raises(HashMismatch):
        list(joined_pictures(stage.vault.exhibit().originals, run, changed, (START, "safehold/1")))


def test_it_can_be_left(taken: tuple[Stage, RunRecord]) -> None:
    stage, run = taken
    stopped = threading.Event()
    stopped.set()
    frames = stage.vault.exhibit().originals
    with pytest.raises(Cancelled):
        list(joined_pictures(frames, run, stage.vault.png_of, (START, "x"), cancelled=stopped))


@pytest.mark.parametrize("why", list(Why))
def test_the_words_at_a_gap_are_those_of_the_program(why: Why) -> None:
    captions = captions_in(Words.load(resources() / "words" / "en", gettext.NullTranslations()))
    said, usual = (one.of(Band(9, 4, GapRecord(7, 8, why))) for one in (captions, Captions()))
    assert "pictures 7 and 8" in said
    assert said.split(":")[0] == usual.split(":")[0]
    assert "{" not in said


def test_they_stand_in_the_picture() -> None:
    stage, captions = Stage(), Captions(gap="Hier fehlt etwas zwischen {above} und {below}")

    def jumped() -> Steps:
        yield 1.0
        stage.screen.top += 2_000
        yield 1.0

    run = stage.play(jumped)
    frames = stage.vault.exhibit().originals
    (made,) = joined_pictures(frames, run, stage.vault.png_of, (START, "x"), captions=captions)
    picture, words = decode(made.data), band("Hier fehlt etwas zwischen 1 und 2", 512)
    assert picture.height_px == 2 * 480 + len(words)
    rows = np.frombuffer(picture.bgra, dtype=np.uint8).reshape(picture.height_px, 512, 4)
    assert (rows[480 : 480 + len(words)] == words).all()
