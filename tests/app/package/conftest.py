# SPDX-License-Identifier: MIT
"""One case exported once, for all tests that only read the package."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.identify.platforms import Catalogue
from app.model import (
    Account,
    Answer,
    CaseFacts,
    Certainty,
    Demand,
    DisplayName,
    Event,
    ExhibitFacts,
    Payment,
    Provenance,
    Sensitivity,
    Strength,
    Under18,
)
from app.package.build import export
from app.paths import resources
from app.vault import KdfParameters, Vault
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START, FakeClock
from tests.fakes.covered_packages import fill_with_copies
from tests.fakes.packages import files_of, write_small_report
from tests.fakes.runs import finished_run, frame, joined, kept_run, record_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.custody.checkpoint import SigningKey
    from app.package.sealed import PackageBuilt

PASSPHRASE = "correct horse battery"  # noqa: S105 - of test vaults only
TOOL = "Safehold 0.1.0"
FACTS = CaseFacts(
    under_18=Under18.NO, country="GB", name="Tom Hale", initials="TJH", own_words="They want money."
)


@dataclass(frozen=True)
class Exported:
    """A package, what was said when it was built, and its files."""

    built: PackageBuilt
    files: dict[str, bytes]
    records: int
    key: SigningKey

    @property
    def path(self) -> Path:
        return self.built.path


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load(resources() / "platforms")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def new_vault(tmp_path: Path, clock: FakeClock) -> Iterator[Callable[..., Vault]]:
    made: list[Vault] = []

    def make(**changed: object) -> Vault:
        facts = replace(FACTS, **changed)
        folder = tmp_path / f"case{len(made)}.safehold"
        made.append(_vault(folder, clock, facts))
        return made[-1]

    yield make
    for vault in made:
        vault.close()


@pytest.fixture
def vault(new_vault: Callable[..., Vault]) -> Vault:
    """A case with four exhibits: two to show, one intimate, one withdrawn."""
    made = new_vault()
    fill(made)
    return made


def exported_case(folder: Path, catalogue: Catalogue, fill_it: Callable[[Vault], None]) -> Exported:
    """Return the package of a case that was filled like this."""
    clock = FakeClock()
    vault = _vault(folder / "case.safehold", clock, FACTS)
    fill_it(vault)
    built = export(
        vault, folder / "package.zip", catalogue=catalogue, clock=clock, write_report=write_small_report
    )
    count, key = vault.record_count, vault._signing_key
    vault.close()
    return Exported(built, files_of(built.path), count, key)


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Exported:
    return exported_case(tmp_path_factory.mktemp("exported"), catalogue, fill)


@pytest.fixture(scope="session")
def twice(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> tuple[Exported, Exported]:
    """Two packages of one case: another picture was taken in between."""
    folder, clock = tmp_path_factory.mktemp("twice"), FakeClock()
    vault = _vault(folder / "case.safehold", clock, FACTS)
    fill(vault)
    made: list[Exported] = []
    for name in ("first.zip", "second.zip"):
        built = export(
            vault, folder / name, catalogue=catalogue, clock=clock, write_report=write_small_report
        )
        made.append(Exported(built, files_of(built.path), vault.record_count, vault._signing_key))
        vault.add_exhibit(acquisition(b"\x89PNG after " + name.encode()))
    vault.close()
    return made[0], made[1]


@pytest.fixture(scope="session")
def with_runs(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Exported:
    """A package of a case with conversations; see ``fill_with_runs``."""
    return exported_case(tmp_path_factory.mktemp("with_runs"), catalogue, fill_with_runs)


@pytest.fixture(scope="session")
def with_copies(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Exported:
    """A package of a case of which parts are covered; see ``fill_with_copies``."""
    return exported_case(tmp_path_factory.mktemp("with_copies"), catalogue, fill_with_copies)


def fill_with_runs(vault: Vault) -> None:
    """One single picture and five runs.

    TJH/2: four frames with a gap, finished. TJH/3: two frames, finished, a third in another sitting, finished
    again. TJH/4: intimate. TJH/5: withdrawn. TJH/6: two frames, broken off.
    """
    vault.add_exhibit(acquisition(b"\x89PNG profile"))
    finished_run(vault, 4, "run 2", gap_after=2)
    begun = finished_run(vault, 2, "run 3")
    going_on = vault.add_frame(frame(3, "run 3"))
    vault.finish_run(begun.id, record_of(going_on, segments=(1, 3)), (joined(going_on, b"\x89PNG longer"),))
    intimate = finished_run(vault, 2, "run 4")
    vault.revise_exhibit(intimate.id, ExhibitFacts(shows="us", sensitivity=Sensitivity.INTIMATE))
    vault.withdraw_exhibit(finished_run(vault, 2, "run 5").id, "not theirs")
    kept_run(vault, 2, "run 6")


def fill(vault: Vault) -> None:
    """A small case stands in the vault, with one of everything."""
    shown = vault.add_exhibit(acquisition(b"\x89PNG profile", title="Skype - Profile"))
    vault.add_exhibit(acquisition(b"\x89PNG conversation " + bytes(5000)))
    intimate = vault.add_exhibit(acquisition(b"\x89PNG intimate"))
    mistake = vault.add_exhibit(acquisition(b"\x89PNG mistake"))
    vault.revise_exhibit(intimate.id, ExhibitFacts(shows="a picture of me", sensitivity=Sensitivity.INTIMATE))
    vault.withdraw_exhibit(mistake.id, "taken by mistake: cafe\u0301")
    account = vault.add(
        Account(
            platform="skype",
            stable_id="live:.cid.1f2e3d",
            id_kind="Skype Name",
            strength=Strength.STRONG,
            provenance=Provenance.PASTED,
            display_names=(DisplayName("=Am\u202eelie", START),),
            exhibits=(shown.id,),
            first_seen_at=START - timedelta(days=5),
        )
    )
    own = Account(
        platform="skype", stable_id="tom.hale", id_kind="Skype Name", strength=Strength.STRONG, is_own=True
    )
    vault.add(own)
    vault.add(Payment("Western Union", 20000, "GBP", START, reference="0123456789", collected=Answer.NO))
    vault.add(Demand("money", "Send 200, or +everyone sees it", START, account.id, shown.id))
    vault.add(Event(START, "Video call, 3 minutes", Certainty.REMEMBERED, is_about=True))


def _vault(folder: Path, clock: FakeClock, facts: CaseFacts) -> Vault:
    return Vault.create(
        folder,
        PASSPHRASE,
        clock=clock,
        facts=facts,
        tool=TOOL,
        machine_alias="heron-42",
        kdf=KdfParameters.floor(),
    )


@pytest.fixture
def make(vault: Vault, tmp_path: Path, catalogue: Catalogue, clock: FakeClock) -> Callable[..., object]:
    def export_it(**changed: object) -> object:
        wanted = {"catalogue": catalogue, "clock": clock, "write_report": write_small_report} | changed
        return export(vault, tmp_path / "out" / "package.zip", **wanted)

    (tmp_path / "out").mkdir()
    return export_it
