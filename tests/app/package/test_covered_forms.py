# SPDX-License-Identifier: MIT
"""What every form of a package, its lists and its tables say of pictures of which parts are covered."""

from __future__ import annotations

import csv
import json
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from app.package.build import english, seal
from app.package.case_uco import HELD, case_uco
from app.package.names import NOT_INCLUDED
from app.package.order import prepare
from app.package.parts import Part
from app.package.read_me import read_me
from app.package.sealed import finish
from app.package.upload import LIST, seal_upload
from app.package.verify import verify
from tests.app.package.test_case_uco import VALIDATE
from tests.fakes.covered_packages import fill_with_copies
from tests.fakes.packages import files_of, write_small_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.package.order import Order
    from app.vault import Vault
    from tests.app.package.conftest import Exported


@pytest.fixture
def covered(new_vault) -> Vault:
    vault = new_vault()
    fill_with_copies(vault)
    return vault


@pytest.fixture
def order(covered: Vault, catalogue, clock) -> Iterator[Order]:
    with closing(prepare(covered, catalogue=catalogue, clock=clock)) as made:
        yield made


def test_an_upload_has_copies_and_lists_what_the_witness_holds(
    covered: Vault, order: Order, tmp_path: Path
) -> None:
    finish(covered, order, seal_upload(order, tmp_path / "up", write_report=write_small_report))
    names = sorted(path.name.partition("_")[2] for path in (tmp_path / "up").iterdir())
    assert [name for name in names if name.endswith(".png")] == [
        "TJH-001_20261124T021605Z_screen.png",
        "TJH-002_covered_2.png",
        "TJH-003_20261124T021605Z_screen.png",
        "TJH-005_joined_3.png",
        "TJH-006_covered.png",
        "TJH-006_covered_2.png",
    ]
    listed = (tmp_path / "up" / LIST).read_text("utf-8")
    held = listed.partition("held by the witness:\n")[2].split("\n\n")[0].splitlines()
    originals = [one for exhibit in covered.exhibits() for one in exhibit.originals]
    wanted = [one for one in originals if one.redacted and not one.ref.startswith("TJH/4")]
    assert held == [f"# {one.record.content.sha256}  {one.ref}" for one in wanted]


def test_in_several_zips_each_says_of_every_original_that_is_covered(
    covered: Vault, order: Order, tmp_path: Path
) -> None:
    sealed = seal(order, tmp_path / "p.zip", write_report=write_small_report, limit=600_000)
    finish(covered, order, sealed)
    places = sorted(tmp_path.glob("p_*.zip"))
    assert len(places) > 1
    for n, place in enumerate(places, 1):
        assert verify(place).findings == ()
        said = json.loads(files_of(place)[NOT_INCLUDED])["not_included"]
        why = {one["ref"]: (one["why"], one.get("part")) for one in said}
        assert why["TJH/2"][0] == why["TJH/5.1"][0] == why["TJH/6.2"][0] == "covered"
        assert (why["TJH/2"][1] is None) == (n == 1)
        assert {one["described"] for one in said if one.get("part")} <= {None}


def test_the_read_me_counts_them_and_still_fits(order: Order) -> None:
    page = read_me(order.dossier, english(), Part(1, 1, ())).decode("ascii")
    assert "6 pictures have a covered part" in page
    assert "held by the witness" in page
    lines = page.split("\r\n")
    assert (len(lines) <= 60, max(map(len, lines)) <= 76) == (True, True)


def test_the_tables_name_the_copy_and_who_holds_the_original(with_copies: Exported) -> None:
    tables = {
        name: list(csv.DictReader(with_copies.files[f"data/tables/{name}"].decode("utf-8-sig").splitlines()))
        for name in ("conversations.csv", "exhibits.csv")
    }
    frames = [row for row in tables["conversations.csv"] if row["row"] == "frame"]
    assert {row["file"] for row in frames} <= {name.rpartition("/")[2] for name in with_copies.files}
    assert all("held by the witness" in row["in_words"] for row in frames)
    states = {row["exhibit"]: row["state"] for row in tables["exhibits.csv"]}
    assert states["TJH/1"] == states["TJH/3"] == "shown"
    assert states["TJH/2"] == states["TJH/5.2"] == "held by the witness: parts covered, shown as a copy"


def test_the_graph_leads_from_a_copy_to_its_original_and_names_no_file_that_is_not_there(
    order: Order, with_copies: Exported, tmp_path: Path
) -> None:
    nodes = json.loads(case_uco(order.dossier))["@graph"]
    paths = {node["observable:filePath"] for node in nodes if "observable:filePath" in node}
    assert paths <= set(with_copies.files)
    assert sum(node.get("core:description") == HELD for node in nodes) == 6
    assert sum(node.get("core:kindOfRelationship") == "Derived_From" for node in nodes) == 2 + 2 + 1 + 5 + 2
    (tmp_path / "case.jsonld").write_bytes(case_uco(order.dossier))
    said = subprocess.run(
        [str(VALIDATE), "--allow-info", str(tmp_path / "case.jsonld")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout
