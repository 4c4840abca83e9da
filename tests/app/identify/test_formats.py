# SPDX-License-Identifier: MIT
"""What is typed is told apart as domain.md 1.1 says, and nothing is ever refused."""

from __future__ import annotations

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app import paths
from app.identify.formats import LONGEST, check, normalise
from app.identify.platforms import Catalogue, VerdictKind
from app.model import Strength

CATALOGUE = Catalogue.load(paths.resources() / "platforms")
SKYPE, INSTAGRAM = CATALOGUE["skype"], CATALOGUE["instagram"]
CID = "live:.cid.8f3a1b2c4d5e6f70"

HEX16 = st.text("0123456789abcdef", min_size=16, max_size=16)
LEGACY = st.from_regex(r"\A[a-z][A-Za-z0-9.,_-]{5,31}\Z").filter(lambda name: not name.startswith("ive:"))
LOCAL = st.text(string.ascii_letters + string.digits + "._-", min_size=1, max_size=40).filter(
    lambda name: not name.lower().startswith((".cid", "cid"))
)
AROUND = st.sampled_from(
    ["{}", " {} ", '"{}"', "\u201c{}\u201d", "8:{}", "skype:{}?chat", "\u200b{}\ufeff", "\u2068{}\u2069"]
)


@given(HEX16, AROUND)
def test_a_cid_is_strong_whatever_copying_put_round_it(digits: str, around: str) -> None:
    verdict = check(SKYPE, around.format(f"live:.cid.{digits}"))
    assert verdict.kind is VerdictKind.ACCEPTED
    assert verdict.normalised == f"live:.cid.{digits}"
    assert (verdict.id_kind, verdict.strength) == ("Skype Name", Strength.STRONG)
    assert verdict.is_good


@given(LOCAL, AROUND)
def test_a_live_name_is_accepted(local: str, around: str) -> None:
    verdict = check(SKYPE, around.format(f"live:{local}"))
    assert (verdict.kind, verdict.normalised) == (VerdictKind.ACCEPTED, f"live:{local}")


@given(LEGACY)
def test_a_legacy_name_is_accepted(name: str) -> None:
    verdict = check(SKYPE, name)
    assert (verdict.kind, verdict.id_kind, verdict.strength) == (
        VerdictKind.ACCEPTED,
        "Skype Name",
        Strength.STRONG,
    )


@given(st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=80), st.integers(0, 40))
def test_a_cid_of_another_length_is_only_unusual(digits: str, cut: int) -> None:
    text = f"live:.cid.{digits[:cut]}"
    verdict = check(SKYPE, text)
    assert verdict.normalised == text
    if len(digits[:cut]) != 16:
        assert verdict.kind in {VerdictKind.UNUSUAL, VerdictKind.COPY_SLIP}


@pytest.mark.parametrize(
    ("typed", "kind", "catch"),
    [
        ("Amélie Laurent", VerdictKind.DISPLAY_NAME, "name_spaces"),
        ("Laurent Amelie", VerdictKind.DISPLAY_NAME, "name_spaces"),
        ("Amélie", VerdictKind.DISPLAY_NAME, "name_letters"),
        ("joe", VerdictKind.DISPLAY_NAME, "name_short"),
        ("2hot4you", VerdictKind.DISPLAY_NAME, "name_digit"),
        ("Amelie", VerdictKind.UNUSUAL, "one_word"),
        ("Iive:.cid.8f3a1b2c4d5e6f70", VerdictKind.COPY_SLIP, "first_letter"),
        ("1ive:john", VerdictKind.COPY_SLIP, "first_letter"),
        ("live: .cid.8f3a1b2c4d5e6f70", VerdictKind.COPY_SLIP, "spaces"),
        ("live:.cid. 8f3a1b2c4d5e6f70", VerdictKind.COPY_SLIP, "spaces"),
        ("live:.cid,8f3a1b2c4d5e6f70", VerdictKind.COPY_SLIP, "comma"),
        ("live:,cid.8f3a1b2c4d5e6f70", VerdictKind.COPY_SLIP, "comma"),
        ("live:.cid.8f3alb2c4d5e6f70", VerdictKind.COPY_SLIP, "letter_l"),
        ("live:.cid.8f3a1b2c4d5e6f7O", VerdictKind.COPY_SLIP, "letter_o"),
        ("l\u0456ve:.cid.8f3a1b2c4d5e6f70", VerdictKind.COPY_SLIP, "foreign"),
        ("live:.cid.8f3a", VerdictKind.UNUSUAL, "cid"),
        ("guest:name_gggggggg", VerdictKind.ACCEPTED, "guest"),
        ("4:+447700900123", VerdictKind.ACCEPTED, "phone"),
        ("+44 7700 900123", VerdictKind.UNUSUAL, "phone_spaces"),
        ("1:user@example.com", VerdictKind.UNUSUAL, "email"),
        ("28:concierge", VerdictKind.NOT_A_PERSON, "bot"),
        ("48:notifications", VerdictKind.NOT_A_PERSON, "special"),
        ("19:0123456789abcdef0123456789abcdef@thread.skype", VerdictKind.CONVERSATION_ID, "group"),
        ("19:uni01_abc@thread.v2", VerdictKind.CONVERSATION_ID, "group"),
        ("8:orgid:0a1b", VerdictKind.UNUSUAL, "odd"),
        ("a" * 33, VerdictKind.UNUSUAL, "odd"),
        ("x" * (LONGEST + 1), VerdictKind.UNUSUAL, "long"),
        ("   ", VerdictKind.EMPTY, None),
    ],
)
def test_skype_tells_names_chats_and_slips_apart(typed: str, kind: VerdictKind, catch: str | None) -> None:
    verdict = check(SKYPE, typed)
    assert (verdict.kind, verdict.catch_key) == (kind, catch)


def test_a_pasted_row_keeps_only_the_id() -> None:
    assert check(SKYPE, "Skype  live:.cid.8f3a1b2c4d5e6f70").normalised == CID
    assert check(SKYPE, "Skype Name: live:.cid.8f3a1b2c4d5e6f70").normalised == CID
    assert check(SKYPE, "cid-(-1)@outlook.com;cid=-1;skypeid=username").normalised == "username"


@given(st.text(max_size=60))
def test_nothing_typed_is_ever_refused(typed: str) -> None:
    for platform in CATALOGUE:
        verdict = check(platform, typed)
        assert (verdict.normalised is None) == (verdict.kind is VerdictKind.EMPTY)
        if verdict.catch_key:
            assert platform.catch(verdict.catch_key).text


@given(st.text(st.characters(max_codepoint=0x7F), max_size=60))
def test_normalising_twice_changes_nothing_more(typed: str) -> None:
    for platform in CATALOGUE:
        once = normalise(platform, typed)
        assert normalise(platform, once) == once


@given(
    st.text("abcdefghijklmnopqrstuvwxyz0123456789_", min_size=1, max_size=30),
    st.sampled_from(
        [
            "{}",
            "@{}",
            "https://www.instagram.com/{}/",
            "https://www.instagram.com/{}?igsh=MzRlODBiNWFlZA==&utm_source=qr",
            "instagram.com/{}/reels/",
            "http://instagram.com/_u/{}",
            "https://www.instagram.com/stories/{}/3141592653589793238/",
        ]
    ),
)
def test_an_instagram_address_gives_the_username(name: str, form: str) -> None:
    reserved = {
        "p",
        "reel",
        "reels",
        "tv",
        "direct",
        "share",
        "explore",
        "accounts",
        "stories",
        "s",
        "highlights",
        "_u",
    }
    assume(name not in reserved)
    verdict = check(INSTAGRAM, form.format(name))
    assert (verdict.kind, verdict.normalised) == (VerdictKind.ACCEPTED, name)
    assert verdict.strength is Strength.MEDIUM


@pytest.mark.parametrize(
    ("typed", "kind", "catch"),
    [
        ("Amelie.Laurent_91", VerdictKind.ACCEPTED, "changes"),
        ("Amelie L. \U0001f48b", VerdictKind.DISPLAY_NAME, "name_spaces"),
        ("amélie", VerdictKind.DISPLAY_NAME, "name_letters"),
        ("amelie.laurent_91.", VerdictKind.UNUSUAL, "dot"),
        ("https://www.instagram.com/p/CxYz123/", VerdictKind.NOT_A_PERSON, "post"),
        ("https://www.instagram.com/direct/t/17846500000000000/", VerdictKind.CONVERSATION_ID, "thread"),
        ("https://l.instagram.com/?u=https%3A%2F%2Fexample.com", VerdictKind.UNUSUAL, "link"),
        ("someone@example.com", VerdictKind.UNUSUAL, "email"),
        ("a" * 31, VerdictKind.UNUSUAL, "odd"),
    ],
)
def test_instagram_tells_names_and_addresses_apart(typed: str, kind: VerdictKind, catch: str) -> None:
    verdict = check(INSTAGRAM, typed)
    assert (verdict.kind, verdict.catch_key) == (kind, catch)


def test_the_address_of_a_picture_keeps_its_capitals() -> None:
    assert (
        check(INSTAGRAM, "https://www.instagram.com/p/CxYz123/").normalised
        == "https://www.instagram.com/p/CxYz123/"
    )
