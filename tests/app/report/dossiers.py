# SPDX-License-Identifier: MIT
"""Dossiers for the tests: the sample case, and others made from it by hand."""

from __future__ import annotations

import io
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PIL import Image, ImageDraw

from app.clock import Moment
from app.custody.checkpoint import Checkpoint, check_words
from app.hashing import sha256_of
from app.model import (
    AcquisitionRecord,
    ContentRecord,
    Entry,
    EntryId,
    Exhibit,
    ExhibitFacts,
    ExhibitId,
    Method,
    MethodRecord,
    MonitorRecord,
    PeopleRecord,
    Rect,
    Role,
    ScreenRecord,
    Sensitivity,
    SourceRecord,
    SystemRecord,
    TimeRecord,
)
from app.paths import resources
from app.report.cross_references import Crossed
from app.report.custody_said import CustodyFacts, IntegrityCheck, RecordLine
from app.report.dossier import (
    Dossier,
    LeftOut,
    LeftOutWhy,
    PlatformFacts,
    ReportExhibit,
)
from app.sample import Sample
from app.sample_rows import told_of
from app.timeline import Told, timeline

STORY = resources() / "sample" / "case.toml"
ROOT = sha256_of(b"a root for the tests")
KEY = sha256_of(b"a key for the tests")
NOTE = f"safehold/test\n43\n{b64encode(bytes.fromhex(ROOT)).decode()}\n\n\u2014 safehold/test c2lnbmVk\n"
PLATFORMS = {
    "skype": PlatformFacts(
        "skype",
        "Skype",
        "Microsoft",
        "Please preserve all records for the Microsoft account with Skype Name {id}: registration details, "
        "linked e-mail and phone, IP and sign-in logs, contacts, messages and call records, "
        "{from} to {to} UTC.",
    ),
    "instagram": PlatformFacts(
        "instagram",
        "Instagram",
        "Meta",
        "Please preserve all records for the Instagram account using the name {id} on {to} UTC, with its "
        "numeric ID, earlier usernames, registration, linked accounts, IP logs and messages, "
        "{from} to {to} UTC.",
        "@{id}",
    ),
    "whatsapp": PlatformFacts("whatsapp", "WhatsApp", "Meta"),
}


class DrawnOriginals:
    """Pictures in memory; ``parts`` gives them in two parts, as a vault might."""

    def __init__(self) -> None:
        self.pictures: dict[str, bytes] = {}
        self.is_closed = False

    def parts(self, exhibit_id):
        data = self.pictures[exhibit_id]
        half = len(data) // 2
        yield data[:half]
        yield data[half:]

    def close(self):
        self.is_closed = True


def draw_picture(text: str, width: int = 1100, height: int = 760, mode: str = "RGB") -> bytes:
    """Return a PNG that looks a little like a chat."""
    image = Image.new("RGB", (width, height), "#e8edf0")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width, height // 12), fill="#ffffff")
    for n in range(6):
        left = 60 if n % 2 else width // 2
        top = height // 8 + n * height // 8
        draw.rectangle((left, top, left + width // 3, top + height // 12), fill="#ffffff", outline="#9aa5aa")
        draw.text((left + 14, top + 12), f"{text} {n}", fill="#1f2a30", font_size=max(10, height // 32))
    file = io.BytesIO()
    image.convert(mode).save(file, "PNG")
    return file.getvalue()


def make_exhibit(row, number: int, data: bytes, facts: ExhibitFacts) -> Exhibit:
    image = Image.open(io.BytesIO(data))
    at = row.captured_at
    rect = Rect(100, 80, image.width, image.height)
    record = AcquisitionRecord(
        acquisition_id=f"a{number}",
        time=TimeRecord(
            at, at, at.isoformat(), "Europe/London", "1", "boot", "system", "synchronised", False
        ),
        system=SystemRecord("Linux 6.1", "0.1.0", "abcdef0", "3.11", "6.11", "10.2", "heron-41"),
        screen=ScreenRecord(
            "x11",
            row.mode,
            (MonitorRecord("LEFT", Rect(0, 0, 1600, 900), 1000, True),),
            rect,
            rect,
            False,
            True,
        ),
        source=SourceRecord("Amélie Laurent - Skype", "skype", None, "none", row.account_key, None),
        content=ContentRecord("image/png", len(data), image.width, image.height, sha256_of(data)),
        people=PeopleRecord("Tom Hale", Role.VICTIM, "Tom Hale's own account"),
        method=MethodRecord(Method.SCREEN_CAPTURE, None, row.sensitivity),
        exhibit_ref=row.ref,
    )
    return Exhibit(
        ExhibitId(f"x{number}"),
        number,
        row.ref,
        10 + number * 3,
        at,
        record,
        facts,
        row.withdrawn_at,
        row.withdrawn_why,
    )


def moment(at: datetime) -> Moment:
    return Moment(at, 1, "boot", "Europe/London", 0, sync="synchronised")


def custody_facts(exhibits) -> CustodyFacts:
    start = datetime(2026, 11, 24, 2, 11, 9, tzinfo=UTC)
    lines = [
        RecordLine(1, 1, start, "case.create", "", sha256_of(b"1")),
        RecordLine(2, 2, start, "key.create", "", sha256_of(b"2")),
        *(
            RecordLine(e.seq, e.seq, e.acquired_at, "acquisition.create", e.ref, sha256_of(e.ref.encode()))
            for e in exhibits
        ),
        RecordLine(32, 32, start + timedelta(minutes=36), "exhibit.withdraw", "TJH/7", sha256_of(b"w")),
        RecordLine(40, 40, start + timedelta(minutes=47), "integrity.check", "7", sha256_of(b"i")),
    ]
    return CustodyFacts(tuple(lines), IntegrityCheck(start + timedelta(minutes=47), 7, ()), 0, 0)


class DrawnCatalogue:
    """The platforms of the sample, in the sentences above."""

    def name_of(self, key):
        return PLATFORMS[key].name

    def provider_of(self, key):
        return PLATFORMS[key].provider

    def preservation(self, key, *_fields):
        return PLATFORMS[key].preservation

    def shown_id(self, key, _field):
        return PLATFORMS[key].shown_as


def entries_of(kind: str, facts, at: datetime) -> tuple[Entry, ...]:
    """Return facts as the vault would give them."""
    return tuple(Entry(EntryId(f"{kind}{n}"), fact, at, at, 1) for n, fact in enumerate(facts, 1))


def sample_told(sample: Sample, exhibits: tuple[Exhibit, ...]) -> Told:
    """Return what the sample tells, with ids."""
    ids = {exhibit.ref: exhibit.id for exhibit in exhibits}
    at = sample.created_at
    accounts = tuple(Entry(EntryId(key), account, at, at, 1) for key, account in sample.accounts(ids).items())
    by_key = {str(entry.id): entry.id for entry in accounts}
    told = Told(
        sample.case(),
        payments=entries_of("payment", sample.payments(), at),
        demands=entries_of("demand", sample.demands(by_key, ids), at),
        calls=entries_of("call", sample.calls(by_key, ids), at),
        accounts=(*accounts, *entries_of("own", sample.own_accounts(), at)),
        contacts=entries_of("contact", sample.contacts(), at),
        places=entries_of("place", sample.places(), at),
        reports=entries_of("report", sample.reports_made(), at),
        exhibits=exhibits,
    )
    case = Entry(EntryId("case"), told.case, at, at, 1)
    about = told_of(
        [case, *told.accounts, *told.demands, *told.payments, *told.calls, *told.reports, *told.contacts]
    )
    events = [event for event in sample.events(about) if event.where != "log"]
    return replace(told, events=entries_of("event", events, at), case_id=case.id)


def sample_dossier() -> tuple[Dossier, DrawnOriginals]:
    """Return the dossier of the sample case with drawn pictures."""
    sample = Sample.load(STORY)
    originals = DrawnOriginals()
    exhibits = []
    keys = {row.account_key: EntryId(row.account_key) for row in sample.exhibits()}
    for number, row in enumerate(sample.exhibits(), 1):
        data = draw_picture(row.ref)
        exhibits.append(make_exhibit(row, number, data, row.facts(keys)))
        originals.pictures[exhibits[-1].id] = data
    told = sample_told(sample, tuple(exhibits))
    kept = [e for e in exhibits if e.withdrawn_at is None]
    shown = [e for e in kept if e.facts.sensitivity is not Sensitivity.INTIMATE]
    crossed = Crossed(told, (), DrawnCatalogue(), shown)
    by_id = {entry.id: entry for entry in crossed.accounts}
    dossier = Dossier(
        case=told.case,
        ref=sample.ref,
        version=sample.version,
        accounts=crossed.accounts,
        own_accounts=crossed.own_accounts,
        exhibits=tuple(ReportExhibit(e, by_id[e.facts.account]) for e in shown),
        left_out=tuple(LeftOut(e, LeftOutWhy.INTIMATE) for e in kept if e not in shown),
        withdrawn=tuple(e for e in exhibits if e.withdrawn_at),
        payments=crossed.payments(),
        demands=crossed.demands(),
        reports_made=sample.reports_made(),
        prepared=moment(sample.prepared_at),
        checkpoint=Checkpoint("safehold/test", 43, ROOT),
        key_fingerprint=KEY,
        check_words=check_words(ROOT),
        custody=custody_facts(exhibits),
        tool="Safehold 0.1.0",
        machine_alias=sample.machine_alias,
        calls=crossed.calls(),
        contacts=crossed.contacts(),
        places=crossed.places(),
        timeline=timeline(told),
        note=NOTE,
    )
    return dossier, originals


def changed(dossier: Dossier, **facts) -> Dossier:
    """Return the dossier with other facts of the case."""
    return replace(dossier, case=replace(dossier.case, **facts))
