# SPDX-License-Identifier: MIT
"""What people copy from each platform becomes the identifier, and what is no person is told so."""

from __future__ import annotations

import re
import string
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.identify.formats import check, normalise
from app.identify.platforms import Catalogue, VerdictKind
from app.model import Strength

CATALOGUE = Catalogue.load(paths.resources() / "platforms")
GOOD, ODD, SLIP = VerdictKind.ACCEPTED, VerdictKind.UNUSUAL, VerdictKind.COPY_SLIP
NAME, CHAT, NOBODY = VerdictKind.DISPLAY_NAME, VerdictKind.CONVERSATION_ID, VerdictKind.NOT_A_PERSON


@pytest.mark.parametrize(
    ("platform_id", "typed", "stable_id"),
    [
        (
            "facebook",
            "https://www.facebook.com/profile.php?id=100012345678901&mibextid=ZbWKwL",
            "100012345678901",
        ),
        ("facebook", "https://m.facebook.com/profile.php?v=info&id=100012345678901", "100012345678901"),
        ("facebook", "https://web.facebook.com/people/Amelie-Laurent/100012345678901/", "100012345678901"),
        ("facebook", "https://www.facebook.com/groups/1234567/user/100012345678901/", "100012345678901"),
        ("facebook", "https://mbasic.facebook.com/amelie.laurent.91?refid=18&__tn__=R", "amelie.laurent.91"),
        ("facebook", "https://en-gb.facebook.com/amelie.laurent.91/posts/pfbid0abc", "amelie.laurent.91"),
        (
            "facebook",
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Fprofile.php%3Fid%3D100012345678901&h=AT0",
            "100012345678901",
        ),
        ("facebook", "m.me/amelie.laurent.91", "amelie.laurent.91"),
        ("facebook", "fb.com/amelie.laurent.91#", "amelie.laurent.91"),
        ("messenger", "facebook.com/profile.php?id=100012345678901", "100012345678901"),
        ("snapchat", "https://www.snapchat.com/add/amelie_l91?share_id=abc&locale=en-GB", "amelie_l91"),
        ("snapchat", "snapchat.com/@amelie_l91", "amelie_l91"),
        ("snapchat", "@amelie_l91", "amelie_l91"),
        ("whatsapp", "+44 7911 123456", "+447911123456"),
        ("whatsapp", "0044 7911 123456", "+447911123456"),
        ("whatsapp", "https://wa.me/447911123456?text=hello", "+447911123456"),
        ("whatsapp", "https://api.whatsapp.com/send?phone=%2B447911123456&text=a", "+447911123456"),
        ("whatsapp", "447911123456@s.whatsapp.net", "+447911123456"),
        ("whatsapp", "\u202a+229\u00a001 97 12 34 56\u202c", "+2290197123456"),
        ("telegram", "https://t.me/amelie_laurent", "amelie_laurent"),
        ("telegram", "https://t.me/amelie_laurent?start=abc", "amelie_laurent"),
        ("telegram", "amelie_laurent.t.me", "amelie_laurent"),
        ("telegram", "tg://resolve?domain=amelie_laurent", "amelie_laurent"),
        ("telegram", "tg://user?id=6123456789", "6123456789"),
        ("telegram", "https://web.telegram.org/k/#@amelie_laurent", "amelie_laurent"),
        ("telegram", "https://web.telegram.org/a/#6123456789", "6123456789"),
        ("telegram", "user6123456789", "6123456789"),
        ("telegram", "+44 7911 123456", "+447911123456"),
        ("discord", "https://discord.com/users/175928847299117063", "175928847299117063"),
        ("discord", "<@!175928847299117063>", "175928847299117063"),
        ("discord", "@amelie.laurent", "amelie.laurent"),
        ("tiktok", "https://www.tiktok.com/@Amelie.L91?_t=8abc&_r=1", "amelie.l91"),
        ("tiktok", "https://m.tiktok.com/@amelie.l91/video/7123456789012345678?lang=en", "amelie.l91"),
        ("x", "https://x.com/Amelie_L91?s=21&t=abc", "amelie_l91"),
        ("x", "https://mobile.twitter.com/amelie_l91/status/1234567890123456789", "amelie_l91"),
        ("x", "https://twitter.com/intent/user?user_id=1234567890123456789", "1234567890123456789"),
        ("x", "@amelie_l91", "amelie_l91"),
        ("email", 'From: "Amelie L" <amelie@example.com>', "amelie@example.com"),
        ("gmail", "mailto:amelie@example.com?subject=hello", "amelie@example.com"),
        ("google_chat", "amelie@example.com", "amelie@example.com"),
        ("kik", "amelie_91_x7q@talk.kik.com", "amelie_91"),
        ("kik", "https://kik.me/amelie_91", "amelie_91"),
        ("zoom", "amelie@example.com", "amelie@example.com"),
        ("teams", "8:live:.cid.8f3a1b2c4d5e6f70", "live:.cid.8f3a1b2c4d5e6f70"),
        ("wizz", "@amelie.l91", "amelie.l91"),
        ("tinder", "amelie@example.com", "amelie@example.com"),
    ],
)
def test_what_is_copied_becomes_the_identifier(platform_id: str, typed: str, stable_id: str) -> None:
    verdict = check(CATALOGUE[platform_id], typed)
    assert (verdict.kind, verdict.normalised) == (GOOD, stable_id)


@pytest.mark.parametrize(
    ("platform_id", "typed", "kind", "catch"),
    [
        ("facebook", "https://www.facebook.com/share/18AbCdEf/?mibextid=wwXIfr", NOBODY, "share"),
        ("facebook", "https://www.facebook.com/messages/t/100012345678901", CHAT, "thread"),
        ("facebook", "https://www.messenger.com/e2ee/t/7123456789012345", CHAT, "thread"),
        ("facebook", "https://www.facebook.com/groups/1234567/", CHAT, "group"),
        ("facebook", "https://www.facebook.com/reel/123456", NOBODY, "post"),
        ("facebook", "https://www.facebook.com/marketplace/item/1", NOBODY, "place"),
        ("facebook", "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2F&h=AT0", ODD, "link"),
        ("facebook", "Amélie Laurent", NAME, "name_spaces"),
        ("snapchat", "Amelie", NAME, "big_name"),
        ("snapchat", "https://www.snapchat.com/t/AbCdEf", NOBODY, "share"),
        ("snapchat", "ab", ODD, "odd"),
        ("whatsapp", "07911 123456", ODD, "no_country"),
        ("whatsapp", "447911123456", ODD, "no_plus"),
        ("whatsapp", "+44 7911 12345", ODD, "digits"),
        ("whatsapp", "~Amelie", NAME, "chosen"),
        ("whatsapp", "Amelie", NAME, "chosen"),
        ("whatsapp", "@amelie.l", GOOD, "username"),
        ("whatsapp", "https://chat.whatsapp.com/AbCdEfGh", CHAT, "group"),
        ("whatsapp", "https://wa.me/qr/ABCDEFGH", NOBODY, "share"),
        ("telegram", "https://t.me/+AbCdEfGhIjKl", CHAT, "group"),
        ("telegram", "https://t.me/joinchat/AbCdEfGhIjKl", CHAT, "group"),
        ("telegram", "https://t.me/c/1234567890/45", CHAT, "group"),
        ("telegram", "https://t.me/somechannel/45", NOBODY, "message"),
        ("telegram", "https://t.me/share", NOBODY, "place"),
        ("telegram", "07911 123456", ODD, "no_country"),
        (
            "discord",
            "https://discord.com/channels/@me/112233445566778899/998877665544332211",
            CHAT,
            "message",
        ),
        ("discord", "https://discord.gg/abc", CHAT, "group"),
        ("discord", "12345678901234567890123", ODD, "long_number"),
        ("discord", "Amelie L", NAME, "server_name"),
        ("discord", "amelie#0421", ODD, "old_name"),
        ("tiktok", "https://vm.tiktok.com/ZMabc/", NOBODY, "share"),
        ("tiktok", "https://www.tiktok.com/t/ZTabc/", NOBODY, "share"),
        ("x", "https://x.com/i/flow/login", NOBODY, "place"),
        ("x", "https://x.com/messages/12345-67890", CHAT, "thread"),
        ("x", "https://x.com/home", NOBODY, "place"),
        ("x", "https://netflix.com/title", ODD, "link"),
        ("email", "Amelie Laurent", NAME, "no_at"),
        ("email", "amelie@example .com", SLIP, "spaces"),
        ("email", "Received: from mail.example.com\nby mx.example.com", ODD, "headers"),
        ("phone", "07911 123456", ODD, "no_country"),
        ("phone", "447911123456", ODD, "no_plus"),
        ("phone", "+44 7911 12345", ODD, "digits"),
        ("phone", "Amélie", NAME, "chosen"),
        ("kik", "Amelie L", NAME, "name_spaces"),
        ("zoom", "812 3456 7890", CHAT, "meeting"),
        ("tinder", "Amelie, 27", NAME, "first_name"),
        ("ometv", "Stranger", NOBODY, "stranger"),
    ],
)
def test_what_is_no_identifier_is_told_apart(
    platform_id: str, typed: str, kind: VerdictKind, catch: str
) -> None:
    verdict = check(CATALOGUE[platform_id], typed)
    assert (verdict.kind, verdict.catch_key) == (kind, catch)


@pytest.mark.parametrize(
    ("platform_id", "typed", "strength"),
    [
        ("facebook", "100012345678901", Strength.STRONG),
        ("facebook", "amelie.laurent.91", Strength.MEDIUM),
        ("telegram", "6123456789", Strength.STRONG),
        ("telegram", "amelie_laurent", Strength.MEDIUM),
        ("discord", "175928847299117063", Strength.STRONG),
        ("discord", "amelie.laurent", Strength.MEDIUM),
        ("whatsapp", "+447911123456", Strength.STRONG),
        ("whatsapp", "@amelie", Strength.MEDIUM),
        ("wizz", "amelie.l91", Strength.WEAK),
    ],
)
def test_a_number_is_stronger_than_a_name(platform_id: str, typed: str, strength: Strength) -> None:
    assert check(CATALOGUE[platform_id], typed).strength is strength


def test_only_a_discord_id_holds_a_time() -> None:
    verdict = check(CATALOGUE["discord"], "175928847299117063")
    assert verdict.made_at == datetime(2016, 4, 30, 11, 18, 25, 796000, tzinfo=UTC)
    assert check(CATALOGUE["discord"], "amelie.laurent").made_at is None
    assert check(CATALOGUE["x"], "1234567890123456789").made_at is None


TRACKED = st.sampled_from(
    ["", "?utm_source=qr", "?fbclid=IwAR0abc&x=1", "/?igsh=MzRl%3D%3D", "#section", "/"]
)
PREFIX = st.sampled_from(["", "http://", "https://", "https://www."])
LETTERS = st.text(string.ascii_lowercase + string.digits, min_size=6, max_size=12).map(
    lambda name: f"q{name}"
)
PAGES = [
    "facebook.com/{}",
    "snapchat.com/add/{}",
    "tiktok.com/@{}",
    "x.com/{}",
    "instagram.com/{}",
    "t.me/{}",
]
IDS = ["facebook", "snapchat", "tiktok", "x", "instagram", "telegram"]


@given(st.sampled_from(list(zip(IDS, PAGES, strict=True))), PREFIX, LETTERS, TRACKED)
def test_whatever_a_link_is_tracked_by_falls_away(
    page: tuple[str, str], prefix: str, name: str, tracked: str
) -> None:
    platform_id, form = page
    if platform_id == "telegram" and prefix.endswith("www."):
        prefix = "https://"
    assert normalise(CATALOGUE[platform_id], prefix + form.format(name) + tracked) == name


@given(st.sampled_from(list(CATALOGUE)), st.text("abz019@:/.?=&#<>+-_ %", max_size=50))
def test_what_is_kept_would_be_kept_again(platform, typed: str) -> None:
    first = check(platform, typed)
    if first.normalised is not None:
        assert check(platform, first.normalised) == first


@pytest.mark.parametrize(
    ("platform_id", "line", "value"),
    [
        (
            "facebook",
            "see https://m.facebook.com/profile.php?v=info&id=100012345678901 now",
            "100012345678901",
        ),
        ("facebook", "www.facebook.com/amelie.laurent.91", "amelie.laurent.91"),
        ("facebook", "https://www.facebook.com/share/18AbCdEf/", None),
        ("facebook", "facebook.com/messages/t/100012345678901", None),
        ("snapchat", "add me, snap: amelie_l91", "amelie_l91"),
        ("snapchat", "snapchat.com/add/amelie_l91", "amelie_l91"),
        ("whatsapp", "write to +44 7911 123456 now", "+44 7911 123456"),
        ("whatsapp", "wa.me/447911123456", "447911123456"),
        ("whatsapp", "07911 123456", None),
        ("telegram", "t.me/amelie_laurent", "amelie_laurent"),
        ("telegram", "t.me/+AbCdEfGh", None),
        ("telegram", '"from_id": "user6123456789",', "6123456789"),
        ("discord", "User ID: 175928847299117063", "175928847299117063"),
        ("discord", "discord.com/channels/@me/112233445566778899/998877665544332211", None),
        ("tiktok", "https://www.tiktok.com/@amelie.l91/video/7", "amelie.l91"),
        ("x", "https://twitter.com/amelie_l91/status/1", "amelie_l91"),
        ("x", "netflix.com/title", None),
        ("x", "x.com/home", None),
        ("email", "From: Amelie <amelie@example.com>", "amelie@example.com"),
        ("email", "@amelie", None),
        ("kik", "kik: amelie_91", "amelie_91"),
        ("zoom", "https://us02web.zoom.us/j/81234567890?pwd=abc", "81234567890"),
        ("teams", "8:live:.cid.8f3a1b2c4d5e6f70", "live:.cid.8f3a1b2c4d5e6f70"),
    ],
)
def test_an_identifier_is_seen_in_a_line_of_text(platform_id: str, line: str, value: str | None) -> None:
    hits = (re.search(expression, line) for expression in CATALOGUE[platform_id].seen_as)
    assert next((hit[1] for hit in hits if hit), None) == value
