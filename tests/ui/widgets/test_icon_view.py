# SPDX-License-Identifier: MIT
"""Icons on discs, numbers in discs, rings and ticks are painted in their colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.icon_view import Disc, IconView, StatusRing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.context import Context


def colours(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
    }


def test_what_is_painted(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    hex_of = context.theme.hex
    view = IconView(context, "check", colour="primary", ground="primary_soft", ground_px=38)
    disc = Disc(context, 3)
    todo, done = StatusRing(context, is_done=False), StatusRing(context, is_done=True)
    for widget in (view, disc, todo, done):
        shown(widget)
    assert view.width() == 38
    assert {hex_of("primary_soft"), hex_of("primary")} <= colours(view)
    assert {hex_of("ink"), hex_of("surface")} <= colours(disc)
    assert hex_of("good_soft") in colours(done)
    assert hex_of("good_soft") not in colours(todo)
