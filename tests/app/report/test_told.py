# SPDX-License-Identifier: MIT
from dataclasses import replace

from app.model import Payment
from app.report.told import told_of, told_when
from tests.app.timeline.cases import AT

PAYMENT = Payment("western_union", 100, "GBP", AT)


def test_a_time_or_a_reference_says_that_they_were_told():
    assert [told.is_told for told in told_of(PAYMENT)] == [None, None]
    one = replace(PAYMENT, provider_told=False, bank_reference="B 1")
    assert [told.is_told for told in told_of(one)] == [False, True]
    assert told_of(replace(PAYMENT, provider_told=False, provider_told_at=AT))[0].is_told


def test_time_and_reference_stand_behind_who_was_told(writer):
    told, unknown = told_of(replace(PAYMENT, provider_told_at=AT, provider_reference="WU 7 " * 20))
    assert "".join(span.text for span in told_when(writer, told, 12)) == " 23 Nov 21:40, ref WU 7 WU 7\u2026"
    assert told_when(writer, unknown, 12) == []
