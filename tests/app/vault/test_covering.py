# SPDX-License-Identifier: MIT
"""Copies put by beside the window, over the vault; what comes of them: test_redactions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.custody.log import read_record
from app.model import Rect
from app.redaction import cover
from tests.fakes.covered import kept_picture

if TYPE_CHECKING:
    from app.vault import Vault


def test_it_begins_with_nothing_waiting_and_ends_so(vault: Vault) -> None:
    one = kept_picture(vault)
    exhibit, at, tool = vault.begin_cover(one.id)
    assert exhibit == one
    made = cover(vault, one.id, {one.id: [Rect(9, 9, 40, 40)]}).exhibit.derivatives[-1]
    assert (made.tool, made.made_at >= at) == (tool, True)
    vault.end_cover(one.id)
    assert vault._database.value("SELECT count(*) FROM staged") == 0


def test_a_checkpoint_covers_the_records_of_the_copies(vault: Vault) -> None:
    one = kept_picture(vault)
    cover(vault, one.id, {one.id: [Rect(9, 9, 40, 40)]})
    *_, made, head = [read_record(line) for line in vault.records()]
    assert (made.type, head.type) == ("derivative.create", "checkpoint")
    assert head.data["size"] == made.seq
