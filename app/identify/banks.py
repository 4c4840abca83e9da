# SPDX-License-Identifier: MIT
"""International account numbers: whether one is right, and which bank it leads to. See docs/adr/0018."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schwifty import IBAN

# Source: ISO 13616-1: country, two check digits, at most thirty characters; capitals and digits of ASCII.
_FORM = re.compile(r"[A-Z]{2}[0-9]{2}[0-9A-Z]{8,30}")
_SORT_CODE_COUNTRIES = frozenset({"GB", "IE"})  # their branch is the sort code, six digits


@dataclass(frozen=True, slots=True)
class BankAccount:
    """What an IBAN says of the account.

    Attributes:
        country: two letters.
        bank_code: of the bank, as that country writes it.
        account_number: as that country writes it.
        sort_code: of the branch, in the UK and Ireland.
        bank: its name, where the registry of the library has it; banks merge, so it may be an older one.
        bic: for messages between banks, where the registry has it.
    """

    country: str
    bank_code: str
    account_number: str
    sort_code: str | None = None
    bank: str | None = None
    bic: str | None = None


def is_account(text: str) -> bool:
    """Whether it is an account in capitals, without spaces, with the one right pair of check digits."""
    return _read(text) is not None


def is_of_its_country(text: str) -> bool:
    """Whether letters and digits stand as this country has them, whatever the check digits say."""
    if not _FORM.fullmatch(f"{text[:2]}00{text[4:]}"):
        return False
    from schwifty import IBAN  # noqa: PLC0415 - 35 to 80 ms, and only where an account is seen
    from schwifty.exceptions import SchwiftyException  # noqa: PLC0415 - with it

    try:
        IBAN.from_bban(text[:2], text[4:])
    except SchwiftyException:
        return False
    return True


def read_account(text: str) -> BankAccount | None:
    """Return what an IBAN says of the account; ``None`` if it is no right one.

    Looking up the bank reads the registry of its country: up to 20 ms the first time.
    """
    found = _read(text)
    if found is None:
        return None
    is_sorted = found.country_code in _SORT_CODE_COUNTRIES
    return BankAccount(
        country=found.country_code,
        bank_code=found.bank_code,
        account_number=found.account_code,
        sort_code=found.branch_code if is_sorted else None,
        bank=found.bank_name or None,
        bic=str(found.bic) if found.bic else None,
    )


def _read(text: str) -> IBAN | None:
    """Return the account as the library holds it, if all of it is right."""
    if not _FORM.fullmatch(text):
        return None
    from schwifty import IBAN  # noqa: PLC0415 - 35 to 80 ms, and only where an account is seen
    from schwifty.exceptions import SchwiftyException  # noqa: PLC0415 - with it

    try:
        return IBAN(text)
    except SchwiftyException:
        return None
