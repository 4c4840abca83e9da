# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from tests.fakes.redacted import BOX, covered
from tests.ui.capture.conftest import run_of
from tests.ui.filling import add_exhibit, ask
from ui.redacting import Came, sizes_of, small_pictures, travelled_to


@pytest.fixture
def run():
    return covered(run_of(5), {2: (BOX,)}, {3: 2, 4: 2})


def test_what_came_along_says_from_where(run) -> None:
    assert travelled_to(run, run.frames[2].id) == Came((BOX,), (2,))
    assert travelled_to(run, run.frames[1].id) == Came()
    assert travelled_to(run, run.frames[4].id) == Came()
    assert travelled_to(run, "of another one") == Came()


def test_each_picture_has_its_size(run) -> None:
    content = run.frames[0].record.content
    assert sizes_of(run)[run.frames[0].id] == (content.width_px, content.height_px)
    assert len(sizes_of(run)) == 5


def test_small_pictures_are_those_of_the_case(opened, qtbot) -> None:
    exhibit = add_exhibit(opened, qtbot)
    found = ask(opened, qtbot, lambda vault: small_pictures((exhibit.id, "gone"), vault))
    assert list(found) == [exhibit.id]
    assert not found[exhibit.id].isNull()
