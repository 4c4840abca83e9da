# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.custody.log import check_chain
from app.custody.proved import proved
from app.custody.tree import root_of, verify_inclusion
from app.errors import ChainBroken
from tests.fakes.records import chain

LOG = chain(11)


def test_each_record_about_it_has_its_leaf_and_a_proof_that_holds() -> None:
    found, leaves = proved(LOG, {"note-2", "note-11"}), check_chain(LOG).leaves
    assert [one.seq for one in found.records] == [2, 11]
    assert (found.size, found.root) == (11, root_of(leaves))
    for one in found.records:
        assert one.leaf == leaves[one.seq - 1]
        assert verify_inclusion(one.leaf, one.seq - 1, found.size, one.proof, found.root)


def test_the_text_has_all_that_is_needed_to_work_it_out_elsewhere() -> None:
    found = proved(LOG, {"note-11"})
    lines = found.text.splitlines()
    assert lines[:2] == ["size 11", f"root {found.root}"]
    assert lines[3] == "record 11 note.add 2026-11-24T02:16:05.123Z"
    assert lines[4] == f"leaf {found.records[0].leaf}"
    assert lines[5:] == [f"proof {node}" for node in found.records[0].proof]


def test_what_no_record_is_about_has_none() -> None:
    assert proved(LOG, {"other"}).records == ()


def test_a_broken_log_proves_nothing() -> None:
    with pytest.raises(ChainBroken):
        proved(LOG[1:], {"note-2"})
