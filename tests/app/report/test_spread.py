# SPDX-License-Identifier: MIT
"""What has reached others: as the person said it, or from the contacts and places they named."""

from dataclasses import replace

import pytest

from app.model import Answer, Contact, Place, PlaceKind, Takedown
from app.report.dossier import ConcernedContact, WatchedPlace
from app.report.spread import posted, posted_places, sent
from tests.app.report.dossiers import changed
from tests.app.timeline.cases import AT

PAGE = Place(PlaceKind.LINK, "a forum", "https://forum.example.org/t/1", is_posted=Answer.YES, posted_at=AT)


def text(row):
    spans = [*row.first, " | ", *row.detail]
    return "".join(span if isinstance(span, str) else span.text for span in spans)


def with_places(dossier, *places, **facts):
    return replace(changed(dossier, **facts), places=tuple(WatchedPlace(place) for place in places))


def test_the_person_s_own_words_come_before_the_contacts(sheet_of, sample):
    assert text(sent(sheet_of(sample[0]), 110)).startswith("One person | His sister, Instagram")


def test_contacts_who_were_sent_something_are_counted_and_named(sheet_of, sample):
    ellie = Contact("Ellie Hale", "sister", received=Answer.YES, received_at=AT)
    ben = Contact("Ben", received=Answer.YES)
    none = Contact("Mum", received=Answer.NOT_KNOWN)
    dossier = replace(
        changed(sample[0], sent_to=None), contacts=tuple(ConcernedContact(one) for one in (ellie, none))
    )
    assert text(sent(sheet_of(dossier), 110)) == "One person | Ellie Hale, sister, 23 Nov 21:40."
    two = replace(dossier, contacts=(*dossier.contacts, ConcernedContact(ben)))
    assert text(sent(sheet_of(two), 110)).startswith("Two people | Ellie Hale")
    assert sent(sheet_of(replace(dossier, contacts=(ConcernedContact(none),))), 110) is None


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (
            PAGE,
            "https://forum.example.org/t/1 | There since 23 Nov 21:40. Nobody was asked to take it down yet.",
        ),
        (
            replace(PAGE, takedown=Takedown.REFUSED, asked_of="the forum", asked_at=AT, posted_at=None),
            "https://forum.example.org/t/1 | Asked to take it down (the forum 23 Nov 21:40); refused.",
        ),
        (
            replace(PAGE, url=None, posted_at=None, asked_at=AT),
            "a forum | Asked to take it down (23 Nov 21:40); no answer noted.",
        ),
    ],
)
def test_where_it_is_posted_and_what_was_asked(sheet_of, sample, place, said):
    assert text(posted(sheet_of(with_places(sample[0], place)), 110)) == said


def test_what_was_taken_down_or_is_not_there_is_no_alarm(sheet_of, sample):
    places = (
        replace(PAGE, down_at=AT),
        replace(PAGE, takedown=Takedown.DOWN),
        replace(PAGE, is_posted=Answer.NO),
    )
    dossier = with_places(sample[0], *places)
    assert posted_places(dossier) == []
    assert posted(sheet_of(dossier), 110) is None


def test_more_places_are_counted(sheet_of, sample):
    assert "2 more: page" in text(posted(sheet_of(with_places(sample[0], PAGE, PAGE, PAGE)), 110))


def test_a_known_place_silences_no_public_post_found(sheet_of, sample):
    dossier = with_places(sample[0], PAGE)
    assert "No public post found" not in text(sent(sheet_of(dossier), 110))
