# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.package.build import english
from app.package.order import prepare
from app.package.parts import Part
from app.package.read_me import read_me
from app.report.scope import Scope
from tests.app.package.conftest import fill_with_runs

if TYPE_CHECKING:
    from app.report.dossier import Dossier
    from tests.app.package.conftest import Exported


def test_the_page_opens_in_any_editor_and_fits_one_sheet(exported: Exported) -> None:
    page = exported.files["3_Read_Me_First.txt"]
    assert page.count(b"\r\n") == page.count(b"\n") == page.count(b"\r")
    assert page.endswith(b"\r\n")
    lines = page.decode("ascii").split("\r\n")
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 76


@pytest.fixture
def with_a_run(new_vault, catalogue, clock) -> Dossier:
    vault = new_vault()
    fill_with_runs(vault)
    order = prepare(vault, catalogue=catalogue, clock=clock)
    order.close()
    return order.dossier


def test_with_all_that_can_be_added_it_still_fits_one_sheet(with_a_run: Dossier) -> None:
    page = read_me(replace(with_a_run, scope=Scope(frozenset({"TJH/1"}), of=99)), english(), Part(2, 3, ()))
    lines = page.decode("ascii").split("\r\n")
    assert lines[0] == "ZIP 2 OF 3: REPORT, TABLES AND CASE FILE ARE IN ZIP 1"
    assert "THIS IS A PART: " in page.decode()
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 76


@pytest.mark.parametrize(
    "said",
    [
        "1_Evidence_Report.pdf", "2_Check_Integrity.html", "Get-FileHash", "certutil -hashfile",
        "sha256sum -c", "openssl ts -verify", "apostrophe", "not_included.json", "page1.txt", "CASE/UCO",
        "[U+202E]",
    ],
)  # fmt: skip
def test_an_officer_with_nothing_installed_is_told(exported: Exported, said: str) -> None:
    assert said in exported.files["3_Read_Me_First.txt"].decode()


@pytest.mark.parametrize("said", ["forensic", "authentic", "genuine", "victim's", "proves", "guarantee"])
def test_it_claims_nothing_that_is_not_so(exported: Exported, said: str) -> None:
    assert said not in exported.files["3_Read_Me_First.txt"].decode().lower()


def test_every_folder_it_names_is_in_the_package(exported: Exported) -> None:
    page = exported.files["3_Read_Me_First.txt"].decode()
    for name in ("data/exhibits", "data/tables", "data/case", "data/log"):
        assert name in page
        assert any(file.startswith(f"{name}/") for file in exported.files)


def test_it_says_what_this_is_and_what_is_not_in_it(exported: Exported) -> None:
    page = exported.files["3_Read_Me_First.txt"].decode()
    assert page.startswith("VICTIM EVIDENCE RECORD TJH-20261124, version 1\r\n")
    assert "1 left out, 1 withdrawn" in page
    assert "{" not in page


def test_it_promises_no_more_than_each_check_can_know(exported: Exported) -> None:
    page = " ".join(exported.files["3_Read_Me_First.txt"].decode().split())
    by_hand, paper = (
        page.index("the files fit the lists"),
        page.index("the files are those that were exported"),
    )
    assert (
        page.index('"agrees with itself", or by hand') < by_hand < page.index('"matches the paper":') < paper
    )


def test_it_holds_no_root_that_could_be_taken_for_the_paper(exported: Exported) -> None:
    page = exported.files["3_Read_Me_First.txt"].decode()
    assert exported.built.root not in page
    assert exported.built.fingerprint not in page
