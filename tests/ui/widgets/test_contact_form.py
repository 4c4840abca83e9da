# SPDX-License-Identifier: MIT
"""What is known of somebody is kept as typed; a number of the own country gets its full form."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Answer, Contact, Entry, EntryId
from tests.ui.filling import ask
from ui.widgets.contact_form import ContactForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 16, 5, tzinfo=UTC)
ELLIE = Contact(
    "Ellie Hale",
    "sister",
    "instagram",
    "ellie.hale",
    "+447700900782",
    is_threatened=True,
    received=Answer.YES,
    received_at=NOW,
    told_at=NOW.replace(hour=3),
    may_be_contacted=False,
    note="She lives abroad",
)


def made(
    context: Context, qtbot: QtBot, contact: Contact | None = None, *, country: str = "England"
) -> ContactForm:
    entry = Entry(EntryId("a"), contact, NOW, NOW, 1) if contact else None
    form = ContactForm(context, entry, country=country)
    qtbot.addWidget(form)
    return form


def test_nothing_touched_is_nothing_changed(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot, ELLIE)
    assert form.phone.text == "+44 7700 900782"
    assert form.contact(NOW) == ELLIE


def test_an_empty_form_tells_of_nobody(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot)
    assert form.is_empty
    assert form.contact(NOW) == Contact("")
    assert form.received_at.isHidden()
    assert form.told_at.isHidden()
    form.phone.set_text("1")
    assert not form.is_empty


def test_all_of_it_is_kept(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot)
    form.name.set_text(" Ellie ")
    form.relation.set_text("sister")
    form.platform.set_text("Instagram")
    form.handle.set_text("ellie.hale")
    form.phone.set_text("07911 123456")
    for chips, answer in (
        (form.threatened, "yes"),
        (form.received, "yes"),
        (form.told, "yes"),
        (form.may, "no"),
    ):
        chips.chips[answer].click()
    assert not form.received_at.isHidden()
    form.received_at.set_text("23 Nov 2026 22:58")
    assert form.contact(NOW) == Contact(
        "Ellie",
        "sister",
        "instagram",
        "ellie.hale",
        "+447911123456",
        is_threatened=True,
        received=Answer.YES,
        received_at=datetime(2026, 11, 23, 22, 58, tzinfo=UTC),
        told_at=NOW,
        may_be_contacted=False,
    )


@pytest.mark.parametrize(
    ("typed", "country", "kept", "kind"),
    [
        ("07911 123456", "England", "+447911123456", "good"),  # no word of Guernsey
        ("07911 123456", "Another country", "07911 123456", "hint"),
        ("+225 07 07 12 34 56", "England", "+2250707123456", "good"),
        ("ask her mother", "England", "ask her mother", "hint"),
        ("", "England", None, ""),
    ],
)
def test_a_number_is_read_and_never_refused(
    opened: Context, qtbot: QtBot, typed: str, country: str, kept: str | None, kind: str
) -> None:
    form = made(opened, qtbot, country=country)
    form.phone.set_text(typed)
    assert form.contact(NOW).phone == kept
    assert form.phone.verdict.kind == kind


def test_a_time_nobody_can_read_stands_in_the_note(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot, ELLIE)
    form.received_at.set_text("after the match")
    contact = form.contact(NOW)
    assert contact.received_at is None
    assert contact.note == "She lives abroad\nWhen did they get it? after the match"


def test_an_answer_that_is_taken_back_takes_its_time_along(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot, ELLIE)
    form.received.chips["no"].click()
    form.told.chips["no"].click()
    contact = form.contact(NOW)
    assert (contact.received, contact.received_at, contact.told_at) == (Answer.NO, None, None)


def test_what_is_typed_comes_back_over_what_is_kept(opened: Context, qtbot: QtBot) -> None:
    form = made(opened, qtbot, ELLIE)
    form.note.set_text("She knows")
    form.flush()
    again = made(opened, qtbot, ELLIE)
    qtbot.waitUntil(lambda: again.note.text == "She knows")
    assert again.name.text == "Ellie Hale"
    again.taken_up()
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("people.known.a.note")) == "")


@pytest.mark.parametrize("typed", ["x" * 10_000, "\u202eevil\x00", "\ud83d", "{0}", "**b**"])
def test_nothing_typed_breaks_it_and_the_vault_takes_it(opened: Context, qtbot: QtBot, typed: str) -> None:
    form = made(opened, qtbot)
    for name in ("name", "relation", "platform", "handle", "phone", "note"):
        getattr(form, name).set_text(typed)
    contact = form.contact(NOW)
    assert ask(opened, qtbot, lambda vault: vault.add(contact)).fact == contact
