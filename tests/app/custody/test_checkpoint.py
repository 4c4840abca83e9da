# SPDX-License-Identifier: MIT
from __future__ import annotations

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.custody.checkpoint import (
    Checkpoint,
    SigningKey,
    check_words,
    fingerprint,
    make_checkpoint,
    open_note,
    public_key_line,
    read_checkpoint,
    read_public_key_line,
    sign_note,
)
from app.errors import BadInput, ChainBroken

ORIGIN = "safehold.case/4f0c"
ROOT = "0123456789abcdef" * 4
KEY = SigningKey.from_bytes(bytes(range(32)))
NOTE = make_checkpoint(ORIGIN, 214, ROOT, KEY)


def test_a_checkpoint_comes_back_as_it_was_signed():
    assert read_checkpoint(NOTE, KEY.public_bytes) == Checkpoint(ORIGIN, 214, ROOT)
    lines = NOTE.split("\n")
    assert lines[:4] == [ORIGIN, "214", base64.b64encode(bytes.fromhex(ROOT)).decode(), ""]
    assert lines[4].startswith(f"\u2014 {ORIGIN} ")
    assert lines[5:] == [""]


def test_the_note_of_the_go_checksum_database_opens():
    # Source: golang.org/x/mod/sumdb/note, its documented example.
    public = base64.b64decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")[1:]
    note = (
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n"
        "\n"
        "\u2014 PeterNeumann "
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    )
    assert open_note(note, public, "PeterNeumann").endswith("your problem is.\n")
    assert public_key_line("PeterNeumann", public) == (
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n"
    )


@given(st.data())
def test_any_changed_character_is_caught(data):
    place = data.draw(st.integers(0, len(NOTE) - 1))
    other = data.draw(st.characters(exclude_categories=["Cs"]).filter(lambda c: c != NOTE[place]))
    with pytest.raises(ChainBroken):
        read_checkpoint(NOTE[:place] + other + NOTE[place + 1 :], KEY.public_bytes)


@given(st.integers(0, len(NOTE) - 1))
def test_a_note_cut_short_is_caught(size):
    with pytest.raises(ChainBroken):
        read_checkpoint(NOTE[:size], KEY.public_bytes)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_text_comes_back_from_a_note(text):
    assert open_note(sign_note(f"{text}\n", "case", KEY), KEY.public_bytes, "case") == f"{text}\n"


def test_a_text_with_blank_lines_and_dashes_comes_back():
    text = "one\n\n\u2014 case AAAA\n\ntwo\n"
    assert open_note(sign_note(text, "case", KEY), KEY.public_bytes, "case") == text


def test_another_key_or_name_does_not_open_it():
    other = SigningKey.generate()
    with pytest.raises(ChainBroken):
        open_note(NOTE, other.public_bytes, ORIGIN)
    with pytest.raises(ChainBroken):
        open_note(NOTE, KEY.public_bytes, "other")
    swapped = NOTE.replace(
        base64.b64encode(bytes.fromhex(ROOT)).decode(), base64.b64encode(bytes(32)).decode()
    )
    with pytest.raises(ChainBroken):
        read_checkpoint(swapped, KEY.public_bytes)


def test_two_signatures_under_one_name_are_refused():
    line = NOTE.split("\n")[4]
    with pytest.raises(ChainBroken):
        read_checkpoint(f"{NOTE}{line}\n", KEY.public_bytes)


def test_a_signature_of_somebody_else_beside_ours_is_let_be():
    text = open_note(NOTE, KEY.public_bytes, ORIGIN)
    other = sign_note(text, "witness", SigningKey.generate()).split("\n")[4]
    assert read_checkpoint(f"{NOTE}{other}\n", KEY.public_bytes).size == 214


@pytest.mark.parametrize(
    "body", [f"{ORIGIN}\n1\n", f"{ORIGIN}\n01\nAAAA\n", f"{ORIGIN}\n1\nAAAA\n", f"{ORIGIN}\n-1\n\n"]
)
def test_a_signed_text_that_is_no_checkpoint_is_refused(body):
    with pytest.raises(ChainBroken):
        read_checkpoint(sign_note(body, ORIGIN, KEY), KEY.public_bytes)


@pytest.mark.parametrize(
    ("text", "name"),
    [("no end", "case"), ("tab\t\n", "case"), ("", "case"), ("a\n", "a b"), ("a\n", "a+b"), ("a\n", "")],
)
def test_a_note_that_would_not_come_back_is_not_signed(text, name):
    with pytest.raises(BadInput):
        sign_note(text, name, KEY)


def test_the_public_key_line_comes_back():
    line = public_key_line(ORIGIN, KEY.public_bytes)
    assert read_public_key_line(line) == (ORIGIN, KEY.public_bytes)


@given(st.data())
def test_a_changed_public_key_line_is_caught(data):
    line = public_key_line(ORIGIN, KEY.public_bytes)
    place = data.draw(st.integers(0, len(line) - 1))
    other = data.draw(st.characters(codec="ascii").filter(lambda c: c != line[place]))
    with pytest.raises(ChainBroken):
        read_public_key_line(line[:place] + other + line[place + 1 :])


def test_a_key_is_the_same_from_its_seed():
    key = SigningKey.generate()
    again = SigningKey.from_bytes(key.seed)
    assert again.public_bytes == key.public_bytes
    assert again.fingerprint == key.fingerprint == fingerprint(key.public_bytes)
    assert key.fingerprint == hashlib.sha256(key.public_bytes).hexdigest()
    assert SigningKey.generate().seed != key.seed
    with pytest.raises(BadInput):
        SigningKey.from_bytes(bytes(31))


def test_check_words_are_six_and_follow_the_root():
    words = check_words(ROOT)
    assert len(words) == 6
    assert words == check_words(ROOT)
    assert words != check_words(ROOT[:-1] + "e")
    assert check_words("0" * 64) == ("abacus",) * 6
    assert check_words("0" * 63 + "1") == (*("abacus",) * 5, "abdomen")
