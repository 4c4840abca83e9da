# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.test_act_words import ACT
from ui.act_words import ActWords
from ui.models.acts import ActDay, ActRole, ActsModel

ACTS = (
    ACT,
    replace(ACT, seq=10, last=10, at=ACT.at + timedelta(minutes=1)),
    replace(ACT, seq=11, last=11, at=ACT.at + timedelta(days=1)),
)


@pytest.fixture
def model(context) -> ActsModel:
    return ActsModel(ActWords(context))


def test_the_newest_day_and_act_stand_first(model) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_acts(ACTS)
    rows = [model.index(n).data(ActRole.ROW) for n in range(model.rowCount())]
    days = [ActDay((ACT.at + timedelta(hours=1, days=n)).date()) for n in (1, 0)]
    assert rows == [days[0], ACTS[2], days[1], ACTS[1], ACTS[0]]
    assert tester.model() is model


def test_a_day_cannot_be_chosen_and_is_read_out(model) -> None:
    model.set_acts(ACTS[:1])
    day = model.index(0)
    assert not day.flags() & Qt.ItemFlag.ItemIsSelectable
    assert day.data(Qt.ItemDataRole.AccessibleTextRole) == "Thursday 2 July"
    assert model.act_at(day) is None
    assert model.act_at(model.index(1)) == ACT
    assert model.index(1).flags() & Qt.ItemFlag.ItemIsSelectable
    assert "TJH/4" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_is_not_there_says_nothing(model) -> None:
    model.set_acts(ACTS)
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.rowCount(model.index(0)) == 0
    assert model.index(1).data(Qt.ItemDataRole.DecorationRole) is None
