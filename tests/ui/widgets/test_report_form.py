# SPDX-License-Identifier: MIT
"""A report needs to whom; a hash case names its service as words, for the age; a change loses nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from app.guide.services import hash_services, report_kinds
from app.model import Account, CaseFacts, Entry, EntryId, ReportKind, ReportMade, Strength, Under18
from ui.widgets.report_form import ReportForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)
ADULT, CHILD = CaseFacts(Under18.NO, "England"), CaseFacts(Under18.NOT_SURE, "England")


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> ReportForm:
    form = ReportForm(context)
    qtbot.addWidget(form)
    form.ask_for_report(report_kinds(context.contacts, ADULT))
    return form


def test_nothing_chosen_is_no_report(form: ReportForm) -> None:
    assert form.is_empty


def test_a_report_to_the_police_is_kept_with_force_and_reference(form: ReportForm) -> None:
    form.choose(ReportKind.POLICE)
    form.name.set_text("North Yorkshire Police")
    form.reference.set_text(" NYP-26112400042 ")
    form.at.set_text("24 Nov 2026 02:00")
    report = form.report()
    assert report == ReportMade(
        "North Yorkshire Police", "NYP-26112400042", NOW.replace(minute=0), kind=ReportKind.POLICE,
        next_check_on=date(2026, 12, 1),
    )  # fmt: skip


def test_without_a_name_it_went_to_what_was_chosen(form: ReportForm, context: Context) -> None:
    form.choose(ReportKind.REPORT_FRAUD)
    assert form.name.isHidden()
    assert form.report().to == context.words("watch.to.report_fraud")


def test_an_adult_case_is_stopncii_with_its_address_as_words(form: ReportForm, context: Context) -> None:
    form.ask_for_case(hash_services(context.contacts, ADULT))
    assert form.kind is ReportKind.STOPNCII
    assert "stopncii.org" in form.where.words
    assert not form.where.openExternalLinks()


def test_under_18_nothing_says_stopncii(form: ReportForm, context: Context) -> None:
    form.ask_for_case(hash_services(context.contacts, CHILD))
    assert list(form.to.chips) == ["report_remove", "take_it_down"]
    assert form.is_empty
    form.choose(ReportKind.REPORT_REMOVE)
    assert "childline.org.uk/remove" in form.where.words


def test_a_change_keeps_what_the_form_does_not_show(form: ReportForm) -> None:
    report = ReportMade(
        "Instagram", "IG-1", NOW, how="in the app", kind=ReportKind.PLATFORM,
        next_check_on=date(2026, 12, 24), answer="We look into it", answered_at=NOW,
    )  # fmt: skip
    form.load(report)
    assert form.report() == report


def test_a_usual_name_is_not_repeated(form: ReportForm, context: Context) -> None:
    report = ReportMade(context.words("watch.to.bank"), None, None, kind=ReportKind.BANK)
    form.load(report)
    assert form.name.text == ""
    assert form.report().to == report.to


def test_ten_thousand_letters_are_kept(form: ReportForm) -> None:
    form.choose(ReportKind.OTHER)
    form.reference.set_text("9" * 10_000)
    assert form.report().reference == "9" * 10_000


def test_a_report_to_a_platform_is_about_one_of_their_accounts(form: ReportForm) -> None:
    theirs = Entry(EntryId("a"), Account("skype", "live:x", "id", Strength.STRONG), NOW, NOW, 1)
    form.offer([theirs])
    form.choose(ReportKind.POLICE)
    assert not form.about.isVisibleTo(form)
    form.choose(ReportKind.PLATFORM)
    assert form.about.isVisibleTo(form)
    form.about.chips["a"].click()
    assert form.report().account == "a"
    report = form.report()
    form.load(report)
    assert form.report() == report


@pytest.mark.parametrize(
    "report",
    [
        ReportMade("Helpline", "7", NOW.replace(second=9), next_check_on=date(2026, 12, 24)),
        ReportMade("StopNCII", "7", None, kind=ReportKind.STOPNCII),
    ],
)
def test_what_is_not_offered_here_stays_what_it_is(
    form: ReportForm, context: Context, report: ReportMade
) -> None:
    """A case made before somebody said that one is under 18; a report from before there were kinds."""
    form.ask_for_case(hash_services(context.contacts, CHILD))
    form.load(report)
    assert not form.is_empty
    assert form.report() == report
