# SPDX-License-Identifier: MIT
from __future__ import annotations

import hashlib
import json

import pytest

from app.custody.canonical import canonical
from app.custody.checkpoint import Checkpoint
from app.custody.log import read_record
from app.custody.tree import root_of, verify_consistency
from app.package.proofs import consistency, declared, head_of, read_consistency
from tests.fakes.records import record as line_of

LEAVES = [hashlib.sha256(bytes([n])).hexdigest() for n in range(9)]
ROOT = "ab" * 32


def record(kind: str, data: dict[str, object]):
    return read_record(line_of(type=kind, obj=None, data=data))


@pytest.mark.parametrize("kind", ["export.create", "print.create", "anchor.ok"])
def test_what_left_the_house_names_its_head(kind: str) -> None:
    assert head_of(record(kind, {"size": 7, "root": ROOT})) == (7, ROOT)


@pytest.mark.parametrize("data", [{}, {"size": 7}, {"size": "7", "root": ROOT}, {"size": True, "root": ROOT}])
def test_a_record_without_a_head_names_none(data: dict[str, object]) -> None:
    assert head_of(record("export.create", data)) is None
    assert head_of(record("checkpoint", {"size": 7, "root": ROOT})) is None


def test_each_head_stands_once() -> None:
    records = [record("export.create", {"size": size, "root": ROOT}) for size in (3, 5, 3)]
    assert declared(records) == {3: ROOT, 5: ROOT}


def test_every_proof_leads_to_the_checkpoint() -> None:
    heads = {size: root_of(LEAVES[:size]) for size in (1, 4, 7)}
    now = Checkpoint("safehold/x", 9, root_of(LEAVES))
    found = read_consistency(consistency(heads, LEAVES, now))
    assert (found.size, found.root) == (9, now.root)
    assert [proof.size for proof in found.proofs] == [1, 4, 7]
    for proof in found.proofs:
        assert proof.root == heads[proof.size]
        assert verify_consistency(proof.size, 9, proof.root, now.root, proof.proof)


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain | {"v": 2},
        lambda plain: plain | {"more": 1},
        lambda plain: plain | {"proofs": plain["proofs"][::-1]},
        lambda plain: plain | {"proofs": plain["proofs"] * 2},
        lambda plain: plain | {"size": "9"},
        lambda _: [],
    ],
    ids=["version", "more", "order", "twice", "text", "list"],
)
def test_another_form_is_none(change) -> None:
    heads = {size: root_of(LEAVES[:size]) for size in (1, 4)}
    good = json.loads(consistency(heads, LEAVES, Checkpoint("safehold/x", 9, root_of(LEAVES))))
    assert read_consistency(canonical(good)) is not None
    assert read_consistency(canonical(change(good))) is None
    assert read_consistency(json.dumps(good).encode()) is None
