# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model import (
    Account,
    AcquisitionRecord,
    CaseFacts,
    ExhibitId,
    Fact,
    Note,
    SafeContact,
    SeenIn,
    Under18,
)
from app.plain import from_plain, to_plain
from tests.fakes.acquisitions import acquisition

MOMENTS = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001 - the zone stands below
    datetime(2090, 1, 1),  # noqa: DTZ001 - the zone stands below
    timezones=st.just(UTC),
).map(lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000))
MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
st.register_type_strategy(datetime, MOMENTS)
st.register_type_strategy(time, MINUTES)


@dataclass(frozen=True)
class Dated:
    on: date


@settings(max_examples=30)
@given(st.data())
@pytest.mark.parametrize("kind", [*get_args(Fact), AcquisitionRecord], ids=lambda kind: kind.__name__)
def test_every_fact_comes_back_through_json(kind: type[Any], data: st.DataObject) -> None:
    fact = data.draw(st.from_type(kind))
    assert from_plain(kind, json.loads(json.dumps(to_plain(fact)))) == fact


def test_how_values_are_written() -> None:
    contact = SafeContact(from_time=time(18, 30))
    facts = CaseFacts(
        under_18=Under18.NOT_SURE,
        country="GB",
        held=("video",),
        contact=contact,
        risk_asked_at=datetime(2026, 11, 24, 3, 16, 5, 123_999, timezone(timedelta(hours=1))),
    )
    plain = to_plain(facts)
    assert plain["under_18"] == "not_sure"
    assert type(plain["under_18"]) is str
    assert plain["held"] == ["video"] or plain["held"] == ("video",)
    assert plain["contact"]["from_time"] == "18:30"
    assert plain["risk_asked_at"] == "2026-11-24T02:16:05.123Z"
    assert to_plain(Dated(date(2026, 11, 24))) == {"on": "2026-11-24"}
    assert from_plain(Dated, {"on": "2026-11-24"}) == Dated(date(2026, 11, 24))


def test_ids_stay_text() -> None:
    seen = SeenIn(ExhibitId("abc"))
    assert to_plain(seen) == {"exhibit": "abc", "rect": None}
    assert from_plain(SeenIn, to_plain(seen)) == seen


@pytest.mark.parametrize(
    "plain",
    [
        {"about": "case"},
        {"about": "case", "words": "x", "more": 1},
        {"about": "case", "words": 5},
        {"about": "case", "words": None},
        {"about": "case", "words": ["x"]},
        {"about": True, "words": "x"},
        [],
        None,
        "note",
        5,
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(plain: object) -> None:
    with pytest.raises(ValueError, match="Note"):
        from_plain(Note, plain)


@pytest.mark.parametrize(
    "change",
    [
        {"under_18": "perhaps"},
        {"under_18": None},
        {"age": "42"},
        {"age": 4.5},
        {"age": True},
        {"blocked": "yes"},
        {"blocked": 1},
        {"held": "video"},
        {"risk_asked_at": "2026-11-24T02:16:05"},
        {"risk_asked_at": 5},
        {"contact": {"from_time": "soon"}},
        {"contact": None},
    ],
    ids=str,
)
def test_values_are_not_bent_to_fit(change: dict[str, object]) -> None:
    plain = to_plain(CaseFacts(under_18=Under18.NO, country="GB"))
    with pytest.raises(ValueError, match="does not fit CaseFacts"):
        from_plain(CaseFacts, plain | change)


def test_messages_hold_no_content() -> None:
    with pytest.raises(ValueError, match="Note") as refused:
        from_plain(Note, {"about": "case", "words": "x", "planted": 1})
    assert "planted" not in str(refused.value)
    assert refused.value.__suppress_context__
    assert refused.value.__cause__ is None


def test_a_whole_acquisition_record() -> None:
    record = replace(acquisition().record, seq=7, exhibit_ref="TJH/1")
    assert from_plain(AcquisitionRecord, to_plain(record)) == record
    assert set(to_plain(record)["content"]) == {
        "mime",
        "size_bytes",
        "width_px",
        "height_px",
        "sha256",
        "sha256_pixels",
    }


def test_accounts_may_leave_out_what_is_not_known() -> None:
    assert (
        from_plain(
            Account, {"platform": "skype", "stable_id": None, "id_kind": None, "strength": "weak"}
        ).display_names
        == ()
    )


@pytest.mark.parametrize(
    "text",
    ["2026-11-24 02:16:05.000Z", "20261124T021605Z", "2026-11-24T02:16:05.000+00:00", "2026-11-24T02:16:05Z"],
)
def test_a_time_has_one_spelling(text: str) -> None:
    right = from_plain(datetime, "2026-11-24T02:16:05.000Z")
    assert to_plain(right) == "2026-11-24T02:16:05.000Z"
    with pytest.raises(ValueError, match="does not fit"):
        from_plain(datetime, text)
