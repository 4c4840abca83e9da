# SPDX-License-Identifier: MIT
"""The list of places a person can be in: the parts of the United Kingdom first, then other countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.combo import Combo

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


def place_combo(context: Context, *, by_country: bool = False, parent: QWidget | None = None) -> Combo:
    """Return a list of every place, the present one chosen.

    Args:
        context: what every page is given.
        by_country: a line a country; without it a line for each of its parts.
        parent: what it stands in.
    """
    combo = Combo(context, name=context.words("questions.q3"), parent=parent)
    combo.setObjectName("places")
    for country in context.contacts:
        for place in (country.name,) if by_country else country.parts:
            combo.addItem(context.words.said(place), country.parts[0] if by_country else place)
    choose(combo, context.here.place)
    return combo


def choose(combo: Combo, place: str) -> None:
    """Show this place as the chosen one, or none where it is not in the list."""
    combo.setCurrentIndex(combo.findData(place))
