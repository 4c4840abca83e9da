# SPDX-License-Identifier: MIT
"""A part in a state looks otherwise than as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.gallery.states import Ringed, chosen, disabled, pointed_at, pressed, written_in
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.focus_ring import OUTSIDE_PX

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

    Shown = Callable[[QWidget], QWidget]


def drawn(part: QWidget) -> QImage:
    return part.grab().toImage()


@pytest.mark.parametrize("role", ["primary", "secondary"])
@pytest.mark.parametrize("state", [pointed_at, pressed, disabled])
def test_a_button_in_a_state_looks_different(
    context: Context, shown: Shown, role: str, state: Callable[[Button], QWidget]
) -> None:
    plain, changed = (shown(Button(context, "Go on", role)) for _ in range(2))
    assert drawn(state(changed)) != drawn(plain)


def test_a_switch_that_is_on_looks_different(context: Context, shown: Shown) -> None:
    plain, changed = (shown(Button(context, "Skype", "chip")) for _ in range(2))
    assert drawn(chosen(changed)) != drawn(plain)


def test_the_ring_stands_round_the_part(context: Context, shown: Shown) -> None:
    ringed = shown(Ringed(context, Button(context, "Go on")))
    picture = drawn(ringed)
    assert picture.pixelColor(picture.width() // 2, 1) == context.theme.colour("focus")
    assert ringed.layout().itemAt(0).widget().y() == OUTSIDE_PX


def test_a_field_that_is_typed_in_has_the_edge_of_the_focus(context: Context, shown: Shown) -> None:
    field = shown(written_in(Field(context, "Name")))
    picture = drawn(field.box)
    assert picture.pixelColor(picture.width() // 2, 1) == context.theme.colour("focus")
