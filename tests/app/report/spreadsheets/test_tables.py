# SPDX-License-Identifier: MIT
from __future__ import annotations

import csv
import io
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import Account, Payment, Strength
from app.report.dossier import NumberedPayment
from app.report.spreadsheets.tables import FORMULA, accounts, amount, defused, payments, table
from tests.fakes.clock import START

if TYPE_CHECKING:
    from tests.app.package.conftest import Exported


def rows(exported: Exported, name: str) -> list[dict[str, str]]:
    text = exported.files[f"data/tables/{name}"].decode("utf-8")
    assert text[0] == "\ufeff"
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_accounts_have_the_columns_that_a_provider_asks_for(exported: Exported) -> None:
    theirs, own = rows(exported, "accounts.csv")
    assert theirs["provider"] == "Skype"
    assert theirs["legal_request_to"] == "Microsoft"
    assert theirs["esp_identifier"] == "live:.cid.1f2e3d"
    assert theirs["screen_name"] == ""
    assert theirs["display_name"] == "'=Am[U+202E]elie (2026-11-24T02:16:05.123Z)"
    assert (theirs["whose"], own["whose"], own["esp_identifier"]) == ("other", "own", "tom.hale")


@pytest.mark.parametrize(
    ("strength", "id_kind", "column"),
    [
        (Strength.STRONG, "Skype Name", "esp_identifier"),
        (Strength.MEDIUM, "phone number", "esp_identifier"),
        (Strength.MEDIUM, "username", "screen_name"),
        (Strength.WEAK, None, "screen_name"),
    ],
)
def test_what_a_provider_searches_by_has_its_own_column(
    exported: Exported, strength: Strength, id_kind: str | None, column: str
) -> None:
    account = Account("whatsapp", "447700900123", id_kind, strength)
    entry = SimpleNamespace(
        number=1, account=account, platform=SimpleNamespace(name="WhatsApp", provider="Meta"),
        exhibit_refs=(), offender=None, joined=(),
    )  # fmt: skip
    made = accounts(SimpleNamespace(accounts=(entry,), own_accounts=()))
    (row,) = csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""))
    other = ({"esp_identifier", "screen_name"} - {column}).pop()
    assert (row[column], row[other]) == ("447700900123", "")


def test_what_was_read_stands_beside_what_was_kept() -> None:
    account = Account("skype", "live:a1", "Skype Name", Strength.STRONG, read_as="live:al", read_permille=908)
    entry = SimpleNamespace(
        number=1, account=account, platform=SimpleNamespace(name="Skype", provider=None), exhibit_refs=(),
        offender=None, joined=(),
    )  # fmt: skip
    made = accounts(SimpleNamespace(accounts=(entry,), own_accounts=()))
    (row,) = csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""))
    assert (row["read_as"], row["read_certainty_percent"]) == ("live:al", "90")


def test_payments_give_the_amount_as_stored(exported: Exported) -> None:
    (payment,) = rows(exported, "payments.csv")
    assert (payment["amount"], payment["currency"], payment["reference"]) == ("200.00", "GBP", "0123456789")
    assert (payment["collected"], payment["bank_told"]) == ("no", "")


def test_payments_say_who_was_told_and_never_a_number_that_can_be_spent() -> None:
    paid = Payment(
        "gift_card", 5000, "GBP", None, "X4K7PQ9ZW2", provider_told_at=START, provider_reference="AP 9",
        collected_where="a shop", to_iban="GB33BUKB20201555555555",
    )  # fmt: skip
    numbered = NumberedPayment(1, paid, read_in="TJH/3", exhibit_refs=("TJH/3", "TJH/4"))
    made = payments(SimpleNamespace(payments=(numbered,)))
    (row,) = csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""))
    assert row["reference"] == "\u2022" * 6 + "9ZW2"
    assert "X4K7" not in made.decode()
    assert (row["provider_told"], row["provider_told_at_utc"], row["provider_reference"]) == (
        "yes", "2026-11-24T02:16:05.123Z", "AP 9",
    )  # fmt: skip
    assert (row["number_read_in"], row["exhibits"], row["bank_told"]) == ("TJH/3", "TJH/3 TJH/4", "")


def test_accounts_say_which_the_person_joined_and_hold_the_headers_whole() -> None:
    account = Account("email", "k@example.org", "e-mail address", Strength.MEDIUM, headers="From: k\n=1+1")
    entry = SimpleNamespace(
        number=1, account=account, platform=SimpleNamespace(name="E-mail", provider=None), exhibit_refs=(),
        offender="the one who calls himself Kevin", joined=(1, 3),
    )  # fmt: skip
    made = accounts(SimpleNamespace(accounts=(entry,), own_accounts=()))
    (row,) = csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""))
    assert (row["offender_as_named"], row["joined_with"]) == ("the one who calls himself Kevin", "3")
    assert (row["has_email_headers"], row["email_headers"]) == ("yes", "From: k\n=1+1")


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+44 7700 900123", "'+44 7700 900123"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", "' =1"),
        ("\uff1d1", "'\uff1d1"),
        ("\t=1", "[U+0009]=1"),
        ("\r=1", "[U+000D]=1"),
        ("\n=1", "'\n=1"),
        ("a\u202eb\x00c\u200b", "a[U+202E]b[U+0000]c[U+200B]"),
        ("live:.cid.abc", "live:.cid.abc"),
        ("caf\u00e9 \U0001f600", "caf\u00e9 \U0001f600"),
        ("", ""),
    ],
)
def test_a_cell_runs_nothing_and_hides_nothing(cell: str, shown: str) -> None:
    assert defused(cell) == shown


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=2, max_size=2))
def test_any_text_stays_in_its_cell(cells: list[str]) -> None:
    text = table(("a", "b"), [cells]).decode("utf-8").removeprefix("\ufeff")
    _, row = csv.reader(io.StringIO(text, newline=""))
    assert row == [defused(cell) for cell in cells]
    assert not any(cell.lstrip().startswith(FORMULA) for cell in row)


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        (20000, "GBP", "200.00"),
        (5, "EUR", "0.05"),
        (500, "JPY", "500"),
        (1234, "KWD", "1.234"),
        (None, "GBP", ""),
        (7, None, "0.07"),
        (214000, "BTC", "0.00214000"),
        (-150, "GBP", "-1.50"),
    ],
)
def test_an_amount_is_in_the_main_unit(minor: int | None, currency: str | None, text: str) -> None:
    assert amount(minor, currency) == text
