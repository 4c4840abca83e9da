# SPDX-License-Identifier: MIT
"""People concerned, places and reports, each with its state; not known where it is not known."""

from dataclasses import replace
from datetime import timedelta

from app.model import Answer, Contact, Place, PlaceKind, ReportMade, Takedown
from app.report.dossier import ConcernedContact, WatchedPlace
from app.report.people import draw_people, has_people
from tests.app.timeline.cases import AT

LATER = AT + timedelta(days=1)
LINK = Place(PlaceKind.LINK, "a page", "https://forum.example.org/t/1")


def drawn(sheet_of, dossier):
    sheet = sheet_of(dossier)
    draw_people(sheet)
    return sheet.pen.said


def test_the_sample_tells_of_the_sister_the_page_and_the_report(page_with):
    text = page_with("People, places and reports As given")
    assert "Ellie Hale" in text
    assert "Yes, 23 Nov 22:58" in text
    assert "+447700900782" in text
    assert "Not seen there" in text
    assert "Report Fraud RF26-118842" in text
    assert "Name alert" not in text


def test_a_contact_of_whom_nothing_is_known_says_so(sheet_of, sample):
    dossier = replace(sample[0], contacts=(ConcernedContact(Contact("Ben")),), places=(), reports_made=())
    assert "Ben not known not known not known none" in drawn(sheet_of, dossier)


def test_a_takedown_says_how_far_it_has_come(sheet_of, sample):
    asked = replace(LINK, is_posted=Answer.YES, asked_of="Forum", asked_at=AT, reference="F-1")
    for place, said in (
        (replace(LINK, is_posted=Answer.YES), "Nobody was asked yet"),
        (replace(asked, takedown=Takedown.REFUSED), "Refused"),
        (asked, "No answer noted"),
        (replace(asked, takedown=Takedown.SENT, down_at=LATER), "Taken down, 24 Nov 21:40"),
    ):
        assert said in drawn(sheet_of, replace(sample[0], places=(WatchedPlace(place),)))
    assert "F-1" in drawn(sheet_of, replace(sample[0], places=(WatchedPlace(asked),)))


def test_a_report_says_what_came_of_it_and_which_account_it_is_about(sheet_of, sample):
    made = ReportMade("Meta", None, AT, account=sample[0].accounts[1].id, answer="removed", answered_at=LATER)
    text = drawn(sheet_of, replace(sample[0], reports_made=(made, ReportMade("X", "1", AT, is_closed=True))))
    assert "about account 2" in text
    assert "Answered 24 Nov 21:40: removed" in " ".join(text.split())
    assert "Closed" in text


def test_there_is_no_page_for_nobody(sample):
    nobody = replace(sample[0], contacts=(), places=(), reports_made=())
    assert not has_people(nobody)
    assert not has_people(replace(nobody, places=(WatchedPlace(Place(PlaceKind.ALERT, "alert")),)))
    assert has_people(replace(nobody, places=(WatchedPlace(LINK),)))
