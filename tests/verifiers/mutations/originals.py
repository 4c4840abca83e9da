# SPDX-License-Identifier: MIT
"""Untouched packages of every kind, for mutations to begin from."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from app.custody.checkpoint import read_checkpoint
from app.identify.platforms import Catalogue
from app.package.build import export, finish, seal
from app.package.order import prepare
from app.paths import resources
from app.report.scope import Scope
from app.vault import KdfParameters, Vault
from tests.app.package.conftest import FACTS, PASSPHRASE, TOOL, fill, fill_with_runs
from tests.fakes.acquisitions import acquisition
from tests.fakes.anchored import anchored_package
from tests.fakes.clock import FakeClock
from tests.fakes.covered_packages import fill_with_copies, withheld
from tests.fakes.packages import files_of, write_small_report
from tests.fakes.purged_packages import fill_with_purges
from tests.fakes.time_authority import make_authority
from tests.verifiers.mutations.change import Original

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CATALOGUE = Catalogue.load(resources() / "platforms")


def originals(folder: Path) -> tuple[Original, ...]:
    """Return one package of each kind, made in this folder."""
    return (
        one_picture(folder / "1"),
        _of("pictures, one left out, one withdrawn", folder / "2", fill),
        _of("conversations", folder / "3", fill_with_runs),
        _of("things removed for good", folder / "4", fill_with_purges),
        _later(folder / "5"),
        _part(folder / "6"),
        _one_of_several(folder / "7"),
        _anchored(folder / "8"),
        parts_covered(folder / "9"),
    )


def one_picture(folder: Path) -> Original:
    """The least there can be."""
    return _of("one picture", folder, lambda vault: vault.add_exhibit(acquisition(b"\x89PNG profile")))


def _of(kind: str, folder: Path, fill_vault: Callable[[Vault], object]) -> Original:
    """A first package of a whole case."""
    with _vault(folder) as (vault, clock):
        fill_vault(vault)
        return _exported(kind, vault, clock, folder)


def _later(folder: Path) -> Original:
    """A second package, with more than the first, and the heads that left the house before."""
    with _vault(folder) as (vault, clock):
        fill(vault)
        _exported("first", vault, clock, folder)
        vault.add_exhibit(acquisition(b"\x89PNG later"))
        return _exported("a later package", vault, clock, folder, is_free=False)


def _part(folder: Path) -> Original:
    """Chosen exhibits, and of the rest of the log the leaves alone."""
    with _vault(folder) as (vault, clock):
        fill_with_runs(vault)
        scope = Scope(frozenset({"TJH/1", "TJH/2"}))
        return _exported(
            "chosen exhibits", vault, clock, folder, scope=scope, is_free=False, has_whole_log=False
        )


def _one_of_several(folder: Path) -> Original:
    """The second of the ZIPs of a package that is too large for one."""
    with _vault(folder) as (vault, clock):
        for n in range(4):
            vault.add_exhibit(acquisition(b"\x89PNG %d" % n + bytes(300_000)))
        order = prepare(vault, catalogue=CATALOGUE, clock=clock)
        try:
            sealed = seal(order, folder / "package.zip", write_report=write_small_report, limit=900_000)
        finally:
            order.close()
        built = finish(vault, order, sealed)
        assert len(sealed.files) > 1
        path = sealed.files[1].place
        return _original("one of several", path, vault, built.root, built.fingerprint, is_free=False)


def parts_covered(folder: Path) -> Original:
    """Pictures and conversations of which parts are covered, and what of them is held by the witness."""
    with _vault(folder) as (vault, clock):
        fill_with_copies(vault)
        return _exported("parts covered", vault, clock, folder, withheld=withheld(vault), is_free=False)


def _anchored(folder: Path) -> Original:
    """With two times from outside."""
    folder.mkdir(parents=True)
    tsa = make_authority(folder / "tsa", kind="p256")
    made = anchored_package(folder, tsa, CATALOGUE)
    root = read_checkpoint(made.files["data/log/checkpoint.txt"].decode(), made.key.public_bytes).root
    return Original(
        "times from outside", made.path.read_bytes(), made.files, made.key, root, made.key.fingerprint,
        is_free=False, authorities=(made.authority,),
    )  # fmt: skip


@contextlib.contextmanager
def _vault(folder: Path) -> Iterator[tuple[Vault, FakeClock]]:
    """Give a new case."""
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
    yield vault, clock
    vault.close()


def _exported(
    kind: str, vault: Vault, clock: FakeClock, folder: Path, *, scope: Scope | None = None, **more
) -> Original:
    """Return the case's package as it is now."""
    path = folder / f"{kind}.zip"
    built = export(
        vault, path, catalogue=CATALOGUE, clock=clock, write_report=write_small_report, scope=scope
    )
    return _original(kind, path, vault, built.root, built.fingerprint, **more)


def _original(kind: str, path: Path, vault: Vault, root: str, fingerprint: str, **more) -> Original:
    """Return a package that stands at a path."""
    return Original(kind, path.read_bytes(), files_of(path), vault._signing_key, root, fingerprint, **more)
