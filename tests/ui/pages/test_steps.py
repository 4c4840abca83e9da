# SPDX-License-Identifier: MIT
"""The home: the next step, what comes after, what is done; what was said about a step is recorded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.model import Account, Place, PlaceKind, StepState, Strength
from ui.capture.setting import Subject
from ui.pages.steps import StepsPage
from ui.widgets.status_row import StatusRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.vault import Vault
    from ui.context import Context


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> StepsPage:
    page = StepsPage(opened)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.plan is not None)
    return page


def rows(page: StepsPage, card: str) -> list[str]:
    found = getattr(page, card).findChildren(StatusRow)
    return [row.words.words for row in found if not row.isHidden()]


def test_the_first_step_is_the_safety_of_the_person(page: StepsPage, opened: Context) -> None:
    assert page.next.step is not None
    assert page.next.step.guide.id == "safe"
    assert page.plan is not None
    assert page.count.words == opened.words("steps.page.done", n=0, all=page.plan.total)
    assert len(rows(page, "after")) == page.plan.total - 1
    assert page.done.isHidden()


def test_a_step_without_a_page_is_done_by_its_button(page: StepsPage, opened: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.planned):
        page.next.go.click()
    qtbot.waitUntil(lambda: not page.done.isHidden())
    assert rows(page, "done") == [opened.guides["safe"].title]
    assert page.next.step is not None
    assert page.next.step.guide.id == "stop"
    states: list[StepState] = []
    opened.session.run(
        lambda vault: [entry.fact for entry in vault.entries(StepState)], owner=page, then=states.extend
    )
    qtbot.waitUntil(lambda: bool(states))
    assert (states[0].step, states[0].state, states[0].by) == ("safe", "done", "victim")


def test_not_now_puts_it_last_and_undo_brings_it_back(page: StepsPage, opened: Context, qtbot: QtBot) -> None:
    page.next.later.click()
    qtbot.waitUntil(lambda: page.next.step is not None and page.next.step.guide.id == "stop")
    assert rows(page, "after")[-1] == opened.guides["safe"].title
    page.next.go.click()
    qtbot.waitUntil(lambda: rows(page, "done") == [opened.guides["stop"].title])
    page.open_with("stop")
    qtbot.waitUntil(lambda: page.next.step is not None and page.next.step.guide.id == "stop")
    page.next.undo.click()
    qtbot.waitUntil(page.done.isHidden)


def test_a_step_with_a_page_goes_there(page: StepsPage, qtbot: QtBot) -> None:
    page.open_with("identify")
    qtbot.waitUntil(lambda: page.next.step is not None and page.next.step.guide.id == "identify")
    with qtbot.waitSignal(page.moved_on) as moved:
        page.next.go.click()
    assert moved.args == ["identify", None]


def test_a_step_chosen_from_the_end_of_the_list_comes_into_view(page: StepsPage, qtbot: QtBot) -> None:
    page.resize(1060, 500)
    with qtbot.waitExposed(page):
        page.show()
    bar = page.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.open_with("watch")
    assert bar.value() == 0


@pytest.mark.parametrize(
    ("platforms", "told"),
    [((), None), (("skype",), "skype"), (("skype", "skype"), "skype"), (("skype", "instagram"), None)],
)
def test_the_picture_of_a_step_is_of_the_only_platform_of_theirs_that_is_known(
    page: StepsPage, opened: Context, qtbot: QtBot, platforms: tuple[str, ...], told: str | None
) -> None:
    accounts = [Account(one, f"id{at}", "id", Strength.WEAK) for at, one in enumerate(platforms)]
    own = Account("facebook", "me", "id", Strength.WEAK, is_own=True)

    def put(vault: Vault) -> None:
        for account in (own, *accounts):
            vault.add(account)

    with qtbot.waitSignal(page.planned):
        opened.session.run(put, owner=page, then=lambda _: page.refresh())
    with qtbot.waitSignal(page.planned):
        page.open_with("profile")
    with qtbot.waitSignal(page.moved_on) as moved:
        page.next.go.click()
    assert moved.args == ["capture", Subject(platform=told)]


def choose(page: StepsPage, qtbot: QtBot, step: str) -> None:
    page.open_with(step)
    qtbot.waitUntil(lambda: page.next.step is not None and page.next.step.guide.id == step)


def test_what_is_due_is_shown_and_stands_before_no_step(
    page: StepsPage, opened: Context, qtbot: QtBot
) -> None:
    assert page.due.isHidden()
    place = Place(PlaceKind.ACCOUNT, "My Instagram", next_look_on=date(2026, 11, 24))
    with qtbot.waitSignal(page.planned):
        opened.session.run(lambda vault: vault.add(place), owner=page, then=lambda _: page.refresh())
    assert not page.due.isHidden()
    assert page.next.step is not None
    assert page.next.step.guide.id == "safe"
    assert page.content.indexOf(page.next) < page.content.indexOf(page.due)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.due.open.click()
    assert moved.args == ["watch", None]


@pytest.mark.parametrize("step", ["hash", "alert", "report", "watch"])
def test_a_step_that_wants_something_noted_opens_watch_for_it(
    page: StepsPage, qtbot: QtBot, step: str
) -> None:
    choose(page, qtbot, step)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.next.go.click()
    assert moved.args == ["watch", step]


def test_after_the_police_were_told_their_reference_can_be_noted(page: StepsPage, qtbot: QtBot) -> None:
    choose(page, qtbot, "police")
    assert page.reference.isHidden()
    page.next.tick.click()
    qtbot.waitUntil(lambda: not page.reference.isHidden())
    with qtbot.waitSignal(page.moved_on) as moved:
        page.reference.note.click()
    assert moved.args == ["watch", "police"]


def test_another_step_asks_for_no_reference(page: StepsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.planned):
        page.next.go.click()
    assert page.reference.isHidden()


def test_every_page_that_holds_more_is_a_quiet_link(page: StepsPage, qtbot: QtBot) -> None:
    for name, button in page.more.buttons.items():
        with qtbot.waitSignal(page.moved_on) as moved:
            button.click()
        assert moved.args == [name, None]
