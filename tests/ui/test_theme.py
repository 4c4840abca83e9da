# SPDX-License-Identifier: MIT
"""The theme: contrast measured from the tokens, sizes that grow as drawn, a sheet with nothing left open."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt

from app.errors import GuideInvalid
from app.paths import resources
from ui.theme import SCHEMES, Theme, scheme_of

FOLDER = resources() / "theme"
TEXT = [
    *((ink, ground) for ink in ("ink", "muted") for ground in ("paper", "surface", "sunken", "primary_soft")),
    ("muted", "attention_soft"), ("ink", "attention_soft"), ("ink", "good_soft"), ("muted", "good_soft"),
    ("primary", "surface"), ("primary", "paper"), ("primary", "primary_soft"), ("primary", "sunken"),
    ("on_primary", "primary"), ("on_primary", "primary_hover"), ("attention", "surface"),
    ("attention", "attention_soft"), ("good", "surface"), ("good", "good_soft"), ("danger", "surface"),
    ("id_blue", "surface"), ("id_digit", "sunken"), ("id_letter", "sunken"), ("ink", "mark"),
]  # fmt: skip
CONTROLS = [
    *(("control", ground) for ground in ("surface", "paper", "sunken", "attention_soft")),
    ("focus", "paper"), ("focus", "surface"), ("good", "track"), ("primary", "track"),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Source: WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(scheme: str, ink: str, ground: str) -> None:
    theme = Theme.load(FOLDER, scheme)
    assert contrast(theme.hex(ink), theme.hex(ground)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("edge", "ground"), CONTROLS)
def test_controls_can_be_seen(scheme: str, edge: str, ground: str) -> None:
    theme = Theme.load(FOLDER, scheme)
    assert contrast(theme.hex(edge), theme.hex(ground)) >= 3


def test_the_measure_of_contrast_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_sheet_has_nothing_left_open(scheme: str, percent: int) -> None:
    sheet = Theme.load(FOLDER, scheme, percent).sheet()
    assert re.findall(r"\$\w+|@\w+|\d(?:tx|gx|hx)\b", sheet) == []


def test_text_grows_whole_controls_less_and_gaps_least() -> None:
    theme = Theme.load(FOLDER, "light", 200)
    assert (theme.text_px(16), theme.control_px(40), theme.gap_px(24)) == (32, 64, 32)
    assert theme.role("body").size_px == 32
    assert theme.is_narrow(1366)
    assert not Theme.load(FOLDER, "light", 100).is_narrow(1366)


def test_text_size_stays_within_its_limits() -> None:
    assert Theme.load(FOLDER, "light", 30).text_percent == 100
    assert Theme.load(FOLDER, "light", 900).text_percent == 200


def test_a_figure_is_swapped_token_by_token() -> None:
    drawn = '<rect fill="#FFFFFF"/><path fill="#FFFFFE"/><path fill="#1F5F6B"/><path fill="#0B1114"/>'
    dark = Theme.load(FOLDER, "dark")
    assert dark.swapped(drawn) == (
        f'<rect fill="{dark.hex("surface")}"/><path fill="{dark.hex("on_primary")}"/>'
        f'<path fill="{dark.hex("primary")}"/><path fill="#0B1114"/>'
    )


def test_every_figure_holds_palette_values_only() -> None:
    light = Theme.load(FOLDER, "light")
    known = set(light._tokens["light"].values()) | {"#FFFFFE", "#0B1114"}
    strays = {
        (path.name, value)
        for path in (resources() / "figures").glob("*.svg")
        for value in re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8"))
        if value not in known
    }
    assert strays == set()


def test_what_is_not_there_is_said() -> None:
    theme = Theme.load(FOLDER, "light")
    with pytest.raises(GuideInvalid):
        theme.hex("pink")
    with pytest.raises(GuideInvalid):
        theme.role("shout")
    with pytest.raises(GuideInvalid):
        Theme.load(FOLDER, "sepia")


def test_the_person_s_choice_of_scheme_comes_first() -> None:
    assert scheme_of("contrast", Qt.ColorScheme.Dark) == "contrast"
    assert scheme_of("system", Qt.ColorScheme.Dark) == "dark"
    assert scheme_of("system", Qt.ColorScheme.Unknown) == "light"


def test_the_system_s_wish_for_contrast_is_followed_unless_the_person_chose() -> None:
    wish = Qt.ContrastPreference.HighContrast
    assert scheme_of("system", Qt.ColorScheme.Light, wish) == "contrast"
    assert scheme_of("system", Qt.ColorScheme.Dark, wish) == "contrast_dark"
    assert scheme_of("light", Qt.ColorScheme.Dark, wish) == "light"
    assert scheme_of("contrast_dark", Qt.ColorScheme.Light) == "light"  # no setting is called so
