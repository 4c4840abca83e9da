# SPDX-License-Identifier: MIT
"""Payments in full and their words letter for letter."""

from dataclasses import replace

from app.report.payments import draw_demands, draw_payments


def test_the_one_that_can_be_stopped_comes_first(page_with):
    text = page_with("Payments The one")
    assert text.index("Payment 2. Western Union, £250.00: not collected") < text.index("Payment 1. Bitcoin")
    assert "Sum of the payments below: £400.00." in text
    assert "Western Union\u2019s fraud team" in text


def test_long_values_are_grouped_and_said_to_be(page_with):
    text = page_with("Payments The one")
    assert "bc1q w508 d6qe jxtd g4y5 r3za rvar y0c5 xw7k v8f3 t4" in text
    assert text.count("(spaces added for reading only)") == 2


def test_words_are_as_sent(page_with, sample):
    text = page_with("Demands, word for word")
    for quoted in sample[0].demands:
        assert f"“{quoted.demand.words}”" in text


def test_demands_without_payments_have_a_page_of_their_own(sheet_of, sample):
    sheet = sheet_of(replace(sample[0], payments=()))
    draw_demands(sheet)
    assert sheet.pages["demands"] == 2


def test_another_service_gets_the_general_advice(sheet_of, sample):
    payment = replace(sample[0].payments[1].payment, method="PostPay", reference="AB 12")
    sheet = sheet_of(replace(sample[0], payments=(replace(sample[0].payments[1], payment=payment),)))
    draw_payments(sheet)
    assert "contact PostPay with the reference before collection" in sheet.pen.said
    assert "Reference AB 12" in sheet.pen.said
