# SPDX-License-Identifier: MIT
"""An address says which coin it is for, that a slip is in it, or that it has nothing to check."""

from __future__ import annotations

import pytest

from app.identify.coin_numbers import bare_address, check_address, check_hash
from app.identify.number_verdicts import Said

BITCOIN = "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"
TRON = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"
ETHEREUM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
HASH = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"


@pytest.mark.parametrize(
    ("kind", "text"),
    [("bitcoin_address", BITCOIN), ("tron_address", TRON), ("ethereum_address", ETHEREUM)],
)
def test_an_address_is_good_for_its_coin_and_for_any(kind: str, text: str) -> None:
    assert check_address(kind, text).is_good
    verdict = check_address("coin_address", text)
    assert (verdict.is_good, verdict.words) == (True, f"number.coin.{kind}")


@pytest.mark.parametrize(
    ("wanted", "text", "other"),
    [
        ("bitcoin_address", ETHEREUM, "ethereum_address"),
        ("bitcoin_address", ETHEREUM.lower(), "ethereum_address"),
        ("bitcoin_address", TRON, "tron_address"),
        ("ethereum_address", BITCOIN, "bitcoin_address"),
        ("ethereum_address", HASH, "transaction_hash"),
        ("coin_address", f"0x{HASH}", "transaction_hash"),
    ],
)
def test_an_address_of_another_coin_is_called_that(wanted: str, text: str, other: str) -> None:
    verdict = check_address(wanted, text)
    assert (verdict.said, verdict.other) == (Said.OTHER_KIND, other)


@pytest.mark.parametrize("text", [ETHEREUM.lower(), "0X" + ETHEREUM[2:].upper()])
def test_an_ethereum_address_in_one_case_is_said_to_have_no_check(text: str) -> None:
    verdict = check_address("coin_address", text)
    assert (verdict.said, verdict.words) == (Said.NO_SUM, "number.coin.no_sum")
    assert verdict.normalised.startswith("0x")


@pytest.mark.parametrize("text", [BITCOIN[:-1] + "q", TRON[:-1] + "T", ETHEREUM.replace("5aA", "5AA")])
def test_a_slip_is_said(text: str) -> None:
    assert check_address("coin_address", text).said is Said.SUM_DIFFERS


def test_an_address_of_a_test_network_is_called_one() -> None:
    verdict = check_address("bitcoin_address", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx")
    assert verdict.words == "number.coin.test"


def test_of_a_coin_we_do_not_know_nothing_is_said_but_that() -> None:
    solana = "7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV"
    assert check_address("coin_address", solana).words == "number.coin.unknown"
    assert check_address("bitcoin_address", "hello").words == "number.coin.odd"


@pytest.mark.parametrize(
    "text",
    [f"bitcoin:{BITCOIN}?amount=0.002&label=x", f"BITCOIN:{BITCOIN}", f"{BITCOIN[:20]} {BITCOIN[20:]}"],
)
def test_what_stands_round_an_address_falls_off(text: str) -> None:
    assert bare_address(text) == BITCOIN


@pytest.mark.parametrize(
    "text", [HASH, f"0x{HASH}", f"https://mempool.space/tx/{HASH}", f"https://etherscan.io/tx/0x{HASH}#x"]
)
def test_a_transaction_is_found_in_a_link_to_it(text: str) -> None:
    verdict = check_hash(text)
    assert verdict.is_good
    assert verdict.normalised.removeprefix("0x") == HASH


def test_a_transaction_of_another_length_is_looked_at_again() -> None:
    assert check_hash(HASH[:-1]).words == "number.hash.length"
    assert check_hash("hello").words == "number.hash.odd"
    assert check_hash(TRON).words == "number.other.coin_address"
