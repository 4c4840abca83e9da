# SPDX-License-Identifier: MIT
"""A vault to be hurt, and a second process to be killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.vault import KdfParameters, Vault
from tests.fakes.acquisitions import ADULT
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "correct horse battery"  # noqa: S105 - of test vaults only


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "case.safehold"


@pytest.fixture
def vault(folder: Path) -> Vault:
    return Vault.create(
        folder,
        PASSPHRASE,
        clock=FakeClock(),
        facts=ADULT,
        tool="Safehold 0.1.0",
        machine_alias="heron-42",
        kdf=KdfParameters.floor(),
    )


def opened(folder: Path) -> Vault:
    return Vault.open(folder, PASSPHRASE, clock=FakeClock(), tool="Safehold 0.1.0")
