# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.identify.platforms import Catalogue
from app.package.again import prepare_as
from app.package.order import prepare
from app.paths import resources
from app.vault import KdfParameters, Vault
from tests.fakes.acquisitions import ADULT, acquisition
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.package.order import Order


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def vault(tmp_path: Path, clock: FakeClock) -> Iterator[Vault]:
    made = Vault.create(
        tmp_path / "case.safehold", "correct horse battery", clock=clock, facts=ADULT,
        tool="Safehold 0.1.0", machine_alias="heron-42", kdf=KdfParameters.floor(),
    )  # fmt: skip
    made.add_exhibit(acquisition())
    yield made
    made.close()


def first(vault: Vault, clock: FakeClock) -> Order:
    order = prepare(vault, catalogue=Catalogue.load(resources() / "platforms"), clock=clock)
    order.close()
    return order


def again(vault: Vault, before: Order, clock: FakeClock) -> Order:
    catalogue = Catalogue.load(resources() / "platforms")
    order = prepare_as(vault, before.dossier, before.note, catalogue=catalogue, clock=clock)
    order.close()
    return order


def test_the_same_case_gives_the_same_dossier_and_root(vault: Vault, clock: FakeClock) -> None:
    before = first(vault, clock)
    clock.advance(60)
    assert again(vault, before, clock).dossier == before.dossier


def test_saving_and_printing_in_between_change_nothing(vault: Vault, clock: FakeClock) -> None:
    before = first(vault, clock)
    vault.note("export.create", None, {"report_sha256": "aa" * 32})
    vault.note("print.create", None, {"report_sha256": "aa" * 32})
    after = again(vault, before, clock)
    assert (after.dossier, after.note) == (before.dossier, before.note)


def test_a_new_picture_gives_a_new_order(vault: Vault, clock: FakeClock) -> None:
    before = first(vault, clock)
    vault.add_exhibit(acquisition(b"another picture"))
    after = again(vault, before, clock)
    assert after.dossier.checkpoint.root != before.dossier.checkpoint.root
    assert len(after.dossier.exhibits) == 2
