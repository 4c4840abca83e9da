# SPDX-License-Identifier: MIT
"""The context reads content when first asked, once."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ui.context import Context


def test_content_is_read_once(context: Context) -> None:
    assert context.guides is context.guides
    assert context.contacts is context.contacts
    assert context.ways_to_pay is context.ways_to_pay
    assert context.catalogue["skype"].name == "Skype"
    assert context.reading_pass is context.reading_pass


def test_it_cannot_be_changed(context: Context) -> None:
    with pytest.raises(FrozenInstanceError):
        context.folder = None  # type: ignore[misc, assignment]


def test_another_look_is_of_the_same_case(context: Context) -> None:
    guides, phone = context.guides, context.phone
    chosen = replace(context.settings, theme="dark")
    other = context.looking_like(chosen, context.words, context.theme, context.icons)
    assert (other.settings, other.session, other.background) == (
        chosen,
        context.session,
        context.background,
    )
    assert other.phone is phone
    assert other.guides is not guides  # they may be in another language now
