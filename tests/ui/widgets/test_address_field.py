# SPDX-License-Identifier: MIT
"""A pasted address stays letter for letter, however unusual it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.widgets.address_field import AddressField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def field(context: Context, qtbot: QtBot) -> AddressField:
    field = AddressField(context, "Web address")
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(document.cookie)",
        "https://example.com/" + "a" * 10_000,
        "https://example.com/\u202egpj.exe",
        "<b>https://example.com</b>",
        "not an address",
    ],
)
def test_an_unusual_address_is_said_kindly_and_kept(field: AddressField, address: str) -> None:
    field.set_text(address)
    assert field.text == address
    assert field.verdict.kind == "hint"


def test_a_usual_address_needs_no_words(field: AddressField) -> None:
    field.set_text("https://www.instagram.com/tom.hale/")
    assert field.verdict.kind == ""


def test_we_say_that_we_do_not_open_it(field: AddressField, context: Context) -> None:
    assert field.hint.words == context.words("watch.page.url.hint")
