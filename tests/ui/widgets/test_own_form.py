# SPDX-License-Identifier: MIT
"""The person's own account is checked by the same rules; their number needs no country."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Account, Entry, EntryId, Strength
from tests.ui.filling import ask
from ui.widgets.own_form import OwnForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 16, tzinfo=UTC)


def made(context: Context, qtbot: QtBot, entry: Entry[Account] | None = None) -> OwnForm:
    form = OwnForm(context, entry, country="England")
    qtbot.addWidget(form)
    return form


@pytest.mark.parametrize(
    ("platform", "typed", "kept", "kind"),
    [
        ("whatsapp", "07700 900456", "+447700900456", "good"),
        ("whatsapp", "+225 07 07 12 34 56", "+2250707123456", "good"),
        ("instagram", "tomhale04", "tomhale04", "good"),
        ("skype", "live:tom.hale.example", "live:tom.hale.example", "good"),
        ("skype", "live:.cid.8f3a", "live:.cid.8f3a", "hint"),
    ],
)
def test_it_is_checked_kindly_and_kept(
    opened: Context, qtbot: QtBot, platform: str, typed: str, kept: str, kind: str
) -> None:
    form = made(opened, qtbot)
    form.choose(platform)
    form.identifier.set_text(typed)
    account = form.account(NOW)
    assert (account.platform, account.stable_id, account.is_own) == (platform, kept, True)
    assert form.identifier.verdict.kind == kind


def test_the_full_form_of_a_number_is_said(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot)
    form.choose("whatsapp")
    form.identifier.set_text("07911 123456")
    assert form.identifier.verdict.title.words == "We keep it as **+44 7911 123456**. Is that your number?"


def test_a_name_is_no_id_and_is_kept_as_a_name(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot)
    form.identifier.set_text("Tom Hale")
    assert form.identifier.verdict.kind == "hint"
    account = form.account(NOW)
    assert account.stable_id is None
    assert [name.name for name in account.display_names] == ["Tom Hale"]


def test_an_app_we_do_not_know_is_asked_about_too(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot)
    form.choose("Some app")
    form.identifier.set_text("tom")
    assert form.account(NOW).platform == "Some app"
    assert form.identifier.label.words == "Your name or ID there"


def test_a_kept_one_is_changed_and_the_rest_of_it_stays(opened: Context, qtbot: QtBot) -> None:
    mine = Account("instagram", "tomhale04", None, Strength.MEDIUM, is_own=True, note="old", last_seen_at=NOW)
    form = made(opened, qtbot, Entry(EntryId("a"), mine, NOW, NOW, 1))
    assert (form.platform_id, form.identifier.text) == ("instagram", "tomhale04")
    form.identifier.set_text("tomhale05")
    changed = form.account(NOW)
    assert replace(mine, stable_id="tomhale05").note == changed.note == "old"
    assert (changed.stable_id, changed.last_seen_at) == ("tomhale05", NOW)


def test_what_is_typed_survives(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot)
    form.identifier.set_text("tomh")
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("people.own.new.id")) == "tomh")
    again = made(opened, qtbot)
    qtbot.waitUntil(lambda: again.identifier.text == "tomh")
