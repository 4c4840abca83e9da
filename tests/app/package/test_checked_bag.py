# SPDX-License-Identifier: MIT
from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from app.custody.checkpoint import SigningKey, public_key_line, sign_note
from app.package.names import BAG_INFO, BAGIT, MANIFEST_256, MANIFEST_512, PUBLIC_KEY, SIGNATURE, TAG_MANIFEST
from app.package.verify import verify
from tests.fakes.packages import resigned, with_lists_rebuilt, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.package.conftest import Exported


def found(files: dict[str, bytes], tmp_path: Path) -> set[tuple[str, str]]:
    verdict = verify(zipped(files, tmp_path / "package.zip"))
    return {(finding.reason.value, finding.file) for finding in verdict.findings}


def test_signing_anew_what_was_exported_changes_nothing(exported: Exported, tmp_path: Path) -> None:
    assert resigned(exported.files, exported.key) == exported.files
    assert found(exported.files, tmp_path) == set()


@pytest.mark.parametrize("name", [MANIFEST_256, MANIFEST_512, TAG_MANIFEST])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-1],
        lambda text: text.replace(b"  ", b" ", 1),
        lambda text: text.upper(),
        lambda text: text + text.splitlines(keepends=True)[0],
        lambda text: text + b"\n",
        lambda text: text + b"\xff\n",
        lambda text: text.replace(b"\n", b"\r\n"),
    ],
)
def test_a_list_in_another_form_is_no_list(exported: Exported, tmp_path: Path, name: str, spoil) -> None:
    files = {**exported.files, name: spoil(exported.files[name])}
    assert ("malformed", name) in found(files, tmp_path)


def test_a_list_names_only_files_of_its_own_part(exported: Exported, tmp_path: Path) -> None:
    line = b"ab" * 32 + b"  ../outside\n"
    files = {**exported.files, MANIFEST_256: line + exported.files[MANIFEST_256]}
    assert ("malformed", MANIFEST_256) in found(files, tmp_path)
    line = b"ab" * 32 + b"  data/log/custody.jsonl\n"
    files = {**exported.files, TAG_MANIFEST: line + exported.files[TAG_MANIFEST]}
    assert ("malformed", TAG_MANIFEST) in found(files, tmp_path)


def test_a_file_on_one_list_only_is_named(exported: Exported, tmp_path: Path) -> None:
    lines = exported.files[MANIFEST_512].splitlines(keepends=True)
    files = {**exported.files, MANIFEST_512: b"".join(lines[1:])}
    name = lines[0].split()[1].decode()
    assert found(files, tmp_path) == {("lists_disagree", name), ("changed", MANIFEST_512)}


def test_both_lists_count(exported: Exported, tmp_path: Path) -> None:
    name = "data/tables/timeline.csv"
    rebuilt = with_lists_rebuilt({**exported.files, name: b"changed"})
    files = {**exported.files, name: b"changed", MANIFEST_256: rebuilt[MANIFEST_256]}
    assert {("changed", name), ("changed", MANIFEST_256)} <= found(files, tmp_path)


@pytest.mark.parametrize(
    "text", [b"", b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n", b"BagIt"]
)
def test_another_declaration_is_refused_even_if_signed(
    exported: Exported, tmp_path: Path, text: bytes
) -> None:
    files = resigned({**exported.files, BAGIT: text}, exported.key)
    assert found(files, tmp_path) == {("malformed", BAGIT)}


def test_what_the_bag_counts_is_counted(exported: Exported, tmp_path: Path) -> None:
    files = resigned(exported.files, exported.key)
    info = files[BAG_INFO].replace(b"Payload-Oxum: ", b"Payload-Oxum: 1")
    assert ("contradicts", BAG_INFO) in found({**files, BAG_INFO: info}, tmp_path)


def test_a_note_for_another_purpose_does_not_seal_a_package(exported: Exported, tmp_path: Path) -> None:
    name = exported.files[PUBLIC_KEY].decode().partition("+")[0]
    other = sign_note("safehold something else v1\n", name, exported.key).encode()
    assert found({**exported.files, SIGNATURE: other}, tmp_path) == {("signature_invalid", SIGNATURE)}


@pytest.mark.parametrize("note", [b"", b"\xff", b"\n\n", b"text\n\n\xe2\x80\x94 name AAAA\n"])
def test_junk_does_not_seal_a_package(exported: Exported, tmp_path: Path, note: bytes) -> None:
    assert found({**exported.files, SIGNATURE: note}, tmp_path) == {("signature_invalid", SIGNATURE)}


def test_another_key_with_everything_signed_anew_is_not_that_of_the_log(
    exported: Exported, tmp_path: Path
) -> None:
    key = SigningKey.generate()
    name = exported.files[PUBLIC_KEY].decode().partition("+")[0]
    files = {**exported.files, PUBLIC_KEY: public_key_line(name, key.public_bytes).encode()}
    assert found(resigned(files, key), tmp_path) == {
        ("signature_invalid", "data/log/checkpoint.txt"),
        ("not_in_log", PUBLIC_KEY),
    }


def test_a_key_that_cannot_be_read_is_named(exported: Exported, tmp_path: Path) -> None:
    files = with_lists_rebuilt({**exported.files, PUBLIC_KEY: b"\xff"})
    assert found(files, tmp_path) == {
        ("key_unreadable", PUBLIC_KEY),
        ("signature_invalid", SIGNATURE),
        ("signature_invalid", "data/log/checkpoint.txt"),
    }


def test_a_list_too_large_to_be_one_is_not_read(exported: Exported, tmp_path: Path) -> None:
    files = {**exported.files, SIGNATURE: random.Random(1).randbytes((64 << 20) + 1)}  # noqa: S311 - only must not pack well
    assert ("too_large", SIGNATURE) in found(files, tmp_path)
