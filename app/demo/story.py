# SPDX-License-Identifier: MIT
"""The main job from start to end: vault, two captures, identifier, facts, report, package, check."""

from __future__ import annotations

import json
import os
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from app import paths
from app.capture import choose_backend
from app.clock import SystemClock
from app.demo import facts
from app.demo.folder import claim
from app.demo.pictures import capture_profile_and_conversation
from app.errors import ExportFailed
from app.hashing import sha256_of_parts
from app.identify.formats import check
from app.identify.platforms import Catalogue, VerdictKind
from app.identify.reading import Reader
from app.model import Account
from app.package.build import export
from app.package.verify import verify
from app.sample import Sample
from app.sample_rows import told_of
from app.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.demo.folder import Folder
    from app.identify.values import Proposal
    from app.identify.wire import Found
    from app.model import EntryId, Fact

TOOL = "safehold/demo"
PART_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Summary:
    """What was done; written to ``summary.json``."""

    exhibits: int
    skype_id: str
    display_name: str
    report_sha256: str
    package_sha256: str
    verify: str
    vault: str
    passphrase_file: str


def play(out: Path) -> Summary:
    """The sample case stands in the folder: vault, report, package and summary; the package verifies.

    Raises:
        CaptureUnsupported: there is no screen to capture, or none whose windows are known.
        BadInput: the folder holds something else.
        ExportFailed: the package does not verify.
    """
    sample = Sample.load(paths.resources() / "sample" / "case.toml")
    catalogue = Catalogue.load(paths.resources() / "platforms")
    with closing(choose_backend(os.environ)) as backend:
        backend.stack()  # it points at windows, which a Wayland desktop does not let it
    folder = claim(out, sample.passphrase)
    clock = SystemClock()
    vault = Vault.create(
        folder.vault,
        sample.passphrase,
        clock=clock,
        facts=facts.case_of(sample),
        tool=TOOL,
        machine_alias=sample.machine_alias,
    )
    try:
        taken = capture_profile_and_conversation(vault, clock, sample)
        stable_id = confirmed_id(catalogue, sample)
        with Reader() as reader:
            read = read_in(vault.original(taken.profile), stable_id, reader.find)
        tell(vault, sample, replace(taken, read=read), stable_id)
        export(vault, folder.package, report_pdf=folder.report, catalogue=catalogue, clock=clock)
        count = len(vault.exhibits())
    finally:
        vault.close("quit")
    return summed_up(folder, sample, stable_id, count)


def confirmed_id(catalogue: Catalogue, sample: Sample) -> str:
    """Return the identifier as it is kept: the display name typed first is caught, the pasted one accepted.

    Raises:
        ExportFailed: the rules of the platform say otherwise.
    """
    platform, account = catalogue[facts.KEY], sample.accounts({})[facts.KEY]
    typed = check(platform, account.display_names[-1].name)
    pasted = check(platform, account.pasted or "")
    if typed.kind is not VerdictKind.DISPLAY_NAME or pasted.kind is not VerdictKind.ACCEPTED:
        raise ExportFailed(f"The rules call the name {typed.kind} and the identifier {pasted.kind}.")
    if not pasted.normalised:
        raise ExportFailed("The rules leave nothing of the identifier.")
    return pasted.normalised


def read_in(picture: bytes, stable_id: str, find: Callable[[bytes, str | None], Found]) -> Proposal | None:
    """Return what was read in the picture of the profile if it is what was pasted; ``None`` if it is not.

    Raises:
        ReadingFailed: nothing can be read on this computer.
    """
    read = (one for one in find(picture, facts.KEY).proposals if one.value == stable_id)
    return next(read, None)


def tell(vault: Vault, sample: Sample, taken: facts.Taken, stable_id: str) -> None:
    """Accounts, payments, demands, events and reports stand in the vault, each exhibit with its account."""
    accounts: dict[str, EntryId] = {}
    for key, account in facts.accounts_of(sample, taken, stable_id).items():
        accounts[key] = vault.add(account).id
    about_profile, about_conversation = facts.exhibit_facts(sample, accounts)
    vault.revise_exhibit(taken.profile, about_profile)
    vault.revise_exhibit(taken.conversation, about_conversation)
    told: tuple[Fact, ...] = (
        *sample.own_accounts(),
        *sample.payments(),
        *facts.demands_of(sample, accounts, taken),
        *facts.calls_of(sample, accounts, taken),
        *sample.reports_made(),
        *sample.contacts(),
        *sample.places(),
    )
    about = told_of([vault.case(), *vault.entries(Account), *(vault.add(fact) for fact in told)])
    for event in facts.events_of(sample, taken, about):
        vault.add(event)


def summed_up(folder: Folder, sample: Sample, stable_id: str, count: int) -> Summary:
    """Return and write the summary, after a check of the package that reads every byte again."""
    found = verify(folder.package)
    if found.verdict != "agrees with itself":
        reasons = "; ".join(f"{one.reason}: {one.file}" for one in found.findings)
        raise ExportFailed(f"The package does not verify ({reasons}).")
    summary = Summary(
        exhibits=count,
        skype_id=stable_id,
        display_name=sample.accounts({})[facts.KEY].display_names[-1].name,
        report_sha256=sha256_of_parts(parts_of(folder.report)),
        package_sha256=sha256_of_parts(parts_of(folder.package)),
        verify="ok",
        vault=str(folder.vault),
        passphrase_file=str(folder.passphrase_file),
    )
    text = json.dumps(asdict(summary), ensure_ascii=False, indent=2)
    folder.summary.write_text(text + "\n", encoding="utf-8")
    return summary


def parts_of(path: Path) -> Iterator[bytes]:
    """Yield a file in parts."""
    with path.open("rb") as file:
        while part := file.read(PART_BYTES):
            yield part
