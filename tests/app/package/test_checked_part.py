# SPDX-License-Identifier: MIT
"""A package of chosen exhibits: it verifies under the root of the whole, and nothing of the others shows."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import bagit
import pytest
from pypdf import PdfReader

from app.capture.models import Frame
from app.capture.png import encode
from app.custody.canonical import canonical
from app.errors import BadInput
from app.model import (
    Account,
    Answer,
    Call,
    Certainty,
    Contact,
    Demand,
    DisplayName,
    Event,
    ExhibitFacts,
    Payment,
    Place,
    PlaceKind,
    Provenance,
    ReportMade,
    SeenIn,
    Sensitivity,
    Strength,
)
from app.package.build import export
from app.package.findings import Finding, Outcome, Reason
from app.package.names import CHECK_PAGE, INCLUSION, LEAVES, LOG, NOT_INCLUDED, REPORT
from app.package.verify import verify
from app.report.scope import Scope
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START
from tests.fakes.packages import files_of, resigned, unpacked, zipped
from tests.fakes.runs import frame, joined, record_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.custody.checkpoint import SigningKey
    from app.package.sealed import PackageBuilt
    from app.vault import Vault

SECRET = "undisclosed"  # noqa: S105 - every word of every other exhibit has it
CHOSEN = frozenset({"TJH/2", "TJH/4"})


@dataclass(frozen=True)
class Part:
    built: PackageBuilt
    files: dict[str, bytes]
    key: SigningKey
    hidden: tuple[str, ...]


def told_of(vault: Vault, exhibit, word: str) -> None:
    """One of every fact that this exhibit shows, each with the word in it."""
    account = vault.add(
        Account(
            platform="skype",
            stable_id=f"live:{word}.account",
            id_kind="Skype Name",
            strength=Strength.STRONG,
            provenance=Provenance.PASTED,
            display_names=(DisplayName(f"{word} name", START),),
            exhibits=(exhibit.id,),
            first_seen_at=START - timedelta(days=5),
        )
    )
    contact = vault.add(Contact(f"{word} contact", exhibits=(exhibit.id,)))
    vault.add(
        Payment(
            "Western Union", 20000, "GBP", START, account=account.id, reference="0123456789",
            payee=f"{word} payee", seen_in=SeenIn(exhibit.id), collected=Answer.NO,
        )
    )  # fmt: skip
    vault.add(Demand("money", f"{word} demand", START, account.id, exhibit.id, contacts=(contact.id,)))
    vault.add(Call(START, exhibit=exhibit.id, note=f"{word} call"))
    vault.add(Place(PlaceKind.LINK, f"{word} place", url=f"https://{word}.example/", exhibits=(exhibit.id,)))
    vault.add(Event(START, f"{word} event", Certainty.SEEN, exhibit=exhibit.id))
    facts = ExhibitFacts(
        title=f"{word} title", shows=f"{word} shows", note=f"{word} note", account=account.id
    )
    vault.revise_exhibit(exhibit.id, facts)


def picture(shade: int) -> bytes:
    return encode(Frame(64, 48, bytes([shade]) * (64 * 48 * 4)))


def run_of(vault: Vault, run_id: str, shade: int) -> None:
    """Two frames that do not meet, with a record of it and a joined picture."""
    for n in (1, 2):
        exhibit = vault.add_frame(frame(n, run_id, data=picture(shade + n)))
    made = joined(exhibit, picture(shade + 3))
    vault.finish_run(exhibit.id, record_of(exhibit, gap_after=1), (made,))


@pytest.fixture(scope="module")
def part(tmp_path_factory: pytest.TempPathFactory, catalogue) -> Part:
    from tests.app.package.conftest import FACTS, _vault  # noqa: PLC0415 - the fixtures there are of a function
    from tests.fakes.clock import FakeClock  # noqa: PLC0415

    folder, clock = tmp_path_factory.mktemp("part"), FakeClock()
    facts = replace(FACTS, own_words=f"{SECRET} own words", sent_to=f"{SECRET} sent to")
    vault = _vault(folder / "case.safehold", clock, facts)
    hidden = []
    for n in range(1, 4):
        made = vault.add_exhibit(acquisition(picture(n), title=f"{SECRET if n != 2 else 'chosen'} window"))
        told_of(vault, made, "chosen" if n == 2 else SECRET)
        hidden += [] if n == 2 else [made.ref, made.sha256, made.record.acquisition_id]
    run_of(vault, "run chosen", 40)
    run_of(vault, "run 5", 50)
    intimate = vault.add_exhibit(acquisition(picture(6)))
    vault.revise_exhibit(intimate.id, ExhibitFacts(shows=f"{SECRET} us", sensitivity=Sensitivity.INTIMATE))
    mistake = vault.add_exhibit(acquisition(picture(7)))
    vault.withdraw_exhibit(mistake.id, f"{SECRET} mistake")
    vault.add(ReportMade(f"{SECRET} police", "R1", START))
    vault.add(Event(START, f"{SECRET} memory", Certainty.REMEMBERED))
    export(vault, folder / "before.zip", catalogue=catalogue, clock=clock)
    built = export(vault, folder / "part.zip", catalogue=catalogue, clock=clock, scope=Scope(CHOSEN))
    hidden += [f"TJH/{n}" for n in (5, 6, 7)] + [intimate.sha256, mistake.sha256]
    made = Part(built, files_of(built.path), vault._signing_key, (SECRET, *hidden))
    vault.close()
    return made


def found(files: dict[str, bytes], part: Part, tmp_path: Path) -> set[Finding]:
    return set(verify(zipped(resigned(files, part.key), tmp_path / "x.zip")).findings)


def test_it_matches_the_paper_and_says_how_much_is_not_there(part: Part) -> None:
    verdict = verify(part.built.path, root=part.built.root, key=part.built.fingerprint)
    assert (verdict.verdict, verdict.findings) == (Outcome.MATCHES, ())
    here, all_ = len(part.files[LOG].splitlines()), len(part.files[LEAVES].splitlines())
    said = f"log: {all_ - here} of {all_} records are not in this package; their hash values are"
    assert said in verdict.not_checked
    assert 0 < here < all_


def test_another_library_finds_a_good_bag_that_says_it_is_a_part(part: Part, tmp_path: Path) -> None:
    bag = bagit.Bag(str(unpacked(part.files, tmp_path / "bag")))
    assert bag.validate()
    assert bag.info["External-Description"] == "Victim evidence record, a part: 2 of 7 exhibits"


def text_of(part: Part) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(part.files[REPORT])).pages)


def test_nothing_of_another_exhibit_shows_anywhere(part: Part) -> None:
    whole = b"".join(name.encode() + data for name, data in part.files.items() if name != CHECK_PAGE)
    pdf = text_of(part)
    for word in part.hidden:
        assert word.encode() not in whole, word
        assert word not in pdf, word
        assert word.replace("/", "-00") + "_" not in "".join(part.files), word


def test_what_was_chosen_is_all_there(part: Part) -> None:
    pdf, tables = text_of(part), b"".join(part.files[name] for name in part.files if "tables/" in name)
    names = {name.rpartition("/")[2].partition("_")[0] for name in part.files if "data/exhibits/TJH" in name}
    assert names == {"TJH-002", "TJH-004"}
    for word in ("account", "payee", "demand", "place", "contact"):
        assert f"chosen {word}".encode() in tables or f"chosen.{word}".encode() in tables
    assert "chosen demand" in pdf
    assert json.loads(part.files[NOT_INCLUDED])["not_included"] == []


def test_report_and_read_me_say_plainly_that_it_is_a_part(part: Part) -> None:
    assert b"A PART: 2 OF 7 EXHIBITS" in part.files["3_Read_Me_First.txt"]
    first = PdfReader(io.BytesIO(part.files[REPORT])).pages[0].extract_text()
    assert "A part of the record: 2 of 7 exhibits" in " ".join(first.split())


def test_the_facts_go_along_if_that_is_wanted(tmp_path: Path, new_vault, catalogue, clock) -> None:
    vault = new_vault()
    first, second = (vault.add_exhibit(acquisition(picture(n))) for n in (1, 2))
    told_of(vault, first, "first")
    told_of(vault, second, "second")
    wanted = Scope(frozenset({"TJH/2"}), with_facts=True)
    built = export(vault, tmp_path / "p.zip", catalogue=catalogue, clock=clock, scope=wanted)
    files = files_of(built.path)
    tables = b"".join(files[name] for name in files if "tables/" in name)
    assert b"first demand" in tables
    assert b"TJH/1" not in tables
    assert verify(built.path).findings == ()


@pytest.mark.parametrize("refs", [set(), {"TJH/9"}, {"TJH/3"}, {"TJH/4"}, {"TJH/1", "x"}])
def test_only_what_may_leave_can_be_chosen(tmp_path: Path, vault: Vault, catalogue, clock, refs) -> None:
    with pytest.raises(BadInput):
        export(vault, tmp_path / "p.zip", catalogue=catalogue, clock=clock, scope=Scope(frozenset(refs)))
    assert not list(tmp_path.glob("p*"))


def with_proofs(part: Part, change) -> dict[str, bytes]:
    plain = json.loads(part.files[INCLUSION])
    change(plain)
    return part.files | {INCLUSION: canonical(plain)}


def test_a_proof_that_leads_elsewhere_is_named_with_its_record(part: Part, tmp_path: Path) -> None:
    seq = json.loads(part.files[INCLUSION])["proofs"][2]["seq"]
    expected = {Finding(Reason.NOT_IN_TREE, f"{LOG}#{seq}")}
    for change in (
        lambda plain: plain["proofs"][2]["proof"].__setitem__(0, "ab" * 32),
        lambda plain: plain["proofs"][2]["proof"].__setitem__(0, "no digest"),
        lambda plain: plain["proofs"][2]["proof"].pop(),
        lambda plain: plain["proofs"].pop(2),
    ):
        assert found(with_proofs(part, change), part, tmp_path) == expected


def test_a_record_that_was_edited_is_not_in_the_tree(part: Part, tmp_path: Path) -> None:
    lines = part.files[LOG].splitlines()
    record = json.loads(lines[-1])
    lines[-1] = canonical(record | {"tz": "Europe/Paris"})
    files = part.files | {LOG: b"".join(line + b"\n" for line in lines)}
    assert found(files, part, tmp_path) == {Finding(Reason.NOT_IN_TREE, f"{LOG}#{record['seq']}")}


def test_a_record_that_was_taken_out_is_missing(part: Part, tmp_path: Path) -> None:
    lines = part.files[LOG].splitlines()
    place = next(n for n, line in enumerate(lines) if b"clock.jump" in line or b"case.create" in line)
    seq = json.loads(lines[place])["seq"]
    files = part.files | {LOG: b"".join(line + b"\n" for line in lines[:place] + lines[place + 1 :])}
    assert found(files, part, tmp_path) == {Finding(Reason.MISSING, f"{LOG}#{seq}")}


@pytest.mark.parametrize("order", ["reversed", "twice"])
def test_records_out_of_order_break_the_chain(part: Part, tmp_path: Path, order: str) -> None:
    lines = part.files[LOG].splitlines()
    lines = lines[::-1] if order == "reversed" else lines + lines[-1:]
    files = part.files | {LOG: b"".join(line + b"\n" for line in lines)}
    assert Finding(Reason.CHAIN_BROKEN, LOG) in found(files, part, tmp_path)


@pytest.mark.parametrize("gone", [LEAVES, INCLUSION])
def test_leaves_and_proofs_go_together(part: Part, tmp_path: Path, gone: str) -> None:
    files = {name: data for name, data in part.files.items() if name != gone}
    assert Finding(Reason.MISSING, gone) in found(files, part, tmp_path)


def test_without_both_it_is_a_log_with_holes(part: Part, tmp_path: Path) -> None:
    files = {name: data for name, data in part.files.items() if name not in {LEAVES, INCLUSION}}
    assert Finding(Reason.CHAIN_BROKEN, LOG) in found(files, part, tmp_path)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: data[:-1], Reason.MALFORMED),
        (lambda data: b"", Reason.MALFORMED),
        (lambda data: data.upper(), Reason.MALFORMED),
        (lambda data: data[65:], Reason.CHAIN_BROKEN),
        (lambda data: data + b"ab" * 32 + b"\n", Reason.SIZE_DIFFERS),
        (lambda data: data[:-65] + b"ab" * 32 + b"\n", Reason.ROOT_DIFFERS),
    ],
    ids=["cut", "empty", "capitals", "short", "long", "other"],
)
def test_leaves_that_are_not_those_of_the_checkpoint_are_named(
    part: Part, tmp_path: Path, change, reason: Reason
) -> None:
    files = part.files | {LEAVES: change(part.files[LEAVES])}
    reasons = {one.reason for one in found(files, part, tmp_path)}
    assert reason in reasons
