# SPDX-License-Identifier: MIT
from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.custody.certificates import Untrusted
from app.custody.der import NotDer
from app.custody.tokens import (
    MOST_BYTES,
    check_token,
    read_question,
    with_certificates_in_order,
)
from tests.fakes.time_authority import TimeAuthority, make_authority, question

if TYPE_CHECKING:
    from pathlib import Path

NOTE = b"safehold/test\n3\nAAAA\n"


@pytest.mark.parametrize("kind", ["rsa", "p256", "p384", "p521"])
@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512"])
def test_a_token_of_each_kind_is_read(folder: Path, kind: str, digest: str) -> None:
    made = make_authority(folder, kind=kind, digest=digest, fraction=3)
    request = question(NOTE)
    stamp = check_token(made.answer(request), read_question(request), [made.authority.root])
    assert abs(stamp.at_ms - time.time() * 1000) < 60_000
    assert (stamp.serial, stamp.policy, stamp.root) == ("02", "1.3.6.1.4.1.99999.1", made.authority.root)
    assert stamp.accuracy_ms in {1_000, 2_000}  # a time that ends in .000 is written without


def test_a_time_of_whole_seconds_says_that_it_hides_one(tsa: TimeAuthority) -> None:
    request = question(NOTE)
    stamp = check_token(tsa.answer(request), read_question(request), [tsa.authority.root])
    assert stamp.accuracy_ms == 2_000
    assert stamp.at_ms % 1_000 == 0


def test_an_answer_to_another_question_is_refused(tsa: TimeAuthority) -> None:
    answer = tsa.answer(question(NOTE))
    for other in (question(b"another note"), question(NOTE, nonce="0102030405060709")):
        with pytest.raises(NotDer, match="another question"):
            check_token(answer, read_question(other), [tsa.authority.root])


def test_an_authority_that_is_not_pinned_is_not_known(tsa: TimeAuthority, folder: Path) -> None:
    other = make_authority(folder, kind="p256", name="Elsewhere")
    request = question(NOTE)
    with pytest.raises(Untrusted):
        check_token(tsa.answer(request), read_question(request), [other.authority.root])


@pytest.mark.parametrize(
    "valid", [("20200101000000Z", "20210101000000Z"), ("20900101000000Z", "20910101000000Z")]
)
def test_a_signer_that_is_no_longer_or_not_yet_valid_is_refused(folder: Path, valid: tuple[str, str]) -> None:
    made = make_authority(folder, kind="p256", valid=valid)
    request = question(NOTE)
    with pytest.raises(NotDer, match="not valid at that time"):
        check_token(made.answer(request), read_question(request), [made.authority.root])


def test_no_byte_of_an_answer_can_be_changed_so_that_it_says_something_else(tsa: TimeAuthority) -> None:
    request = question(NOTE)
    answer, asked = tsa.answer(request), read_question(request)
    good = check_token(answer, asked, [tsa.authority.root])
    for place in range(len(answer)):
        changed = bytearray(answer)
        changed[place] ^= 1
        try:
            assert check_token(bytes(changed), asked, [tsa.authority.root]) == good
        except (NotDer, Untrusted):
            continue


def test_an_answer_that_is_cut_short_or_longer_is_refused(tsa: TimeAuthority) -> None:
    request = question(NOTE)
    answer, asked = tsa.answer(request), read_question(request)
    for data in (
        *(answer[:size] for size in range(0, len(answer), 7)),
        answer + b"\0",
        b"0" * (MOST_BYTES + 1),
    ):
        with pytest.raises(NotDer):
            check_token(data, asked, [tsa.authority.root])


def test_a_refusal_of_the_authority_is_no_time_stamp(tsa: TimeAuthority) -> None:
    for refusal in ("30053003020102", "3003300302 0102".replace(" ", ""), "30053003020100"):
        with pytest.raises(NotDer):
            check_token(bytes.fromhex(refusal), read_question(question(NOTE)), [tsa.authority.root])


def test_certificates_are_put_in_order_and_nothing_else_is_touched(chained: TimeAuthority) -> None:
    request = question(NOTE)
    answer, asked = chained.answer(request), read_question(request)
    in_order = with_certificates_in_order(answer)
    assert sorted(in_order) == sorted(answer)
    assert with_certificates_in_order(in_order) == in_order
    roots = [chained.authority.root]
    assert check_token(in_order, asked, roots) == check_token(answer, asked, roots)


@given(st.binary(max_size=200))
def test_any_bytes_are_no_question_or_one(data: bytes) -> None:
    try:
        read_question(data)
    except NotDer:
        return
    pytest.fail("hypothesis wrote a question")


def test_every_byte_of_a_question_counts() -> None:
    request = question(NOTE)
    asked = read_question(request)
    for place in range(len(request)):
        changed = bytearray(request)
        changed[place] ^= 1
        try:
            assert read_question(bytes(changed)) != asked
        except NotDer:
            continue
