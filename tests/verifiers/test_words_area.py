# SPDX-License-Identifier: MIT
"""A package of a case without pictures has areas of words and nothing set apart; both verifiers agree."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdf
import pytest

from app.capture.png import encode
from app.model import ExhibitFacts, Sensitivity, Under18
from app.package.build import export
from app.package.names import NOT_INCLUDED
from app.report.build import report_bytes
from app.report.snapshot import snapshot
from app.vault import KdfParameters, Vault
from tests.app.package.conftest import FACTS, PASSPHRASE, TOOL
from tests.app.report.conftest import words
from tests.fakes.acquisitions import acquisition
from tests.fakes.backend import drawn
from tests.fakes.clock import FakeClock
from tests.fakes.packages import files_of, write_small_report, zipped
from tests.fakes.words_area import words_area
from tests.verifiers.comparing import unlike
from tests.verifiers.mutations.engine import by_python
from tests.verifiers.second import second_verifier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.identify.platforms import Catalogue
    from app.words import Words
    from tests.verifiers.comparing import Other

__all__ = ["words"]  # a fixture

PICTURE, AREA = b"PNG of a whole screen", encode(drawn(600, 300))


@pytest.fixture(scope="module")
def other() -> Iterator[Other]:
    with second_verifier("node") as ask:
        yield ask


@pytest.fixture
def words_path(tmp_path: Path) -> Iterator[Vault]:
    """TJH/1 was taken before the answer changed; TJH/2 is an area of words; TJH/3 turned out to be more."""
    vault = Vault.create(
        tmp_path / "case.safehold",
        PASSPHRASE,
        clock=FakeClock(),
        facts=FACTS,
        tool=TOOL,
        machine_alias="heron-42",
        kdf=KdfParameters.floor(),
    )
    vault.add_exhibit(acquisition(PICTURE))
    vault.revise_case(replace(FACTS, under_18=Under18.NOT_SURE))
    vault.add_exhibit(words_area(AREA))
    more = vault.add_exhibit(words_area(AREA[:-1] + b"!"))
    vault.revise_exhibit(more.id, ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    yield vault
    vault.close()


def test_areas_of_words_are_in_it_and_nothing_else(
    words_path: Vault, tmp_path: Path, catalogue: Catalogue, other: Other
) -> None:
    path = tmp_path / "p.zip"
    export(words_path, path, catalogue=catalogue, clock=FakeClock(), write_report=write_small_report)
    files = files_of(path)
    assert [files[name] for name in files if name.endswith(".png")] == [AREA]
    assert PICTURE not in path.read_bytes()
    declared = json.loads(files[NOT_INCLUDED])["not_included"]
    assert [(one["ref"], one["why"]) for one in declared] == [("TJH/1", "under_18"), ("TJH/3", "under_18")]
    said = by_python(path)
    assert (said.verdict, said.findings) == ("agrees with itself", frozenset())
    assert unlike(said, other(path, None, None)) is None


def test_a_record_that_says_another_time_is_found_by_both(
    words_path: Vault, tmp_path: Path, catalogue: Catalogue, other: Other
) -> None:
    path = tmp_path / "p.zip"
    export(words_path, path, catalogue=catalogue, clock=FakeClock(), write_report=write_small_report)
    files = files_of(path)
    name = next(one for one in files if one.endswith("_area.json"))
    for wrong in (b'"words_only_at":null', b'"words_only_at":"yesterday"'):
        at = files[name].index(b'"words_only_at":"')
        end = files[name].index(b'"', at + 17) + 1
        changed = zipped({**files, name: files[name][:at] + wrong + files[name][end:]}, tmp_path / "c.zip")
        said = by_python(changed)
        assert said.verdict == "differs"
        assert unlike(said, other(changed, None, None)) is None


def test_the_report_prints_the_area_and_says_who_said_so(
    words_path: Vault,
    catalogue: Catalogue,
    words: Words,
) -> None:
    note = words_path.checkpoint()
    dossier, originals = snapshot(
        words_path, catalogue=catalogue, moment=FakeClock().now(), checkpoint_note=note
    )
    made = report_bytes(dossier, originals, words=words)
    originals.close()
    assert [entry.exhibit.ref for entry in dossier.exhibits] == ["TJH/2"]
    pages = pypdf.PdfReader(io.BytesIO(made.data)).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "A small area with only words in it, as the person said at 24 Nov" in text
    assert "2 earlier pictures are set apart" in text
