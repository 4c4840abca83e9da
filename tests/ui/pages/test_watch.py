# SPDX-License-Identifier: MIT
"""What is due comes first; a look moves it on; a step that wants a reference is done with it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.model import Place, PlaceKind, ReportKind, ReportMade, StepState
from tests.ui.pages.test_identify import ask
from ui.noting import OF_STEP
from ui.pages.watch import WatchPage
from ui.widgets.watch_row import WatchRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.vault import Vault
    from ui.context import Context

TODAY = date(2026, 11, 24)
DUE = Place(PlaceKind.ACCOUNT, "My Instagram", next_look_on=TODAY)
LATER = Place(PlaceKind.LINK, "A post", url="https://x.com/1", next_look_on=date(2026, 11, 27))
ASKED = ReportMade("Instagram", "IG-1", None, kind=ReportKind.PLATFORM, next_check_on=date(2026, 11, 20))


@pytest.fixture
def filled(opened: Context, qtbot: QtBot) -> Context:
    def put(vault: Vault) -> None:
        for fact in (LATER, DUE, ASKED):
            vault.add(fact)

    ask(opened, qtbot, put)
    return opened


def shown(context: Context, qtbot: QtBot, detail: object = None) -> WatchPage:
    page = WatchPage(context)
    qtbot.addWidget(page)
    page.open_with(detail)
    qtbot.waitUntil(lambda: page.is_ready)
    return page


def names(page: WatchPage) -> list[str]:
    return [row.what.words for row in page.list.findChildren(WatchRow) if not row.isHidden()]


def places(context: Context, qtbot: QtBot) -> list[Place]:
    return ask(context, qtbot, lambda vault: [entry.fact for entry in vault.entries(Place)])


def test_an_empty_case_is_calm(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    assert page.calm_words.words == opened.words("watch.page.empty")
    assert page.card.isHidden()
    assert page.list.isHidden()


def test_the_longest_waiting_is_shown_large_with_how_many_there_are(filled: Context, qtbot: QtBot) -> None:
    page = shown(filled, qtbot)
    assert page.card.what.words == "Instagram"
    assert page.card.overline.words == filled.words("watch.page.due", n=2)
    assert names(page) == ["Instagram", "My Instagram", "A post"]
    assert page.calm.isHidden()


def test_a_look_shows_the_next_and_then_calm(filled: Context, qtbot: QtBot) -> None:
    page = shown(filled, qtbot)
    page.card.buttons["waiting"].click()
    qtbot.waitUntil(lambda: page.card.what.words == "My Instagram")
    page.card.buttons["looked"].click()
    qtbot.waitUntil(lambda: not page.calm.isHidden())
    assert page.calm_words.words == filled.words("watch.page.none")
    assert page.calm_next.words == filled.words("watch.page.next_up", day="27 Nov 2026")
    assert page.kept.kind == "good"
    assert [each.looks != () for each in places(filled, qtbot)] == [False, True]


def test_a_row_opens_what_is_not_due(filled: Context, qtbot: QtBot) -> None:
    page = shown(filled, qtbot)
    next(row for row in page.list.findChildren(WatchRow) if row.what.words == "A post").open.click()
    assert page.card.what.words == "A post"
    page.card.buttons["gone"].click()
    qtbot.waitUntil(lambda: page.kept.note.words == filled.words("watch.page.gone.note"))
    (gone,) = [each for each in places(filled, qtbot) if each.kind is PlaceKind.LINK]
    assert gone.is_closed


def test_a_new_place_is_kept_and_listed(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    page.add.click()
    assert page.card.isHidden()
    assert page.calm.isHidden()
    page.form.place.name.set_text("My Facebook")
    with qtbot.waitSignal(opened.session.case_changed):
        page.form.keep.click()
    qtbot.waitUntil(lambda: names(page) == ["My Facebook"])
    assert page.form.isHidden()


@pytest.mark.parametrize("step", sorted(OF_STEP))
def test_a_step_is_done_with_what_is_noted_for_it(opened: Context, qtbot: QtBot, step: str) -> None:
    page = shown(opened, qtbot, step)
    assert not page.form.isHidden()
    if page.form.place.isHidden():
        page.form.report.to.chips[next(iter(page.form.report.to.chips))].click()
        page.form.report.reference.set_text("REF-7")
    else:
        page.form.place.name.set_text("Tom Hale")
    with qtbot.waitSignal(opened.session.case_changed):
        page.form.keep.click()
    (state,) = ask(opened, qtbot, lambda vault: [entry.fact for entry in vault.entries(StepState)])
    assert (state.step, state.state) == (step, "done")
    made = ask(opened, qtbot, lambda vault: (*vault.entries(Place), *vault.entries(ReportMade)))
    assert len(made) == 1
    assert state.detail == made[0].fact.reference
    assert page.kept.note.words == opened.words("watch.page.kept.step")


def test_a_place_that_is_added_later_ticks_no_step(opened: Context, qtbot: QtBot) -> None:
    page = shown(opened, qtbot, "police")
    page.form.cancel.click()
    page.add.click()
    page.form.place.name.set_text("My Facebook")
    with qtbot.waitSignal(opened.session.case_changed):
        page.form.keep.click()
    assert ask(opened, qtbot, lambda vault: vault.entries(StepState)) == ()


def test_a_change_and_a_find_are_kept_as_revisions(filled: Context, qtbot: QtBot) -> None:
    page = shown(filled, qtbot)
    page.card.buttons["change"].click()
    page.form.report.reference.set_text("IG-2")
    with qtbot.waitSignal(filled.session.case_changed):
        page.form.keep.click()
    (report,) = ask(filled, qtbot, lambda vault: vault.entries(ReportMade))
    assert (report.fact.reference, report.revision) == ("IG-2", 2)


def test_what_was_found_is_watched_too(filled: Context, qtbot: QtBot) -> None:
    page = shown(filled, qtbot)
    next(row for row in page.list.findChildren(WatchRow) if row.what.words == "My Instagram").open.click()
    page.card.buttons["found"].click()
    page.card.finding.url.set_text("https://x.com/9")
    with qtbot.waitSignal(filled.session.case_changed):
        page.card.finding.keep.click()
    assert places(filled, qtbot)[-1].url == "https://x.com/9"


def test_what_was_said_of_a_place_can_be_taken_back_at_once(filled: Context, qtbot: QtBot) -> None:
    page = shown(filled, qtbot)
    assert page.changed.isHidden()
    before = places(filled, qtbot)
    next(row for row in page.list.findChildren(WatchRow) if row.what.words == "My Instagram").open.click()
    page.card.buttons["found"].click()
    page.card.finding.url.set_text("https://x.com/9")
    page.card.finding.keep.click()
    qtbot.waitUntil(lambda: len(names(page)) == 4)
    with qtbot.waitSignal(page.changed.taken_back):
        page.changed.undo.click()
    assert places(filled, qtbot) == before
    qtbot.waitUntil(lambda: len(names(page)) == 3)


def test_what_is_taken_back_is_gone_from_the_list_until_undo(filled: Context, qtbot: QtBot) -> None:
    page = shown(filled, qtbot)
    page.card.buttons["back"].click()
    qtbot.waitUntil(lambda: names(page) == ["My Instagram", "A post"])
    page.taken.undo.click()
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    assert ask(filled, qtbot, lambda vault: len(vault.entries(ReportMade))) == 1


def test_a_takedown_keeps_its_place_in_view_and_a_look_moves_on(filled: Context, qtbot: QtBot) -> None:
    page = shown(filled, qtbot)
    next(row for row in page.list.findChildren(WatchRow) if row.what.words == "A post").open.click()
    with qtbot.waitSignal(filled.session.case_changed):
        page.card.takedown.state.chips["sent"].click()
    qtbot.waitUntil(lambda: "Asked on" in page.card.about.words)
    assert page.card.what.words == "A post"
    page.card.buttons["looked"].click()
    qtbot.waitUntil(lambda: page.card.what.words == "Instagram")
