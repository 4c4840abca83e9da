# SPDX-License-Identifier: MIT
"""What stands in a line is seen as what it is; chats, posts, cut names and bare numbers are not seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.identify.checksums import Checked, Sum
from app.identify.extract import Seen, in_text, masked, with_doubts
from app.identify.platforms import Catalogue
from app.identify.references import forms
from app.identify.values import Doubt

CATALOGUE = Catalogue.load(paths.resources() / "platforms")
SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
BASE58 = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"
HASH = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"
ETHEREUM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"


def seen(text: str, beside: str = "") -> list[tuple[str | None, str, str]]:
    return [(one.platform, one.kind, one.value) for one in in_text(text, CATALOGUE, beside)]


def only(text: str) -> Seen:
    (one,) = in_text(text, CATALOGUE)
    return one


@pytest.mark.parametrize(
    ("text", "platform", "value"),
    [
        ("my skype is live:.cid.8f3a1b2c4d5e6f70 ok", "skype", "live:.cid.8f3a1b2c4d5e6f70"),
        ("8:live:amelie_1", "skype", "live:amelie_1"),
        (
            "facebook.com/profile.php?id=100012345678901&ref=x",
            "facebook",
            "100012345678901",
        ),
        ("https://www.instagram.com/Amelie.Laurent_91/?hl=en", "instagram", "amelie.laurent_91"),
        ("It is instagram.com/amelie.laurent_91.", "instagram", "amelie.laurent_91"),
        ("snap: amelie-l91", "snapchat", "amelie-l91"),
        ("write to t.me/amelie_91x", "telegram", "amelie_91x"),
        ("User ID: 123456789012345678", "discord", "123456789012345678"),
        ("wa.me/447700900123", "whatsapp", "+447700900123"),
        ("+44 7700 900123", "whatsapp", "+447700900123"),
        ("write amy.laurent@example.com.", "email", "amy.laurent@example.com"),
    ],
)
def test_identifiers_of_platforms_are_seen(text: str, platform: str, value: str) -> None:
    assert seen(text) == [(platform, "identifier", value)]


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.kind)
def test_each_form_of_reference_is_seen_in_its_example(form) -> None:
    assert form.kind in {one.kind for one in in_text(form.example, CATALOGUE)}


@pytest.mark.parametrize(
    "text",
    [
        "https://www.facebook.com/share/p/1AbCdEf/",
        "https://www.facebook.com/messages/t/100012345678901",
        "https://www.facebook.com/groups/1234567890",
        "https://www.instagram.com/p/Cxyz123/?igsh=abc",
        "https://www.instagram.com/direct/t/17846500000000000/",
        "t.me/joinchat/AAAAAEx1",
        "19:0123456789abcdef0123456789abcdef@thread.skype",
        "1234567890",  # ten digits with nothing to say what they are
        "12345678",
        "call me at 12:45 on 24.11.2026, it costs 500",
        "your order 60-16-13",
        "ORDER AB12 3456 7890 1234",
        "I code in Python",
        "",
    ],
)
def test_what_is_no_person_and_no_payment_is_not_seen(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "live:amelie_lau...",
        "live:amelie_lau\u2026",
        "\u2026live:amelie_1",
        "instagram.com/amelie.lau...",
        "amy.laurent@example.com...",
        "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed...",
        SEGWIT[:30],
    ],
)
def test_a_name_that_is_cut_off_is_not_claimed(text: str) -> None:
    assert seen(text) == []


def test_an_address_in_two_lines_is_one_if_its_sum_says_so() -> None:
    text = f"send to {SEGWIT[:25]}\n  {SEGWIT[25:]}\nnow"
    one = only(text)
    assert (one.kind, one.value, one.has_checksum) == (Checked.BITCOIN, SEGWIT, True)
    assert "".join(text[place] for place in one.places) == SEGWIT
    wrong = SEGWIT[25:].replace("k", "j")
    assert seen(f"{SEGWIT[:25]}\n{wrong}") == []


@pytest.mark.parametrize(
    "read",
    [
        "bc1 qw508d6qejxtdg4y5r3zarv ary0c5xw7kv8f3t4",
        "bc1qw508d6qej\u00d7tdg4y5r3zarvary0c5xw7kv8f3t4",
        "bcl qw508d6qejxtdg4y5r3zarvary Oc5\u00d7w7kv8f3t4",
    ],
)
def test_spaces_and_signs_that_a_reader_puts_in_are_taken_out_by_the_sum(read: str) -> None:
    one = with_doubts(only(f"pay {read} now"), [])
    assert (one.value, one.has_checksum) == (SEGWIT, True)


def test_a_hash_in_two_lines_is_no_shorter_address() -> None:
    assert seen(f"0x{HASH[:40]}\n{HASH[40:]}") == [(None, "transaction_hash", f"0x{HASH}")]


@pytest.mark.parametrize(
    "value",
    [
        "Iive:.cid.8f3a1b2c4d5e6f70",
        "live: .cid.8f3a1b2c4d5e6f70",
        "live:.cid,8f3a1b2c4d5e6f70",
        "live:.cid.8f3a1b2c4d5e6f7O",
        "l\u0456ve:.cid.8f3a1b2c4d5e6f70",
    ],
)
def test_a_slip_in_a_skype_id_is_marked_and_not_changed(value: str) -> None:
    one = only(f"Skype {value}")
    assert (one.platform, one.kind, one.value) == ("skype", "identifier", value)
    assert one.doubts
    assert with_doubts(one, []).value == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MTCN code 123-456-7890, call 2025550123", [("mtcn", "1234567890"), ("phone", "2025550123")]),
        ("1234567890 is the MTCN", [("mtcn", "1234567890")]),
        ("Western Union\n1234567890", [("mtcn", "1234567890")]),
        ("MTCN\n\nsomething else\n1234567890", []),
        ("sort code 60-16-13", [("uk_sort_code", "601613")]),
        ("sort code 601613 a/c 31926819", [("uk_sort_code", "601613"), ("uk_account_number", "31926819")]),
        ("MoneyGram 12345678", [("moneygram_reference", "12345678")]),
        ("PayPal amy@example.com", [("paypal", "amy@example.com")]),
        ("IBAN GB29 NWBK 6016 1331 9268 19 PAID NOW", [("iban", "GB29NWBK60161331926819")]),
        ("text me on +44 7700 900123", [("phone", "+447700900123")]),
        (f"Ethereum tx 0x{HASH}", [("transaction_hash", f"0x{HASH}")]),
        ("@amelie.laurent hi", [("handle", "amelie.laurent")]),
    ],
)  # fmt: skip
def test_the_nearest_label_says_what_a_number_is(text: str, found: list[tuple[str, str]]) -> None:
    assert [(kind, value) for _, kind, value in seen(text)] == found


def test_a_label_beside_the_line_counts_too() -> None:
    assert seen("123-456-7890", "MTCN") == [(None, "mtcn", "1234567890")]
    assert seen("12345678", "Account number") == [(None, "uk_account_number", "12345678")]


@pytest.mark.parametrize(
    "text", [SEGWIT[:-1] + "5", BASE58[:-1] + "b", ETHEREUM[:-1] + "e", "GB29NWBK60161331926818"]
)
def test_what_looks_like_an_address_and_fails_its_sum_is_seen_and_not_claimed_right(text: str) -> None:
    one = only(f"send it to {text} today")
    assert (one.value, one.sum, one.has_checksum) == (text, Sum.WRONG, False)


@pytest.mark.parametrize("text", [SEGWIT, BASE58, ETHEREUM, "GB29NWBK60161331926819"])
def test_what_proves_itself_keeps_no_doubt(text: str) -> None:
    one = only(text)
    assert (one.sum, one.has_checksum) == (Sum.RIGHT, True)
    assert with_doubts(one, [Doubt(6, ("1", "l"))]).doubts == ()


def test_a_repair_keeps_in_mind_what_was_read() -> None:
    read = BASE58.replace("P1e", "Ple")
    one = with_doubts(only(f"BTC: {read}"), [])
    assert (one.value, one.has_checksum, one.doubts) == (BASE58, True, (Doubt(5, ("1", "l")),))


def test_doubts_of_a_reading_are_counted_in_the_value() -> None:
    text = "Phone: 07700 9O0123 is 07700 900l23"
    one = only("IG: @amelie_l91")
    assert with_doubts(one, [Doubt(0, ("I", "l")), Doubt(12, ("l", "1"))]).doubts == (Doubt(7, ("l", "1")),)
    assert seen(text) == []
    number = only("Mobile: 07700 900123")
    assert with_doubts(number, [Doubt(14, ("9", "g"))]).doubts == (Doubt(5, ("9", "g")),)


def test_a_code_that_can_be_spent_is_never_shown_whole() -> None:
    one = only("Steam gift card code AB12C-D34EF-5GH67")
    assert one.is_secret
    assert masked(one.value) == "•••••••••••GH67"
    assert masked("AB12") == "••••"


@given(st.text(max_size=200))
def test_any_text_is_looked_through(text: str) -> None:
    for one in in_text(text, CATALOGUE):
        assert 0 <= one.start < one.end <= len(text)
        assert one.value
        assert len(one.places) in {0, len(one.value)}


def test_a_long_text_is_looked_through_in_bounds() -> None:
    text = ("A1" * 17 + " T" + "a1B" * 11 + " 0x" + "0" * 40 + "\n") * 150
    assert len(in_text(text, CATALOGUE)) < 1000


def test_what_proves_itself_goes_before_what_a_label_makes_of_a_part_of_it() -> None:
    account = "DE89 3704 0044 0532 0130 00"
    assert ("iban", account.replace(" ", "")) in [pair[1:] for pair in seen(f"phone {account} call")]
