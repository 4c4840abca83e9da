# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.custody.log import read_record
from app.errors import BadInput, HashMismatch, PicturesNotAllowed, VaultDamaged
from app.hashing import sha256_of
from app.model import Derivative, DerivativeRecord, RunRecord, Under18
from app.plain import from_plain
from tests.fakes.acquisitions import ADULT, acquisition
from tests.fakes.runs import finished_run, joined, kept_run, record_of

if TYPE_CHECKING:
    from app.vault import Vault


def changed(made: Derivative, **values: object) -> Derivative:
    return replace(made, record=replace(made.record, **values))  # type: ignore[arg-type]


def test_record_and_bytes_are_as_the_log_has_them(vault: Vault) -> None:
    run = finished_run(vault)
    logged = {one.obj: one for one in map(read_record, vault.records()) if one.type == "derivative.create"}
    for made in run.derivatives:
        line = vault.derivative_line(made.derivative_id)
        data = b"".join(vault.derivative_parts(made.derivative_id))
        said = logged[made.derivative_id]
        assert from_plain(DerivativeRecord, json.loads(line)) == made
        assert (said.data["record_sha256"], said.data["sha256"]) == (sha256_of(line), sha256_of(data))
        assert (said.seq, said.data["ref"], said.data["kind"]) == (made.seq, "TJH/1", made.kind)
        assert re.fullmatch("[0-9a-f]{64}", made.salt)
        assert made.salt.encode() not in b"".join(vault.records())


def test_the_run_record_is_json_that_says_what_was_judged(vault: Vault) -> None:
    run = kept_run(vault, 3)
    said = record_of(run, gap_after=1)
    kept = vault.finish_run(run.id, said).derivatives[0]
    data = b"".join(vault.derivative_parts(kept.derivative_id))
    assert from_plain(RunRecord, json.loads(data)) == said
    with vault.reader() as reader:
        assert reader.exhibit(run.id).run == said


def test_what_was_made_from_something_else_is_refused(vault: Vault) -> None:
    run, single = kept_run(vault), vault.add_exhibit(acquisition(b"other"))
    before = vault.record_count
    made = joined(run)
    for wrong in (changed(made, parents=()), changed(made, parents=(*made.record.parents, single.sha256))):
        with pytest.raises(BadInput):
            vault.finish_run(run.id, record_of(run), (wrong,))
    with pytest.raises(BadInput):
        vault.finish_run(run.id, record_of(run), (made, made))
    for wrong in (replace(made, data=made.data + b"1"), changed(made, sha256="0" * 64)):
        with pytest.raises(HashMismatch):
            vault.finish_run(run.id, record_of(run), (wrong,))
    assert (vault.record_count, vault.exhibit(run.id)) == (before, run)


def test_a_joined_picture_is_a_picture(vault: Vault) -> None:
    run = finished_run(vault)
    vault.revise_case(replace(ADULT, under_18=Under18.NOT_SURE))
    words, picture = run.derivatives
    with pytest.raises(PicturesNotAllowed):
        vault.derivative_parts(picture.derivative_id)
    assert b"".join(vault.derivative_parts(words.derivative_id))
    with pytest.raises(PicturesNotAllowed):
        vault.finish_run(run.id, record_of(run), (joined(run),))
    assert isinstance(vault.finish_run(run.id, record_of(run)).run, RunRecord)


def test_bytes_that_changed_are_noticed(vault: Vault) -> None:
    run = finished_run(vault)
    vault._database.run("UPDATE blob_part SET data = x'00' WHERE blob_id > 3")
    for made in run.derivatives:
        with pytest.raises(HashMismatch, match="TJH/1"):
            list(vault.derivative_parts(made.derivative_id))
    with vault.reader() as reader, pytest.raises(HashMismatch):
        reader.exhibits()


def test_what_is_not_there_and_what_cannot_be_read(vault: Vault) -> None:
    finished_run(vault)
    with pytest.raises(BadInput):
        vault.derivative_line("none")
    with pytest.raises(BadInput):
        vault.derivative_parts("none")
    vault._database.run("UPDATE derivative SET record = x'7b7d'")
    with vault.reader() as reader, pytest.raises(VaultDamaged):
        reader.exhibits()
