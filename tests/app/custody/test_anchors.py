# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.custody.anchors import Answered, Asked, accept, ask_for, check, facts, read_by_another
from app.custody.canonical import canonical
from app.custody.checkpoint import SigningKey, make_checkpoint, read_checkpoint
from app.custody.tokens import read_question
from app.errors import AnchorInvalid, AnchorUntrusted
from app.hashing import sha256_of
from tests.fakes.time_authority import TimeAuthority, make_authority, question

if TYPE_CHECKING:
    from pathlib import Path

KEY = SigningKey.from_bytes(b"k" * 32)
NOTE = make_checkpoint("safehold/test", 3, "ab" * 32, KEY).encode()


def test_a_question_holds_the_hash_of_the_note_and_a_fresh_number_and_nothing_else() -> None:
    asked = ask_for(NOTE)
    read = read_question(asked.request)
    assert read.imprint.hex() == sha256_of(NOTE)
    assert read.nonce != read_question(ask_for(NOTE).request).nonce
    assert len(bytes.fromhex(read.nonce)) >= 7
    assert asked.request == question(NOTE, nonce=bytes.fromhex(read.nonce).rjust(8, b"\0").hex()) or (
        int(read.nonce, 16) >> 63
    )


def test_both_readers_accept_a_good_answer(tsa: TimeAuthority, chained: TimeAuthority) -> None:
    for made in (tsa, chained):
        asked = ask_for(NOTE)
        answer = made.answer(asked.request)
        stamp, authority = accept(asked, answer, [made.authority])
        assert authority == made.authority
        assert check(asked, answer, [made.authority]) == (stamp, authority)


def test_a_replayed_answer_is_refused(tsa: TimeAuthority) -> None:
    asked, before = ask_for(NOTE), ask_for(NOTE)
    with pytest.raises(AnchorInvalid):
        accept(asked, tsa.answer(before.request), [tsa.authority])


def test_an_answer_for_another_note_is_refused(tsa: TimeAuthority) -> None:
    other = ask_for(b"another note")
    with pytest.raises(AnchorInvalid):
        check(Asked(NOTE, other.request), tsa.answer(other.request), [tsa.authority])


def test_a_forger_with_an_authority_of_the_same_name_is_refused(tsa: TimeAuthority, folder: Path) -> None:
    forger = make_authority(folder, kind="p256")
    asked = ask_for(NOTE)
    with pytest.raises(AnchorInvalid):
        accept(asked, forger.answer(asked.request), [tsa.authority])


def test_a_forger_with_an_authority_of_his_own_is_not_known(tsa: TimeAuthority, folder: Path) -> None:
    forger = make_authority(folder, kind="p256", name="DigiCert Trusted Root G5")
    asked = ask_for(NOTE)
    with pytest.raises(AnchorUntrusted):
        accept(asked, forger.answer(asked.request), [tsa.authority])


def test_what_only_the_second_reader_refuses_is_refused(tsa: TimeAuthority) -> None:
    def refuse(_asked: Asked, _response: bytes, _root: bytes) -> None:
        raise AnchorInvalid("second_reader")

    asked = ask_for(NOTE)
    with pytest.raises(AnchorInvalid, match="second_reader"):
        accept(asked, tsa.answer(asked.request), [tsa.authority], second_reader=refuse)


def test_the_second_reader_knows_a_bad_answer_by_itself(tsa: TimeAuthority, folder: Path) -> None:
    asked, other = ask_for(NOTE), ask_for(b"another note")
    forger = make_authority(folder, kind="p256")
    good, root = tsa.answer(asked.request), tsa.authority.root
    read_by_another(asked, good, root)
    for bad in (tsa.answer(other.request), forger.answer(asked.request), good[:-1] + bytes([good[-1] ^ 1])):
        with pytest.raises(AnchorInvalid, match="second_reader"):
            read_by_another(asked, bad, root)


def test_the_facts_are_what_a_record_may_hold(tsa: TimeAuthority) -> None:
    asked = ask_for(NOTE)
    answer = tsa.answer(asked.request)
    stamp, authority = check(asked, answer, [tsa.authority])
    answered = Answered(asked, answer, stamp, authority, stamp.at_ms + 3_210, 2_050)
    said = facts(answered, read_checkpoint(NOTE.decode(), KEY.public_bytes))
    assert canonical(said)
    assert (said["authority"], said["size"], said["root"]) == ("test", 3, "ab" * 32)
    assert (said["difference_ms"], said["uncertain_by_ms"]) == (3_210, 2_050)
    assert said["response_sha256"] == sha256_of(answer)
