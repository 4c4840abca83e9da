# SPDX-License-Identifier: MIT
"""Which copies may hold something is worked out from how it stood when each was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import BadInput
from app.model import CopyKind, ExhibitFacts, Note, Sensitivity
from app.vault.copies import NewCopy
from tests.fakes.acquisitions import acquisition

if TYPE_CHECKING:
    from app.vault import Vault


def copied(vault: Vault, kind: CopyKind = CopyKind.PACKAGE) -> str:
    return vault.note_copy(NewCopy(kind, f"/stick/{kind}"), {}, size=vault.record_count).id


def holders(vault: Vault, object_id: str) -> list[str]:
    return [one.id for one in vault.copies_that_may_hold(object_id)]


def test_only_what_was_made_after_it_was_kept(vault: Vault) -> None:
    copied(vault)
    one = vault.add_exhibit(acquisition(b"picture"))
    after = [copied(vault, kind) for kind in CopyKind]
    assert holders(vault, one.id) == after


def test_not_what_is_gone_already(vault: Vault) -> None:
    one = vault.add_exhibit(acquisition(b"picture"))
    package, report = copied(vault), copied(vault, CopyKind.REPORT)
    vault.copy_removed(package)
    vault.hand_over(report, "DC Patel")
    assert holders(vault, one.id) == [report]


def test_what_had_been_withdrawn_by_then_is_in_backups_alone(vault: Vault) -> None:
    one = vault.add_exhibit(acquisition(b"picture"))
    before = copied(vault)
    vault.withdraw_exhibit(one.id, "by mistake")
    copied(vault)
    backup = copied(vault, CopyKind.BACKUP)
    assert holders(vault, one.id) == [before, backup]


def test_what_was_marked_by_then_is_in_backups_alone(vault: Vault) -> None:
    one = vault.add_exhibit(acquisition(b"picture", sensitivity=Sensitivity.INTIMATE))
    copied(vault)
    vault.revise_exhibit(one.id, ExhibitFacts())
    shown = copied(vault)
    vault.revise_exhibit(one.id, ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    copied(vault)
    backup = copied(vault, CopyKind.BACKUP)
    assert holders(vault, one.id) == [shown, backup]


def test_a_fact_that_had_been_taken_back_by_then_is_in_backups_alone(vault: Vault) -> None:
    note = vault.add(Note("case", "words"))
    before = copied(vault)
    vault.withdraw(note.id)
    copied(vault)
    backup = copied(vault, CopyKind.BACKUP)
    assert holders(vault, note.id) == [before, backup]


def test_nothing_holds_what_was_never_there(vault: Vault) -> None:
    with pytest.raises(BadInput):
        vault.copies_that_may_hold("nobody")
