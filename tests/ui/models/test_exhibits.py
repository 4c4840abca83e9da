# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPixmap

from app.model import Exhibit, ExhibitFacts, ExhibitId, Listed, Sensitivity
from tests.fakes.acquisitions import acquisition
from tests.fakes.redacted import BOX, covered
from ui.models.exhibits import KEPT_THUMBNAILS, ExhibitsModel, Heading, Role

DECORATION = Qt.ItemDataRole.DecorationRole


def exhibit(number: int, day: int = 24, hour: int = 2, **facts: object) -> Exhibit:
    at = datetime(2026, 11, day, hour, number % 60, tzinfo=UTC)
    record = acquisition(title=f"Window {number}").record
    record = replace(record, time=replace(record.time, local=at.isoformat()))
    return Exhibit(
        ExhibitId(f"id{number}"), number, f"TJH/{number}", number, at, record, ExhibitFacts(**facts)
    )


def listed(number: int, day: int = 24, hour: int = 2, **facts: object) -> Listed:
    return Listed.of(exhibit(number, day, hour, **facts))


@pytest.fixture
def model(qapp) -> ExhibitsModel:
    return ExhibitsModel(lambda one: f"said {one.ref}")


def rows(model: ExhibitsModel) -> list[object]:
    shown = []
    for place in range(model.rowCount()):
        heading = model.index(place).data(Role.HEADING)
        shown.append(heading or model.index(place).data(Role.EXHIBIT).ref)
    return shown


def test_days_stand_over_their_exhibits_the_newest_first(model: ExhibitsModel) -> None:
    model.set_exhibits([listed(1, 22), listed(2, 24), listed(3, 24)])
    day = [datetime(2026, 11, n, tzinfo=UTC).date() for n in (24, 22)]
    assert rows(model) == [Heading(day[0], 2), "TJH/3", "TJH/2", Heading(day[1], 1), "TJH/1"]


def test_nothing_is_nothing(model: ExhibitsModel) -> None:
    assert model.rowCount() == 0
    assert model.data(QModelIndex()) is None
    assert model.exhibit_at(QModelIndex()) is None


def test_a_heading_cannot_be_chosen(model: ExhibitsModel) -> None:
    model.set_exhibits([listed(1)])
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.exhibit_at(model.index(0)) is None
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_a_screen_reader_hears_the_words(model: ExhibitsModel) -> None:
    model.set_exhibits([listed(1)])
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "said TJH/1"


def test_thumbnails_are_asked_for_once_and_only_when_shown(model: ExhibitsModel, qtbot) -> None:
    model.set_exhibits([listed(n) for n in range(1, 6)])
    with qtbot.waitSignal(model.thumbnails_wanted) as wanted:
        for place in (1, 2, 1):
            assert model.index(place).data(DECORATION) is None
    assert wanted.args == [("id5", "id4")]
    with qtbot.assertNotEmitted(model.thumbnails_wanted, wait=20):
        model.index(1).data(DECORATION)


def test_a_thumbnail_that_came_is_shown(model: ExhibitsModel, qtbot) -> None:
    model.set_exhibits([listed(1)])
    pixmap = QPixmap(4, 4)
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.set_thumbnails({ExhibitId("id1"): pixmap, ExhibitId("gone"): None})
    assert changed.args[0].row() == 1
    assert model.index(1).data(DECORATION).cacheKey() == pixmap.cacheKey()


def test_a_covered_exhibit_has_no_thumbnail_even_if_it_had_one(model: ExhibitsModel, qtbot) -> None:
    model.set_exhibits([listed(1)])
    model.set_thumbnails({ExhibitId("id1"): QPixmap(4, 4)})
    model.set_exhibits([listed(1, sensitivity=Sensitivity.INTIMATE)])
    with qtbot.assertNotEmitted(model.thumbnails_wanted, wait=20):
        assert model.index(1).data(DECORATION) is None
    assert model._pixmaps == {}


def test_only_so_many_thumbnails_are_kept(model: ExhibitsModel) -> None:
    model.set_thumbnails({ExhibitId(f"id{n}"): None for n in range(KEPT_THUMBNAILS + 50)})
    assert len(model._pixmaps) == KEPT_THUMBNAILS


def test_it_knows_where_an_exhibit_stands(model: ExhibitsModel) -> None:
    model.set_exhibits([listed(1), listed(2)])
    assert model.index_of(ExhibitId("id1")).row() == 2
    assert not model.index_of(ExhibitId("none")).isValid()


def test_a_locked_case_leaves_nothing(model: ExhibitsModel) -> None:
    model.set_exhibits([listed(1)])
    model.set_thumbnails({ExhibitId("id1"): QPixmap(4, 4)})
    model.forget()
    assert model.rowCount() == 0
    assert model._pixmaps == {}


def test_a_thumbnail_from_before_parts_were_covered_is_not_kept(model: ExhibitsModel, qtbot) -> None:
    one, other = listed(1), listed(2)
    model.set_exhibits([one, other])
    model.set_thumbnails({one.id: QPixmap(4, 4), other.id: QPixmap(4, 4)})
    model.set_exhibits([Listed.of(covered(exhibit(1), {1: (BOX,)})), other])
    with qtbot.waitSignal(model.thumbnails_wanted) as wanted:
        assert model.index_of(one.id).data(DECORATION) is None
        assert model.index_of(other.id).data(DECORATION) is not None
    assert wanted.args == [(one.id,)]
