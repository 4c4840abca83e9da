# SPDX-License-Identifier: MIT
"""A case is held still for a long read, and nobody who writes waits for it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from app.errors import VaultLocked
from tests.fakes.acquisitions import acquisition

if TYPE_CHECKING:
    from app.vault import Vault


def test_the_file_of_a_case_that_is_held_still_does_not_change(vault: Vault) -> None:
    still = vault.hold_still(threading.Event())
    before = still.database.read_bytes()
    for n in range(8):
        vault.add_exhibit(acquisition(b"%d" % n + bytes(600_000)))
    vault.checkpoint()
    assert still.database.read_bytes() == before
    assert still.reader.exhibits() == ()
    still.reader.close()
    vault._database.truncate_wal()
    assert still.database.read_bytes() != before


def test_a_locked_case_is_not_held(vault: Vault) -> None:
    vault.close()
    with pytest.raises(VaultLocked):
        vault.hold_still(threading.Event())
