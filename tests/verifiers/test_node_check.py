# SPDX-License-Identifier: MIT
"""The check page says of every package what Python says of it."""

from __future__ import annotations

import base64
import hashlib
import os
import unicodedata
from typing import TYPE_CHECKING

import pytest

from app.errors import BadInput, PackageUnreadable
from app.package.names import LOG, MANIFEST_256, REPORT, SIGNATURE
from app.package.verify import verify
from app.package.zip_source import _folded
from tests.fakes.packages import unpacked, zipped
from tests.verifiers.node_check import NodeCheck

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from app.package.findings import Verdict
    from tests.app.package.conftest import Exported


@pytest.fixture(scope="module")
def page() -> Iterator[NodeCheck]:
    with NodeCheck() as running:
        yield running


def said(verdict: Verdict) -> tuple[object, ...]:
    reasons = {(finding.reason.value, finding.file) for finding in verdict.findings}
    not_checked = set(verdict.not_checked)
    return verdict.verdict, reasons, not_checked, verdict.root, verdict.fingerprint


@pytest.mark.parametrize("which", ["exported", "with_runs"])
def test_both_agree_on_packages_as_exported(which: str, page: NodeCheck, request, tmp_path: Path) -> None:
    package: Exported = request.getfixturevalue(which)
    folder = unpacked(package.files, tmp_path / "folder")
    for path in (package.path, zipped(package.files, tmp_path / "again.zip"), folder):
        assert said(page.check(path)) == said(verify(path))
        assert not page.check(path).findings
    paper = {"root": package.built.root, "key": package.built.fingerprint}
    assert page.check(package.path, **paper).verdict == "matches the paper"


CHANGES = {
    "a changed report": {REPORT: b"%PDF-1.7 other"},
    "an extra file": {"data/extra.txt": b"more"},
    "a file a system wrote": {".DS_Store": b"x", "data/exhibits/Thumbs.db": b"y"},
    "a log cut short": {LOG: b'{"v":1}'},
    "an empty log": {LOG: b""},
    "a note of another": {SIGNATURE: b"text\n\n\xe2\x80\x94 name AAAA\n"},
    "a list with a line too many": {MANIFEST_256: b"0" * 64 + b"  data/__proto__\n"},
}


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_both_name_the_same_faults(change: str, page: NodeCheck, with_runs: Exported, tmp_path: Path) -> None:
    path = zipped(with_runs.files | CHANGES[change], tmp_path / "changed.zip")
    assert said(page.check(path)) == said(verify(path))
    assert page.check(path).findings


def test_both_miss_the_same_files(page: NodeCheck, with_runs: Exported, tmp_path: Path) -> None:
    for name in sorted(with_runs.files):
        files = {other: data for other, data in with_runs.files.items() if other != name}
        path = zipped(files, tmp_path / "less.zip")
        assert said(page.check(path)) == said(verify(path)), name


def test_both_find_a_changed_byte_in_every_file(page: NodeCheck, with_runs: Exported, tmp_path: Path) -> None:
    for name, data in sorted(with_runs.files.items()):
        for at in (0, len(data) // 2, len(data) - 1):
            changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
            path = zipped(with_runs.files | {name: changed}, tmp_path / "changed.zip")
            assert said(page.check(path)) == said(verify(path)), (name, at)


def test_both_look_for_a_file_handed_over_separately(
    page: NodeCheck, exported: Exported, tmp_path: Path
) -> None:
    known = next(name for name in exported.files if name.endswith(".png"))
    places = [tmp_path / "known.png", tmp_path / "strange.png"]
    for place, data in zip(places, (exported.files[known], b"strange"), strict=True):
        place.write_bytes(data)
    assert said(page.check(exported.path, exhibits=places)) == said(verify(exported.path, exhibits=places))


@pytest.mark.parametrize("typed", ["", "0" * 63, "zz" * 32, "A" * 43 + "=", "\u00e9" * 64])
def test_both_refuse_the_same_typing(typed: str, page: NodeCheck, exported: Exported) -> None:
    answers = []
    for check in (verify, page.check):
        try:
            answers.append(said(check(exported.path, root=typed)))
        except BadInput as error:
            answers.append(str(error))
    assert answers[0] == answers[1]


def test_both_say_why_there_is_no_package(page: NodeCheck, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    text = tmp_path / "text.zip"
    text.write_bytes(b"no zip at all")
    other = zipped({"other.txt": b""}, tmp_path / "other.zip")
    for path in (empty, text, other, tmp_path / "nowhere"):
        sentences = []
        for check in (verify, page.check):
            with pytest.raises(PackageUnreadable) as caught:
                check(path)
            sentences.append(str(caught.value))
        assert sentences[0] == sentences[1]


def test_our_own_digests_are_those_of_hashlib(page: NodeCheck) -> None:
    for size in (0, 1, 55, 56, 63, 64, 111, 112, 127, 128, 129, 5000):
        data = os.urandom(size)
        parts = [base64.b64encode(data[at : at + 77]).decode() for at in range(0, size, 77)]
        assert page.ask(hash="Sha256", parts=parts)["hash"] == hashlib.sha256(data).hexdigest()
        assert page.ask(hash="Sha512", parts=parts)["hash"] == hashlib.sha512(data).hexdigest()


def test_both_fold_every_letter_alike(page: NodeCheck) -> None:
    letters = [chr(at) for at in range(0x20000) if not 0xD800 <= at < 0xE000]
    folded = page.ask(fold=letters)["folded"]
    ours = _twins(zip(letters, map(_folded, letters), strict=True))
    theirs = _twins(zip(letters, folded, strict=True))
    newer = {group for group in theirs - ours if all(unicodedata.category(one) != "Cn" for one in group)}
    assert newer == set()  # twins among letters that only the newer of the two knows may differ


def _twins(pairs: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for letter, folded in pairs:
        groups.setdefault(folded, set()).add(letter)
    return {frozenset(group) for group in groups.values()}


@pytest.mark.parametrize("browser", ["without crypto", "without signatures"])
def test_an_old_browser_checks_every_hash_and_says_what_it_could_not(
    browser: str, exported: Exported, tmp_path: Path
) -> None:
    paper = {"root": exported.built.root, "key": exported.built.fingerprint}
    changed = zipped(exported.files | {REPORT: b"%PDF-1.7 other"}, tmp_path / "changed.zip")
    with NodeCheck(browser=browser) as old:
        good, bad = old.check(exported.path, **paper), old.check(changed, **paper)
    assert good.verdict == "agrees with itself"
    assert not good.findings
    assert any(line.startswith("signatures: ") for line in good.not_checked)
    assert {(one.reason.value, one.file) for one in bad.findings} == {("changed", REPORT)}
