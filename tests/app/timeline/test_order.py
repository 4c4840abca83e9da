# SPDX-License-Identifier: MIT
"""One order of everything: nothing lost, nothing twice, events in place of what they tell of."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.model import (
    Answer,
    Call,
    Certainty,
    Contact,
    Demand,
    EntryId,
    Event,
    Payment,
    Place,
    PlaceKind,
    ReportMade,
)  # fmt: skip
from app.timeline import LineKind, captures_as_one, neighbours, timeline
from app.timeline.facts import lines_of
from tests.app.timeline.cases import AT, CASE, entries, exhibit, told

LATER = AT + timedelta(hours=20)
KINDS = st.sampled_from(["money", "threat"])
MOMENTS = st.none() | st.integers(0, 5000).map(lambda minutes: AT + timedelta(minutes=minutes))


@st.composite
def cases(draw):
    """Return facts with and without times, some at the same time, some with an event about them."""
    payments = entries(
        *draw(
            st.lists(
                st.builds(
                    Payment, st.just("paypal"), st.none(), st.none(), MOMENTS, checked_at=MOMENTS,
                    collected_at=MOMENTS, stopped_at=MOMENTS, collected=st.sampled_from(Answer),
                ),
                max_size=6,
            )
        )
    )  # fmt: skip
    demands = entries(
        *draw(
            st.lists(
                st.builds(Demand, KINDS, st.just("pay"), MOMENTS, deadline_at=MOMENTS),
                max_size=6,
            )
        )
    )  # fmt: skip
    known = [one.id for one in (*payments, *demands)]
    about = st.none() | st.sampled_from([*known, EntryId("of nothing")])
    at = MOMENTS.filter(lambda moment: moment is not None)
    event = st.builds(Event, at, st.just("it"), st.sampled_from(Certainty), about=about)
    events = entries(*draw(st.lists(event, max_size=6)))
    calls = entries(*draw(st.lists(st.builds(Call, MOMENTS, st.none() | st.integers(0, 9000)), max_size=3)))
    exhibits = tuple(
        exhibit(n, at, frames)
        for n, (at, frames) in enumerate(
            draw(st.lists(st.tuples(at, st.sampled_from([0, 3])), max_size=5)), 1
        )
    )
    return told(events=events, payments=payments, demands=demands, calls=calls, exhibits=exhibits)


@given(cases())
def test_every_dated_thing_is_there_once_and_in_order(case):
    lines = timeline(case).lines
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert sorted(line.event for line in lines if line.event) == sorted(one.id for one in case.events)
    plain = list(lines_of(case))
    own = [line for line in lines if line.event is None]
    assert all(own.count(line) <= plain.count(line) for line in own)
    gone = len(plain) - len(own)
    assert gone <= sum(event.fact.about is not None for event in case.events)
    assert {line.entry for line in plain} <= {line.entry for line in lines}


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_does_not_hang_on_when_things_were_typed_in(case, random):
    def shuffled(found):
        return tuple(random.sample(found, len(found)))

    mixed = replace(case, events=shuffled(case.events), demands=shuffled(case.demands))
    first, second = timeline(case).lines, timeline(mixed).lines
    assert [(line.at, line.kind) for line in first] == [(line.at, line.kind) for line in second]


@given(cases())
def test_captures_joined_lose_no_picture(case):
    lines = timeline(case).lines
    joined = captures_as_one(lines)
    captures = [line for line in joined if line.kind is LineKind.CAPTURE]
    assert [line for line in joined if line.kind is not LineKind.CAPTURE] == [
        line for line in lines if line.kind is not LineKind.CAPTURE
    ]
    refs = [ref for line in captures for ref in line.refs]
    assert refs == [ref for line in lines if line.kind is LineKind.CAPTURE for ref in line.refs]
    assert all(line.until is None or line.until >= line.at for line in captures)


@given(cases())
def test_what_has_no_time_is_counted(case):
    undated = sum(one.fact.paid_at is None for one in case.payments)
    undated += sum(one.fact.at is None for one in case.demands)
    undated += sum(one.fact.started_at is None for one in case.calls)
    assert timeline(replace(case, events=())).undated == undated


def keys(case):
    return [line.key for line in timeline(case).lines]


def test_equal_times_stand_in_the_order_of_the_kinds():
    case = told(
        payments=entries(Payment("paypal", 1, "GBP", AT)),
        demands=entries(Demand("money", "pay", AT), Demand("threat", "or else", AT)),
        calls=entries(Call(AT)),
        events=entries(Event(AT, "it", Certainty.REMEMBERED)),
    )
    assert keys(case) == ["call.any", "threat", "demand", "payment.sent", "event"]


def test_an_event_stands_in_place_of_the_line_at_its_own_time():
    payment = Payment("paypal", 1, "GBP", AT, collected=Answer.NO, checked_at=LATER)
    event = Event(LATER, "Not collected yet", Certainty.REMEMBERED, about=EntryId("payment1"))
    assert keys(told(payments=entries(payment), events=entries(event))) == ["payment.sent", "event"]


def test_an_event_that_moves_a_fact_stands_in_place_of_its_first_line():
    call = Call(AT, 60)
    event = Event(LATER, "The call was later", Certainty.REMEMBERED, about=EntryId("call1"))
    assert keys(told(calls=entries(call), events=entries(event))) == ["event"]


def test_two_events_about_one_demand_stand_for_its_words_and_its_deadline():
    demand = Demand("money", "pay", AT, deadline_at=LATER)
    about = EntryId("demand1")
    events = entries(
        Event(LATER, "Deadline", Certainty.SEEN, about=about),
        Event(AT, "Demand", Certainty.SEEN, about=about),
    )
    assert keys(told(demands=entries(demand), events=events)) == ["event", "event"]


def test_a_fact_that_an_event_dates_is_not_counted_as_undated():
    event = Event(AT, "I paid", Certainty.REMEMBERED, about=EntryId("payment1"))
    case = told(payments=entries(Payment("paypal", 1, "GBP", None)), events=entries(event))
    assert timeline(case).undated == 0


def test_an_event_is_a_line_of_the_kind_of_what_it_tells_of():
    event = Event(AT, "We talked", Certainty.SEEN, about=EntryId("call1"))
    (line,) = timeline(told(calls=entries(Call(AT, 60)), events=entries(event))).lines
    assert (line.kind, line.key, line.event) == (LineKind.CALL, "event", EntryId("event1"))


def test_people_and_places_count_only_if_something_happened_to_them():
    case = told(
        contacts=entries(Contact("Ellie"), Contact("Ben", received=Answer.YES)),
        places=entries(Place(PlaceKind.ALERT, "alert"), Place(PlaceKind.LINK, "page", is_posted=Answer.YES)),
        reports=entries(ReportMade("Report Fraud", None, None)),
    )
    assert timeline(case).undated == 3


def test_captures_of_two_days_or_with_something_between_stay_apart():
    case = told(
        exhibits=(exhibit(1), exhibit(2, AT + timedelta(minutes=2)), exhibit(3, LATER), exhibit(4, LATER)),
        events=entries(Event(AT + timedelta(minutes=1), "between", Certainty.REMEMBERED)),
    )
    found = captures_as_one(timeline(case).lines)
    assert [line.key for line in found] == ["capture.picture", "event", "capture.picture", "capture.several"]
    assert (dict(found[-1].fields), found[-1].refs) == ({"n": 2}, ("TJH/3", "TJH/4"))


def test_numbers_that_follow_each_other_are_one_run():
    assert neighbours(("TJH/1", "TJH/8", "TJH/2", "TJH/9", "TJH/11", "odd")) == [
        ("odd", "odd"), ("TJH/1", "TJH/2"), ("TJH/8", "TJH/9"), ("TJH/11", "TJH/11")
    ]  # fmt: skip


def test_when_the_person_stopped_replying_is_a_line():
    case = replace(told(), case=replace(CASE, replies_stopped_at=AT))
    assert keys(case) == ["stopped"]
