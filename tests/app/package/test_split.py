# SPDX-License-Identifier: MIT
"""A package in several ZIPs: each is a whole bag, verifies by itself and says what it has not seen."""

from __future__ import annotations

import json
import threading
import zipfile
from typing import TYPE_CHECKING

import bagit
import pytest

from app.custody.canonical import canonical
from app.errors import Cancelled
from app.model import CopyKind
from app.package.build import seal
from app.package.findings import Finding, Outcome, Reason
from app.package.names import BAG_INFO, NOT_INCLUDED, REPORT
from app.package.order import prepare
from app.package.parts import AROUND_BYTES
from app.package.sealed import finish
from app.package.verify import verify
from app.package.writing import bytes_in_each
from tests.fakes.acquisitions import acquisition
from tests.fakes.packages import files_of, resigned, unpacked, write_small_report, zipped
from tests.fakes.runs import finished_run

if TYPE_CHECKING:
    from pathlib import Path

    from app.package.order import Order
    from app.package.sealed import PackageBuilt
    from app.vault import Vault

PICTURE = 120_000


@pytest.fixture
def large(new_vault) -> Vault:
    """Two pictures, a run of four frames, two pictures."""
    vault = new_vault()
    for n in (1, 2):
        vault.add_exhibit(acquisition(b"\x89PNG %d" % n + bytes(PICTURE)))
    finished_run(vault, 4, "run")
    for n in (4, 5):
        vault.add_exhibit(acquisition(b"\x89PNG %d" % n + bytes(PICTURE)))
    return vault


@pytest.fixture
def order(large: Vault, catalogue, clock) -> Order:
    made = prepare(large, catalogue=catalogue, clock=clock)
    yield made
    made.close()


@pytest.fixture
def limit(order: Order) -> int:
    """Room for two pictures, or for one and the run."""
    return bytes_in_each(order) + 2 * (PICTURE + AROUND_BYTES) + 20_000


@pytest.fixture
def built(large: Vault, order: Order, tmp_path: Path, limit: int) -> PackageBuilt:
    return finish(large, order, seal(order, tmp_path / "p.zip", write_report=write_small_report, limit=limit))


@pytest.fixture
def places(built: PackageBuilt, tmp_path: Path) -> list[Path]:
    return sorted(tmp_path.glob("p_*.zip"))


def exhibits_in(files: dict[str, bytes]) -> set[str]:
    names = (name.rpartition("/")[2] for name in files if name.startswith("data/exhibits/"))
    return {name.partition("_")[0] for name in names if not name.startswith("not")}


def test_each_part_verifies_and_says_which_others_it_has_not_seen(
    built: PackageBuilt, places: list[Path], limit: int
) -> None:
    assert [place.name for place in places] == ["p_1of3.zip", "p_2of3.zip", "p_3of3.zip"]
    for n, place in enumerate(places, 1):
        verdict = verify(place, root=built.root, key=built.fingerprint)
        assert (verdict.verdict, verdict.findings) == (Outcome.MATCHES, ())
        assert f"part: {n} of 3; the others were not seen" in verdict.not_checked
        assert place.stat().st_size <= limit


def test_together_they_have_all_of_it_once_and_no_run_is_cut(places: list[Path]) -> None:
    parts = [files_of(place) for place in places]
    shown = [exhibits_in(files) for files in parts]
    assert set.union(*shown) == {f"TJH-00{n}" for n in range(1, 6)}
    assert sum(map(len, shown)) == 5
    assert [REPORT in files for files in parts] == [True, False, False]
    assert [any(name.startswith("data/tables/") for name in files) for files in parts] == [True, False, False]
    (with_run,) = [files for files in parts if "TJH-003" in exhibits_in(files)]
    assert len([name for name in with_run if "TJH-003_0" in name and name.endswith(".png")]) == 4


def test_another_library_finds_good_bags_of_one_group(places: list[Path], tmp_path: Path) -> None:
    for n, place in enumerate(places, 1):
        with zipfile.ZipFile(place) as opened:
            assert {name.partition("/")[0] for name in opened.namelist()} == {
                f"TJH_evidence_20261124_v1_{n}of3"
            }
        bag = bagit.Bag(str(unpacked(files_of(place), tmp_path / str(n))))
        assert bag.validate()
        assert (bag.info["Bag-Group-Identifier"], bag.info["Bag-Count"]) == ("TJH-20261124 v1", f"{n} of 3")


def test_what_is_elsewhere_is_declared_with_its_part(places: list[Path]) -> None:
    said = json.loads(files_of(places[1])[NOT_INCLUDED])["not_included"]
    assert {one["why"] for one in said} == {"other_part"}
    assert {one["part"] for one in said} == {1, 3}


def test_every_zip_is_a_copy_and_all_are_one_version(
    built: PackageBuilt, large: Vault, catalogue, clock
) -> None:
    assert [copy.kind for copy in built.copies] == [CopyKind.PACKAGE] * 3
    records = [json.loads(line) for line in large.records()]
    made = [record["data"] for record in records if record["type"] == "export.create"]
    assert [(data["part"], data["parts"], data["version"]) for data in made] == [(n, 3, 1) for n in (1, 2, 3)]
    again = prepare(large, catalogue=catalogue, clock=clock)
    again.close()
    assert again.dossier.version == 2


def test_the_first_part_cannot_do_without_its_report(
    places: list[Path], large: Vault, tmp_path: Path
) -> None:
    files = {name: data for name, data in files_of(places[0]).items() if name != REPORT}
    found = verify(zipped(resigned(files, large._signing_key), tmp_path / "x.zip")).findings
    assert found == (Finding(Reason.MISSING, REPORT),)


def test_a_later_part_with_a_report_of_its_own_contradicts(
    places: list[Path], large: Vault, tmp_path: Path
) -> None:
    files = files_of(places[1]) | {REPORT: b"%PDF another"}
    found = verify(zipped(resigned(files, large._signing_key), tmp_path / "x.zip")).findings
    assert found == (Finding(Reason.CONTRADICTS, BAG_INFO),)


@pytest.mark.parametrize(
    "change",
    [{"part": 2}, {"part": 4}, {"part": 0}, {"part": None}, {"why": "intimate"}],
    ids=["itself", "beyond", "none", "unsaid", "another reason"],
)
def test_a_part_that_there_cannot_be_contradicts(
    places: list[Path], large: Vault, tmp_path: Path, change
) -> None:
    files = files_of(places[1])
    plain = json.loads(files[NOT_INCLUDED])
    plain["not_included"][0] |= change
    files[NOT_INCLUDED] = canonical(plain)
    found = verify(zipped(resigned(files, large._signing_key), tmp_path / "x.zip")).findings
    assert found == (Finding(Reason.CONTRADICTS, NOT_INCLUDED),)


@pytest.mark.parametrize("at", [0.35, 0.5, 0.6, 0.8, 0.97])
def test_a_stop_in_any_part_leaves_none(
    order: Order, large: Vault, tmp_path: Path, limit: int, at: float
) -> None:
    stop, before = threading.Event(), large.record_count
    with pytest.raises(Cancelled):
        seal(
            order,
            tmp_path / "p.zip",
            write_report=write_small_report,
            progress=lambda done: stop.set() if done >= at else None,
            cancelled=stop,
            limit=limit,
        )
    assert not list(tmp_path.glob("p*"))
    assert large.record_count == before
