# SPDX-License-Identifier: MIT
"""Copies put by beside the window, over the vault; what comes of them: test_redactions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.custody.log import read_record
from app.errors import Cancelled
from app.model import Rect
from app.redaction import cover
from tests.fakes.covered import kept_picture

if TYPE_CHECKING:
    from app.redaction import Covered
    from app.vault import Vault


def test_it_begins_with_nothing_waiting_and_ends_so(vault: Vault) -> None:
    one = kept_picture(vault)
    begun = vault.begin_cover(one.id)
    assert begun.exhibit == one
    made = cover(vault, one.id, {one.id: [Rect(9, 9, 40, 40)]}).exhibit.derivatives[-1]
    assert (made.tool, made.made_at >= begun.at) == (begun.tool, True)
    vault.end_cover(begun)
    assert vault._database.value("SELECT count(*) FROM staged") == 0


def test_a_checkpoint_covers_the_records_of_the_copies(vault: Vault) -> None:
    one = kept_picture(vault)
    cover(vault, one.id, {one.id: [Rect(9, 9, 40, 40)]})
    *_, made, head = [read_record(line) for line in vault.records()]
    assert (made.type, head.type) == ("derivative.create", "checkpoint")
    assert head.data["size"] == made.seq


def test_whoever_began_before_is_stopped_and_takes_nothing_away(vault: Vault) -> None:
    one = kept_picture(vault)
    begun: list[Covered] = []

    def moved(share: float) -> None:
        if not begun:
            begun.append(cover(vault, one.id, {one.id: [Rect(90, 90, 40, 40)]}))

    with pytest.raises(Cancelled):
        cover(vault, one.id, {one.id: [Rect(9, 9, 40, 40)]}, moved=moved)
    assert vault.exhibit(one.id) == begun[0].exhibit
