# SPDX-License-Identifier: MIT
"""Figures keep their shape, say what they show, and wear the colours of the scheme."""

from __future__ import annotations

import re
import tomllib
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


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_drawn_in_the_palette(name: str) -> None:
    drawing = (resources() / "figures" / f"{name}.svg").read_text(encoding="utf-8")
    tokens = tomllib.loads((resources() / "theme" / "tokens.toml").read_text(encoding="utf-8"))
    light = {value.upper() for value in tokens["light"].values()}
    used = {value.upper() for value in re.findall(r'(?:fill|stroke)="(#[0-9A-Fa-f]{6})"', drawing)}
    assert used <= light | {"#FFFFFE", "#0B1114"}  # white on the primary; the black picture


@pytest.mark.parametrize("name", NAMES)
def test_the_numbers_in_a_figure_count_up_and_stand_once(name: str) -> None:
    drawing = (resources() / "figures" / f"{name}.svg").read_text(encoding="utf-8")
    numbers = [int(each) for each in re.findall(r'text-anchor="middle">(\d)</text>', drawing)]
    assert sorted(numbers) == sorted(set(numbers))
