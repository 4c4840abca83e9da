# SPDX-License-Identifier: MIT
"""What was paid, as page 1 shows it."""

from dataclasses import replace

import pytest

from app.model import Answer
from app.report.dossier import NumberedPayment
from app.report.page1_limits import Limits
from app.report.page1_paid import collected_cell, paid


def text_of(spans):
    return "".join(span.text for span in spans)


@pytest.mark.parametrize(
    ("collected", "can_be_stopped", "has_time", "expected"),
    [
        (Answer.NO, True, True, "No, checked 24 Nov 02:50"),
        (Answer.NO, True, False, "No, time of check not known"),
        (Answer.YES, False, False, "Yes, cannot be recalled"),
        (Answer.YES, None, False, "Yes"),
        (Answer.NOT_KNOWN, None, True, "not known, looked 24 Nov 02:50"),
        (Answer.NOT_KNOWN, None, False, "not known"),
    ],
)
def test_collected_always_says_when_a_no_was_checked(
    writer, sample, collected, can_be_stopped, has_time, expected
):
    transfer = sample[0].payments[1].payment
    at = transfer.checked_at if has_time else None
    payment = replace(transfer, collected=collected, can_be_stopped=can_be_stopped, checked_at=at)
    assert text_of(collected_cell(writer, payment)) == expected


def test_a_collected_transfer_prints_its_own_reference(sheet_of, sample):
    transfer = replace(sample[0].payments[1].payment, collected=Answer.YES)
    sheet = sheet_of(replace(sample[0], payments=(NumberedPayment(1, transfer),)))
    paid(sheet, Limits())
    assert "Western Union MTCN 583 204 9176" in sheet.pen.said
    assert "Paid £250.00 in one payment" in sheet.pen.said
