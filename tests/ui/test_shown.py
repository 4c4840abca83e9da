# SPDX-License-Identifier: MIT
"""Wherever a picture is shown, the covered copy stands in its place; so it does for what is read in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from app.errors import BadInput
from app.model import ExhibitId
from tests.fakes.redacted import BOX, covered
from tests.ui.capture.conftest import run_of
from tests.ui.filling import picture, png
from ui.shown import bytes_of, exhibit_of, shown_bytes, shown_image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.model import Exhibit


@dataclass
class FakeReading:
    """A case of these exhibits; every picture says which it is."""

    kept: tuple[Exhibit, ...]

    def exhibit(self, exhibit_id: str) -> Exhibit:
        for one in self.kept:
            if one.id == exhibit_id:
                return one
        raise BadInput("no such exhibit")

    def exhibits(self) -> tuple[Exhibit, ...]:
        return self.kept

    def original(self, original_id: str) -> bytes:
        return f"original {original_id}".encode()

    def derivative_parts(self, derivative_id: str) -> Iterator[bytes]:
        yield b"copy "
        yield derivative_id.encode()


@pytest.fixture
def run() -> Exhibit:
    return covered(run_of(4), {2: (BOX,)}, {3: 2})


@pytest.fixture
def reading(run: Exhibit) -> FakeReading:
    return FakeReading((run,))


def test_the_copy_stands_in_place_of_each_covered_picture(reading: FakeReading, run: Exhibit) -> None:
    found = [shown_bytes(reading, one.id) for one in run.frames]
    assert [one.split()[0] for one in found] == [b"original", b"copy", b"copy", b"original"]
    assert found[1] == b"copy " + run.frames[1].redacted.derivative_id.encode()


def test_a_single_picture_is_covered_too(run: Exhibit) -> None:
    single = replace(run, frames=(), run=None)
    made = covered(single, {1: (BOX,)})
    assert shown_bytes(FakeReading((made,)), made.id).startswith(b"copy")
    assert bytes_of(FakeReading((single,)), replace(single, derivatives=()).originals[0]).startswith(
        b"original"
    )


def test_a_later_picture_leads_to_its_exhibit(reading: FakeReading, run: Exhibit) -> None:
    assert exhibit_of(reading, run.frames[3].id) is run
    with pytest.raises(BadInput):
        exhibit_of(reading, ExhibitId("gone"))


def test_it_is_decoded_where_that_is_wanted(reading: FakeReading, run: Exhibit, monkeypatch, qapp) -> None:
    data = png(picture())
    monkeypatch.setattr(reading, "derivative_parts", lambda _: iter((data[:99], data[99:])))
    assert shown_image(reading, run.frames[1].id).width() == 320
