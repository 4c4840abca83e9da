# SPDX-License-Identifier: MIT
"""Age decides which service is named; a service for adults never stands on the path under 18."""

from __future__ import annotations

import pytest

from app import paths
from app.guide.contacts import Contacts
from app.guide.services import hash_services, report_kinds, takedown_helpers
from app.model import CaseFacts, ReportKind, Under18

CONTACTS = Contacts.load(paths.resources() / "contacts")


def facts(answer: Under18, place: str = "England") -> CaseFacts:
    return CaseFacts(answer, place)


def test_an_adult_is_shown_stopncii_alone() -> None:
    found = hash_services(CONTACTS, facts(Under18.NO))
    assert {kind: each.reach for kind, each in found.items()} == {ReportKind.STOPNCII: "stopncii.org"}


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
@pytest.mark.parametrize("place", ["England", "Scotland", "Wales", "Northern Ireland"])
def test_under_18_or_not_sure_is_never_shown_stopncii(answer: Under18, place: str) -> None:
    found = hash_services(CONTACTS, facts(answer, place))
    assert list(found) == [ReportKind.REPORT_REMOVE, ReportKind.TAKE_IT_DOWN]
    assert "stopncii.org" not in {each.reach for each in found.values()}


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
@pytest.mark.parametrize("place", ["France", "United States", "Another EU country"])
def test_report_remove_is_for_the_uk_alone(answer: Under18, place: str) -> None:
    assert list(hash_services(CONTACTS, facts(answer, place))) == [ReportKind.TAKE_IT_DOWN]


def test_each_country_has_its_own_who_help_to_take_a_page_down() -> None:
    helping = {
        place: [one.name for one in takedown_helpers(CONTACTS, facts(Under18.NO, place))]
        for place in ("England", "Ireland", "United States", "Australia", "Another country")
    }
    assert helping == {
        "England": ["Revenge Porn Helpline", "Report Harmful Content"],
        "Ireland": ["Hotline.ie"],
        "United States": ["Federal Trade Commission"],
        "Australia": ["eSafety Commissioner"],
        "Another country": [],
    }


@pytest.mark.parametrize(
    ("place", "answer", "is_there"),
    [("England", Under18.NO, True), ("Scotland", Under18.NO, False), ("England", Under18.YES, False)],
)
def test_report_fraud_is_offered_where_it_serves(place: str, answer: Under18, *, is_there: bool) -> None:
    assert (ReportKind.REPORT_FRAUD in report_kinds(CONTACTS, facts(answer, place))) == is_there


def test_the_police_come_first_everywhere() -> None:
    for answer in Under18:
        assert report_kinds(CONTACTS, facts(answer, "Scotland"))[0] is ReportKind.POLICE


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        (Under18.NO, ["rph", "harmful-content"]),
        (Under18.YES, ["report-remove", "harmful-content"]),
        (Under18.NOT_SURE, ["report-remove", "harmful-content"]),
    ],
)
def test_who_helps_with_a_takedown_fits_the_age(answer: Under18, wanted: list[str]) -> None:
    assert [each.id for each in takedown_helpers(CONTACTS, facts(answer))] == wanted
