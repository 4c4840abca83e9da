# SPDX-License-Identifier: MIT
"""Each way has its own fields; nothing typed is refused; a secret number is not shown again by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from app.model import Payment
from ui.widgets.payment_fields import PaymentFields

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

EMPTY = Payment("other", None, None, None)


@pytest.fixture
def fields(context: Context, qtbot: QtBot) -> PaymentFields:
    fields = PaymentFields(context)
    qtbot.addWidget(fields)
    return fields


def test_only_the_fields_of_the_way_are_there_in_its_order(fields: PaymentFields, context: Context) -> None:
    for way in context.ways_to_pay:
        fields.show_way(way)
        there = [name for name, field in fields.fields.items() if not field.isHidden()]
        wanted = ["secret" if way.is_secret and each == "reference" else each for each in way.fields]
        assert sorted(there) == sorted(wanted)
        column = fields.layout()
        assert [column.itemAt(place).widget().objectName() for place in range(column.count())] == wanted


@pytest.mark.parametrize(
    ("way", "field", "typed", "kept", "kind"),
    [
        ("western_union", "reference", "412-905 7183", "4129057183", "good"),
        ("western_union", "reference", "41290", "41290", "hint"),
        ("moneygram", "reference", "4129057183", "4129057183", "hint"),
        ("bank_transfer", "to_iban", "gb29 nwbk 6016 1331 9268 19", "GB29NWBK60161331926819", "good"),
        ("bank_transfer", "to_iban", "GB28 NWBK", "GB28 NWBK", "hint"),
        ("bitcoin", "to_address", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
         "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "hint"),
        ("western_union", "payee", "x" * 10_000, "x" * 10_000, "hint"),
        ("western_union", "payee", "Ana", "Ana", ""),
    ],
)  # fmt: skip
def test_a_number_is_kept_plain_if_understood_and_as_typed_if_not(
    fields: PaymentFields, context: Context, way: str, field: str, typed: str, kept: str, kind: str
) -> None:
    fields.show_way(context.ways_to_pay[way])
    fields.fields[field].set_text(typed)
    assert fields.values(EMPTY)[field] == kept
    assert fields.fields[field].verdict.kind == kind


def test_a_kept_secret_is_dots_until_show_is_pressed(fields: PaymentFields, context: Context) -> None:
    fields.show_way(context.ways_to_pay["gift_card"])
    kept = Payment("gift_card", None, None, None, reference="X9QT2B7LM3K84K7P")
    fields.load(kept)
    secret = fields.fields["secret"]
    assert secret.edit.echoMode() is QLineEdit.EchoMode.Password
    secret.show_text.click()
    assert secret.edit.echoMode() is QLineEdit.EchoMode.Normal
    assert fields.values(kept)["reference"] == "X9QT2B7LM3K84K7P"


def test_no_verdict_shows_a_secret(fields: PaymentFields, context: Context) -> None:
    fields.show_way(context.ways_to_pay["gift_card"])
    secret = fields.fields["secret"]
    secret.set_text("X9QT2B7LM3K84K7P")
    assert "X9QT" not in secret.verdict.accessibleName()
    assert secret.verdict.kind == "hint"


def test_another_way_keeps_what_both_have(fields: PaymentFields, context: Context) -> None:
    fields.show_way(context.ways_to_pay["western_union"])
    fields.fields["payee"].set_text("Ana")
    fields.show_way(context.ways_to_pay["moneygram"])
    assert fields.values(EMPTY)["payee"] == "Ana"
    assert not fields.is_empty
