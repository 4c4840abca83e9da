# SPDX-License-Identifier: MIT
"""The emptiest case that has a report, and one with more of everything than any we know of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.model import (
    Answer,
    CaseFacts,
    Contact,
    Demand,
    DisplayName,
    EntryId,
    Payment,
    Place,
    PlaceKind,
    ReportKind,
    ReportMade,
    Takedown,
    Under18,
)
from app.report.annexes import annexes_for
from app.report.dossier import ConcernedContact, NumberedPayment, QuotedDemand, WatchedPlace
from app.timeline import Timeline
from tests.app.report.dossiers import changed, sample_dossier

if TYPE_CHECKING:
    from app.report.dossier import Dossier
    from tests.app.report.dossiers import DrawnOriginals

NAMES = (
    "Amélie Laurent",
    "\u0391\u03b3\u03b3\u03b5\u03bb\u03b9\u03ba\u03ae",
    "Ольга Смирнова",
    "Nguyễn Thị Hồng Nhung",
    "مريم الحداد",
    "דנה כהן",
    "प्रिया शर्मा",
    "สมหญิง ใจดี",
    "山田花子",
    "김서연",
    "\U0001d4d0\U0001d4f6\U0001d4ee\U0001d4f5\U0001d4f2\U0001d4ee",
    "evil\u202egnp.exe",
)
STORY = (
    "She wrote to me first, on a Thursday evening. We talked for three days before the call. I did not know "
    "that it was being recorded. When it ended the messages began, and they had the names of my family. "
)
NOTHING = (
    "accounts", "own_accounts", "exhibits", "left_out", "withdrawn", "payments", "demands", "reports_made",
    "calls", "contacts", "places",
)  # fmt: skip
MANY = 12


def empty() -> tuple[Dossier, DrawnOriginals]:
    """Return a case of one sentence."""
    dossier, originals = sample_dossier()
    case = CaseFacts(Under18.NO, "England", own_words="It began on Thursday.")
    return replace(dossier, case=case, timeline=Timeline(()), **dict.fromkeys(NOTHING, ())), originals


def fullest() -> tuple[Dossier, DrawnOriginals]:
    """Return a case with a dozen of everything, names in every script, and long texts."""
    dossier, originals = sample_dossier()
    at = dossier.prepared.utc
    base, money, said = dossier.accounts[0], dossier.payments[0], dossier.demands[0]
    accounts = tuple(
        replace(
            dossier.accounts[n % 3],
            number=n + 1,
            id=EntryId(f"full{n}"),
            account=replace(
                dossier.accounts[n % 3].account,
                display_names=(DisplayName(NAMES[n], at), DisplayName(f"{NAMES[n]} {n}", at)),
                note=STORY if n % 4 == 0 else None,
            ),
        )
        for n in range(MANY)
    )
    payments = tuple(
        NumberedPayment(
            n + 1,
            replace(
                money.payment,
                method=("western_union", "bitcoin", "bank_transfer", "gift_card")[n % 4],
                amount_minor=10_000 * (n + 1),
                paid_at=at - timedelta(hours=7 * n),
                reference=f"{5_832_049_000 + n}",
                collected=tuple(Answer)[n % 3],
                can_be_stopped=None,
                note=STORY if n % 5 == 0 else None,
            ),
            accounts[n],
            exhibit_refs=("TJH/1", "TJH/2"),
        )
        for n in range(MANY)
    )
    assert isinstance(money.payment, Payment)
    demands = tuple(
        QuotedDemand(
            Demand(
                ("threat", "money")[n % 2],
                f"{STORY}{NAMES[n]}",
                at - timedelta(hours=n),
                deadline_at=at + timedelta(hours=n + 1),
                whom="my mother",
            ),
            accounts[n],
            said.exhibit_ref,
        )
        for n in range(MANY)
    )
    contacts = tuple(
        ConcernedContact(
            Contact(
                NAMES[n],
                "cousin",
                "facebook",
                f"cousin.{n}",
                None,
                is_threatened=True,
                received=Answer.YES,
                received_at=at,
            ),
            ("TJH/3",),
        )
        for n in range(MANY)
    )
    places = tuple(
        WatchedPlace(
            Place(
                PlaceKind.LINK,
                f"Page {n}",
                f"https://example.org/{'a' * 40}/{n}",
                is_posted=Answer.YES,
                takedown=tuple(Takedown)[n % 4],
                asked_of="the page",
                asked_at=at,
            ),
            ("TJH/4",),
        )
        for n in range(MANY)
    )
    reports = tuple(
        ReportMade(f"Police force {n}", f"REF-{n:05}", at, kind=ReportKind.POLICE, answer=STORY)
        for n in range(MANY)
    )
    assert base.platform
    case = changed(
        dossier,
        own_words=STORY * 12,
        risk_to_life=Answer.YES,
        risk_asked_at=at,
        messages_may_vanish=Answer.YES,
        held=("recording of a video call", "pictures", "a list of my contacts"),
        made_by_ai=Answer.YES,
        face_visible=Answer.YES,
        helper="My sister Ellie, who sits beside me",
    )
    full = replace(
        case,
        accounts=accounts,
        payments=payments,
        demands=demands,
        contacts=contacts,
        places=places,
        reports_made=reports,
        annexes=annexes_for("us"),
    )
    return full, originals
