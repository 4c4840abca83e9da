# SPDX-License-Identifier: MIT
from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from app.custody.tokens import read_question
from app.hashing import sha256_of
from app.package.names import CHECKPOINT, anchor_file
from tests.fakes.anchored import AnchoredPackage, anchored_package
from tests.fakes.time_authority import make_authority

if TYPE_CHECKING:
    from pathlib import Path

    from app.identify.platforms import Catalogue


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> AnchoredPackage:
    tsa = make_authority(tmp_path_factory.mktemp("tsa") / "p256", kind="p256")
    return anchored_package(tmp_path_factory.mktemp("anchored"), tsa, catalogue)


def test_every_byte_stands_in_the_package_as_it_was_kept(package: AnchoredPackage) -> None:
    for n, anchor in enumerate(package.anchors, start=1):
        kept = {"txt": anchor.note, "tsq": anchor.request, "tsr": anchor.response, "json": anchor.facts}
        assert {ending: package.files[anchor_file(n, ending)] for ending in kept} == kept
    assert package.files["data/log/anchors/test.pem"] == package.authority.root_pem
    assert anchor_file(3, "tsr") not in package.files


def test_the_second_is_over_checkpoint_c_and_not_in_its_log(package: AnchoredPackage) -> None:
    assert package.files[anchor_file(2, "txt")] == package.files[CHECKPOINT]
    assert package.files["data/log/custody.jsonl"].count(b'"type":"anchor.ok"') == 1


def test_what_was_stamped_is_the_hash_of_the_note_beside_it(package: AnchoredPackage) -> None:
    for n in (1, 2):
        asked = read_question(package.files[anchor_file(n, "tsq")])
        assert asked.imprint.hex() == sha256_of(package.files[anchor_file(n, "txt")])


def test_openssl_checks_it_with_these_files_and_no_others(package: AnchoredPackage, tmp_path: Path) -> None:
    for name in ("0002.txt", "0002.tsr", "test.pem"):
        (tmp_path / name).write_bytes(package.files[f"data/log/anchors/{name}"])
    command = ["openssl", "ts", "-verify", "-data", "0002.txt", "-in", "0002.tsr", "-CAfile", "test.pem"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Verification: OK" in said.stdout + said.stderr
