# SPDX-License-Identifier: MIT
"""Pictures of what belongs to payments: money that may be stopped, the list, and the form of every way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from app.model import Answer, Entry, EntryId, Payment
from tests.shot import Shot
from ui.paying import Paid
from ui.widgets.outcome_form import Outcome
from ui.widgets.payment_more import Offers

if TYPE_CHECKING:
    from ui.pages.payments import PaymentsPage

NOW = datetime(2026, 11, 24, 2, 20, tzinfo=UTC)
WAITING = Payment(
    "western_union", 20_000, "GBP", NOW - timedelta(hours=1), reference="4129057183", payee="J.-P. Mbala",
    payee_place="Abidjan", collected=Answer.NO, checked_at=NOW,
)  # fmt: skip
PAYPAL = Payment(
    "paypal", 10_000, "GBP", NOW - timedelta(days=1), reference="8XR41277KD0935141",
    payee="jp.mbala@example.com", collected=Answer.YES, checked_at=NOW - timedelta(days=1),
)  # fmt: skip
CARD = Payment(
    "gift_card", 5_000, "GBP", NOW - timedelta(days=2), reference="X9QT2B7LM3K84K7P", payee="Apple",
    collected=Answer.YES,
)  # fmt: skip
COINS = Payment(
    "bitcoin", 214_000, "BTC", NOW - timedelta(days=2),
    to_address="bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    transaction="7c1e90ab52d466f018c3be27a9d14405e3f86b920dc731aa58e6fd10c4b92e73",
)  # fmt: skip
TYPED = {
    "western_union": {"reference": "412 905 7183", "payee": "J.-P. Mbala", "payee_place": "Abidjan"},
    "moneygram": {"reference": "4129057183"},
    "ria": {"reference": "11223344556"},
    "bank_transfer": {
        "to_sort_code": "601613",
        "to_account_number": "31926819",
        "to_iban": "GB28NWBK60161331926819",
    },
    "card": {"payee": "MBALA ONLINE"},
    "paypal": {"payee": "jp.mbala@example.com"},
    "cash_app": {"payee": "$jpmbala"},
    "bitcoin": {"to_address": "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"},
    "crypto": {"coin": "USDT on TRON", "to_address": "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"},
    "gift_card": {"secret": "X9QT2B7LM3K84K7P"},
    "cash": {"payee_place": "A parcel to Leeds"},
    "other": {},
}


def paid(*payments: Payment) -> Paid:
    """Return these as they are kept, the latest first."""
    entries = [Entry(EntryId(str(number)), each, NOW, NOW, 1) for number, each in enumerate(payments)]
    return Paid(tuple(entries), Offers())


def show(page: PaymentsPage, *payments: Payment) -> None:
    """The page shows these and nothing else."""
    page.editor.close_form()
    page.outcome.forget()
    page.show_paid(paid(*payments))


def add(page: PaymentsPage, way: str, collected: Answer = Answer.NO) -> None:
    """The form of a new payment is open and partly filled."""
    show(page, PAYPAL)
    page.overview.add.click()
    form = page.editor.form
    form.method.chips[way].click()
    if not form.collected.isHidden():
        form.collected.chips[str(collected)].click()
    form.amount.set_text("200")
    form.paid_at.set_text("23 Nov 21:40")
    for name, text in TYPED[way].items():
        form.fields.fields[name].set_text(text)


def late(page: PaymentsPage) -> None:
    """It was collected before the call."""
    show(page, WAITING, PAYPAL)
    (before,) = paid(WAITING).payments
    page.outcome.ask(Outcome.LATE, replace(before, fact=replace(WAITING, collected=Answer.YES)), before)
    page.show_paid(paid(replace(WAITING, collected=Answer.YES, checked_at=NOW), PAYPAL))


def typed_anything(page: PaymentsPage) -> None:
    """Everything odd at once."""
    add(page, "western_union", Answer.YES)
    form = page.editor.form
    form.amount.set_text("-200")
    form.paid_at.set_text("24 Dec 10:00")
    form.fields.fields["reference"].set_text("O12 345 6789")
    form.fields.fields["payee"].set_text("Mbala " * 2_000)
    form.fields.fields["payee_place"].set_text("Abi\u202edjan")
    page.scroll_area.verticalScrollBar().setValue(10_000)


MANY = tuple(
    replace(PAYPAL, paid_at=NOW - timedelta(days=number), amount_minor=1_000 * number, payee="x" * number)
    for number in range(1, 501)
)
PAYMENTS: dict[str, Shot] = {
    "10-payments": Shot("payments", act=lambda page: show(page, WAITING, PAYPAL, CARD)),
    "10b-payments-collected": Shot("payments", act=lambda page: show(page, PAYPAL, CARD)),
    "10c-payments-none": Shot("payments", act=show),
    "10d-payments-late": Shot("payments", act=late),
    "10e-payments-several": Shot(
        "payments",
        act=lambda page: show(page, WAITING, replace(WAITING, method="moneygram", payee="A"), PAYPAL),
    ),
    "10f-payments-coins": Shot("payments", act=lambda page: show(page, COINS, PAYPAL)),
    "10g-payments-many": Shot("payments", act=lambda page: show(page, *MANY)),
    "10h-payments-odd": Shot("payments", act=typed_anything),
}
PAYMENTS |= {
    f"10k-payments-form-{way}": Shot("payments", act=partial(add, way=way), settle_ms=600) for way in TYPED
}
