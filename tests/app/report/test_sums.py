# SPDX-License-Identifier: MIT
"""Sums: nothing is converted, what is not known is said."""

from dataclasses import replace

import pytest

from app.report.dossier import NumberedPayment
from app.report.sums import paid_heading, total
from app.report.text import BODY


def payments(sample, *amounts):
    one = sample[0].payments[0].payment
    return [
        NumberedPayment(n, replace(one, amount_minor=minor, currency=currency))
        for n, (minor, currency) in enumerate(amounts, 1)
    ]


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([(15000, "GBP"), (25000, "gbp")], "£400.00"),
        ([(15000, "GBP"), (2000, "EUR")], "€20.00 and £150.00"),
        ([(15000, "GBP"), (None, "GBP")], "£150.00, and amounts not known"),
        ([(None, None)], "an amount not known"),
        ([(5000, "XOF")], "5,000 XOF"),
        ([(123456789, "JPY")], "123,456,789 JPY"),
        ([(100, None)], "1.00"),
    ],
)
def test_each_currency_has_its_own_sum(writer, sample, amounts, expected):
    assert total(writer, payments(sample, *amounts)) == expected


def test_the_heading_counts_in_words(writer, sample):
    def heading(*amounts):
        return "".join(span.text for span in paid_heading(writer, payments(sample, *amounts), BODY))

    assert heading() == "Paid: nothing recorded"
    assert heading((100, "GBP")) == "Paid £1.00 in one payment"
    assert heading(*[(100, "GBP")] * 12) == "Paid £12.00 in 12 payments"
