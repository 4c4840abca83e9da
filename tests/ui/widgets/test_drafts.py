# SPDX-License-Identifier: MIT
"""All fields of a form turn to another thing together, and what was typed for each comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tests.ui.pages.test_identify import ask
from ui.widgets.drafts import Drafts
from ui.widgets.field import Field

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def fields(context: Context, qtbot: QtBot) -> dict[str, Field]:
    made = {name: Field(context, name) for name in ("words", "whom")}
    for field in made.values():
        qtbot.addWidget(field)
    return made


def show(made: dict[str, Field], *texts: str) -> None:
    for field, text in zip(made.values(), texts, strict=True):
        field.set_text(text)


def test_a_change_never_touches_what_was_typed_for_a_new_one(opened: Context, qtbot: QtBot) -> None:
    made, owner = fields(opened, qtbot), QObject()
    drafts = Drafts(opened.session, "test", made, owner)
    show(made, "new words", "my sister")
    drafts.turn_to("e1", lambda: show(made, "kept", ""))
    assert made["words"].text == "kept"
    show(made, "kept, changed", "")
    drafts.turn_to("", lambda: show(made, "", ""))
    qtbot.waitUntil(lambda: [each.text for each in made.values()] == ["new words", "my sister"])


def test_what_was_typed_of_a_change_comes_back_until_it_is_kept(opened: Context, qtbot: QtBot) -> None:
    made, owner = fields(opened, qtbot), QObject()
    drafts = Drafts(opened.session, "test", made, owner)
    drafts.turn_to("e1", lambda: show(made, "kept", ""))
    show(made, "kept, changed", "")
    drafts.turn_to("", lambda: show(made, "", ""))
    drafts.turn_to("e1", lambda: show(made, "kept", ""))
    qtbot.waitUntil(lambda: made["words"].text == "kept, changed")
    drafts.clear()
    assert ask(opened, qtbot, lambda vault: vault.draft("test.words.e1")) == ""
