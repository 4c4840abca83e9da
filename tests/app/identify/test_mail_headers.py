# SPDX-License-Identifier: MIT
"""Raw headers, real in form and hostile: what an officer asks for is found, and nothing breaks it."""

from __future__ import annotations

from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identify.mail_headers import (
    LONGEST,
    LONGEST_VALUE,
    MOST_HOPS,
    Check,
    MailDoubt,
    header_part,
    read_headers,
)

# In the form of RFC 5321 and RFC 8601; names and addresses are those kept for examples (RFC 2606, RFC 5737).
MAIL = """Delivered-To: tom.hale@example.org
Received: by 2002:a05:6f02:c10a:b0:9f with SMTP id 10csp123;
        Tue, 24 Nov 2026 02:31:12 -0800 (PST)
Return-Path: <bounce@mailer.example.net>
Received: from mail.example.net (mail.example.net. [198.51.100.7])
        by mx.example.org with ESMTPS id z1 for <tom.hale@example.org>;
        Tue, 24 Nov 2026 02:31:11 -0800 (PST)
Received-SPF: softfail (example.org: not permitted)
Authentication-Results: mx.example.org;
       dkim=pass header.i=@example.net header.s=s1;
       spf=softfail (example.org: it says spf=pass) smtp.mailfrom=bounce@mailer.example.net;
       dmarc=fail (p=NONE) header.from=example.com
Received: from [192.168.1.5] (unknown [203.0.113.77])
\tby mail.example.net; Tue, 24 Nov 2026 10:31:09 +0000
From: =?utf-8?q?Am=C3=A9lie_Laurent?= <amelie.laurent91@example.com>
Reply-To: "Pay here" <jp.mbala@example.net>
Date: Tue, 24 Nov 2026 10:31:08 +0000
Message-ID: <abc123@example.com>
X-Originating-IP: [203.0.113.77]
Authentication-Results: forged.example; spf=pass; dmarc=pass

The body, with a picture in it: Received: from nobody
"""


def test_what_an_officer_asks_for_is_found() -> None:
    found = read_headers(MAIL)
    assert found is not None
    assert (found.from_name, found.from_address) == ("Amélie Laurent", "amelie.laurent91@example.com")
    assert (found.reply_to, found.return_path) == ("jp.mbala@example.net", "bounce@mailer.example.net")
    assert found.sent_at == datetime(2026, 11, 24, 10, 31, 8, tzinfo=UTC)
    assert found.message_id == "<abc123@example.com>"
    assert found.originating == "203.0.113.77"


def test_the_way_is_told_from_the_oldest_hop_and_an_inside_address_is_passed_over() -> None:
    found = read_headers(MAIL)
    assert found is not None
    assert [hop.by for hop in found.hops] == [
        "mail.example.net",
        "mx.example.org",
        "2002:a05:6f02:c10a:b0:9f",
    ]
    assert [hop.address for hop in found.hops] == ["203.0.113.77", "198.51.100.7", None]
    assert found.first_address == "203.0.113.77"
    assert found.hops[0].at == datetime(2026, 11, 24, 10, 31, 9, tzinfo=UTC)
    assert found.hops[0].at < found.hops[1].at < found.hops[2].at


def test_only_the_receivers_own_checks_count_and_no_remark_in_brackets() -> None:
    found = read_headers(MAIL)
    assert found is not None
    assert found.checks == (Check("spf", "softfail"), Check("dkim", "pass"), Check("dmarc", "fail"))
    assert [check.has_passed for check in found.checks] == [False, True, False]


def test_a_spf_header_of_its_own_counts_where_there_is_no_other() -> None:
    found = read_headers("Received-SPF: Fail (x)\nFrom: a@example.com\n")
    assert found is not None
    assert found.checks == (Check("spf", "fail"),)


def test_what_the_sender_says_of_itself_is_no_address_of_the_way() -> None:
    found = read_headers("Received: from 198.51.100.1 (HELO x [203.0.113.9]) by mx.example.org; x\n")
    assert found is not None
    assert found.first_address == "203.0.113.9"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("from x (x [IPv6:2001:db8::7]) by y", "2001:db8::7"),
        ("from x (2001:db8::7) by y", "2001:db8::7"),
        ("from x ([::ffff:10.1.2.3]) by y", None),
        ("from x (10.1.2.3) (100.64.0.1) (127.0.0.1) by y", None),
        ("from x (999.1.2.3) by y", None),
    ],
)
def test_addresses_in_every_form(written: str, address: str | None) -> None:
    found = read_headers(f"Received: {written}; Tue, 24 Nov 2026 10:31:09 +0000\n")
    assert found is not None
    assert found.first_address == address


def test_the_body_is_no_part_of_the_headers_and_they_stay_as_they_stand() -> None:
    part = header_part(MAIL)
    assert part == MAIL[: MAIL.index("\n\nThe body")]
    assert header_part(part) == part
    assert read_headers(part) == read_headers(MAIL)


def test_windows_line_ends_and_space_before_the_headers_do_no_harm() -> None:
    assert read_headers("\r\n\r\n" + MAIL.replace("\n", "\r\n")) == read_headers(MAIL)


def test_the_table_of_a_web_page_above_the_headers_is_passed_over() -> None:
    page = "Original message\n\nMessage ID\t<x@example.com>\nFrom:\tSomebody <a@example.com>\nSPF:\tPASS\n\n"
    found = read_headers(f"{page}Download original\nCopy to clipboard\n{MAIL}")
    assert found is not None
    assert found == read_headers(MAIL)


@pytest.mark.parametrize("text", ["", "hello", "They write: pay now", "12:30 I will send it", "\n" * 5000])
def test_what_is_no_header_is_said_to_be_none(text: str) -> None:
    assert read_headers(text) is None
    assert header_part(text) == text


@pytest.mark.parametrize(
    ("headers", "doubts"),
    [
        ('From: "help@bank.example" <x@example.com>', (MailDoubt.NAME_IS_ADDRESS,)),
        ('From: "x@example.com" <X@example.com>', ()),
        ("From: a@example.com\nReply-To: b@example.com", (MailDoubt.REPLY_ELSEWHERE,)),
        ("From: a1@example.com\nReply-To: al@example.com", (MailDoubt.REPLY_ALIKE,)),
        ("From: a@example.com\nReply-To: A@Example.com", ()),
        ("From: p\u0430y@example.com", (MailDoubt.FOREIGN,)),
    ],
)
def test_names_and_addresses_to_look_at_twice(headers: str, doubts: tuple[MailDoubt, ...]) -> None:
    found = read_headers(headers)
    assert found is not None
    assert found.doubts == doubts


@pytest.mark.parametrize(
    "written",
    [
        "=?utf-8?b?not base64?=",
        "=?utf-8?b?QQ?= =?x-unknown?q?=41?=",
        "=?zlib?q?=41?=",
        "=?unicode_escape?q?=5Cq?=",
        "=?idna?q?" + "=41" * 900 + "?=",
        "=?utf-8?q?" + "=FF" * 100 + "?=",
        "<" * 3000 + ">" * 3000,
        '"' * 5000,
        "(" * 5000,
        "\u202eevil\u2066\x00\x07 <a@example.com>",
        "a" * 10_000 + "@example.com",
    ],
)
def test_hostile_values_come_back_as_text(written: str) -> None:
    found = read_headers(f"From: {written}\nDate: {written}\nReceived: {written}\nMessage-ID: {written}\n")
    assert found is not None
    assert len(found.from_name or "") + len(found.from_address or "") <= LONGEST_VALUE
    assert found.sent_at is None


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "Tue, 99 Nov 2026 10:31:08 +0000", "Fri, 31 Dec 9999 23:59:59 -1400", "9" * 4_000],
)
def test_a_date_that_is_none_is_not_known(date: str) -> None:
    found = read_headers(f"From: a@example.com\nDate: {date}\n")
    assert found is not None
    assert found.sent_at is None


def test_a_date_without_a_zone_is_utc() -> None:
    found = read_headers("From: a@example.com\nDate: Tue, 24 Nov 2026 10:31:08 -0000\n")
    assert found is not None
    assert found.sent_at == datetime(2026, 11, 24, 10, 31, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        MAIL + "x" * 3_000_000,
        "Received: from a (b [203.0.113.1]) by c; x\n" * 20_000,
        "From: " + " \n ".join(["x"] * 60_000),
        "From: a@example.com\n" + " " * 500_000 + "\n",
        "Received: " + "by " * 100_000,
        "A:" * 200_000,
    ],
)
def test_long_texts_take_no_long_time(text: str) -> None:
    begin = process_time()
    found = read_headers(text)
    header_part(text)
    assert process_time() - begin < 2
    assert found is None or len(found.hops) <= MOST_HOPS
    assert len(text) > LONGEST


LINES = st.sampled_from(
    [
        "From:",
        "Received: from",
        " (x [203.0.113.1])",
        "Date:",
        "Authentication-Results:",
        " spf=",
        "",
        "\t",
        ": ",
    ]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=30).map("\n".join))
def test_no_text_breaks_it(text: str) -> None:
    found = read_headers(text)
    part = header_part(text)
    assert text.startswith(part)
    assert found is None or read_headers(part) == found
