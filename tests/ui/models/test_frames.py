# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from app.model import DerivativeKind, ExhibitFacts, Sensitivity
from tests.fakes.redacted import BOX, covered
from tests.fakes.runs import joined, record_of
from tests.ui.capture.conftest import run_of
from ui.models.frames import FrameRole, FramesModel


@pytest.fixture
def model(words, qapp) -> FramesModel:
    made = FramesModel(words)
    exhibit = run_of(5)
    made.exhibit = replace(
        exhibit, run=record_of(exhibit, gap_after=2), derivatives=(joined(exhibit).record,)
    )
    made.set_exhibit(made.exhibit)
    return made


def test_the_long_picture_comes_first_and_has_no_number(model: FramesModel, words) -> None:
    assert model.rowCount() == 6
    assert [model.number_at(model.index(n)) for n in range(3)] == [0, 1, 2]
    assert model.data(model.index(0)) == words("conversation.run.joined")
    assert model.data(model.index(3), Qt.ItemDataRole.AccessibleTextRole) == "Picture 3"
    assert model.first_frame().row() == 1


def test_a_long_picture_in_parts_has_each_part_and_none_of_an_older_record(model: FramesModel, words) -> None:
    record = replace(joined(model.exhibit).record, kind=DerivativeKind.RUN_RECORD)
    parts = [joined(model.exhibit).record for _ in range(3)]
    model.set_exhibit(replace(model.exhibit, derivatives=(record, parts[0], record, *parts[1:])))
    assert [model.number_at(model.index(n)) for n in range(4)] == [0, 0, 1, 2]
    assert model.data(model.index(1)) == words("conversation.run.joined.part", n=2, all=2)


def test_without_it_the_first_picture_is_first(model: FramesModel) -> None:
    model.set_exhibit(run_of(2))
    assert [model.number_at(model.index(n)) for n in range(2)] == [1, 2]
    assert model.first_frame().row() == 0


def test_it_knows_where_a_gap_is(model: FramesModel) -> None:
    marks = [model.data(model.index(n), FrameRole.IS_BEFORE_GAP) for n in range(6)]
    assert marks == [False, False, True, False, False, False]


def test_small_pictures_are_asked_for_together_and_once(model: FramesModel, qtbot) -> None:
    with qtbot.waitSignal(model.thumbnails_wanted) as wanted:
        for n in range(6):
            model.data(model.index(n), Qt.ItemDataRole.DecorationRole)
    ids = tuple(one.id for one in model.exhibit.frames)
    assert wanted.args == [ids]
    found = QPixmap(4, 4)
    model.set_thumbnails({ids[0]: found, "of another run": found})
    assert model.data(model.index(1), Qt.ItemDataRole.DecorationRole) is found
    with qtbot.assertNotEmitted(model.thumbnails_wanted, wait=50):
        model.data(model.index(1), Qt.ItemDataRole.DecorationRole)


def test_a_covered_run_shows_none(model: FramesModel, qtbot) -> None:
    model.set_thumbnails({model.exhibit.frames[0].id: QPixmap(4, 4)})
    model.set_exhibit(replace(model.exhibit, facts=ExhibitFacts(sensitivity=Sensitivity.INTIMATE)))
    with qtbot.assertNotEmitted(model.thumbnails_wanted, wait=50):
        assert model.data(model.index(1), Qt.ItemDataRole.DecorationRole) is None


def test_nothing_is_held_after_it_is_taken_away(model: FramesModel) -> None:
    model.set_exhibit(None)
    assert model.rowCount() == 0
    assert not model.first_frame().isValid()


def test_a_picture_is_found_by_its_id(model: FramesModel) -> None:
    third = model.exhibit.frames[2]
    assert model.part_at(model.index_of(third.id)) == third
    assert not model.index_of("of another run").isValid()


def test_pictures_of_which_parts_are_covered_are_marked_and_said_to_be(model: FramesModel) -> None:
    model.set_exhibit(covered(model.exhibit, {2: (BOX,)}, {3: 2}))
    marks = [model.data(model.index(n), FrameRole.IS_MARKED) for n in range(model.rowCount())]
    assert [n for n, is_marked in enumerate(marks) if is_marked] == [1, 2]  # it has no long picture any more
    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == "Picture 2, covered"


def test_it_can_be_told_which_are_marked(model: FramesModel, qtbot) -> None:
    with qtbot.waitSignal(model.dataChanged):
        model.set_marked(frozenset({model.exhibit.frames[0].id}))
    assert model.data(model.index(1), FrameRole.IS_MARKED)
    assert not model.data(model.index(0), FrameRole.IS_MARKED)


def test_a_small_picture_from_before_the_covering_is_not_kept(model: FramesModel, qtbot) -> None:
    ids = [one.id for one in model.exhibit.frames]
    model.set_thumbnails(dict.fromkeys(ids, QPixmap(4, 4)))
    model.set_exhibit(covered(model.exhibit, {2: (BOX,)}))
    with qtbot.waitSignal(model.thumbnails_wanted) as wanted:
        for n in range(model.rowCount()):
            model.data(model.index(n), Qt.ItemDataRole.DecorationRole)
    assert wanted.args == [(ids[1],)]


def test_a_long_picture_from_before_the_covering_is_not_shown(model: FramesModel) -> None:
    made = covered(model.exhibit, {2: (BOX,)})
    model.set_exhibit(made)
    assert model.first_frame().row() == 0
    again = replace(joined(made).record, parents=tuple(one.shown_sha256 for one in made.frames))
    model.set_exhibit(replace(made, derivatives=(*made.derivatives, again)))
    assert model.first_frame().row() == 1


def test_the_long_picture_may_be_left_out(words, qapp, model: FramesModel) -> None:
    other = FramesModel(words, has_joined=False)
    other.set_exhibit(model.exhibit)
    assert other.rowCount() == 5
