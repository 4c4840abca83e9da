# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.errors import BadInput, HashMismatch, VaultDamaged
from app.model import ExhibitFacts, Sensitivity
from app.plain import to_plain
from app.vault.originals import nfc, record_of
from tests.fakes.acquisitions import acquisition
from tests.fakes.runs import frame, kept_run

if TYPE_CHECKING:
    from app.vault import Vault


def test_a_single_picture_and_a_frame_are_found_alike(vault: Vault) -> None:
    single, run = vault.add_exhibit(acquisition(b"single")), kept_run(vault, 2)
    for original in (*single.originals, *run.originals):
        assert json.loads(vault.acquisition_line(original.id)) == to_plain(original.record)
        data = b"".join(vault.original_parts(original.id))
        assert len(data) == original.record.content.size_bytes
    for wrong in ("none", run.record.run_id or "", run.record.acquisition_id):
        with pytest.raises(BadInput):
            vault.original(wrong)
        with pytest.raises(BadInput):
            vault.acquisition_line(wrong)
        with pytest.raises(BadInput):
            vault.put_thumbnail(wrong, b"jpeg")


def test_bytes_that_are_not_those_of_the_frame_are_named_by_its_number(vault: Vault) -> None:
    run = kept_run(vault, 2)
    vault._database.run("UPDATE blob_part SET data = x'00' WHERE blob_id = 2")
    assert vault.original(run.frames[0].id) == frame(1).data
    with pytest.raises(HashMismatch, match=r"TJH/1\.2"):
        vault.original(run.frames[1].id)


def test_a_record_that_says_nothing_is_damage() -> None:
    for line in (b"{}", b"no JSON", b"\xff"):
        with pytest.raises(VaultDamaged):
            record_of(line)


def test_texts_are_composed_wherever_they_stand() -> None:
    spelled = {"a": ["e\u0301", {"b": ("e\u0301", 1, None)}]}
    assert nfc(spelled) == {"a": ["\u00e9", {"b": ["\u00e9", 1, None]}]}


def test_thumbnails(vault: Vault) -> None:
    with_one = vault.add_exhibit(acquisition(b"1"), thumbnail=b"jpeg 1")
    later = vault.add_exhibit(acquisition(b"2"))
    assert (vault.thumbnail(with_one.id), vault.thumbnail(later.id)) == (b"jpeg 1", None)
    before = vault.record_count
    vault.put_thumbnail(later.id, b"jpeg 2")
    vault.put_thumbnail(later.id, b"jpeg 3")
    assert (vault.thumbnail(later.id), vault.record_count) == (b"jpeg 3", before)


@pytest.mark.parametrize("marked", [Sensitivity.INTIMATE, Sensitivity.MAY_SHOW_UNDER_18])
def test_marked_so_it_has_no_thumbnail(vault: Vault, marked: Sensitivity) -> None:
    exhibit = vault.add_exhibit(acquisition(b"1"), thumbnail=b"jpeg")
    vault.revise_exhibit(exhibit.id, ExhibitFacts(sensitivity=marked))
    assert vault.thumbnail(exhibit.id) is None
    vault.put_thumbnail(exhibit.id, b"jpeg")
    assert vault.thumbnail(exhibit.id) is None
    marked_at_once = vault.add_exhibit(acquisition(b"2", sensitivity=marked), thumbnail=b"jpeg")
    assert vault.thumbnail(marked_at_once.id) is None
    assert marked_at_once.facts.sensitivity is marked
