# SPDX-License-Identifier: MIT
"""The mark is drawn in every size and says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.mark import Brand, window_icon

if TYPE_CHECKING:
    from ui.context import Context


def test_the_icon_of_the_window_has_the_usual_sizes(context: Context) -> None:
    icon = window_icon(context.theme)
    assert {size.width() for size in icon.availableSizes()} == {16, 32, 64, 128}
    assert icon.pixmap(64, 64).toImage().pixelColor(32, 6).rgb() == context.theme.colour("primary").rgb()


def test_the_name_stands_beside_it(context: Context) -> None:
    assert Brand(context).name.words == "Safehold"
