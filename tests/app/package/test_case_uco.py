# SPDX-License-Identifier: MIT
"""case.jsonld: says what the dossier says, the same bytes every time, and passes the ontology's checks."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.model import Call, Demand, Event, ExhibitFacts, Payment, Under18
from app.model.answers import Certainty
from app.package.case_uco import case_uco
from app.package.names import CASE_UCO, derivative_file, exhibit_file
from app.package.order import prepare
from tests.app.package.conftest import FACTS, _vault, fill, fill_with_runs
from tests.app.report.dossiers import sample_dossier
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START, FakeClock
from tests.fakes.runs import finished_run

if TYPE_CHECKING:
    from app.report.dossier import Dossier
    from tests.app.package.conftest import Exported

HOSTILE = '"}],"@id":"urn:x" <script>alert(1)</script> \u202etxt.exe\u202c \x07 =1+1 \U0001f600 \u2028'
VALIDATE = Path(sys.executable).with_name("case_validate")


def dossier_of(vault, catalogue) -> Dossier:
    order = prepare(vault, catalogue=catalogue, clock=FakeClock())
    order.close()
    return order.dossier


@pytest.fixture(scope="session")
def odd(tmp_path_factory, catalogue) -> Dossier:
    """A case with runs, one marked, one left out, and hostile text wherever somebody can type."""
    vault = _vault(
        tmp_path_factory.mktemp("odd") / "a.safehold", FakeClock(), replace(FACTS, offence=HOSTILE)
    )
    fill(vault)
    fill_with_runs(vault)
    shown = vault.add_exhibit(acquisition(b"\x89PNG hostile", title=HOSTILE))
    vault.revise_exhibit(shown.id, ExhibitFacts(title=HOSTILE, shows=HOSTILE))
    vault.add(Demand("threat", HOSTILE, START, exhibit=shown.id))
    vault.add(Payment("gift_card", 5000, "GBP", None, reference="AAAAA-BBBBB-CCCCC", note=HOSTILE))
    vault.add(Payment("gift_card", 5000, "GBP", None, reference="AAAAA-BBBBB-CCCCC", note=HOSTILE))
    vault.add(Call(START, 60, is_video=False))
    vault.add(Event(START, HOSTILE, Certainty.REMEMBERED, is_about=True))
    vault.purge_exhibit(vault.add_exhibit(acquisition(b"\x89PNG a mistake")).id, "shows my sister")
    vault.purge_exhibit(finished_run(vault, 2, "run 9").id, HOSTILE)
    found = dossier_of(vault, catalogue)
    vault.close()
    return found


@pytest.fixture(scope="session")
def young(tmp_path_factory, catalogue) -> Dossier:
    """A case of words only: someone is under 18, and what was taken before stays in the vault."""
    vault = _vault(tmp_path_factory.mktemp("young") / "a.safehold", FakeClock(), FACTS)
    fill(vault)
    vault.revise_case(replace(vault.case().fact, under_18=Under18.YES))
    found = dossier_of(vault, catalogue)
    vault.close()
    return found


def nodes(dossier: Dossier) -> list[dict]:
    return json.loads(case_uco(dossier))["@graph"]


def of_kind(dossier: Dossier, kind: str) -> list[dict]:
    return [node for node in nodes(dossier) if node["@type"].endswith(kind)]


def test_the_ontologys_own_program_finds_nothing_to_say(tmp_path, odd, young) -> None:
    # One run for all three, some 6 s: most of it is reading the ontology, which the program brings along.
    files = []
    for name, dossier in (("sample", sample_dossier()[0]), ("odd", odd), ("young", young)):
        files.append(tmp_path / f"{name}.jsonld")
        files[-1].write_bytes(case_uco(dossier))
    done = subprocess.run([VALIDATE, "--allow-info", *files], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Conforms: True" in done.stdout


def test_it_is_in_every_package(exported: Exported) -> None:
    graph = json.loads(exported.files[CASE_UCO])["@graph"]
    (case,) = (node for node in graph if node["@type"] == "investigation:Investigation")
    assert case["core:name"] == "TJH-20261124"
    assert exported.built.root in " ".join(case["core:description"])


def test_every_file_it_names_is_in_the_package_with_this_hash_value(exported: Exported) -> None:
    graph = {node["@id"]: node for node in json.loads(exported.files[CASE_UCO])["@graph"]}
    named = [node for node in graph.values() if node["@type"] == "observable:FileFacet"]
    assert named
    assert {node["observable:filePath"] for node in named} <= exported.files.keys()
    for node in named:
        data = exported.files[node["observable:filePath"]]
        assert node["observable:sizeInBytes"] == len(data)


def test_every_reference_leads_to_a_node(odd) -> None:
    text = case_uco(odd).decode()
    ids = {node["@id"] for node in nodes(odd)}
    found = {part.partition('"')[0] for part in text.split('"@id": "')[1:]}
    assert found == ids


def test_each_exhibit_has_its_number_and_each_picture_the_act_it_came_from(odd) -> None:
    numbers = {node["investigation:exhibitNumber"] for node in of_kind(odd, "ProvenanceRecord")}
    assert numbers == {one.ref for one in (*odd.all_exhibits, *odd.purged)}
    originals = [one for exhibit in odd.all_exhibits for one in exhibit.originals]
    results = {
        node["action:result"]["@id"]
        for node in of_kind(odd, "InvestigativeAction")
        if "action:result" in node
    }
    assert {node["@id"] for node in of_kind(odd, "RasterPicture")} <= results
    assert len(of_kind(odd, "RasterPicture")) == len(originals)
    hashes = {node["types:hashValue"]["@value"].lower() for node in of_kind(odd, "types:Hash")}
    assert {one.record.content.sha256 for one in originals} <= hashes


def test_what_stays_in_the_vault_has_a_hash_value_and_no_file(odd) -> None:
    kept = [entry.exhibit for entry in odd.left_out] + list(odd.withdrawn)
    text = case_uco(odd).decode()
    assert kept
    for exhibit in kept:
        assert all(exhibit_file(one.record) not in text for one in exhibit.originals)
        assert all(derivative_file(made, 1) not in text for made in exhibit.derivatives)
        assert exhibit.sha256.upper() in text
    said = [
        node["core:description"] for node in of_kind(odd, "ProvenanceRecord") if "core:description" in node
    ]
    assert ["us", "Not in this package: intimate."] in said


def test_of_what_was_removed_for_good_number_and_hash_values_are_left(odd) -> None:
    text = case_uco(odd).decode()
    assert len(odd.purged) == 2
    assert "shows my sister" not in text
    for gone in odd.purged:
        assert all(sha256.upper() in text for sha256 in gone.sha256s)
    said = [node.get("core:description", [""])[0] for node in of_kind(odd, "ProvenanceRecord")]
    assert sum(one.startswith("Not in this package: removed for good at 2026-") for one in said) == 2


def test_of_someone_under_18_there_is_no_file_at_all(young) -> None:
    assert of_kind(young, "FileFacet") == []
    assert of_kind(young, "DigitalAccount")


def test_a_performer_is_a_role_and_never_a_name(odd) -> None:
    text = case_uco(odd).decode()
    assert odd.case.name == "Tom Hale"
    assert "Tom Hale" not in text
    assert {node["core:name"].partition(":")[0] for node in of_kind(odd, "role:Role")} == {"Witness"}


def test_text_is_data_letter_for_letter_and_turns_no_line_round(odd) -> None:
    assert case_uco(odd).isascii()
    assert HOSTILE in {node.get("observable:messageText") for node in of_kind(odd, "MessageFacet")}
    assert HOSTILE in {node.get("core:description") for node in of_kind(odd, "core:Event")}
    assert len(nodes(odd)) == len({node["@id"] for node in nodes(odd)})


def test_the_number_of_a_card_is_masked_as_on_paper(odd) -> None:
    text = case_uco(odd).decode()
    assert "AAAAA-BBBBB-CCCCC" not in text
    cards = [node for node in of_kind(odd, "core:Event") if node["core:eventType"] == "Payment"]
    assert len(cards) == 3


def test_the_same_dossier_gives_the_same_bytes_and_ids_last_from_export_to_export(odd) -> None:
    assert case_uco(odd) == case_uco(odd)
    later = replace(odd, version=2, payments=odd.payments[1:])
    kept = {node["@id"] for node in nodes(odd)} - {node["@id"] for node in nodes(later)}
    dropped = of_kind(odd, "core:Event")
    assert len(kept) < 40
    assert len(of_kind(later, "core:Event")) == len(dropped) - 1
