# SPDX-License-Identifier: MIT
"""Deleting the case: two steps, the passphrase, a typed word, and what the police have to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.model import ExhibitFacts, Sensitivity
from tests.fakes.acquisitions import acquisition
from tests.ui.conftest import PASSPHRASE
from ui.pages.delete import DeletePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.vault import Vault
    from ui.context import Context


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> DeletePage:
    page = DeletePage(opened)
    qtbot.addWidget(page)
    return page


def set_apart(vault: Vault) -> None:
    exhibit = vault.add_exhibit(acquisition(b"picture"))
    vault.revise_exhibit(exhibit.id, ExhibitFacts(sensitivity=Sensitivity.MAY_SHOW_UNDER_18))


def fill(page: DeletePage, passphrase: str = PASSPHRASE, word: str = "delete") -> None:
    page.sure.passphrase.set_text(passphrase)
    page.sure.typed.set_text(word)
    page.sure.go_button.click()


def test_the_first_step_says_what_it_means_and_keeping_is_the_main_button(
    page: DeletePage, opened: Context, qtbot: QtBot
) -> None:
    assert page.lead.words == opened.words("settings.gone.lead")
    assert page.sure.isHidden()
    assert (page.keep.role, page.go_on.role) == ("primary", "secondary")
    for button, leads_to in ((page.keep, "settings"), (page.package, "report"), (page.copy, "safe")):
        with qtbot.waitSignal(page.moved_on) as moved:
            button.click()
        assert moved.args == [leads_to, None]


def test_both_steps_delete_it(page: DeletePage, opened: Context, qtbot: QtBot) -> None:
    page.go_on.click()
    assert not page.sure.isHidden()
    assert page.sure.apart.isHidden()
    with qtbot.waitSignal(opened.session.locked, timeout=20_000) as locked:
        fill(page, word=" Delete ")
    assert locked.args == ["deleted"]
    assert not opened.folder.exists()
    assert page.sure.passphrase.text == ""


@pytest.mark.parametrize(("passphrase", "word"), [("", "delete"), (PASSPHRASE, ""), (PASSPHRASE, "delte")])
def test_without_passphrase_and_word_nothing_is_asked(
    page: DeletePage, qtbot: QtBot, passphrase: str, word: str
) -> None:
    page.go_on.click()
    with qtbot.assertNotEmitted(page.sure.confirmed):
        fill(page, passphrase, word)


def test_a_wrong_passphrase_deletes_nothing(page: DeletePage, opened: Context, qtbot: QtBot) -> None:
    page.go_on.click()
    fill(page, "not the passphrase")
    qtbot.waitUntil(lambda: bool(page.sure.passphrase.verdict.kind), timeout=20_000)
    assert opened.session.is_open
    assert opened.folder.exists()
    assert page.sure.go_button.isEnabled()


def test_what_is_set_apart_needs_the_word_of_an_officer(
    opened: Context, qtbot: QtBot, page: DeletePage
) -> None:
    opened.session.run(set_apart, owner=page)
    page.refresh()
    qtbot.waitUntil(lambda: page._is_for_police)
    page.go_on.click()
    assert not page.sure.apart.isHidden()
    with qtbot.assertNotEmitted(page.sure.confirmed):
        fill(page)
    page.sure.tick.click()
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        page.sure.go_button.click()
    assert not opened.folder.exists()


def test_what_was_set_apart_meanwhile_is_refused(page: DeletePage, opened: Context, qtbot: QtBot) -> None:
    """The page did not know of it: the vault does."""
    page.go_on.click()
    opened.session.run(set_apart, owner=page)
    fill(page)
    qtbot.waitUntil(lambda: not page.sure.failure.isHidden(), timeout=20_000)
    assert page.sure.failure.what.words == opened.words("errors.AskPoliceFirst.what")
    assert opened.folder.exists()
    assert not page.sure.apart.isHidden()


def test_a_locked_case_leaves_no_passphrase(page: DeletePage, opened: Context, qtbot: QtBot) -> None:
    page.go_on.click()
    page.sure.passphrase.set_text(PASSPHRASE)
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        opened.session.lock("idle")
    assert page.sure.passphrase.text == ""
    assert page.sure.isHidden()
