# SPDX-License-Identifier: MIT
"""The check page in a real Chromium, opened from a file as an officer does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import PackageUnreadable
from app.package.verify import verify
from tests.app.package.conftest import catalogue, exported
from tests.screen.browser_check import ChromiumCheck
from tests.screen.check_page_cases import CASES, packages, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.app.package.conftest import Exported

__all__ = ["catalogue", "exported"]


@pytest.fixture(scope="module")
def page() -> Iterator[ChromiumCheck]:
    with ChromiumCheck() as running:
        yield running


def test_an_untouched_package_agrees_with_itself(page: ChromiumCheck, exported: Exported) -> None:
    found = page.check(exported.path)
    assert found.verdict == "agrees with itself"
    assert said(found) == said(verify(exported.path))


def test_with_the_values_from_the_paper_it_matches(page: ChromiumCheck, exported: Exported) -> None:
    paper = {"root": exported.built.root.upper(), "key": exported.built.fingerprint}
    assert page.check(exported.path, **paper).verdict == "matches the paper"
    other = page.check(exported.path, root=exported.built.fingerprint, key=exported.built.fingerprint)
    assert [finding.reason.value for finding in other.findings] == ["paper_root"]


@pytest.mark.parametrize("case", sorted(CASES))
def test_it_says_what_python_says(case: str, page: ChromiumCheck, exported: Exported, tmp_path: Path) -> None:
    for path in packages(exported.files, case, tmp_path):
        found = page.check(path)
        assert said(found) == said(verify(path)), path.name
        assert (found.verdict == "differs") == (case not in {"files of a system", "packed again or unpacked"})


def test_what_is_no_package_is_said_to_be_none(page: ChromiumCheck, tmp_path: Path) -> None:
    (tmp_path / "holiday.zip").write_bytes(b"no zip at all")
    with pytest.raises(PackageUnreadable, match="neither a folder nor a ZIP"):
        page.check(tmp_path / "holiday.zip")


def test_no_request_was_made_but_for_the_page(page: ChromiumCheck, exported: Exported) -> None:
    page.check(exported.path)
    assert set(page.requests()) == {page.address}
    assert page.complaints() == []
