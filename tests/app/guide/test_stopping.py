# SPDX-License-Identifier: MIT
"""The rows of "Do this now" can be read out whatever is missing, and give no secret away."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, combinations
from typing import TYPE_CHECKING

import pytest

from app import paths
from app.guide.contacts import Contacts
from app.guide.stopping import Standing, StepKind, standing, steps
from app.guide.ways_to_pay import WaysToPay, WayToPay
from app.model import Answer, Payment

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Contacts.load(paths.resources() / "contacts").fields("England")
WAYS = {way.id: way.placed(HERE) for way in WaysToPay.load(paths.resources() / "payments")}
AT = datetime(2026, 11, 24, 2, 20, tzinfo=UTC)
FULL = Payment(
    "western_union",
    20_000,
    "GBP",
    AT,
    reference="4129057183",
    payee="Jean-Paul Mbala",
    payee_place="Abidjan",
    sender="Tom Hale",
    paid_from="Monzo",
    to_address="TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
    transaction="4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b",
    coin="USDT",
    to_iban="GB29NWBK60161331926819",
    to_sort_code="601613",
    to_account_number="31926819",
)
SPOKEN = {"amount": "£200", "time": "02:20", "police_reference": "CR/1"}
FIELDS = ("reference", "payee", "coin", "to_address", "transaction", "to_iban", "to_sort_code")
FIELDS += ("to_account_number", "payee_place")


def subsets(names: Iterable[str]) -> Iterable[tuple[str, ...]]:
    kept = tuple(names)
    return chain.from_iterable(combinations(kept, count) for count in range(len(kept) + 1))


def test_western_union_says_all_of_it() -> None:
    call, say, give, ask = steps(WAYS["western_union"], FULL, amount="£200", time="02:20")
    assert (call.kind, call.text, call.phone) == (StepKind.CALL, "Call Western Union", None)
    assert say.text == (
        "I was threatened and I sent money. Please stop this transfer. The MTCN is 412-905-7183. "
        "I sent £200 to Jean-Paul Mbala at 02:20. Has it been collected?"
    )
    assert [(each.field, each.shown, each.copied) for each in give.given] == [
        ("reference", "412-905-7183", "4129057183"),
        ("payee", "Jean-Paul Mbala", "Jean-Paul Mbala"),
    ]
    assert "case number" in ask.text


def test_a_bank_is_called_on_159_and_given_the_account() -> None:
    call, _, give, _ = steps(WAYS["bank_transfer"], FULL)
    assert call.phone == "159"
    shown = {each.field: each.shown for each in give.given}
    assert shown["to_sort_code"] == "60-16-13"
    assert shown["to_account_number"] == "31926819"
    assert shown["to_iban"] == "GB29 NWBK 6016 1331 9268 19"


@pytest.mark.parametrize("way", list(WAYS.values()), ids=lambda way: way.id)
@pytest.mark.parametrize("blank", [None, "", "  \u200b "])
def test_every_combination_of_missing_fields_can_be_read_out(way: WayToPay, blank: str | None) -> None:
    asked = [name for name in FIELDS if name in {*way.fields, "coin"}]
    for missing in subsets([*asked, *SPOKEN]):
        payment = replace(FULL, **{name: blank for name in missing if name in FIELDS})
        known = {name: text for name, text in SPOKEN.items() if name not in missing}
        rows = steps(way, payment, **known)
        assert [row.kind for row in rows] == [StepKind.CALL, StepKind.SAY, StepKind.GIVE, StepKind.ASK]
        text = " ".join(f"{row.text} {row.note}" for row in rows)
        assert not re.search(r"None|[{}|\[\]]|  +[^ ]| [.,?]|\bto[.?]|\bat[.?]", text.replace("  ", " ")), (
            text
        )
        assert rows[2].text == (way.give if rows[2].given else way.without)


@pytest.mark.parametrize("way", list(WAYS.values()), ids=lambda way: way.id)
def test_with_nothing_known_every_way_still_says_whom_to_call(way: WayToPay) -> None:
    call, say, give, _ = steps(way, Payment(way.id, None, None, None))
    assert call.text
    assert say.text
    assert (give.text, give.given) == (way.without, ())


def test_a_gift_card_is_given_by_its_end_and_never_copied() -> None:
    payment = Payment("gift_card", 5000, "GBP", AT, reference="XABC DEFG HIJK 4K7P")
    rows = steps(WAYS["gift_card"], payment, amount="£50")
    (given,) = rows[2].given
    assert given.shown.endswith("4K7P")
    assert given.copied is None
    assert "XABC" not in repr(rows)


def test_a_name_of_ten_kilobytes_does_not_fill_the_sentence() -> None:
    payment = replace(FULL, payee="J" * 10_000, reference="9" * 10_000)
    rows = steps(WAYS["western_union"], payment, amount="£" * 10_000, time="t" * 10_000)
    assert len(rows[1].text) < 500


@pytest.mark.parametrize(
    ("way", "change", "wanted"),
    [
        ("western_union", {"collected": Answer.NO}, Standing.CAN_BE_STOPPED),
        ("western_union", {}, Standing.MAY_BE_STOPPED),
        ("western_union", {"collected": Answer.YES}, Standing.COLLECTED),
        ("western_union", {"collected": Answer.NO, "can_be_stopped": False}, Standing.GONE),
        ("western_union", {"collected": Answer.NO, "stopped_at": AT}, Standing.STOPPED),
        ("bank_transfer", {"collected": Answer.NO}, Standing.MAY_BE_STOPPED),
        ("bank_transfer", {"can_be_stopped": True}, Standing.CAN_BE_STOPPED),
        ("bitcoin", {"collected": Answer.NO}, Standing.GONE),
        ("bitcoin", {"can_be_stopped": True}, Standing.CAN_BE_STOPPED),
    ],
)
def test_how_a_payment_stands(way: str, change: dict[str, object], wanted: Standing) -> None:
    assert standing(WAYS[way], Payment(way, None, None, None, **change)) is wanted  # type: ignore[arg-type]
