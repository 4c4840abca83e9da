# SPDX-License-Identifier: MIT
"""A package of a case from which things were removed for good says so, and nothing else passes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.package.findings import Outcome
from app.package.left_out import Why, read_not_included
from app.package.names import LOG, NOT_INCLUDED, TABLES
from app.package.verify import verify
from tests.app.package.conftest import Exported, exported_case
from tests.fakes.packages import zipped
from tests.fakes.purged_packages import FORGED, WHY, fill_with_purges

if TYPE_CHECKING:
    from pathlib import Path

    from app.identify.platforms import Catalogue


@pytest.fixture(scope="session")
def purged(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Exported:
    """A package of a case with purges; see ``fill_with_purges``."""
    return exported_case(tmp_path_factory.mktemp("purged"), catalogue, fill_with_purges)


def test_it_agrees_with_itself(purged: Exported) -> None:
    verdict = verify(purged.path)
    assert (verdict.verdict, verdict.findings) == (Outcome.AGREES, ())


def test_every_original_and_derivative_is_declared_with_the_hash_values_of_the_log(purged: Exported) -> None:
    declared = read_not_included(purged.files[NOT_INCLUDED])
    assert declared is not None
    assert sorted(declared.originals) == ["TJH/2", "TJH/3.1", "TJH/3.2", "TJH/3.3"]
    assert {entry.why for entry in declared.originals.values()} == {Why.PURGED}
    records = [json.loads(line) for line in purged.files[LOG].splitlines()]
    taken = {one["obj"]: one["data"] for one in records if one["type"] == "acquisition.create"}
    made = {one["obj"]: one["data"] for one in records if one["type"] == "derivative.create"}
    for entry in (*declared.originals.values(), *declared.derivatives.values()):
        data = taken.get(getattr(entry, "acquisition_id", "")) or made[entry.derivative_id]
        assert (entry.sha256, entry.size_bytes, entry.record_sha256) == (
            data["sha256"],
            data["size_bytes"],
            data["record_sha256"],
        )
    assert sorted(declared.derivatives) == sorted(made)


def test_the_reason_is_in_the_persons_words_and_what_it_showed_is_nowhere(purged: Exported) -> None:
    declared = read_not_included(purged.files[NOT_INCLUDED])
    assert declared is not None
    assert [(one.kind, one.ref) for one in declared.purged.values()] == [
        ("exhibit", "TJH/2"),
        ("exhibit", "TJH/3"),
        ("note", None),
    ]
    assert {one.purged_why for one in declared.purged.values()} == {WHY.replace("e\u0301", "\u00e9")}
    first = declared.originals["TJH/2"]
    assert (first.described, first.withdrawn_why) == (None, None)
    assert first.withdrawn_at is not None
    for data in purged.files.values():
        assert not any(word in data for word in (b"by mistake", b"gone words", b"PNG gone"))


def test_facts_still_name_what_is_gone_and_the_tables_say_that_it_was_removed(purged: Exported) -> None:
    for table, ref in (("accounts", b"TJH/2"), ("demands", b"TJH/3.2"), ("payments", b"TJH/2 TJH/3")):
        assert ref in purged.files[f"{TABLES}{table}.csv"]
    removed = purged.files[f"{TABLES}removed.csv"].decode("utf-8-sig")
    assert [line.split(",")[0] for line in removed.splitlines()] == [
        '"exhibit"', '"TJH/2"', '"TJH/3.1"', '"TJH/3.2"', '"TJH/3.3"', '""'
    ]  # fmt: skip


@pytest.mark.parametrize("name", sorted(FORGED))
def test_what_tells_otherwise_differs(purged: Exported, tmp_path: Path, name: str) -> None:
    forge, (reason, file) = FORGED[name]
    forged = forge(purged.files, purged.key)
    assert forged != purged.files
    verdict = verify(zipped(forged, tmp_path / "package.zip"))
    found = {(finding.reason.value, finding.file) for finding in verdict.findings}
    assert verdict.verdict is Outcome.DIFFERS
    assert any(one == reason and where.startswith(file) for one, where in found), found
