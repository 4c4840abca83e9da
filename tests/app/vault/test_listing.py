# SPDX-License-Identifier: MIT
"""What lists show of exhibits is what the exhibits say, whichever way it was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.errors import VaultDamaged
from app.model import ExhibitFacts, Listed, Rect, Sensitivity
from app.redaction.covering import cover
from tests.fakes.acquisitions import acquisition
from tests.fakes.covered import kept_picture
from tests.fakes.runs import finished_run, kept_run

if TYPE_CHECKING:
    from app.vault import Vault


def taken(vault: Vault, minutes: int, *, title: str = "Skype") -> str:
    made = acquisition(b"%d" % minutes, title=title)
    time = made.record.time
    later = replace(time, started_at=time.started_at + timedelta(minutes=minutes))
    return vault.add_exhibit(replace(made, record=replace(made.record, time=later))).id


def test_a_list_says_what_each_exhibit_says(vault: Vault) -> None:
    first, second, third = (taken(vault, n, title=f"Chat {n}") for n in range(3))
    vault.revise_exhibit(first, ExhibitFacts(title="They ask for £200", sensitivity=Sensitivity.INTIMATE))
    vault.withdraw_exhibit(second, "by mistake")
    finished_run(vault, 4, gap_after=2)
    kept_run(vault, 3, run_id="ab" * 16)
    assert vault.listed() == tuple(map(Listed.of, vault.exhibits()))
    assert vault.exhibit_ids() == tuple(one.id for one in vault.exhibits())
    assert [one.window_title for one in vault.listed()[:3]] == ["Chat 0", "Chat 1", "Chat 2"]
    assert vault.listed()[2].id == third


def test_a_covered_picture_names_the_copy_that_is_shown(vault: Vault) -> None:
    exhibit_id = kept_picture(vault).id
    before = vault.listed()
    cover(vault, exhibit_id, {exhibit_id: [Rect(20, 20, 60, 40)]})
    (after,) = vault.listed()
    assert before[0].copy is None
    assert after.copy is not None
    assert after == Listed.of(vault.exhibit(exhibit_id))


def test_the_newest_are_those_that_were_numbered_last(vault: Vault) -> None:
    ids = [taken(vault, minutes) for minutes in (30, 10, 20)]
    assert [one.id for one in vault.listed(2)] == ids[1:]
    assert [one.id for one in vault.listed()] == ids
    assert vault.listed(9) == vault.listed()


def test_what_the_person_says_stands_in_the_newest_too(vault: Vault) -> None:
    taken(vault, 0)
    exhibit_id = taken(vault, 1)
    vault.revise_exhibit(exhibit_id, ExhibitFacts(title="The demand"))
    assert [one.facts.title for one in vault.listed(1)] == ["The demand"]


@pytest.mark.parametrize("line", [b"{}", b"no record", b"{"])
def test_a_record_that_cannot_be_read_is_damage(vault: Vault, line: bytes) -> None:
    taken(vault, 1)
    vault._database.run("UPDATE exhibit SET acquisition = ?", (line,))
    with pytest.raises(VaultDamaged):
        vault.listed()
