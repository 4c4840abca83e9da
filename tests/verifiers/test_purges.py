# SPDX-License-Identifier: MIT
"""Of packages with things that were removed for good the check page says what Python says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.package.verify import verify
from tests.app.package.conftest import catalogue
from tests.app.package.test_purged import purged
from tests.fakes.packages import zipped
from tests.fakes.purged_packages import FORGED
from tests.verifiers.node_check import NodeCheck

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.package.findings import Verdict
    from tests.app.package.conftest import Exported

__all__ = ["catalogue", "purged"]


@pytest.fixture(scope="module")
def page() -> Iterator[NodeCheck]:
    with NodeCheck() as running:
        yield running


def said(verdict: Verdict) -> tuple[object, ...]:
    reasons = {(finding.reason.value, finding.file) for finding in verdict.findings}
    return verdict.verdict, reasons, verdict.root, verdict.fingerprint


def test_both_agree_on_it_as_exported(purged: Exported, page: NodeCheck) -> None:
    assert said(page.check(purged.path)) == said(verify(purged.path))
    assert not page.check(purged.path).findings


@pytest.mark.parametrize("name", sorted(FORGED))
def test_both_agree_on_what_tells_otherwise(
    purged: Exported, page: NodeCheck, tmp_path: Path, name: str
) -> None:
    package = zipped(FORGED[name][0](purged.files, purged.key), tmp_path / "package.zip")
    assert said(page.check(package)) == said(verify(package))
