# SPDX-License-Identifier: MIT
from __future__ import annotations

import base64
import os
import shutil
import subprocess
import threading
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import BadInput, Cancelled, PackageUnreadable
from app.package.findings import Finding, Outcome, Reason
from app.package.names import CHECK_PAGE, LOG, MANIFEST_256, REPORT, SIGNATURE, TAG_MANIFEST, is_system_file
from app.package.verify import NO_ANCHOR, NO_KEY, NO_ROOT, verify
from tests.fakes.packages import unpacked, with_lists_rebuilt, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from app.package.findings import Verdict
    from tests.app.package.conftest import Exported

often = settings(max_examples=300)


def reasons(verdict: Verdict) -> set[tuple[str, str]]:
    return {(finding.reason.value, finding.file) for finding in verdict.findings}


def test_a_package_agrees_with_itself(exported: Exported) -> None:
    verdict = verify(exported.path)
    assert verdict.verdict == "agrees with itself"
    assert verdict.findings == ()
    assert (verdict.root, verdict.fingerprint) == (exported.built.root, exported.built.fingerprint)
    assert verdict.not_checked[:5] == (NO_ROOT, NO_KEY, NO_ANCHOR, REPORT, CHECK_PAGE)


def test_root_and_key_from_the_paper_match(exported: Exported) -> None:
    root, key = exported.built.root, exported.built.fingerprint
    assert verify(exported.path, root=root, key=key).verdict == "matches the paper"
    grouped = " ".join(root[i : i + 4] for i in range(0, 64, 4)).upper()
    assert verify(exported.path, root=grouped, key=f" {key}\n").verdict is Outcome.MATCHES
    encoded = base64.b64encode(bytes.fromhex(root)).decode()
    assert verify(exported.path, root=encoded, key=key).verdict is Outcome.MATCHES


def test_one_of_the_two_alone_is_not_a_match(exported: Exported) -> None:
    root, key = exported.built.root, exported.built.fingerprint
    for paper, missing in (((root, None), NO_KEY), ((None, key), NO_ROOT)):
        verdict = verify(exported.path, root=paper[0], key=paper[1])
        assert verdict.verdict is Outcome.AGREES
        assert {NO_KEY, NO_ROOT} & set(verdict.not_checked) == {missing}
    both = verify(exported.path, root=root, key=key)
    assert {NO_KEY, NO_ROOT}.isdisjoint(both.not_checked)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_refused_and_not_waited_for(exported: Exported, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(PackageUnreadable, match="neither"):
        verify(tmp_path / "pipe.zip")
    with pytest.raises(BadInput, match="not a file"):
        verify(exported.path, exhibits=[tmp_path / "pipe.zip"])


def test_another_paper_differs(exported: Exported) -> None:
    other = verify(exported.path, root="ab" * 32, key=exported.built.fingerprint)
    assert (other.verdict, reasons(other)) == (Outcome.DIFFERS, {("paper_root", "data/log/checkpoint.txt")})
    other = verify(exported.path, root=exported.built.root, key="ab" * 32)
    assert (other.verdict, reasons(other)) == (Outcome.DIFFERS, {("paper_key", "data/log/public_key.txt")})


@pytest.mark.parametrize("typed", ["", "abc", "xyz" * 30, "ab" * 31, "ab" * 33])
def test_what_is_no_hash_value_is_said_before_anything_is_read(typed: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="root"):
        verify(tmp_path / "nothing", root=typed)
    with pytest.raises(BadInput, match="key"):
        verify(tmp_path / "nothing", key=typed)


@pytest.mark.parametrize("folder", ["", "another name/", "a/b/c/"])
def test_the_same_files_zipped_by_another_program_pass(
    exported: Exported, tmp_path: Path, folder: str
) -> None:
    again = zipped(exported.files, tmp_path / "again.zip", folder=folder)
    assert verify(again, root=exported.built.root, key=exported.built.fingerprint).verdict is Outcome.MATCHES


@pytest.mark.skipif(shutil.which("zip") is None, reason="no zip on this computer")
def test_the_same_files_zipped_by_info_zip_pass(exported: Exported, tmp_path: Path) -> None:
    unpacked(exported.files, tmp_path / "bag" / "TJH")
    subprocess.run(["zip", "-rq", tmp_path / "again.zip", "TJH"], cwd=tmp_path / "bag", check=True)
    assert verify(tmp_path / "again.zip").findings == ()


def test_the_unpacked_folder_passes_and_so_does_the_one_around_it(exported: Exported, tmp_path: Path) -> None:
    folder = unpacked(exported.files, tmp_path / "stick" / "TJH_evidence_20261124_v1")
    (tmp_path / "stick" / "holiday.jpg").write_bytes(b"not ours")
    assert verify(folder).findings == ()
    assert verify(tmp_path / "stick").findings == ()


@often
@given(data=st.data())
def test_any_changed_byte_is_found_and_the_file_named(
    exported: Exported, tmp_path: Path, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(exported.files)))
    content = exported.files[name]
    place = data.draw(st.integers(0, len(content) - 1))
    bit = data.draw(st.integers(0, 7))
    changed = content[:place] + bytes([content[place] ^ (1 << bit)]) + content[place + 1 :]
    verdict = verify(zipped({**exported.files, name: changed}, tmp_path / "changed.zip", folder=""))
    assert verdict.verdict is Outcome.DIFFERS
    assert name in {finding.file for finding in verdict.findings}


def test_any_dropped_file_is_missed(exported: Exported, tmp_path: Path) -> None:
    for name in exported.files:
        fewer = {other: data for other, data in exported.files.items() if other != name}
        verdict = verify(zipped(fewer, tmp_path / "fewer.zip"))
        assert verdict.verdict is Outcome.DIFFERS
        assert Finding(Reason.MISSING, name) in verdict.findings


@often
@given(
    name=st.from_regex(r"[a-zA-Z0-9_]{1,8}(/[a-zA-Z0-9_]{1,8}){0,3}\.[a-z]{1,4}", fullmatch=True),
    prefix=st.sampled_from(["", "data/", "data/exhibits/", "data/log/"]),
)
def test_any_added_file_is_noticed(exported: Exported, tmp_path: Path, name: str, prefix: str) -> None:
    added = f"{prefix}{name}"
    if added.casefold() in {known.casefold() for known in exported.files} or is_system_file(added):
        return
    verdict = verify(zipped({**exported.files, added: b"x"}, tmp_path / "more.zip"))
    assert verdict.verdict is Outcome.DIFFERS
    assert Finding(Reason.EXTRA, added) in verdict.findings


@often
@given(data=st.data())
def test_lists_rebuilt_around_an_edit_do_not_hide_it(
    exported: Exported, tmp_path: Path, data: st.DataObject
) -> None:
    outside = {MANIFEST_256, "manifest-sha512.txt", TAG_MANIFEST, SIGNATURE, "bag-info.txt"}
    name = data.draw(st.sampled_from(sorted(set(exported.files) - outside)))
    forged = with_lists_rebuilt(
        {**exported.files, name: exported.files[name] + data.draw(st.binary(min_size=1))}
    )
    verdict = verify(zipped(forged, tmp_path / "forged.zip"))
    assert verdict.verdict is Outcome.DIFFERS
    assert Finding(Reason.NOT_SIGNED, TAG_MANIFEST) in verdict.findings or "public_key" in name


def test_a_table_edited_with_the_lists_rebuilt_fails_for_that_reason_alone(
    exported: Exported, tmp_path: Path
) -> None:
    name = "data/tables/accounts.csv"
    assert verify(zipped(with_lists_rebuilt(exported.files), tmp_path / "same.zip")).findings == ()
    edited = exported.files[name].replace(b"live:.cid.1f2e3d", b"live:.cid.1f2e3e")
    assert edited != exported.files[name]
    verdict = verify(zipped(with_lists_rebuilt({**exported.files, name: edited}), tmp_path / "forged.zip"))
    assert reasons(verdict) == {("not_signed", TAG_MANIFEST)}


def test_files_of_computers_get_a_line_and_leave_the_verdict_alone(
    exported: Exported, tmp_path: Path
) -> None:
    files = {
        **exported.files,
        ".DS_Store": b"x",
        "data/exhibits/._TJH-001.png": b"x",
        "data/Thumbs.db": b"x",
        "data/tables/desktop.ini": b"x",
    }
    added = {("system_file", name) for name in files if name not in exported.files}
    folder = verify(unpacked(files, tmp_path / "TJH"))
    assert (folder.verdict, reasons(folder)) == (Outcome.AGREES, added)
    again = zipped(files, tmp_path / "mac.zip")
    with zipfile.ZipFile(again, "a") as opened:
        opened.writestr("__MACOSX/JAS_evidence_20261124_v1/._bagit.txt", b"x")
    verdict = verify(again, root=exported.built.root, key=exported.built.fingerprint)
    assert verdict.verdict is Outcome.MATCHES
    assert reasons(verdict) == added | {("system_file", "__MACOSX/JAS_evidence_20261124_v1/._bagit.txt")}


def test_a_file_handed_over_separately_is_looked_for_in_the_log(exported: Exported, tmp_path: Path) -> None:
    (tmp_path / "shown.png").write_bytes(b"\x89PNG profile")
    (tmp_path / "intimate.png").write_bytes(b"\x89PNG intimate")
    (tmp_path / "other.png").write_bytes(b"\x89PNG other")
    good = verify(exported.path, exhibits=[tmp_path / "shown.png", tmp_path / "intimate.png"])
    assert good.verdict is Outcome.AGREES
    assert reasons(good) == {("exhibit_found", "shown.png"), ("exhibit_found", "intimate.png")}
    bad = verify(exported.path, exhibits=[tmp_path / "other.png"])
    assert (bad.verdict, reasons(bad)) == (Outcome.DIFFERS, {("not_in_log", "other.png")})
    with pytest.raises(BadInput, match=r"gone\.png"):
        verify(exported.path, exhibits=[tmp_path / "gone.png"])


def test_progress_ends_at_the_end_and_cancel_stops(exported: Exported) -> None:
    heard: list[float] = []
    verify(exported.path, progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        verify(exported.path, cancelled=stop)


def test_nothing_is_written_anywhere(exported: Exported, tmp_path: Path) -> None:
    folder = unpacked(exported.files, tmp_path / "TJH")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    verify(folder)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_what_is_no_package_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "empty folder").mkdir()
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("holiday.jpg", b"x")
    for name in ("notes.txt", "empty", "empty folder", "other.zip", "gone"):
        with pytest.raises(PackageUnreadable):
            verify(tmp_path / name)


@often
@given(junk=st.binary(max_size=2000))
def test_junk_is_unreadable_and_nothing_else(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "junk.zip").write_bytes(junk)
    with pytest.raises(PackageUnreadable):
        verify(tmp_path / "junk.zip")


@often
@given(data=st.data())
def test_a_damaged_zip_never_passes_for_more_than_it_is(
    exported: Exported, tmp_path: Path, data: st.DataObject
) -> None:
    whole = exported.path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :]
    (tmp_path / "damaged.zip").write_bytes(damaged)
    try:
        verdict = verify(tmp_path / "damaged.zip")
    except PackageUnreadable:
        return
    with zipfile.ZipFile(tmp_path / "damaged.zip") as opened:
        same = _readable(opened) == exported.files
    assert same or verdict.verdict is Outcome.DIFFERS


def test_a_zip_cut_short_is_unreadable(exported: Exported, tmp_path: Path) -> None:
    whole = exported.path.read_bytes()
    for size in range(0, len(whole), 997):
        (tmp_path / "short.zip").write_bytes(whole[:size])
        with pytest.raises(PackageUnreadable):
            verify(tmp_path / "short.zip")


def test_a_shorter_log_with_everything_else_rebuilt_is_found(exported: Exported, tmp_path: Path) -> None:
    lines = exported.files[LOG].splitlines(keepends=True)
    forged = with_lists_rebuilt({**exported.files, LOG: b"".join(lines[:-1])})
    assert ("size_differs", LOG) in reasons(verify(zipped(forged, tmp_path / "forged.zip")))


def _readable(opened: zipfile.ZipFile) -> dict[str, bytes] | None:
    """Return the files by name inside the folder, or None if the ZIP does not give them all back."""
    try:
        names = opened.namelist()
        base = names[0].partition("/")[0] + "/"
        return {name.removeprefix(base): opened.read(name) for name in names}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return None
