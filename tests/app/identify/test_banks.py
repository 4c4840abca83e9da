# SPDX-License-Identifier: MIT
"""An account is right or it is not, as a second library says too, and it leads to its bank."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban

from app.identify.banks import BankAccount, is_account, is_of_its_country, read_account
from app.paths import project_root

UK = "GB29NWBK60161331926819"  # Source: SWIFT IBAN registry, example of the United Kingdom
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_an_account_of_the_uk_leads_to_bank_sort_code_and_number() -> None:
    assert read_account(UK) == BankAccount(
        country="GB",
        bank_code="NWBK",
        account_number="31926819",
        sort_code="601613",
        bank="NATIONAL WESTMINSTER BANK PUBLIC LIMITED COMPANY",
        bic="NWBKGB2LXXX",
    )


def test_an_account_abroad_leads_to_its_bank() -> None:
    german = read_account("DE89370400440532013000")
    assert german
    assert (german.country, german.bank_code, german.bank) == ("DE", "37040044", "Commerzbank")
    assert german.sort_code is None


def test_a_bank_that_is_not_in_the_registry_has_no_name() -> None:
    found = read_account("SC18SSCB11010000000000001497USD")
    assert found
    assert (found.bank, found.bic) == (None, None)
    assert found.bank_code


@pytest.mark.parametrize(
    "text", ["CI93CI0080111301134291200589", "BJ66BJ0610100100144390000769", "SN08SN0100152000048500003035"]
)
def test_accounts_of_west_africa_are_known(text: str) -> None:
    """They are not in the registry of SWIFT, and many are asked to pay there. Source: list of IBAN.com."""
    assert is_account(text)
    assert not iban.is_valid(text, check_country=False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "GB",
        UK.lower(),
        UK[:4] + " " + UK[4:],
        UK + "\n",
        "\uff27\uff22" + UK[2:],
        UK[:-1] + "\u0669",
        "XX00" + UK[4:],
        UK * 50,
    ],
)
def test_nothing_but_the_plain_form_is_one(text: str) -> None:
    assert not is_account(text)
    assert read_account(text) is None


def test_its_form_is_known_whatever_the_check_digits_say() -> None:
    assert is_of_its_country(UK[:2] + "00" + UK[4:])
    assert is_of_its_country(UK[:2] + "OO" + UK[4:])
    assert not is_of_its_country(UK[:-1])
    assert not is_of_its_country("GB29NWBK6016133192681A")


@given(st.text(max_size=40) | st.text(ALPHABET, max_size=40))
def test_no_text_is_too_odd_to_judge(text: str) -> None:
    assert is_account(text) <= is_of_its_country(text)


def test_what_the_second_library_takes_for_an_account_is_one() -> None:
    """It knows fewer countries; of those it knows, both say the same of an account and of a slip in it."""
    chance = random.Random(13616)  # noqa: S311 - drawn from a seed
    for _, country, _, facts, _ in iban._ibandb.prefixes:
        for _ in range(20):
            body = "".join(_signs(facts["bban"], chance))
            text = country + iban.calc_check_digits(f"{country}00{body}") + body
            assert is_account(text), text
            at = chance.randrange(4, len(text))
            slip = text[:at] + chance.choice(ALPHABET) + text[at + 1 :]
            assert is_account(slip) == iban.is_valid(slip, check_country=False) or slip[:2] == "BR", slip


def _signs(form: str, chance: random.Random) -> list[str]:
    """Characters in the form of a country, such as ``4!a14!n``."""
    signs: list[str] = []
    count = ""
    for part in form:
        if part.isdigit():
            count += part
        elif part != "!":
            alphabet = {"n": ALPHABET[:10], "a": ALPHABET[10:], "c": ALPHABET}[part]
            signs += chance.choices(alphabet, k=int(count))
            count = ""
    return signs


def test_an_account_is_judged_in_the_process_that_reads_pictures() -> None:
    """The library is loaded only then: it opens no socket and writes no file."""
    code = (
        f"import sys; sys.path.insert(0, {str(project_root())!r})\n"
        "from app.identify.confine import confine\nfrom app.identify.banks import is_account\nconfine()\n"
        f"print(is_account({UK!r}), is_account({UK[:-1]!r}))"
    )
    ended = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.stdout, ended.stderr) == ("True False\n", "")
