# SPDX-License-Identifier: MIT
from __future__ import annotations

import dataclasses
import inspect
from typing import Any, get_args

import pytest

from app import model
from app.model import Exhibit, ExhibitFacts, ExhibitId, Fact
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START

VALUES = [kind for _, kind in inspect.getmembers(model, dataclasses.is_dataclass)]


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_values_cannot_be_changed(kind: Any) -> None:
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in vars(kind)


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_nothing_mutable_is_shared(kind: Any) -> None:
    for field in dataclasses.fields(kind):
        assert not isinstance(field.default, (list, dict, set))


@pytest.mark.parametrize("kind", get_args(Fact), ids=lambda kind: kind.__name__)
def test_not_known_is_none_and_never_a_guess(kind: Any) -> None:
    """What is not told is none, empty, "not known" or "no mark": never a yes, a number or a text."""
    for field in dataclasses.fields(kind):
        if field.default is not dataclasses.MISSING:
            said = field.default
            assert said in {None, (), False, model.Answer.NOT_KNOWN, model.Sensitivity.NONE}, field.name


def test_an_exhibit_is_named_by_the_bytes_of_its_original() -> None:
    taken = acquisition(b"picture")
    exhibit = Exhibit(ExhibitId("x"), 1, "TJH/1", 5, START, taken.record, ExhibitFacts())
    assert exhibit.sha256 == taken.record.content.sha256
    assert exhibit.withdrawn_at is None
