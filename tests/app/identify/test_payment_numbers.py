# SPDX-License-Identifier: MIT
"""Whatever is typed or pasted gets one kind verdict: it is never refused, and no slip passes for right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.i18n import translator
from app.identify.number_verdicts import NumberVerdict, Said
from app.identify.payment_numbers import SECRET, check_number, kinds, shown_number
from app.identify.references import forms
from app.words import Words

WORDS = Words.load(paths.resources() / "words" / "en", translator(paths.resources() / "locale", "en"))
KINDS = sorted(kinds())
likely = st.text("0123456789 -+()@.:OIlbcT1x\u200b\u0430\u0661\uff11🙏", max_size=80)
UNSEEN = "\u200b\u200e\u202a\u202c\u2066\u2069\ufeff\u00ad"


def said(kind: str, text: str) -> tuple[Said, str | None]:
    verdict = check_number(kind, text)
    return verdict.said, verdict.other


def holds(verdict: NumberVerdict, typed: str) -> None:
    """The verdict is whole: words to show where there is something to say, and nothing lost."""
    assert verdict.said in Said
    assert verdict.words is None or WORDS.has(verdict.words), verdict.words
    assert (verdict.words is None) <= (verdict.said in {Said.GOOD, Said.EMPTY}), typed
    assert (verdict.said is Said.OTHER_KIND) == (verdict.other is not None)
    assert (verdict.said is Said.EMPTY) == (verdict.normalised == "")
    assert not set(verdict.normalised) & set(UNSEEN)
    assert verdict.normalised == verdict.normalised.strip()


class TestWesternUnion:
    @pytest.mark.parametrize("text", ["4129057183", "412-905-7183", "412 905 7183", "MTCN: 412.905.7183"[6:]])
    def test_ten_digits_are_good_however_they_are_grouped(self, text: str) -> None:
        verdict = check_number("mtcn", text)
        assert (verdict.said, verdict.normalised) == (Said.GOOD, "4129057183")
        assert (verdict.shown, verdict.words) == ("412-905-7183", None)

    def test_eight_digits_look_like_moneygram(self) -> None:
        assert said("mtcn", "1234 5678") == (Said.OTHER_KIND, "moneygram_reference")

    @pytest.mark.parametrize("text", ["07700 900123", "+44 7911 123456", "0044 7400 123456", "020 7946 0018"])
    def test_a_telephone_number_is_called_one(self, text: str) -> None:
        number = text.replace("07700 900123", "07400 123456")
        assert said("mtcn", number) == (Said.OTHER_KIND, "phone")

    def test_a_number_of_a_bank_card_is_called_one(self) -> None:
        """Source: Visa's published test card."""
        assert said("mtcn", "4111 1111 1111 1111") == (Said.OTHER_KIND, "card_number")

    @pytest.mark.parametrize("text", ["412905718", "41290571833"])
    def test_a_digit_too_few_or_too_many_is_said(self, text: str) -> None:
        assert check_number("mtcn", text).words == "number.mtcn.length"

    def test_a_letter_for_a_digit_is_asked_about(self) -> None:
        assert check_number("mtcn", "412-9O5-7183").words == "number.letters"

    def test_an_address_of_a_coin_is_called_one(self) -> None:
        verdict = check_number("mtcn", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t")
        assert (verdict.other, verdict.words) == ("tron_address", "number.other.coin_address")

    @pytest.mark.parametrize(
        ("text", "other"), [("amy@example.com", "email"), ("GB29 NWBK 6016 1331 9268 19", "iban")]
    )
    def test_other_things_are_called_what_they_are(self, text: str, other: str) -> None:
        assert said("mtcn", text) == (Said.OTHER_KIND, other)


class TestMoneyGramAndRia:
    def test_eight_digits_are_good(self) -> None:
        assert check_number("moneygram_reference", "12345678").shown == "1234 5678"

    def test_ten_digits_look_like_western_union(self) -> None:
        assert said("moneygram_reference", "412-905-7183") == (Said.OTHER_KIND, "mtcn")

    def test_ria_is_judged_softly(self) -> None:
        assert check_number("ria_pin", "11223344556").is_good
        assert check_number("ria_pin", "US1122334455").is_good
        assert check_number("ria_pin", "123").words == "number.ria_pin.length"


class TestPayPal:
    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            ("amy.laurent@example.com", "amy.laurent@example.com"),
            ("https://www.paypal.me/amylaurent91", "paypal.me/amylaurent91"),
            ("paypal.com/paypalme/amylaurent91", "paypal.me/amylaurent91"),
            ("+44 7400 123456", "+447400123456"),
        ],
    )
    def test_a_name_is_good(self, text: str, kept: str) -> None:
        verdict = check_number("paypal", text)
        assert (verdict.said, verdict.normalised) == (Said.GOOD, kept)

    def test_name_and_number_are_told_apart(self) -> None:
        assert said("paypal", "8XR41277KD0935141") == (Said.OTHER_KIND, "paypal_transaction")
        assert said("paypal_transaction", "amy@example.com") == (Said.OTHER_KIND, "email")
        assert check_number("paypal_transaction", "8xr41277kd0935141").normalised == "8XR41277KD0935141"
        assert check_number("paypal_transaction", "8XR").words == "number.paypal_transaction.odd"
        assert check_number("paypal", "Amy L").words == "number.paypal.odd"


class TestGiftCard:
    def test_only_the_end_is_shown(self) -> None:
        verdict = check_number("gift_card_code", "XABC DEFG HIJK 4K7P")
        assert (verdict.normalised, verdict.shown) == ("XABCDEFGHIJK4K7P", "••••••••••••4K7P")
        assert verdict.words == "number.gift_card.secret"

    def test_the_last_four_alone_are_good(self) -> None:
        assert check_number("gift_card_code", "•••• 4K7P").normalised == "4K7P"

    @given(st.text(min_size=9, max_size=150))
    def test_no_code_is_ever_shown_whole(self, text: str) -> None:
        verdict = check_number("gift_card_code", text)
        assert verdict.said is Said.EMPTY or len(verdict.normalised) < 5 or "•" in verdict.shown


class TestToReachSomebody:
    def test_a_telephone_number_needs_its_country(self) -> None:
        assert check_number("phone", "+44 7400 123456").normalised == "+447400123456"
        assert check_number("phone", "07400 123456").words == "number.phone.country"
        assert check_number("phone", "+44 1").words == "number.phone.odd"
        assert check_number("phone", "+1 555 555 5555").words == "number.phone.odd"

    def test_an_email_has_its_form(self) -> None:
        assert check_number("email", "mailto:amy@example.com").normalised == "amy@example.com"
        assert check_number("email", "amy.example.com").words == "number.email.odd"
        assert check_number("email", "\u0430my@example.com").words == "number.email.foreign"

    def test_a_cashtag_begins_with_its_sign(self) -> None:
        assert check_number("cashtag", "cash.app/$amylaurent91").normalised == "$amylaurent91"
        assert check_number("cashtag", "amylaurent91").words == "number.cashtag.odd"


def test_every_kind_of_the_references_is_known() -> None:
    assert {form.kind for form in forms()} - {"handle"} <= kinds()
    assert {form.kind for form in forms() if form.is_secret} == SECRET


def test_of_an_unknown_kind_everything_is_good() -> None:
    assert check_number("hawala", " a  b ").normalised == "a b"


@pytest.mark.parametrize("kind", KINDS)
class TestBadInput:
    def test_nothing_is_empty(self, kind: str) -> None:
        for text in ("", "   ", "\u200b\ufeff", "\x00\x1b", "🙏🙏", "---", "\u202e"):
            assert check_number(kind, text) == NumberVerdict(Said.EMPTY, "", "")

    def test_ten_kilobytes_are_kept_and_called_long(self, kind: str) -> None:
        verdict = check_number(kind, "9" * 10_240)
        assert (verdict.said, verdict.words) == (Said.UNUSUAL, "number.long")
        assert len(verdict.normalised) == 10_240
        assert len(verdict.shown) < 50

    def test_a_whole_book_is_kept_letter_for_letter(self, kind: str) -> None:
        book = "\u202eGive me 412-905-7183 " * 50_000
        verdict = check_number(kind, book)
        assert (verdict.words, verdict.normalised) == ("number.long", book.strip())
        assert len(verdict.shown) < 50

    def test_what_copying_puts_round_it_changes_nothing(self, kind: str) -> None:
        for form in forms():
            if form.kind == kind:
                found = form.pattern.search(form.example)
                assert found
                text = found[1]
                dirty = f" \u202a{UNSEEN.join(text)}\u202c\n\t🙏"
                assert check_number(kind, dirty) == check_number(kind, text)

    @given(text=st.text(max_size=250))
    def test_any_text_has_one_whole_verdict(self, kind: str, text: str) -> None:
        holds(check_number(kind, text), text)

    @given(text=likely)
    def test_any_text_of_likely_signs_has_one_whole_verdict(self, kind: str, text: str) -> None:
        verdict = check_number(kind, text)
        holds(verdict, text)
        assert shown_number(kind, text) == verdict.shown

    @given(text=likely)
    def test_what_is_kept_is_judged_as_before(self, kind: str, text: str) -> None:
        once = check_number(kind, text)
        twice = check_number(kind, once.normalised)
        assert twice.normalised == once.normalised


@pytest.mark.parametrize(
    "text",
    [
        "\uff14\uff11\uff12\uff19\uff10\uff15\uff17\uff11\uff18\uff13",
        "\u0664\u0661\u0662\u0669\u0660\u0665\u0667\u0661\u0668\u0663",
    ],
)
def test_digits_of_other_scripts_are_digits(text: str) -> None:
    assert check_number("mtcn", text).normalised == "4129057183"
