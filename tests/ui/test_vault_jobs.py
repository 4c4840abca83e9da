# SPDX-License-Identifier: MIT
"""A reader that fails to stop keeps no vault open; one that cannot be recorded is deleted all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import DiskFull, ReadingFailed, VaultMissing
from app.vault import KdfParameters
from tests.fakes.clock import FakeClock
from tests.ui.conftest import PASSPHRASE
from ui import vault_jobs

if TYPE_CHECKING:
    from pathlib import Path

    from app.model import CaseFacts
    from app.vault import Vault


@pytest.fixture
def vault(tmp_path: Path, facts: CaseFacts) -> Vault:
    return vault_jobs.create(
        tmp_path / "case.safehold",
        PASSPHRASE,
        clock=FakeClock(),
        facts=facts,
        tool="safehold/test",
        machine_alias="heron-41",
        kdf=KdfParameters.floor(),
    )


class Stuck:
    def stop(self) -> None:
        raise ReadingFailed("it does not stop")


def test_it_is_closed_whatever_reads(vault: Vault) -> None:
    with pytest.raises(ReadingFailed):
        vault_jobs.close(vault, (Stuck(),), "lock")  # type: ignore[arg-type]
    assert not vault.is_open


def test_it_is_deleted_though_the_disk_is_full(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    close = vault.close

    def full(why: str) -> None:
        close(why)
        raise DiskFull("ENOSPC")

    monkeypatch.setattr(vault, "close", full)
    vault_jobs.delete(vault)
    assert not vault.folder.exists()
    with pytest.raises(VaultMissing):
        vault_jobs.open_with(
            vault.folder, PASSPHRASE, clock=FakeClock(), tool="x", kind=None, progress=lambda _share: None
        )
