# SPDX-License-Identifier: MIT
"""Payments in full: who was told, where the number is from, and none that could be spent."""

from dataclasses import replace

import pytest

from app.model import Answer
from app.paths import resources
from app.report.payments import draw_payments


def test_the_one_that_can_be_stopped_comes_first(page_with):
    text = page_with("Payments The one")
    assert text.index("Payment 2. Western Union, £250.00: not collected") < text.index("Payment 1. Bitcoin")
    assert "Sum of the payments below: £400.00." in text
    assert "Western Union\u2019s fraud team" in text


def test_long_values_are_grouped_and_said_to_be(page_with):
    text = page_with("Payments The one")
    assert "bc1q w508 d6qe jxtd g4y5 r3za rvar y0c5 xw7k v8f3 t4" in text
    assert text.count("(spaces added for reading only)") == 2


def test_another_service_gets_the_general_advice(sheet_of, sample):
    payment = replace(sample[0].payments[1].payment, method="PostPay", reference="AB 12")
    sheet = sheet_of(replace(sample[0], payments=(replace(sample[0].payments[1], payment=payment),)))
    draw_payments(sheet)
    assert "contact PostPay with the reference before collection" in sheet.pen.said
    assert "Reference AB 12" in sheet.pen.said


def drawn(sheet_of, sample, entry=None, **changed):
    entry = entry or sample[0].payments[1]
    one = replace(entry, payment=replace(entry.payment, **changed))
    sheet = sheet_of(replace(sample[0], payments=(one,)))
    draw_payments(sheet)
    return " ".join(sheet.pen.said.split())


def test_who_was_told_has_time_and_reference(sheet_of, sample):
    at = sample[0].prepared.utc
    said = drawn(
        sheet_of, sample, provider_told=True, provider_told_at=at, provider_reference="WU 7", bank_told=True
    )
    assert "Western Union told 24 Nov 03:05, ref WU 7. Bank or card issuer told." in said


def test_a_number_says_where_it_was_read_or_that_it_was_typed(sheet_of, sample):
    assert "Typed by Tom." in drawn(sheet_of, sample)
    read = replace(
        sample[0].payments[1], read_in="TJH/3", exhibit_refs=("TJH/3",), account=sample[0].accounts[0]
    )
    said = drawn(sheet_of, sample, read)
    assert "Read in TJH/3 and kept by Tom." in said
    assert "Asked by Skype 1" in said
    assert "Shown in TJH/3" in said


def test_the_number_of_a_gift_card_is_never_printed_whole(sheet_of, sample):
    said = drawn(sheet_of, sample, method="gift_card", reference="X4K7PQ9ZW2")
    assert "\u2022\u2022\u2022\u2022\u2022\u20229ZW2 (full number with Tom)" in said
    assert "X4K7" not in said


def test_bank_details_are_printed_as_typed(sheet_of, sample):
    said = drawn(
        sheet_of,
        sample,
        to_iban="GB33BUKB20201555555555",
        to_sort_code="20-20-15",
        to_account_number="55555555",
    )
    assert "To IBAN GB33 BUKB 2020 1555 5555 55" in said
    assert "To sort code 20-20-15" in said
    assert "To account no. 55555555" in said


def test_stopped_money_says_so_and_is_not_to_be_stopped_again(sheet_of, sample):
    said = drawn(sheet_of, sample, stopped_at=sample[0].prepared.utc)
    assert "\u00a3250.00: stopped" in said
    assert "Stopped 24 Nov 03:05" in said
    assert "To stop it" not in said


def test_collected_money_says_when_and_where(sheet_of, sample):
    said = drawn(
        sheet_of, sample, collected=Answer.YES, collected_at=sample[0].prepared.utc, collected_where="Abidjan"
    )
    assert "Yes, 24 Nov 03:05, Abidjan" in said


def test_five_hundred_payments_run_over_the_pages(sheet_of, sample):
    many = tuple(replace(sample[0].payments[n % 2], number=n + 1) for n in range(500))
    sheet = sheet_of(replace(sample[0], payments=many))
    draw_payments(sheet)
    assert all(f"Payment {n}. " in sheet.pen.said for n in range(1, 501))


@pytest.mark.parametrize("method", sorted(path.stem for path in (resources() / "payments").glob("*.toml")))
def test_how_to_stop_it_names_someone_who_can(sheet_of, sample, method):
    waiting = replace(
        sample[0].payments[-1].payment,
        method=method,
        collected=Answer.NO,
        can_be_stopped=True,
        stopped_at=None,
    )
    dossier = replace(sample[0], payments=(replace(sample[0].payments[-1], payment=waiting),))
    sheet = sheet_of(dossier)
    draw_payments(sheet)
    said = sheet.pen.said
    assert "To stop it" in said
    for nobody in (
        "contact Bank transfer",
        "contact Gift card",
        "contact Card with",
        "contact Cash with",
        "contact Other",
    ):
        assert nobody not in said
