# SPDX-License-Identifier: MIT
from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from app.custody.authorities import known_authorities, load_authorities
from app.custody.certificates import read_certificate
from app.errors import GuideInvalid
from app.paths import resources

if TYPE_CHECKING:
    from pathlib import Path

PINNED = {
    "digicert": "552f7bdcf1a7af9e6ce672017f4f12abf77240c78e761ac203d1d9d20ac89988",
    "ssl_com": "85666a562ee0be5ce925c1d8890a6f76a87ec16d4d7d5f29ea7419cf20123b69",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(resources() / "authorities", tmp_path / "authorities")


def test_two_authorities_of_two_companies_are_known_each_by_its_root() -> None:
    known = known_authorities()
    assert [one.key for one in known] == list(PINNED)
    assert len({one.root for one in known}) == len({one.url for one in known}) == 2


def test_each_root_is_one_that_signs_itself_and_is_valid_for_years() -> None:
    for one in known_authorities():
        root = read_certificate(one.root)
        assert root.issuer == root.subject
        assert root.not_after_ms > 2_100_000_000_000  # 2036


def test_a_root_is_shown_as_the_file_it_came_from(folder: Path) -> None:
    for one in known_authorities():
        (file,) = [path for path in folder.glob("*.pem") if path.name.startswith(one.key.partition("_")[0])]
        assert one.root_pem == file.read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (PINNED["digicert"], "0" * 64, r"digicert.toml:\d+: root_sha256 is not the hash value"),
        ('url = "http', 'url = "ftp', r"digicert.toml:\d+: url should begin"),
        ("digicert_trusted_root_g4.pem", "gone.pem", r"digicert.toml:\d+: root should name"),
        ("order = 1", 'order = "1"', r"digicert.toml:\d+: order should be int"),
        ("order = 1", "colour = 1", r"digicert.toml:\d+: colour is not known"),
        ("verified_on = 2026-11-24", "", r"digicert.toml.*verified_on is missing"),
    ],
)
def test_a_mistake_is_named_by_file_and_key(folder: Path, old: str, new: str, said: str) -> None:
    file = folder / "digicert.toml"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(GuideInvalid, match=said):
        load_authorities(folder)


def test_an_authority_without_a_source_is_refused(folder: Path) -> None:
    file = folder / "digicert.toml"
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("sources")] + "sources = []\n", "utf-8")
    with pytest.raises(GuideInvalid, match="sources should name where this is from"):
        load_authorities(folder)


def test_a_changed_root_is_refused(folder: Path) -> None:
    shutil.copy(folder / "ssl_com_root_rsa.pem", folder / "digicert_trusted_root_g4.pem")
    with pytest.raises(GuideInvalid, match="root_sha256"):
        load_authorities(folder)
