# SPDX-License-Identifier: MIT
"""Untouched packages of several kinds, for mutations to begin from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.identify.platforms import Catalogue
from app.package.build import export
from app.paths import resources
from app.vault import KdfParameters, Vault
from tests.app.package.conftest import FACTS, PASSPHRASE, TOOL, fill, fill_with_runs
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import FakeClock
from tests.fakes.packages import files_of, write_small_report
from tests.verifiers.mutations.change import Original

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def one_picture(vault: Vault) -> None:
    """The least there can be."""
    vault.add_exhibit(acquisition(b"\x89PNG profile"))


KINDS: dict[str, Callable[[Vault], None]] = {
    "one picture": one_picture,
    "pictures, one left out, one withdrawn": fill,
    "conversations": fill_with_runs,
}


def originals(folder: Path) -> tuple[Original, ...]:
    """Return one package of each kind, made in this folder."""
    return tuple(
        _made(kind, fill_vault, folder / str(n)) for n, (kind, fill_vault) in enumerate(KINDS.items())
    )


def _made(kind: str, fill_vault: Callable[[Vault], None], folder: Path) -> Original:
    """Return one package."""
    folder.mkdir(parents=True)
    clock = FakeClock()
    vault = Vault.create(
        folder / "case.safehold",
        PASSPHRASE,
        clock=clock,
        facts=FACTS,
        tool=TOOL,
        machine_alias="heron-42",
        kdf=KdfParameters.floor(),
    )
    fill_vault(vault)
    catalogue = Catalogue.load(resources() / "platforms")
    path = folder / "package.zip"
    built = export(vault, path, catalogue=catalogue, clock=clock, write_report=write_small_report)
    key = vault._signing_key
    vault.close()
    return Original(kind, path.read_bytes(), files_of(path), key, built.root, built.fingerprint)
