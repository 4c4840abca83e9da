# SPDX-License-Identifier: MIT
"""A case of adults in a temporary folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.model import CaseFacts, Under18
from app.vault import KdfParameters, Vault
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = Vault.create(
        tmp_path / "case",
        "violet kettle march otter",
        clock=FakeClock(),
        facts=CaseFacts(under_18=Under18.NO, country="England"),
        tool="safehold/test",
        machine_alias="heron-41",
        kdf=KdfParameters.floor(),
    )
    yield made
    made.close()
