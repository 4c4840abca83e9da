# SPDX-License-Identifier: MIT
"""An outside time counts only if every byte of it does; a forger's authority is named and not believed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from app.custody.anchors import Answered, Asked, check, facts, time_of
from app.custody.canonical import canonical
from app.custody.checkpoint import read_checkpoint
from app.package.checked_anchors import is_anchor_file
from app.package.findings import Anchored, Outcome
from app.package.names import CHECKPOINT, anchor_file
from app.package.verify import NO_ANCHOR, verify
from tests.fakes.anchored import AnchoredPackage, anchored_package
from tests.fakes.packages import resigned, with_log, zipped
from tests.fakes.time_authority import make_authority, question

if TYPE_CHECKING:
    from pathlib import Path

    from app.identify.platforms import Catalogue
    from app.package.findings import Verdict
    from tests.fakes.time_authority import TimeAuthority

LOGGED, OVER_C = 1, 2


@pytest.fixture(scope="module")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return make_authority(tmp_path_factory.mktemp("tsa") / "p256", kind="p256")


@pytest.fixture(scope="module")
def forger(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return make_authority(tmp_path_factory.mktemp("tsa") / "forger", kind="p256", name="Forger Root")


@pytest.fixture(scope="module")
def package(
    tmp_path_factory: pytest.TempPathFactory, tsa: TimeAuthority, catalogue: Catalogue
) -> AnchoredPackage:
    return anchored_package(tmp_path_factory.mktemp("anchored"), tsa, catalogue)


def judged(package: AnchoredPackage, files: dict[str, bytes], folder: Path) -> Verdict:
    """What is said of these files, lists and second note made anew by the owner of the key."""
    path = zipped(resigned(files, package.key), folder / "changed.zip")
    return verify(path, authorities=[package.authority])


def found(verdict: Verdict) -> set[tuple[str, str]]:
    return {(str(one.reason), one.file) for one in verdict.findings}


def restamped(package: AnchoredPackage, by: TimeAuthority, note: bytes, request: bytes) -> dict[str, bytes]:
    """The files of number 2 as somebody else would have them, all in agreement with each other."""
    answer = by.answer(request)
    asked = Asked(note, request)
    head = read_checkpoint(package.files[CHECKPOINT].decode(), package.key.public_bytes)
    answered = Answered(asked, answer, *check(asked, answer, [by.authority]), 0, 0)
    made = {"txt": note, "tsq": request, "tsr": answer, "json": canonical(facts(answered, head))}
    return {**package.files, **{anchor_file(OVER_C, ending): data for ending, data in made.items()}}


def test_good_outside_times_are_told(package: AnchoredPackage) -> None:
    verdict = verify(package.path, authorities=[package.authority])
    assert (verdict.verdict, verdict.findings) == (Outcome.AGREES, ())
    assert [(one.size, one.authority) for one in verdict.anchors] == [
        (anchor.size, "Test Root") for anchor in package.anchors
    ]
    assert [one.at for one in verdict.anchors] == [
        json.loads(anchor.facts)["token_at"] for anchor in package.anchors
    ]
    assert all(one.clock_ms == 0 for one in verdict.anchors)
    assert NO_ANCHOR not in verdict.not_checked
    assert "data/log/anchors/test.pem" in verdict.not_checked
    assert not any(is_anchor_file(name) for name in verdict.not_checked)


def test_a_root_in_the_package_is_not_trusted(package: AnchoredPackage) -> None:
    verdict = verify(package.path)
    assert verdict.verdict is Outcome.DIFFERS
    assert found(verdict) == {
        ("anchor_untrusted", anchor_file(LOGGED, "tsr")),
        ("anchor_untrusted", anchor_file(OVER_C, "tsr")),
    }
    assert verdict.anchors == ()
    assert NO_ANCHOR in verdict.not_checked


def test_a_forger_with_an_authority_of_his_own_makes_it_differ(
    package: AnchoredPackage, forger: TimeAuthority, tmp_path: Path
) -> None:
    note = package.files[CHECKPOINT]
    files = restamped(package, forger, note, question(note))
    files["data/log/anchors/forger.pem"] = forger.authority.root_pem
    verdict = judged(package, files, tmp_path)
    assert verdict.verdict is Outcome.DIFFERS
    assert found(verdict) == {("anchor_untrusted", anchor_file(OVER_C, "tsr"))}


def test_a_forger_under_the_name_of_the_authority_makes_it_differ(
    package: AnchoredPackage, tmp_path: Path
) -> None:
    alike = make_authority(tmp_path / "alike", kind="p256")
    note = package.files[CHECKPOINT]
    verdict = judged(package, restamped(package, alike, note, question(note)), tmp_path)
    assert found(verdict) == {("anchor_invalid", anchor_file(OVER_C, "tsr"))}


@pytest.mark.parametrize("ending", ["txt", "tsq", "tsr", "json"])
@pytest.mark.parametrize("n", [LOGGED, OVER_C])
def test_what_is_declared_and_not_here_is_missing(
    package: AnchoredPackage, tmp_path: Path, n: int, ending: str
) -> None:
    files = {name: data for name, data in package.files.items() if name != anchor_file(n, ending)}
    verdict = judged(package, files, tmp_path)
    assert found(verdict) == {("missing", anchor_file(n, ending))}
    assert len(verdict.anchors) == 1


def test_a_logged_one_that_is_wholly_gone_is_missing(package: AnchoredPackage, tmp_path: Path) -> None:
    files = {name: data for name, data in package.files.items() if "/anchors/0001." not in name}
    verdict = judged(package, files, tmp_path)
    assert found(verdict) == {
        ("missing", anchor_file(LOGGED, ending)) for ending in ("txt", "tsq", "tsr", "json")
    }


def test_a_replayed_answer_for_another_note_is_refused(
    package: AnchoredPackage, tsa: TimeAuthority, tmp_path: Path
) -> None:
    other = {ending: package.files[anchor_file(LOGGED, ending)] for ending in ("tsq", "tsr", "json")}
    files = {**package.files, **{anchor_file(OVER_C, ending): data for ending, data in other.items()}}
    assert found(judged(package, files, tmp_path)) == {("anchor_invalid", anchor_file(OVER_C, "tsr"))}


def test_an_answer_with_another_number_is_refused(
    package: AnchoredPackage, tsa: TimeAuthority, tmp_path: Path
) -> None:
    note = package.files[CHECKPOINT]
    files = {**package.files, anchor_file(OVER_C, "tsr"): tsa.answer(question(note))}
    assert found(judged(package, files, tmp_path)) == {("anchor_invalid", anchor_file(OVER_C, "tsr"))}


def test_a_stamp_over_a_head_that_is_not_of_this_log_is_named(
    package: AnchoredPackage, tsa: TimeAuthority, tmp_path: Path
) -> None:
    note = package.files[anchor_file(LOGGED, "txt")]
    files = restamped(package, tsa, note, question(note))
    assert found(judged(package, files, tmp_path)) == {("not_consistent", anchor_file(OVER_C, "txt"))}


def test_a_stamp_over_a_note_of_another_key_is_named(
    package: AnchoredPackage, tsa: TimeAuthority, tmp_path: Path
) -> None:
    note = package.files[CHECKPOINT].replace(b"safehold/", b"safehome/")
    files = restamped(package, tsa, note, question(note))
    assert found(judged(package, files, tmp_path)) == {("signature_invalid", anchor_file(OVER_C, "txt"))}


CHANGES: dict[str, Any] = {
    "authority": "digicert",
    "size": 3,
    "root": "00" * 32,
    "token_at": "2020-01-01T00:00:00.000Z",
    "serial": "ff",
    "policy": "1.2.3",
    "difference_ms": 7,
    "uncertain_by_ms": -1,
    "at": "yesterday",
    "more": 1,
}


@pytest.mark.parametrize("key", sorted(CHANGES))
def test_what_is_said_beside_it_is_computed_again(package: AnchoredPackage, tmp_path: Path, key: str) -> None:
    name = anchor_file(OVER_C, "json")
    said = {**json.loads(package.files[name]), key: CHANGES[key]}
    verdict = judged(package, {**package.files, name: canonical(said)}, tmp_path)
    assert found(verdict) == {("contradicts", name)}
    assert len(verdict.anchors) == 1


def test_what_only_the_log_knew_must_be_the_same_in_the_file(
    package: AnchoredPackage, tmp_path: Path
) -> None:
    name = anchor_file(LOGGED, "json")
    said = json.loads(package.files[name])
    said["uncertain_by_ms"] += 1
    verdict = judged(package, {**package.files, name: canonical(said)}, tmp_path)
    assert found(verdict) == {("not_in_log", name)}


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b'{"at":[],"uncertain_by_ms":1}', b"null"])
def test_what_is_no_description_is_an_answer_and_no_crash(
    package: AnchoredPackage, tmp_path: Path, data: bytes
) -> None:
    name = anchor_file(OVER_C, "json")
    assert found(judged(package, {**package.files, name: data}, tmp_path)) == {("contradicts", name)}


def test_an_anchor_that_the_log_claims_must_be_here(package: AnchoredPackage, tmp_path: Path) -> None:
    def claim_another(records: list[dict[str, Any]]) -> None:
        records.append({**records[-1], "type": "anchor.ok", "obj": None, "data": {}})

    files = with_log(package.files, package.key, claim_another)
    verdict = verify(zipped(files, tmp_path / "p.zip"), authorities=[package.authority])
    assert ("not_consistent", anchor_file(OVER_C, "txt")) in found(verdict)
    gone = {name: data for name, data in package.files.items() if "/anchors/" not in name}
    files = with_log(gone, package.key, claim_another)
    verdict = verify(zipped(files, tmp_path / "q.zip"), authorities=[package.authority])
    assert {("missing", anchor_file(n, "tsr")) for n in (1, 2)} <= found(verdict)


@pytest.mark.parametrize(("off_by", "side"), [(timedelta(hours=1), 1), (timedelta(hours=-1), -1)])
def test_a_clock_that_was_off_is_told_as_far_as_the_records_show(
    tmp_path: Path, tsa: TimeAuthority, catalogue: Catalogue, off_by: timedelta, side: int
) -> None:
    made = anchored_package(tmp_path, tsa, catalogue, off_by=off_by)
    verdict = verify(made.path, authorities=[made.authority])
    assert verdict.verdict is Outcome.AGREES
    logged, over_c = verdict.anchors
    assert 3_500_000 < side * logged.clock_ms <= 3_602_000
    assert (
        over_c.clock_ms == 0 if side < 0 else over_c.clock_ms > 3_500_000
    )  # no record after it says how slow
    assert all(side * anchor.difference_ms > 3_500_000 for anchor in made.anchors)


def test_a_too_large_answer_is_not_read(package: AnchoredPackage, tmp_path: Path) -> None:
    name = anchor_file(OVER_C, "tsr")
    assert found(judged(package, {**package.files, name: bytes(70_000)}, tmp_path)) == {("too_large", name)}


def test_the_lines_say_no_more_than_is_known() -> None:
    good = Anchored(12, time_of(1_795_500_000_000), "DigiCert")
    assert list(good.lines()) == [
        "outside time: the first 12 records existed by 2026-11-24T06:00:00.000Z (DigiCert)"
    ]
    (_, fast), (_, slow) = (list(replace(good, clock_ms=ms).lines()) for ms in (3_400, -65_000))
    assert fast == "clock: 3 seconds or more ahead of it, by the times of the records beside it"
    assert slow.startswith("clock: 65 seconds or more behind it")
