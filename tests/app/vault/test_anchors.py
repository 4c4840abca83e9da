# SPDX-License-Identifier: MIT
"""Outside times in the vault: nothing says ok that was not checked, and what was asked stays known."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from app.anchoring import ask
from app.custody.checkpoint import read_checkpoint
from app.errors import BadInput
from app.hashing import sha256_of
from tests.fakes.clock import FakeClock
from tests.fakes.time_authority import TimeAuthority, make_authority

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.custody.anchors import Answered, Asked
    from app.vault import Vault


@pytest.fixture(scope="module")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return make_authority(tmp_path_factory.mktemp("tsa") / "p256", kind="p256")


def answered(tsa: TimeAuthority, asked: Asked) -> Answered:
    return ask(asked, [tsa.authority], FakeClock(), post=lambda _url, request: tsa.answer(request))


def records(vault: Vault, kind: str) -> list[dict]:
    return [record for record in map(json.loads, vault.records()) if record["type"] == kind]


def test_a_question_is_recorded_before_it_is_asked(vault: Vault) -> None:
    anchor_id, asked = vault.begin_anchor()
    (record,) = records(vault, "anchor.request")
    head = read_checkpoint(asked.note.decode(), vault.public_key)
    assert asked.note.decode() == vault.checkpoints()[-1]
    assert (record["obj"], record["data"]["size"]) == (anchor_id, head.size)
    assert record["data"]["note_sha256"] == sha256_of(asked.note)
    assert record["data"]["request_sha256"] == sha256_of(asked.request)
    assert vault.anchors() == ()


def test_an_answer_is_kept_byte_for_byte_with_its_record_and_a_head_over_it(
    vault: Vault, tsa: TimeAuthority, reopen: Callable[..., Vault]
) -> None:
    anchor_id, asked = vault.begin_anchor()
    came = answered(tsa, asked)
    anchor = vault.anchor_ok(anchor_id, came)
    (record,) = records(vault, "anchor.ok")
    assert (record["obj"], record["data"]) == (anchor_id, json.loads(anchor.facts))
    assert (anchor.note, anchor.request, anchor.response) == (asked.note, asked.request, came.response)
    assert anchor.root_pem == tsa.authority.root_pem
    assert (anchor.difference_ms, anchor.seq) == (came.difference_ms, record["seq"])
    assert read_checkpoint(vault.checkpoints()[-1], vault.public_key).size == anchor.seq
    vault.close()
    assert reopen().anchors() == (anchor,)


def test_an_earlier_head_can_be_stamped_and_no_foreign_one(vault: Vault) -> None:
    note = vault.checkpoint()
    vault.note("vault.unlock", None, {})
    assert vault.begin_anchor(note)[1].note.decode() == note
    size = vault.record_count
    with pytest.raises(BadInput):
        vault.begin_anchor(note.replace("safehold", "safehome"))
    assert vault.record_count == size


def test_a_failure_is_recorded_with_a_word_of_ours(vault: Vault) -> None:
    anchor_id, _ = vault.begin_anchor()
    vault.anchor_failed(anchor_id, "no_answer")
    (record,) = records(vault, "anchor.fail")
    assert (record["obj"], record["data"]) == (anchor_id, {"why": "no_answer"})
    assert vault.anchors() == ()


def test_a_question_ends_once(vault: Vault, tsa: TimeAuthority) -> None:
    anchor_id, asked = vault.begin_anchor()
    came = answered(tsa, asked)
    vault.anchor_ok(anchor_id, came)
    size = vault.record_count
    for again in (
        lambda: vault.anchor_ok(anchor_id, came),
        lambda: vault.anchor_failed(anchor_id, "no_answer"),
        lambda: vault.anchor_failed("another", "no_answer"),
    ):
        with pytest.raises(BadInput):
            again()
    assert vault.record_count == size


def test_an_answer_to_another_question_is_not_kept(vault: Vault, tsa: TimeAuthority) -> None:
    first, _ = vault.begin_anchor()
    _, asked = vault.begin_anchor()
    with pytest.raises(BadInput):
        vault.anchor_ok(first, answered(tsa, asked))
    assert records(vault, "anchor.ok") == []


def test_a_vault_that_is_locked_meanwhile_says_nothing_came(
    vault: Vault, tsa: TimeAuthority, reopen: Callable[..., Vault]
) -> None:
    anchor_id, asked = vault.begin_anchor()
    came = answered(tsa, asked)
    vault.close()
    with pytest.raises(Exception, match="closed"):
        vault.anchor_ok(anchor_id, came)
    again = reopen()
    assert again.anchors() == ()
    assert records(again, "anchor.ok") == []
    assert len(records(again, "anchor.request")) == 1


def test_a_reader_keeps_what_was_there_when_it_began(vault: Vault, tsa: TimeAuthority) -> None:
    with vault.reader() as reader:
        anchor_id, asked = vault.begin_anchor()
        vault.anchor_ok(anchor_id, answered(tsa, asked))
        assert reader.anchors() == ()
    with vault.reader() as reader:
        assert len(reader.anchors()) == 1


def test_the_root_it_was_checked_against_then_stays(vault: Vault, tsa: TimeAuthority) -> None:
    anchor_id, asked = vault.begin_anchor()
    came = answered(tsa, asked)
    other = dataclasses.replace(came, authority=dataclasses.replace(tsa.authority, key="renamed"))
    assert vault.anchor_ok(anchor_id, other).authority == "renamed"
