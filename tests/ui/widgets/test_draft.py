# SPDX-License-Identifier: MIT
"""Drafts: kept as typed after a pause and before a lock, brought back, and never over what is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.conftest import PASSPHRASE
from ui.widgets.draft import Draft
from ui.widgets.field import Field

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

KEY = "identify.id"
TYPED = "  live:.cid.8F3a "


def kept(context: Context, qtbot: QtBot) -> str:
    found: list[str] = []
    context.session.run(lambda vault: vault.draft(KEY), owner=context.session, then=found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_it_is_kept_as_typed_after_a_pause(opened: Context, qtbot: QtBot) -> None:
    field = Field(opened, "ID")
    qtbot.addWidget(field)
    Draft(opened.session, KEY, field, field)
    field.set_text(TYPED)
    qtbot.waitUntil(lambda: kept(opened, qtbot) == TYPED)


def test_a_lock_in_the_middle_of_a_word_loses_nothing(opened: Context, qtbot: QtBot) -> None:
    field = Field(opened, "ID")
    qtbot.addWidget(field)
    Draft(opened.session, KEY, field, field)
    field.set_text(TYPED)
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("hide")
    with qtbot.waitSignal(opened.session.opened, timeout=20_000):
        opened.session.open(opened.folder, PASSPHRASE)
    again = Field(opened, "ID")
    qtbot.addWidget(again)
    Draft(opened.session, KEY, again, again)
    qtbot.waitUntil(lambda: again.text == TYPED)


def test_what_is_being_typed_is_not_overwritten(opened: Context, qtbot: QtBot) -> None:
    opened.session.run(lambda vault: vault.save_draft(KEY, "old"), owner=opened.session)
    field = Field(opened, "ID")
    qtbot.addWidget(field)
    Draft(opened.session, KEY, field, field)
    field.set_text("new")
    assert kept(opened, qtbot) == "old"
    assert field.text == "new"


def test_a_draft_that_was_taken_up_is_gone(opened: Context, qtbot: QtBot) -> None:
    field = Field(opened, "ID")
    qtbot.addWidget(field)
    draft = Draft(opened.session, KEY, field, field)
    field.set_text(TYPED)
    draft.flush()
    assert kept(opened, qtbot) == TYPED
    draft.clear()
    assert kept(opened, qtbot) == ""
    assert field.text == TYPED


def test_what_is_typed_for_one_thing_is_never_taken_for_another(opened: Context, qtbot: QtBot) -> None:
    field = Field(opened, "ID")
    qtbot.addWidget(field)
    draft = Draft(opened.session, KEY, field, field)
    field.set_text("a new one")
    draft.turn_to("entry-7")
    field.set_text("kept words")
    draft.settle()
    assert kept(opened, qtbot) == "a new one"
    field.set_text("kept words, changed")
    draft.turn_to("")
    field.set_text("")
    draft.settle()
    qtbot.waitUntil(lambda: field.text == "a new one")
    draft.turn_to("entry-7")
    field.set_text("kept words")
    draft.settle()
    qtbot.waitUntil(lambda: field.text == "kept words, changed")


def test_what_was_put_there_is_no_draft(opened: Context, qtbot: QtBot) -> None:
    field = Field(opened, "ID")
    qtbot.addWidget(field)
    draft = Draft(opened.session, KEY, field, field)
    draft.turn_to("")
    field.set_text("put there")
    draft.settle()
    draft.flush()
    assert kept(opened, qtbot) == ""
