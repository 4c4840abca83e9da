# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.package.names import checkpoint_file, exhibit_file, exhibit_stem, folder_name, is_system_file
from tests.fakes.acquisitions import acquisition

RECORD = replace(acquisition().record, exhibit_ref="JAS/7")


def test_an_exhibit_is_called_by_ref_time_and_mode() -> None:
    assert exhibit_stem(RECORD) == "data/exhibits/JAS-007_20261124T021605Z_screen"
    assert exhibit_file(RECORD) == "data/exhibits/JAS-007_20261124T021605Z_screen.png"
    other = replace(RECORD, content=replace(RECORD.content, mime="application/x"), screen=None)
    assert exhibit_file(other) == "data/exhibits/JAS-007_20261124T021605Z_screen_capture.bin"


@pytest.mark.parametrize("ref", ["../../etc/1", "Ж/1", "a b/1", "J" * 200 + "/1", None])
def test_no_ref_leads_out_of_the_folder(ref: str | None) -> None:
    name = exhibit_file(replace(RECORD, exhibit_ref=ref))
    assert name.startswith("data/exhibits/")
    assert name.count("/") == 2
    assert ".." not in name
    assert name.isascii()
    assert len(name) <= 100


def test_the_folder_says_whose_when_and_which() -> None:
    at = datetime(2026, 11, 24, 23, 59, tzinfo=UTC)
    assert folder_name("JAS", at, 1) == "JAS_evidence_20261124_v1"
    assert folder_name("Ж", at, 12) == "EX_evidence_20261124_v12"


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "data/.DS_Store",
        "data/exhibits/._a.png",
        "Thumbs.db",
        "THUMBS.DB",
        "data/desktop.ini",
        "__MACOSX/a/b",
    ],
)
def test_what_a_computer_adds_is_known(name: str) -> None:
    assert is_system_file(name)


@pytest.mark.parametrize(
    "name",
    [
        "data/a.png",
        "DS_Store",
        "data/Thumbs.db.png",
        "x.DS_Store",
        "my__MACOSX/a",
        "_.png",
        "de\u017fktop.ini",
    ],
)
def test_nothing_else_is_taken_for_it(name: str) -> None:
    assert not is_system_file(name)


def test_an_earlier_head_is_called_by_its_size() -> None:
    assert checkpoint_file(12) == "data/log/checkpoints/00000012.txt"
