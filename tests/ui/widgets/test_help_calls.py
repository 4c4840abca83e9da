# SPDX-License-Identifier: MIT
"""What happens when you call is said for the country, and holds only what is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.widgets.help_calls import HelpCalls
from ui.widgets.label import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def said(calls: HelpCalls) -> str:
    return " ".join(label.words for card in calls.cards for label in card.findChildren(Label))


@pytest.mark.parametrize(
    ("place", "wanted", "title"),
    [
        ("England", ("Report Fraud too, on **0300 123 2040**", "18001 101"), "When you call 999"),
        ("Scotland", ("Police Scotland too, on **101**",), "When you call 999"),
        ("Ireland", ("Call your local Garda station.",), "When you call 112"),
        ("Australia", ("Call 131 444.",), "When you call 000"),
        ("Another country", ("Call your local police.",), "When you call the emergency number"),
    ],
)
def test_each_country_has_its_own(
    context: Context, qtbot: QtBot, place: str, wanted: tuple[str, ...], title: str
) -> None:
    calls = HelpCalls(context)
    qtbot.addWidget(calls)
    country = context.contacts.country_of(place)
    calls.show_sections(country.calls, context.contacts.fields(place), is_narrow=False)
    assert calls.cards[0].title.words == title
    assert len(calls.cards) == len(country.calls)
    for words in wanted:
        assert words in said(calls)
    assert "{" not in said(calls)


def test_every_section_of_every_country_is_there(context: Context) -> None:
    for country in context.contacts:
        for section in country.calls:
            assert context.words.has(f"{section}.title")
            assert context.words.rows(section)
