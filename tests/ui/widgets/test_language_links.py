# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.words import words_in
from ui.widgets.language_links import LINE_PX, LanguageLinks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def shown(context: Context, qtbot: QtBot) -> LanguageLinks:
    links = LanguageLinks(context)
    qtbot.addWidget(links)
    links.resize(600, 40)
    with qtbot.waitExposed(links):
        links.show()
    qtbot.waitUntil(lambda: bool(links.buttons))
    return links


def test_it_waits_for_the_first_paint_and_has_its_room_by_then(context: Context, qtbot: QtBot) -> None:
    links = LanguageLinks(context)
    qtbot.addWidget(links)
    before = links.minimumHeight()
    assert not links.buttons
    assert before >= LINE_PX
    links.fill()
    links.fill()
    assert list(links.buttons) == ["cy"]
    assert links.minimumSizeHint().height() <= before


def test_each_other_language_calls_itself_by_its_name_and_bears_its_mark(
    context: Context, qtbot: QtBot
) -> None:
    links = shown(context, qtbot)
    marked = context.words("language.machine_made", name="Cymraeg")
    assert links.buttons["cy"].text() == "Cymraeg"
    assert links.buttons["cy"].toolTip() == links.buttons["cy"].accessibleDescription() == marked
    assert links.note.isHidden()
    with qtbot.waitSignal(links.chosen) as chosen:
        links.buttons["cy"].click()
    assert chosen.args == ["cy"]


def test_from_a_machine_s_language_english_is_one_press_away(context: Context, qtbot: QtBot) -> None:
    links = shown(replace(context, words=words_in("cy")), qtbot)
    assert [button.text() for button in links.buttons.values()] == ["English"]
    assert not links.note.isHidden()
    assert links.note.words == words_in("cy")("language.machine_made", name="Cymraeg")
