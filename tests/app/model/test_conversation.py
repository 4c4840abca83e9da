# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.model import GapRecord, Proof, Why


def test_only_proof_joins() -> None:
    assert {proof for proof in Proof if proof.joins} == {Proof.EXACT, Proof.MATCHED, Proof.SAME}


def test_a_gap_is_open_until_frames_close_it() -> None:
    assert GapRecord(1, 2, Why.NO_OVERLAP).closed_by is None
