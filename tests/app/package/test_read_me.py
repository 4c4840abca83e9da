# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.app.package.conftest import Exported


def test_the_page_opens_in_any_editor_and_fits_one_sheet(exported: Exported) -> None:
    page = exported.files["3_Read_Me_First.txt"]
    assert page.count(b"\r\n") == page.count(b"\n") == page.count(b"\r")
    assert page.endswith(b"\r\n")
    lines = page.decode("ascii").split("\r\n")
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 78


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
    assert page.index("By hand, or") < by_hand < page.index('"matches the paper":') < paper


def test_it_holds_no_root_that_could_be_taken_for_the_paper(exported: Exported) -> None:
    page = exported.files["3_Read_Me_First.txt"].decode()
    assert exported.built.root not in page
    assert exported.built.fingerprint not in page
