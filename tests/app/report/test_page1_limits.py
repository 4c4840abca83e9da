# SPDX-License-Identifier: MIT
"""Whatever a case holds, page 1 is one page of at most 350 words, and the words are inert."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
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
    PlatformFacts,
    QuotedDemand,
    TimedCall,
    WatchedPlace,
)
from app.report.layout import FIRST_BOTTOM, Sheet
from app.report.page1 import MAX_WORDS, draw_page1, fitting_limits
from app.report.pens import CountingPen
from tests.app.report.dossiers import sample_dossier

SAMPLE, _ = sample_dossier()
EARLY, LATE = datetime(1990, 1, 1), datetime(2090, 1, 1)  # noqa: DTZ001 - Hypothesis adds the zone
MOMENTS = st.none() | st.datetimes(EARLY, LATE, timezones=st.just(UTC))
# Short words use up the words, wide letters the room, odd characters both.
HARD_TEXTS = (
    "i " * 400,
    "W" * 400,
    "WWWWWWWWWWWW " * 60,
    "\u202e" * 90,
    "\U0001f48b " * 80,
    "<b>&amp;</b> **x** {y} " * 30,
    "a",
)
HARD = st.sampled_from(HARD_TEXTS)
WORDS = st.none() | st.text(max_size=300) | HARD
TEXT = st.text(min_size=1, max_size=300) | HARD
ANSWERS = st.sampled_from(Answer)
MAYBE = st.none() | st.booleans()

CASES = st.builds(
    CaseFacts,
    under_18=st.sampled_from(Under18),
    country=st.just("England"),
    offence=WORDS,
    name=WORDS,
    call_me=WORDS,
    age=st.none() | st.integers(0, 120),
    pronoun=st.sampled_from([None, "him", "her", "they/them"]),
    reported_by=WORDS,
    risk_to_life=ANSWERS,
    risk_asked_at=MOMENTS,
    held=st.lists(TEXT, max_size=3).map(tuple),
    made_by_ai=ANSWERS,
    face_visible=ANSWERS,
    posted_publicly=WORDS,
    sent_to=WORDS,
    sent_detail=WORDS,
    replies_stopped_at=MOMENTS,
    blocked=MAYBE,
    deleted_anything=MAYBE,
    devices_kept=st.lists(TEXT, max_size=4).map(tuple),
    contact=st.builds(SafeContact, WORDS, WORDS, st.none() | st.times(), MAYBE, MAYBE, MAYBE),
)
ACCOUNTS = st.builds(
    Account,
    TEXT,
    WORDS,
    WORDS,
    st.sampled_from(Strength),
    display_names=st.lists(st.builds(DisplayName, TEXT, MOMENTS.filter(bool)), max_size=2).map(tuple),
    first_seen_at=MOMENTS,
    last_seen_at=MOMENTS,
    moved_from=WORDS,
)
PAYMENTS = st.builds(
    Payment,
    st.sampled_from(["western_union", "bitcoin", "moneygram"]) | TEXT,
    st.none() | st.integers(0, 2**52),
    st.sampled_from(["GBP", "JPY", "XOF", None]) | TEXT,
    MOMENTS,
    WORDS,
    WORDS,
    WORDS,
    WORDS,
    to_address=WORDS,
    collected=ANSWERS,
    checked_at=MOMENTS,
    can_be_stopped=MAYBE,
    provider_told=MAYBE,
    bank_told=MAYBE,
    provider_told_at=MOMENTS,
    provider_reference=WORDS,
    bank_reference=WORDS,
    stopped_at=MOMENTS,
    collected_at=MOMENTS,
)
DEMANDS = st.builds(
    Demand, st.sampled_from(["money", "threat"]), TEXT, MOMENTS, deadline_at=MOMENTS, whom=WORDS
)
CALLS = st.builds(Call, MOMENTS, st.none() | st.integers(0, 10**6), is_about=st.booleans())
CONTACTS = st.builds(Contact, TEXT, WORDS, WORDS, is_threatened=MAYBE, received=ANSWERS, received_at=MOMENTS)
PLACES = st.builds(
    Place,
    st.sampled_from(PlaceKind),
    TEXT,
    WORDS,
    is_posted=ANSWERS,
    posted_at=MOMENTS,
    takedown=st.none() | st.sampled_from(Takedown),
    asked_of=WORDS,
    asked_at=MOMENTS,
)
REPORTS = st.builds(ReportMade, TEXT, WORDS, MOMENTS, WORDS)


@st.composite
def dossiers(draw):
    accounts = tuple(
        NumberedAccount(
            n,
            EntryId(str(n)),
            a,
            PlatformFacts("x", a.platform),
            tuple(draw(st.lists(TEXT, max_size=5))),
            joined=draw(st.sampled_from([(), (1, 3), (2, 4, 5)])),
        )
        for n, a in enumerate(draw(st.lists(ACCOUNTS, max_size=6)), 1)
    )
    return replace(
        SAMPLE,
        case=draw(CASES),
        ref=draw(TEXT),
        accounts=accounts,
        payments=tuple(NumberedPayment(n, p) for n, p in enumerate(draw(st.lists(PAYMENTS, max_size=5)), 1)),
        demands=tuple(
            QuotedDemand(d, draw(st.sampled_from([None, *accounts])), draw(WORDS))
            for d in draw(st.lists(DEMANDS, max_size=4))
        ),
        reports_made=tuple(draw(st.lists(REPORTS, max_size=3))),
        calls=tuple(map(TimedCall, draw(st.lists(CALLS, max_size=2)))),
        contacts=tuple(map(ConcernedContact, draw(st.lists(CONTACTS, max_size=4)))),
        places=tuple(map(WatchedPlace, draw(st.lists(PLACES, max_size=3)))),
        prepared=replace(
            SAMPLE.prepared, utc=SAMPLE.prepared.utc + timedelta(days=draw(st.integers(-400, 400)))
        ),
        check_words=tuple(draw(st.lists(st.just("antidisestablished"), min_size=6, max_size=6))),
    )


@settings(max_examples=100, print_blob=False, deadline=None, suppress_health_check=list(HealthCheck))
@given(dossier=dossiers())
def test_page_1_holds_any_case(writer_of, dossier):
    assert_it_holds(writer_of, dossier)


@pytest.mark.parametrize("text", HARD_TEXTS, ids=range(len(HARD_TEXTS)))
def test_page_1_holds_a_case_in_which_everything_is_hard(writer_of, text):
    assert_it_holds(writer_of, everything(text))


def everything(text):
    """Return a dossier with this text everywhere, every row of ACT NOW true, more than page 1 shows."""
    at = SAMPLE.prepared.utc + timedelta(days=300)
    account = Account(
        text,
        text,
        text,
        Strength.WEAK,
        display_names=(DisplayName(text, at),),
        first_seen_at=at,
        last_seen_at=at,
        moved_from=text,
    )
    numbered = tuple(
        NumberedAccount(n, EntryId(str(n)), account, PlatformFacts("x", text), (text,) * 5, text, (1, 3))
        for n in range(1, 7)
    )
    payment = Payment(
        text, 2**52, text, at, text, text, text, text, text, text, text, Answer.NO, at, True, True, True,
        provider_told_at=at, provider_reference=text, bank_told_at=at, bank_reference=text,
    )  # fmt: skip
    contact = ConcernedContact(
        Contact(text, text, text, is_threatened=True, received=Answer.YES, received_at=at)
    )
    place = WatchedPlace(
        Place(
            PlaceKind.LINK, text, text, is_posted=Answer.YES, posted_at=at, takedown=Takedown.REFUSED,
            asked_of=text, asked_at=at,
        )
    )  # fmt: skip
    quoted = [
        QuotedDemand(Demand(kind, text, at, deadline_at=at, whom=text), numbered[0], text)
        for kind in ("money", "threat")
    ]
    return replace(
        SAMPLE,
        case=CaseFacts(
            Under18.NOT_SURE,
            text,
            Answer.YES,
            *(text,) * 3,
            text,
            120,
            "them",
            text,
            risk_to_life=Answer.YES,
            risk_asked_at=at,
            held=(text,) * 3,
            made_by_ai=Answer.YES,
            face_visible=Answer.YES,
            posted_publicly=text,
            sent_to=text,
            sent_detail=text,
            devices_kept=(text,) * 4,
            contact=SafeContact(text, text, time(17, 0), None, None, None),
        ),
        ref=text,
        accounts=numbered,
        payments=tuple(NumberedPayment(n, payment) for n in range(1, 6)),
        demands=tuple(quoted),
        reports_made=(ReportMade(text, text, at, text),) * 3,
        calls=(TimedCall(Call(at, 10**6, is_about=True)),) * 3,
        contacts=(contact,) * 4,
        places=(place,) * 4,
        check_words=("antidisestablishment",) * 6,
    )


def assert_it_holds(writer_of, dossier):
    writer = writer_of(dossier)
    known = {"accounts": 1003, "payments": 1005, "checking": 1120, "total": 1123}
    pen = CountingPen()
    sheet = Sheet(pen, writer, dossier, known)
    draw_page1(sheet, fitting_limits(writer, dossier, known))
    assert sheet.number == 1
    assert sheet.y <= FIRST_BOTTOM
    assert pen.words <= MAX_WORDS
