# SPDX-License-Identifier: MIT
"""Figures keep their shape, say what they show, and wear the colours of the scheme."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.errors import GuideInvalid
from app.paths import resources
from ui.theme import Theme
from ui.widgets.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.context import Context

NAMES = sorted(path.stem for path in (resources() / "figures").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_can_be_drawn_and_has_a_title(context: Context, name: str) -> None:
    figure = Figure(context, name)
    assert figure.accessibleName() not in {"", name}
    assert figure.heightForWidth(360) > 100
    assert figure.heightForWidth(180) == pytest.approx(figure.heightForWidth(360) / 2, abs=1)


def test_it_wears_the_dark_scheme(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    dark = Theme.load(resources() / "theme", "dark")
    figure = Figure(replace(context, theme=dark), "closed-folder", width_px=120)
    figure.resize(120, 96)
    shown(figure)
    picture = figure.grab().toImage()
    assert picture.pixelColor(60, 6).rgb() == dark.colour("primary_soft").rgb()
    assert picture.pixelColor(60, 68).rgb() == dark.colour("primary").rgb()


def test_words_in_it_can_be_others(context: Context) -> None:
    Figure(context, "step-find-the-id", texts={"Skype": "Skype-ID"})
    with pytest.raises(GuideInvalid):
        Figure(context, "no-such-figure")
