# SPDX-License-Identifier: MIT
"""What the process answers; that it runs, ends and is confined is tested from outside (``test_reading``)."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest

from app.errors import ImportRefused
from app.identify.child import Eyes, _answer
from app.identify.picture import Picture
from app.identify.values import Box
from tests.fakes.panels import panel

PANEL = next(panel(seed) for seed in range(1, 40, 7) if not panel(seed).is_photo)
RGB = np.asarray(PANEL.image)
WHOLE = Picture(RGB, RGB.shape[1], RGB.shape[0])


@pytest.fixture(scope="module")
def eyes() -> Eyes:
    return Eyes()


def test_boxes_are_in_pixels_of_the_file_though_it_was_halved_for_looking(eyes: Eyes) -> None:
    twice = replace(WHOLE, width_px=2 * RGB.shape[1], height_px=2 * RGB.shape[0], shrunk=2)
    (once, *_) = eyes.find(WHOLE, {"wanted": "skype"}).proposals
    found = eyes.find(twice, {"wanted": "skype"})
    (large, *_) = found.proposals
    assert large.value == once.value == PANEL.value
    sides = (once.box.left, once.box.top, once.box.right, once.box.bottom)
    assert large.box == Box(*(2 * side for side in sides))
    assert (found.width_px, found.height_px) == (twice.width_px, twice.height_px)
    assert PANEL.box is not None
    drawn = [2 * side for side in (PANEL.box.left, PANEL.box.top, PANEL.box.right, PANEL.box.bottom)]
    assert eyes.box(twice, {"box": drawn}).text == PANEL.value


def test_a_box_beyond_the_edge_is_cut_to_the_picture(eyes: Eyes) -> None:
    assert PANEL.box is not None
    sides = [-50, PANEL.box.top - 3, RGB.shape[1] + 50, PANEL.box.bottom + 3]
    assert PANEL.value in eyes.box(WHOLE, {"box": sides}).text
    with pytest.raises(ImportRefused):
        eyes.box(WHOLE, {"box": [-9, -9, 0, 0]})


def test_a_fault_is_named_by_its_kind_and_carries_nothing_of_the_picture() -> None:
    def fails(*_: object) -> object:
        raise RuntimeError("secret words of the picture")

    data = b"P5 1 1"
    assert _answer({"find": fails}, {"ask": "nonsense"}, data) == {"failed": "KeyError", "is_tired": True}
    assert "no picture" in _answer({"find": fails}, {"ask": "find"}, data)["refused"]


def test_a_fault_while_looking_is_told_without_its_words() -> None:
    room = io.BytesIO()
    PANEL.image.save(room, "PNG")

    def fails(*_: object) -> object:
        raise RuntimeError("secret words of the picture")

    assert _answer({"find": fails}, {"ask": "find"}, room.getvalue()) == {
        "failed": "RuntimeError",
        "is_tired": True,
    }
