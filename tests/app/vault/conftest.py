# SPDX-License-Identifier: MIT
"""A vault to work on, made with the least key derivation that is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.vault import KdfParameters, SecretKind, Vault
from app.vault.connection import Database
from app.vault.migrations import migrate
from tests.fakes.acquisitions import ADULT
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PASSPHRASE = "correct horse battery"  # noqa: S105 - of test vaults only
TOOL = "Safehold 0.1.0"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "case.safehold"


@pytest.fixture
def new_vault(folder: Path, clock: FakeClock) -> Callable[..., Vault]:
    def make(**changed: object) -> Vault:
        wanted = {"clock": clock, "facts": ADULT, "tool": TOOL, "machine_alias": "heron-42"} | changed
        return Vault.create(folder, PASSPHRASE, kdf=KdfParameters.floor(), **wanted)  # type: ignore[arg-type]

    return make


@pytest.fixture
def vault(new_vault: Callable[..., Vault]) -> Iterator[Vault]:
    made = new_vault()
    yield made
    made.close()


@pytest.fixture
def reopen(folder: Path, clock: FakeClock) -> Iterator[Callable[..., Vault]]:
    opened: list[Vault] = []

    def again(secret: str = PASSPHRASE, kind: SecretKind = SecretKind.PASSPHRASE) -> Vault:
        opened.append(Vault.open(folder, secret, clock=clock, tool=TOOL, kind=kind))
        return opened[-1]

    yield again
    for one in opened:
        one.close()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A database with the present schema and nothing in it."""
    path = tmp_path / "loose.db"
    made = Database(path, bytes(32))
    migrate(made, path)
    yield made
    made.close()
