# SPDX-License-Identifier: MIT
"""A banner is away until there is something to say, and says it aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from PySide6.QtWidgets import QWidget as Shown

    from ui.context import Context


def test_it_comes_with_words_and_goes_without(
    context: Context, shown: Callable[[Shown], Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        "ui.widgets.banner.say_aloud", lambda _banner, words, is_urgent: said.append((words, is_urgent))
    )
    holder = shown(QWidget())
    banner = Banner(context, parent=holder)
    assert banner.isHidden()
    banner.say("Saved as **TJH/4**.", at_end="02:16")
    assert not banner.isHidden()
    assert banner.at_end.isVisibleTo(banner)
    banner.set_kind("attention")
    banner.say("Call your bank now.")
    assert banner.at_end.isHidden()
    banner.say("")
    assert banner.isHidden()
    assert said[:2] == [("Saved as TJH/4.", False), ("Call your bank now.", True)]


def test_another_kind_has_another_ground(context: Context, shown: Callable[[Shown], Shown]) -> None:
    banner = shown(Banner(context, "Look here"))
    banner.resize(400, 60)
    before = banner.grab().toImage().pixelColor(20, 4).name().upper()
    banner.set_kind("attention")
    after = banner.grab().toImage().pixelColor(20, 4).name().upper()
    assert (before, after) == (context.theme.hex("primary_soft"), context.theme.hex("attention_soft"))
