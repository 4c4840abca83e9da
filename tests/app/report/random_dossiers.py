# SPDX-License-Identifier: MIT
"""Cases of every shape for Hypothesis: any fact there or not, with short plain texts or any there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from app.model import (
    Account,
    Answer,
    Call,
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
    SafeContact,
    Strength,
    Takedown,
    Under18,
)
from app.report.dossier import (
    ConcernedContact,
    NumberedAccount,
    NumberedPayment,
    QuotedDemand,
    TimedCall,
    WatchedPlace,
)
from app.timeline import Timeline
from tests.app.report.dossiers import PLATFORMS, moment, sample_dossier

if TYPE_CHECKING:
    from app.report.dossier import Dossier

PREPARED = datetime(2026, 11, 24, 3, 5, tzinfo=UTC)
PLAIN = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9)
# No place to break, or nothing else; letters that steer, stack, join or are wide; what looks like markup.
HOSTILE = (
    "W" * 400,
    "i " * 200,
    "\n" * 60,
    "\u202e" * 40,
    "\u200b" * 90,
    "\x00\x1b[2J",
    "Z\u0351\u036b\u0343" * 60,
    "\U0001f48b" * 120,
    "\u6f22\u5b57" * 150,
    "\u0e01\u0e47" * 120,
    "\u0627\u0644\u0633\u0644\u0627\u0645 " * 20,
    "\ufdfd" * 20,
    "{name} **b** <b>&amp;</b> %s \\",
)
ANY = st.text(max_size=400) | st.sampled_from(HOSTILE)
IDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789._", min_size=3, max_size=24).filter(
    lambda text: not text.startswith("07")
)
TIMES = st.integers(0, 60 * 24 * 40).map(lambda minutes: PREPARED - timedelta(minutes=minutes))
AHEAD = st.integers(1, 60 * 24 * 9).map(lambda minutes: PREPARED + timedelta(minutes=minutes))
ANSWERS = st.sampled_from(list(Answer))
MAYBE = st.none() | st.booleans()
METHODS = ("western_union", "bitcoin", "bank_transfer", "paypal", "gift_card", "something_new")


def maybe(strategy):
    return st.none() | strategy


def accounts(text):
    def made(keys, built):
        return tuple(
            NumberedAccount(n, EntryId(f"a{n}"), account, PLATFORMS[key], (f"TJH/{n}",))
            for n, (key, account) in enumerate(zip(keys, built, strict=False), 1)
        )

    one = st.builds(
        lambda identifier, name, first, last: Account(
            "skype",
            identifier,
            "id" if identifier else None,
            Strength.STRONG,
            display_names=(DisplayName(name, PREPARED),) if name else (),
            first_seen_at=first,
            last_seen_at=last,
        ),
        maybe(IDS),
        maybe(text),
        maybe(TIMES),
        maybe(TIMES),
    )
    keys = st.lists(st.sampled_from(sorted(PLATFORMS)), max_size=6)
    return st.builds(made, keys, st.lists(one, max_size=6))


def payments(text):
    one = st.builds(
        Payment,
        method=st.sampled_from(METHODS),
        amount_minor=maybe(st.integers(1, 9_999_999)),
        currency=st.sampled_from(("GBP", "USD", "EUR", "XOF")),
        paid_at=maybe(TIMES),
        reference=maybe(st.integers(10**9, 10**10 - 1).map(str)),
        payee=maybe(text),
        sender=maybe(text),
        collected=ANSWERS,
        checked_at=maybe(TIMES),
        can_be_stopped=MAYBE,
        bank_told=MAYBE,
    )
    return st.lists(one, max_size=4).map(
        lambda all_: tuple(NumberedPayment(n, payment) for n, payment in enumerate(all_, 1))
    )


def demands(text):
    said = st.lists(text, min_size=1, max_size=6).map(" ".join).filter(str.strip)
    one = st.builds(
        Demand, st.sampled_from(("threat", "money")), said, maybe(TIMES), deadline_at=maybe(AHEAD | TIMES)
    )
    return st.lists(one, max_size=4).map(lambda all_: tuple(QuotedDemand(demand) for demand in all_))


def cases(text):
    contact = st.builds(
        SafeContact,
        st.sampled_from((None, "text", "call", "email")),
        maybe(st.integers(10**9, 10**10 - 1).map(str)),
        voicemail_ok=MAYBE,
        may_contact_platforms=MAYBE,
        may_tell_family=MAYBE,
    )
    return st.builds(
        CaseFacts,
        under_18=st.sampled_from(list(Under18)),
        country=st.just("England"),
        offence=maybe(text),
        name=maybe(text),
        call_me=maybe(text),
        age=maybe(st.integers(10, 99)),
        pronoun=st.sampled_from((None, "him", "her", "them")),
        risk_to_life=ANSWERS,
        risk_asked_at=maybe(TIMES),
        sent_to=maybe(text),
        sent_detail=maybe(text),
        replies_stopped_at=maybe(TIMES),
        blocked=MAYBE,
        deleted_anything=MAYBE,
        devices_kept=st.lists(text, max_size=2).map(tuple),
        held=st.lists(text, max_size=3).map(tuple),
        contact=contact,
        messages_may_vanish=ANSWERS,
        vanish_at=maybe(TIMES | AHEAD),
    )


def beside(text):
    """Calls, contacts, places and reports."""
    call = st.builds(Call, maybe(TIMES), maybe(st.integers(1, 9_000)), is_video=MAYBE)
    contact = st.builds(
        Contact,
        text.filter(str.strip),
        maybe(text),
        is_threatened=MAYBE,
        received=ANSWERS,
        received_at=maybe(TIMES),
    )
    place = st.builds(
        Place,
        st.just(PlaceKind.LINK),
        text.filter(str.strip),
        is_posted=ANSWERS,
        posted_at=maybe(TIMES),
        takedown=maybe(st.sampled_from(list(Takedown))),
    )
    report = st.builds(ReportMade, text, maybe(IDS), maybe(TIMES), kind=st.just(ReportKind.POLICE))
    return st.tuples(
        st.lists(call.map(TimedCall), max_size=2).map(tuple),
        st.lists(contact.map(ConcernedContact), max_size=3).map(tuple),
        st.lists(place.map(WatchedPlace), max_size=2).map(tuple),
        st.lists(report, max_size=2).map(tuple),
    )


@st.composite
def dossiers(draw, text=PLAIN) -> Dossier:
    """Return a dossier without pictures; only page 1 and the pages of facts are of interest."""
    calls, contacts, places, reports = draw(beside(text))
    return replace(
        sample_dossier()[0],
        case=draw(cases(text)),
        accounts=draw(accounts(text)),
        payments=draw(payments(text)),
        demands=draw(demands(text)),
        prepared=moment(PREPARED),
        own_accounts=(),
        exhibits=(),
        left_out=(),
        withdrawn=(),
        calls=calls,
        contacts=contacts,
        places=places,
        reports_made=reports,
        timeline=Timeline(()),
    )
