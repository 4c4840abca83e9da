# SPDX-License-Identifier: MIT
from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING

import pytest

from app.errors import ExportFailed
from app.hashing import sha256_of
from app.package.bag import Sums
from app.package.names import TAG_MANIFEST
from app.package.read_back import read_back
from tests.fakes.packages import resigned, with_lists_rebuilt

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.package.conftest import Exported

FOLDER = "TJH_evidence_20261124_v1"


def sums_of(files: dict[str, bytes]) -> dict[str, Sums]:
    return {
        name: Sums(sha256_of(data), hashlib.sha512(data).hexdigest(), len(data))
        for name, data in files.items()
    }


def test_a_good_zip_gives_its_hash_value_and_every_byte_is_heard_of(exported: Exported) -> None:
    heard: list[int] = []
    value = read_back(exported.path, FOLDER, sums_of(exported.files), heard.append)
    assert value == sha256_of(exported.path.read_bytes()) == exported.built.sha256
    assert sum(heard) == sum(map(len, exported.files.values()))


def test_any_file_that_came_out_otherwise_is_noticed(exported: Exported, tmp_path: Path) -> None:
    whole = exported.path.read_bytes()
    for name, data in exported.files.items():
        at = whole.find(data)
        (tmp_path / "bad.zip").write_bytes(whole[:at] + bytes([data[0] ^ 1]) + whole[at + 1 :])
        with pytest.raises(ExportFailed, match="read back"):
            read_back(tmp_path / "bad.zip", FOLDER, sums_of(exported.files), lambda _: None)
        assert at > 0, name


def test_a_file_too_few_or_too_many_is_noticed(exported: Exported) -> None:
    sums = sums_of(exported.files)
    with pytest.raises(ExportFailed, match="read back"):
        read_back(exported.path, FOLDER, {**sums, "data/more": sums[TAG_MANIFEST]}, lambda _: None)
    del sums[TAG_MANIFEST]
    with pytest.raises(ExportFailed, match="read back"):
        read_back(exported.path, FOLDER, sums, lambda _: None)


def test_a_package_that_does_not_agree_with_itself_is_not_let_out(exported: Exported, tmp_path: Path) -> None:
    files = with_lists_rebuilt({**exported.files, "data/tables/accounts.csv": b"other"})
    path = _stored(files, tmp_path / "bad.zip")
    with pytest.raises(ExportFailed, match="not_signed"):
        read_back(path, FOLDER, sums_of(files), lambda _: None)
    good = resigned(files, exported.key)
    assert read_back(_stored(good, tmp_path / "good.zip"), FOLDER, sums_of(good), lambda _: None)


def _stored(files: dict[str, bytes], out: Path) -> Path:
    with zipfile.ZipFile(out, "w") as opened:
        for name, data in files.items():
            opened.writestr(f"{FOLDER}/{name}", data)
    return out
