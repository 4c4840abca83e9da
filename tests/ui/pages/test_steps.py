# SPDX-License-Identifier: MIT
"""The home: the next step, what comes after, what is done; what was said about a step is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.model import Account, Answer, Place, PlaceKind, StepState, Strength, Under18
from tests.ui.filling import add_exhibit, ask
from ui.answers import Changed
from ui.capture.setting import Subject
from ui.pages.steps import StepsPage
from ui.way_in import FAST
from ui.widgets.status_row import StatusRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
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
    assert moved.args == ["capture", Subject(platform=told, step="profile")]


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
    for name, button in page.links.buttons.items():
        with qtbot.waitSignal(page.moved_on) as moved:
            button.click()
        assert moved.args == [name, None]


def step_states(context: Context, qtbot: QtBot) -> list[tuple[str, str]]:
    found = ask(context, qtbot, lambda vault: [entry.fact for entry in vault.entries(StepState)])
    return [(state.step, state.state) for state in found]


@pytest.mark.parametrize(("button", "said"), [("go", "done"), ("later", "later")])
def test_a_mark_can_be_taken_back_at_once(
    page: StepsPage, opened: Context, qtbot: QtBot, button: str, said: str
) -> None:
    assert page.changed.isHidden()
    getattr(page.next, button).click()
    qtbot.waitUntil(lambda: page.next.step is not None and page.next.step.guide.id == "stop")
    title = opened.guides["safe"].title
    assert page.changed.said.words == opened.words(f"steps.page.mark.{said}", title=title)
    page.changed.undo.click()
    qtbot.waitUntil(lambda: page.next.step is not None and page.next.step.guide.id == "safe")
    assert page.changed.isHidden()
    assert step_states(opened, qtbot) == [("safe", said), ("safe", "open")]


def test_what_is_done_says_so_and_who_did_it(
    page: StepsPage, opened: Context, qtbot: QtBot, facts: CaseFacts
) -> None:
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, helper="Ana")))
    page.next.go.click()
    qtbot.waitUntil(lambda: rows(page, "done") == [opened.guides["safe"].title])
    choose(page, qtbot, "safe")
    assert page.next.by.words == "Done by Ana"
    assert page.next.done.words.startswith("You said you are safe for now, at ")


def test_who_may_be_blocked_any_minute_gets_the_bar_at_once_and_then_the_five(
    page: StepsPage, opened: Context, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.moved_on) as moved:
        page.open_with(FAST)
    assert moved.args == ["capture", Subject(step="profile")]
    qtbot.waitUntil(lambda: not page.short.isHidden())
    assert page.next.isHidden()
    assert page.links.fast.isHidden()
    again = StepsPage(opened)  # it stays so after Hide and coming back
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: not again.short.isHidden())
    with qtbot.waitSignal(again.moved_on) as moved:
        again.short.go.click()
    assert moved.args == ["capture", Subject(step="profile")]
    again.short.rest.click()
    qtbot.waitUntil(again.short.isHidden)
    assert not again.next.isHidden()
    assert not again.links.fast.isHidden()


def test_the_five_can_be_asked_for_at_any_time(page: StepsPage, qtbot: QtBot) -> None:
    page.links.fast.click()
    qtbot.waitUntil(lambda: not page.short.isHidden())


def test_after_the_first_picture_a_few_questions_are_offered_and_can_be_left(
    page: StepsPage, opened: Context, qtbot: QtBot
) -> None:
    assert page.ask.isHidden()
    add_exhibit(opened, qtbot)
    page.refresh()
    qtbot.waitUntil(lambda: not page.ask.isHidden())
    with qtbot.waitSignal(page.moved_on) as moved:
        page.ask.go.click()
    assert moved.args == ["more", None]
    page.ask.later.click()
    qtbot.waitUntil(page.ask.isHidden)


def test_changed_answers_can_be_taken_back(
    page: StepsPage, opened: Context, qtbot: QtBot, facts: CaseFacts
) -> None:
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, paid=Answer.YES)))
    with qtbot.waitSignal(page.planned):
        page.open_with(Changed(facts))
    assert "step_money" in names(page)
    assert page.changed.said.words == opened.words("steps.page.answers.kept")
    with qtbot.waitSignal(page.planned):
        page.changed.undo.click()
    assert "step_money" not in names(page)
    assert ask(opened, qtbot, lambda vault: vault.case().fact) == facts


def test_steps_follow_the_answer_about_age_and_keep_their_ticks(
    page: StepsPage, opened: Context, qtbot: QtBot, facts: CaseFacts
) -> None:
    choose(page, qtbot, "profile")
    page.next.tick.click()
    qtbot.waitUntil(lambda: rows(page, "done") == [opened.guides["profile"].title])
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, under_18=Under18.NOT_SURE)))
    with qtbot.waitSignal(page.planned):
        opened.session.case_changed.emit()
    assert rows(page, "done") == [opened.guides["profile"].title]
    assert "step_words" in names(page)
    assert not {"step_threat", "step_hash", "step_conversation"} & names(page)
    choose(page, qtbot, "profile")
    assert page.next.go.isHidden()
    assert page.links.fast.isHidden()


def test_the_milestone_is_said_when_the_five_are_there(
    page: StepsPage, opened: Context, qtbot: QtBot
) -> None:
    assert page.milestone.isHidden()
    at = opened.clock.now().utc

    def job(vault: Vault) -> None:
        for step in ("profile", "threat", "demand", "first", "latest"):
            vault.add(StepState(step, "done", at, detail="JAS/1"))

    ask(opened, qtbot, job)
    page.refresh()
    qtbot.waitUntil(lambda: not page.milestone.isHidden())
    assert "You can stop here" in page.milestone_words.words


def test_what_they_usually_do_next_is_there(page: StepsPage) -> None:
    assert page.expected.has_any
    assert not page.expected.isHidden()


def names(page: StepsPage) -> set[str]:
    found = page.findChildren(StatusRow)
    shown = page.next.step
    here = {row.objectName() for row in found if not row.isHidden()}
    return here | ({f"step_{shown.guide.id}"} if shown else set())
