# SPDX-License-Identifier: MIT
"""Pages that an answer asks for: nothing that nobody confirmed, one main button, and on to the steps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.guide.answered import Answers
from app.model import Answer, Under18
from tests.ui.filling import ask
from ui.answers import Changed
from ui.pages.advice import FakePage, LawPage, MailPage, changed_held

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
    from ui.context import Context
    from ui.pages.advice import AdvicePage


def made(kind: type[AdvicePage], context: Context, qtbot: QtBot, detail: object = None) -> AdvicePage:
    page = kind(context)
    qtbot.addWidget(page)
    page.open_with(detail)
    return page


def said(page: AdvicePage) -> str:
    rows = [row.words.words for row in page.rows.rows]
    shown = [label.words for label in (page.headline, page.lead, page.note) if not label.isHidden()]
    return " ".join((*shown, *rows))


@pytest.mark.parametrize("kind", [LawPage, MailPage, FakePage])
def test_what_nobody_confirmed_is_not_shown(kind: type[AdvicePage], opened: Context, qtbot: QtBot) -> None:
    text = said(made(kind, opened, qtbot))
    for sentence in ("It may be a trick", "advice is free", "no video", "stolen", "counts", "free lawyer"):
        assert sentence not in text
    assert "{" not in text
    assert len(made(kind, opened, qtbot).rows.rows) >= 2


@pytest.mark.parametrize("kind", [LawPage, MailPage, FakePage])
def test_each_has_a_drawing_of_its_own(kind: type[AdvicePage], opened: Context, qtbot: QtBot) -> None:
    page = made(kind, opened, qtbot)
    others = {one.drawing for one in (LawPage, MailPage, FakePage) if one is not kind}
    assert not page.figure.isHidden()
    assert page.figure.accessibleName()
    assert kind.drawing not in others


def test_the_law_page_shows_who_gives_legal_advice(opened: Context, qtbot: QtBot, facts: CaseFacts) -> None:
    page = made(LawPage, opened, qtbot, Changed(facts, ()))
    with qtbot.waitSignal(page.moved_on) as moved:
        page.second.click()
    assert moved.args == ["help", "legal"]


def test_the_law_page_goes_on_to_what_comes_next(opened: Context, qtbot: QtBot, facts: CaseFacts) -> None:
    page = made(LawPage, opened, qtbot, Changed(facts, ("fake",)))
    with qtbot.waitSignal(page.moved_on) as moved:
        page.go.click()
    assert moved.args == ["fake", Changed(facts)]
    page.open_with(None)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.go.click()
    assert moved.args == ["steps", None]


def test_only_a_mail_is_kept_so_and_the_button_leads_back(
    opened: Context, qtbot: QtBot, facts: CaseFacts
) -> None:
    ask(opened, qtbot, lambda vault: vault.revise_case(Answers(held=("real",)).over(facts)))
    page = made(MailPage, opened, qtbot)
    with qtbot.waitSignal(opened.session.case_changed):
        page.go.click()
    assert Answers.of(ask(opened, qtbot, lambda vault: vault.case().fact)).held == ("mail",)
    qtbot.waitUntil(lambda: page.verdict.kind == "good")
    assert page.verdict.title.words == opened.words("triage.mail.done")
    with qtbot.waitSignal(page.moved_on) as moved:
        page.go.click()
    assert moved.args is not None
    assert moved.args[0] == "steps"
    assert Answers.of(moved.args[1].before).held == ("real",)


def test_a_mail_that_is_real_leads_to_the_steps(opened: Context, qtbot: QtBot, facts: CaseFacts) -> None:
    before = Answers(held=("mail",)).over(facts)
    ask(opened, qtbot, lambda vault: vault.revise_case(before))
    page = made(MailPage, opened, qtbot)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.second.click()
    assert moved.args == ["steps", Changed(before)]
    assert Answers.of(ask(opened, qtbot, lambda vault: vault.case().fact)).held == ("real",)


def test_a_fake_of_a_child_leads_to_the_path_of_words(
    opened: Context, qtbot: QtBot, facts: CaseFacts
) -> None:
    page = made(FakePage, opened, qtbot)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.second.click()
    assert moved.args == ["under18", Changed(facts)]
    after = ask(opened, qtbot, lambda vault: vault.case().fact)
    assert (after.under_18, after.made_by_ai) == (Under18.YES, Answer.YES)


def test_nothing_else_is_changed(facts: CaseFacts) -> None:
    noted = replace(facts, held=("recording of a call", "a picture or video of the person"), name="Tom")
    after = changed_held(noted, {"mail": True, "real": False}, None)
    assert after.held == ("recording of a call", "only an e-mail came")
    assert after.name == "Tom"
    assert after.under_18 is facts.under_18
