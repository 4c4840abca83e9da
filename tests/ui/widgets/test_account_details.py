# SPDX-License-Identifier: MIT
"""What else is known of an account is kept as typed; what was not touched stays to the second."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Account, Entry, EntryId, ExhibitId, Strength
from tests.app.identify.test_mail_headers import MAIL
from tests.ui.filling import ask
from ui.widgets.account_details import AccountDetails

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 16, 5, tzinfo=UTC)
WHOLE = Account(
    "instagram",
    "amelie",
    "username",
    Strength.MEDIUM,
    first_seen_at=NOW,
    last_seen_at=NOW.replace(hour=3, second=7),
    moved_from="tinder",
    profile_url="https://www.instagram.com/amelie/",
    exhibits=(ExhibitId("x1"), ExhibitId("gone")),
    note="A deep voice",
)
REFS = {"x1": "TJH/1", "x2": "TJH/2"}
HEADERS = MAIL[: MAIL.index("\n\nThe body")]


def made(context: Context, qtbot: QtBot, account: Account = WHOLE, entry_id: str = "a") -> AccountDetails:
    form = AccountDetails(context, Entry(EntryId(entry_id), account, NOW, NOW, 1), REFS)
    qtbot.addWidget(form)
    return form


def test_nothing_touched_is_nothing_changed(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot)
    assert form.moved.text == "Tinder"
    assert form.account() == replace(WHOLE, exhibits=(ExhibitId("gone"), ExhibitId("x1")))


def test_what_is_typed_is_kept(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot, Account("whatsapp", "+447700900123", None, Strength.STRONG))
    form.first.set_text("19 Nov 2026 22:14")
    form.moved.set_text("instagram")
    form.url.set_text(" https://example.com/x ")
    form.note.set_text("A deep voice")
    form.pictures.chips["x2"].click()
    with qtbot.waitSignal(form.details_kept) as heard:
        form.keep.click()
    account = heard.args[0]
    assert account.first_seen_at == datetime(2026, 11, 19, 22, 14, tzinfo=UTC)
    assert (account.moved_from, account.profile_url) == ("instagram", "https://example.com/x")
    assert (account.exhibits, account.note) == ((ExhibitId("x2"),), "A deep voice")


def test_an_app_we_do_not_know_and_a_time_nobody_can_read_stay_as_typed(
    opened: Context, qtbot: QtBot
) -> None:
    form = made(opened, qtbot)
    form.moved.set_text("Some app")
    form.last.set_text("the day of the match")
    account = form.account()
    assert account.moved_from == "Some app"
    assert account.last_seen_at is None
    assert account.note == "A deep voice\nWhen did they last write to you? the day of the match"


def test_only_a_mail_asks_for_its_headers(opened: Context, qtbot: QtBot) -> None:
    assert made(opened, qtbot).headers.isHidden()
    form = made(opened, qtbot, Account("gmail", "a@example.com", None, Strength.MEDIUM), "b")
    assert not form.headers.isHidden()
    assert next(row.words for row in form.how if not row.isHidden()).startswith("**In Gmail:**")


def test_headers_are_kept_as_they_stand_and_the_mail_below_them_is_not(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot, Account("email", "amelie.laurent91@example.com", None, Strength.MEDIUM))
    form.headers.set_text(MAIL)
    assert form.headers.text == HEADERS
    assert form.account().headers == HEADERS
    assert not form.panel.isHidden()
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("people.a.headers")) == HEADERS)


def test_what_is_no_header_is_kept_and_said_kindly(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot, Account("email", "a@example.com", None, Strength.MEDIUM))
    form.headers.set_text("it said hello")
    assert form.headers.verdict.kind == "hint"
    assert form.account().headers == "it said hello"
    form.headers.set_text("")
    assert form.headers.verdict.kind == ""
    assert form.account().headers is None


def test_what_was_typed_comes_back_over_what_is_kept(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot)
    form.note.set_text("A deep voice, and a dog")
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("people.a.note")) != "")
    again = made(opened, qtbot)
    qtbot.waitUntil(lambda: again.note.text == "A deep voice, and a dog")
    assert again.url.text == WHOLE.profile_url
    again.taken_up()
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("people.a.note")) == "")


@pytest.mark.parametrize("typed", ["x" * 10_000, "\u202eevil\x00\ud83d\udc8b", "{0} {name}", "**bold**"])
def test_nothing_typed_is_refused(opened: Context, qtbot: QtBot, typed: str) -> None:
    form = made(opened, qtbot)
    for field in (form.first, form.moved, form.url, form.note):
        field.set_text(typed)
    account = form.account()
    assert account.first_seen_at is None
    assert typed.replace("\x00", "")[:5] in (account.note or "").replace("\x00", "")
