# SPDX-License-Identifier: MIT
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import ExhibitFacts
from tests.ui.filling import add_exhibit, ask
from ui.widgets.exhibit_words import ExhibitWordsCard


def test_save_says_the_words(opened, qtbot, shown) -> None:
    card = shown(ExhibitWordsCard(opened))
    card.show_exhibit(add_exhibit(opened, qtbot))
    card.field.set_text("  They ask for money ")
    with qtbot.waitSignal(card.shows_written) as written:
        QTest.mouseClick(card.save_button, Qt.MouseButton.LeftButton)
    assert written.args == ["They ask for money"]


def test_what_is_typed_and_not_saved_is_there_again(opened, qtbot, shown) -> None:
    one, other = add_exhibit(opened, qtbot), add_exhibit(opened, qtbot, facts=ExhibitFacts(shows="Profile"))
    card = shown(ExhibitWordsCard(opened))
    card.show_exhibit(one)
    QTest.keyClicks(card.field.edit, "half a sent")
    card.show_exhibit(other)
    assert card.field.text == "Profile"
    card.show_exhibit(one)
    qtbot.waitUntil(lambda: card.field.text == "half a sent")
    drafts = ask(opened, qtbot, lambda vault: vault.draft(f"exhibit.{other.id}.shows"))
    assert drafts == ""


def test_saved_words_leave_no_draft(opened, qtbot, shown, words) -> None:
    exhibit = add_exhibit(opened, qtbot)
    card = shown(ExhibitWordsCard(opened))
    card.show_exhibit(exhibit)
    QTest.keyClicks(card.field.edit, "done")
    card._draft.flush()
    card.say_saved()
    assert card.hint.words == words("exhibit.page.saved")
    assert ask(opened, qtbot, lambda vault: vault.draft(f"exhibit.{exhibit.id}.shows")) == ""
