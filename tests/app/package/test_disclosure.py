# SPDX-License-Identifier: MIT
from __future__ import annotations

import hashlib
import json

import pytest

from app.custody.canonical import canonical
from app.custody.checkpoint import Checkpoint
from app.custody.tree import root_of, verify_inclusion
from app.package.disclosure import disclosed, inclusion, leaf_lines, read_inclusion, read_leaves
from tests.fakes.records import record
from tests.ui.models.test_exhibits import exhibit

LEAVES = [hashlib.sha256(bytes([n])).hexdigest() for n in range(9)]
HEAD = Checkpoint("safehold/x", 9, root_of(LEAVES))


def test_only_records_of_chosen_exhibits_and_those_of_none_go_along() -> None:
    one, other = exhibit(1), exhibit(2)
    lines = [
        record(1, type="case.create", obj="case"),
        record(2, type="key.create", obj="signing", data={"kind": "ed25519"}),
        record(3, type="key.create", obj="slot", data={"kind": "passphrase"}),
        record(4, type="exhibit.allocate", obj=one.id),
        record(5, type="exhibit.allocate", obj=other.id),
        record(6, type="acquisition.create", obj=one.record.acquisition_id),
        record(7, type="account.add", obj="account"),
        record(8, type="export.create", obj="copy"),
        record(9, type="exhibit.revise", obj=one.id),
    ]
    assert [seq for seq, _ in disclosed(lines, [one])] == [1, 2, 4, 6, 8, 9]


def test_every_proof_leads_to_the_root() -> None:
    found = read_inclusion(inclusion([2, 5, 9], LEAVES, HEAD))
    assert (found.size, found.root, [proof.seq for proof in found.proofs]) == (9, HEAD.root, [2, 5, 9])
    assert all(
        verify_inclusion(LEAVES[proof.seq - 1], proof.seq - 1, 9, proof.proof, HEAD.root)
        for proof in found.proofs
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain | {"v": 2},
        lambda plain: plain | {"more": 1},
        lambda plain: plain | {"proofs": plain["proofs"][::-1]},
        lambda plain: plain | {"proofs": plain["proofs"] * 2},
        lambda _: [],
    ],
    ids=["version", "more", "order", "twice", "list"],
)
def test_another_form_is_none(change) -> None:
    good = json.loads(inclusion([2, 5], LEAVES, HEAD))
    assert read_inclusion(canonical(good)) is not None
    assert read_inclusion(canonical(change(good))) is None


def test_leaves_are_read_as_they_were_written() -> None:
    assert read_leaves(leaf_lines(LEAVES)) == tuple(LEAVES)


@pytest.mark.parametrize("data", [b"", b"\n", b"ab" * 32, b"AB" * 32 + b"\n", b"ab\n", b"ab" * 32 + b"\r\n"])
def test_what_is_no_list_of_leaves_is_none(data: bytes) -> None:
    assert read_leaves(data) is None
