# SPDX-License-Identifier: MIT
"""Links as they stand; files, names, versions and the front doors of chats are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.links import links_in


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("see https://clips.example.org/v/abc?x=1.", "https://clips.example.org/v/abc?x=1"),
        ("(http://example.org/x)", "http://example.org/x"),
        ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
        ("HTTPS://EXAMPLE.ORG/A", "HTTPS://EXAMPLE.ORG/A"),
        ("www.clips-example.com", "www.clips-example.com"),
        ("it is on bit.ly/3xYzQw now", "bit.ly/3xYzQw"),
        ("mega.nz/file/x8Tq#k", "mega.nz/file/x8Tq#k"),
        ("youtu.be/abc", "youtu.be/abc"),
        ("drive.google.com/file/d/abc", "drive.google.com/file/d/abc"),
        ("clips.xyz", "clips.xyz"),
        ("https://t.me/+AbCd12", "https://t.me/+AbCd12"),
    ],
)
def test_a_link_is_found_without_the_marks_of_its_sentence(text: str, address: str) -> None:
    (one,) = links_in(text)
    assert one.address == address
    assert text[one.start : one.end] == address


@pytest.mark.parametrize(
    "text",
    [
        "IMG_2034.jpg", "video.mp4", "setup.py", "ok.so what", "done.me", "https://web.whatsapp.com/",
        "google.com", "https://www.facebook.com/messages/t/1000", "version 1.2.3", "127.0.0.1",
        "e.g. this", "amy@example.com", "photo.zip", "pastebin.com/abc...", "https://exam\u2026",
        "https://", "http://user@example.com", "3.com", "Mr.Co", "https://clips.exam", "Tom.Is here",
        "U.S. army", "9.30.am", "£2.to", "C:/Users/tom", "google.com/search?q=tom",
        "https://support.skype.com/en/faq/FA10858", "https://go.skype.com/download",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_is_left(text: str) -> None:
    assert links_in(text) == ()


@given(st.text(max_size=80) | st.text("htps:/.www com@-x1", max_size=50))
def test_no_text_makes_it_fail(text: str) -> None:
    for one in links_in(text):
        assert text[one.start : one.end] == one.address
