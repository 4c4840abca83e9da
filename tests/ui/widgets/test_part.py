# SPDX-License-Identifier: MIT
"""How far one has come is shown and said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.part import Part

if TYPE_CHECKING:
    from ui.context import Context


def test_one_of_two(context: Context) -> None:
    part = Part(context, 1, 2)
    assert part.bar.share == 0.5
    assert part.accessibleName() == part.words.words == "1 of 2"
