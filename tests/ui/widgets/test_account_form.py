# SPDX-License-Identifier: MIT
"""What is typed about an account becomes one, and a kept one comes back as it was."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Account, DisplayName, Provenance, SeenIn, Strength
from ui.widgets.account_form import AccountForm
from ui.widgets.label import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 31, tzinfo=UTC)
EARLIER = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> AccountForm:
    form = AccountForm(context, drafts="test")
    qtbot.addWidget(form)
    return form


def test_an_empty_form_says_nothing(form: AccountForm) -> None:
    assert form.is_empty
    assert form.identifier.verdict.kind == ""
    assert form.strip.isHidden()


def test_changing_keeps_what_the_form_does_not_show(form: AccountForm) -> None:
    before = Account(
        "skype", "live:old", "Skype Name", Strength.STRONG, Provenance.PASTED, EARLIER,
        display_names=(DisplayName("Amélie", EARLIER),), pasted="live:old", seen_in=SeenIn("x"),
        moved_from="instagram",
    )  # fmt: skip
    form.load(before)
    assert (form.identifier.text, form.name.text) == ("live:old", "Amélie")
    form.name.set_text("Amelie L.")
    after = form.account(NOW, before=before)
    assert after.display_names == (DisplayName("Amélie", EARLIER), DisplayName("Amelie L.", NOW))
    assert (after.moved_from, after.seen_in, after.pasted) == ("instagram", before.seen_in, "live:old")
    assert (after.stable_id, after.provenance, after.recorded_at) == ("live:old", Provenance.PASTED, NOW)


def test_the_same_name_is_not_noted_twice(form: AccountForm) -> None:
    before = Account(
        "skype", "live:a", None, Strength.STRONG, display_names=(DisplayName("Amélie", EARLIER),)
    )
    form.load(before)
    assert form.account(NOW, before=before).display_names == before.display_names


def test_an_address_that_is_typed_wins_over_the_one_we_make(form: AccountForm) -> None:
    form.platforms.set_on(("instagram",))
    form.identifier.set_text("amelie")
    assert form.account(NOW).profile_url == "https://www.instagram.com/amelie/"
    form.url.set_text("https://www.instagram.com/amelie/?hl=en")
    assert form.account(NOW).profile_url == "https://www.instagram.com/amelie/?hl=en"


@pytest.mark.parametrize(
    ("typed", "wanted"), [("YouTube", "youtube"), ("signal", "signal"), ("Some new app", "Some new app")]
)
def test_another_app_is_known_by_its_name_or_kept_as_typed(
    form: AccountForm, typed: str, wanted: str
) -> None:
    form.platforms.set_on(("other",))
    form.other.set_text(typed)
    assert form.platform_id == wanted
    assert form.platform is None
    form.identifier.set_text("someone")
    assert form.account(NOW).strength is Strength.MEDIUM


def test_loading_another_app_shows_its_name(form: AccountForm) -> None:
    form.load(Account("youtube", "@amelie", None, Strength.MEDIUM))
    assert (form.platforms.on, form.other.text) == (("other",), "YouTube")
    assert form.platform_id == "youtube"


def test_an_app_without_a_chip_has_its_page_once_its_name_is_typed(form: AccountForm) -> None:
    assert "kik" not in form.platforms.chips
    form.load(Account("kik", "amelie_91", None, Strength.MEDIUM))
    assert (form.platforms.on, form.other.text) == (("other",), "Kik")
    assert form.platform is not None
    assert form.platform.id == "kik"
    assert form.identifier.label.words == form.platform.field


def test_the_name_of_an_app_is_offered_while_it_is_typed(form: AccountForm) -> None:
    completer = form.other.edit.completer()
    completer.setCompletionPrefix("mess")
    assert completer.currentCompletion() == "Messenger"
    completer.setCompletionPrefix("fish")
    assert completer.currentCompletion() == "Plenty of Fish"


def test_a_discord_id_says_when_the_account_was_made(form: AccountForm) -> None:
    form.platforms.set_on(("discord",))
    form.identifier.set_text("175928847299117063")
    assert form.verdict.made_at is not None
    said = form.identifier.verdict.findChildren(Label)
    assert form._context.words("id.form.made", date="30 Apr 2016") in [label.words for label in said]


def test_clear_empties_everything_but_the_platform(form: AccountForm) -> None:
    form.platforms.set_on(("instagram",))
    form.identifier.set_text("a")
    form.clear()
    assert form.is_empty
    assert form.platform_id == "instagram"
