# SPDX-License-Identifier: MIT
"""Sums are held to published examples; no misreading passes, and a repair gives the true text or none."""

from __future__ import annotations

import pytest
from base58_bech32.base58 import b58encode_check
from base58_bech32.bech32 import bech32_encode, convertbits
from Crypto.Hash import keccak
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import iban

from app.identify.checksums import Checked, Sum, check, proves, repair
from app.identify.lookalikes import alike
from app.identify.values import Doubt

# Source: BIP-173 and BIP-350, test vectors, those of the main net.
SEGWIT = (
    "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
    "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
    "BC1SW50QGDZ25J",
    "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
)
NO_SEGWIT = (
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",  # version 1 with the sum of version 0
    "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",  # version 0 with the sum of version 1
    "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",  # o in the sum
    "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",  # version 17
    "bc1pw5dgrnzv",  # one byte
    "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",  # version 0 with 16 bytes
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",  # padding of more than 4 bits
    "bc1gmk9yu",  # nothing
    "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",  # the test net, where no money is
)
# Source: EIP-55, test cases.
CAPITALS = (
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
    "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
)
ONE_CASE = ("0x52908400098527886E0F7030069857D2E4169EE7", "0x27b1fdb04752bbc536007a920d24acb045561c26")
# Source: Bitcoin block 0; BIP-16; contract of USDT on TRON; key_io_valid.json of Litecoin and Dogecoin.
BASE58 = (
    (Checked.BITCOIN, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    (Checked.BITCOIN, "3P14159f73E4gFr7JterCCQh9QjiTjiZrG"),
    (Checked.TRON, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),
    (Checked.LITECOIN, "LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1"),
    (Checked.DOGECOIN, "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L"),
)
# Source: SWIFT IBAN registry, examples.
IBANS = (
    "GB29NWBK60161331926819",
    "DE89370400440532013000",
    "FR1420041010050500013M02606",
    "NL91ABNA0417164300",
    "MT84MALT011000012345MTLCAST001S",
    "NO9386011117947",
)
PROVEN = [
    *((Checked.BITCOIN, one) for one in SEGWIT),
    *((Checked.ETHEREUM, one) for one in CAPITALS),
    *BASE58,
    *((Checked.IBAN, one) for one in IBANS),
]


@pytest.mark.parametrize(("kind", "text"), PROVEN)
def test_published_examples_are_right_and_need_no_repair(kind: str, text: str) -> None:
    assert check(kind, text) is Sum.RIGHT
    assert proves(kind, text)
    assert repair(kind, text) is None


@pytest.mark.parametrize("text", NO_SEGWIT)
def test_published_wrong_addresses_are_wrong(text: str) -> None:
    assert check(Checked.BITCOIN, text) is Sum.WRONG


@pytest.mark.parametrize("text", ONE_CASE)
def test_an_address_without_two_cases_has_no_sum_and_is_not_repaired(text: str) -> None:
    assert check(Checked.ETHEREUM, text) is Sum.ABSENT
    assert not proves(Checked.ETHEREUM, text)
    assert repair(Checked.ETHEREUM, text, [Doubt(5, ("0", "8"))]) is None


def test_other_kinds_have_no_sum() -> None:
    assert check("phone", "+447700900123") is Sum.ABSENT
    assert repair("phone", "+4477OO900123") is None
    assert not proves("phone", "+447700900123")


def test_an_address_of_one_coin_is_none_of_another() -> None:
    assert check(Checked.LITECOIN, SEGWIT[0]) is Sum.WRONG
    for kind, text in BASE58:
        assert [other for other, _ in BASE58 if check(other, text) is Sum.RIGHT][:1] == [kind]


def test_a_bank_account_is_of_the_length_of_its_country() -> None:
    short = "GB" + iban.calc_check_digits("GB00NWBK6016133192681") + "NWBK6016133192681"
    assert check(Checked.IBAN, short) is Sum.WRONG


@pytest.mark.parametrize(
    ("kind", "read", "true"),
    [
        (Checked.BITCOIN, "bclqw508d6qejxtdg4y5r3zarvaryOc5xw7kv8f3t4", SEGWIT[0].lower()),
        (Checked.BITCOIN, "1A1zPIeP5QGefi2DMPTfTL5SLmv7DivfNa", BASE58[0][1]),
        (Checked.TRON, "TR7NHqjeKOxGTCi8q8ZY4pL8otSzgjLj6t", BASE58[2][1]),
        (Checked.ETHEREUM, "Ox5aAeb6O53F3E94C9b9A09f33669435E7EflBeAed", CAPITALS[0]),
        (Checked.IBAN, "GB29NWBK6O1613319268l9", IBANS[0]),
    ],
)
def test_look_alikes_are_put_right_where_the_sum_says_so(kind: str, read: str, true: str) -> None:
    assert repair(kind, read) == true


def test_a_place_in_doubt_is_put_right_even_where_nothing_looks_alike() -> None:
    read = CAPITALS[0].replace("5aA", "7aA")
    assert repair(Checked.ETHEREUM, read) is None
    assert repair(Checked.ETHEREUM, read, [Doubt(2, ("7", "5"))]) == CAPITALS[0]


def test_an_iban_is_not_repaired_by_a_guess_among_digits() -> None:
    """One in 97 guesses would be right by chance."""
    assert repair(Checked.IBAN, "GB29NWBK60161331926818") is None
    assert repair(Checked.IBAN, "GB29NWBK60161331926818", [Doubt(21, ("8", "9"))]) == IBANS[0]


def test_a_letter_that_is_missing_is_never_put_in() -> None:
    for kind, text in PROVEN:
        assert repair(kind, text[:-1]) is None
        assert repair(kind, text[:9] + text[10:]) in {None, text}


def test_a_text_that_is_wrong_everywhere_is_given_up_soon() -> None:
    for kind in Checked:
        assert repair(kind, "O0Il1" * 200) is None
        assert repair(kind, "") is None
        assert repair(kind, "\u0456" * 42) is None


payloads = st.binary(min_size=20, max_size=20)


@st.composite
def addresses(draw: st.DrawFn) -> tuple[str, str]:
    """A right address of any coin."""
    kind = draw(st.sampled_from([one for one in Checked if one is not Checked.IBAN]))
    data = draw(payloads)
    if kind is Checked.ETHEREUM:
        return kind, with_capitals(data.hex())
    versions = {Checked.BITCOIN: (0, 5, None), Checked.LITECOIN: (48, 50, None), Checked.DOGECOIN: (30, 22)}
    version = draw(st.sampled_from(versions.get(kind, (65,))))
    if version is None:
        prefix = "bc" if kind is Checked.BITCOIN else "ltc"
        return kind, bech32_encode(prefix, [0, *convertbits(data, 8, 5)]).decode()
    return kind, b58encode_check(bytes([version]) + data).decode()


def with_capitals(digits: str) -> str:
    """The address as EIP-55 writes it, bit by bit as its text says, beside the code under test."""
    bits = int.from_bytes(keccak.new(digest_bits=256, data=digits.encode()).digest(), "big")
    signs = [sign.upper() if bits >> (255 - 4 * at) & 1 else sign for at, sign in enumerate(digits)]
    return "0x" + "".join(signs)


@settings(derandomize=True)  # a sum of few bits is right by chance once in tens of thousands
@given(addresses(), st.data())
def test_one_misread_character_never_passes(address: tuple[str, str], data: st.DataObject) -> None:
    """Look-alike or not. Base 58 leaves one in 2 to the 32 to chance, capitals one in 2 to their number."""
    kind, text = address
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from(sorted(set("0123456789abcdefABCDEFlIOoSZ") - {text[at]})))
    read = text[:at] + other + text[at + 1 :]
    is_same_account = kind == Checked.ETHEREUM and read.lower() == text.lower()
    assert check(kind, read) is not Sum.RIGHT or (is_same_account and read == text)


@settings(derandomize=True)
@given(addresses(), st.data())
def test_a_repair_gives_the_true_address_or_none(address: tuple[str, str], data: st.DataObject) -> None:
    kind, text = address
    if check(kind, text) is not Sum.RIGHT:
        return  # an Ethereum address whose letters all came out in one case
    places = data.draw(st.lists(st.integers(0, len(text) - 1), min_size=1, max_size=3, unique=True))
    read = list(text)
    for at in places:
        read[at] = data.draw(st.sampled_from(sorted(alike(text[at]) or {text[at]})))
    assert repair(kind, "".join(read)) in {None, text}


accounts = st.from_regex(r"[A-Z]{4}[0-9]{14}", fullmatch=True)


@given(accounts, st.data())
def test_a_misread_bank_account_never_passes_for_another(account: str, data: st.DataObject) -> None:
    text = "GB" + iban.calc_check_digits("GB00" + account) + account
    assert proves(Checked.IBAN, text)
    at = data.draw(st.integers(0, len(text) - 1))
    read = text[:at] + data.draw(st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")) + text[at + 1 :]
    assert read == text or check(Checked.IBAN, read) is Sum.WRONG


def test_an_account_that_two_look_alikes_could_be_proves_nothing() -> None:
    """Letters and digits may both stand in a French account; O counts 24 and 0 counts 0."""
    twins = 0
    for number in range(400):
        account = f"2004101005{number:05d}0M026006"
        text = "FR" + iban.calc_check_digits("FR00" + account) + account
        if check(Checked.IBAN, text.replace("0M", "OM")) is Sum.RIGHT:
            twins += 1
            assert not proves(Checked.IBAN, text)
    assert twins
