# SPDX-License-Identifier: MIT
"""The drawings themselves: palette, letters that can be read, numbers that count up, nothing covered."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from app.identify import formats
from app.identify.platform_file import VerdictKind
from app.identify.platforms import Catalogue
from app.paths import resources
from ui.widgets.platform_guide import FIGURE_PX, ROUTE_FIGURE_PX

if TYPE_CHECKING:
    from ui.theme import Theme

FOLDER = resources() / "figures"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))
CATALOGUE = Catalogue.load(resources() / "platforms")
IDS = {platform.id for platform in CATALOGUE}
GUIDES = [name for name in NAMES if name.split("-", maxsplit=1)[0] in IDS]
ROUTES = {route.figure for platform in CATALOGUE if platform.closed for route in platform.closed.routes}
BODY, MONO = "Atkinson Hyperlegible", "Atkinson Hyperlegible Mono"
BLACK_PICTURE, ON_PRIMARY = "#0B1114", "#FFFFFE"  # Source: mock/README.md, Icons and figures
ID_BLUE, INK = "#0B5FCC", "#1F2A30"
DISC_RADIUS = 13
TAKEN = {VerdictKind.ACCEPTED, VerdictKind.UNUSUAL}  # a phone number kept for fiction is unusual
SMALLEST_PX = 13  # on the page; the figure of the mock-up has 14 on a page of 95 %
NO_ID = ("discord", "skype-old-computer", "skype-teams")  # no ID is to be seen there before it is copied
SPACE = "{http://www.w3.org/2000/svg}"


@cache
def drawn(name: str) -> tuple[ET.Element, ...]:
    """Return what is drawn, from the back to the front."""
    return tuple(ET.parse(FOLDER / f"{name}.svg").getroot())  # noqa: S314 - our own file


def texts(name: str) -> list[ET.Element]:
    return [part for part in drawn(name) if part.tag == f"{SPACE}text"]


def is_number_of_disc(text: ET.Element) -> bool:
    return re.fullmatch("[1-9]", text.text or "") is not None and text.get("text-anchor") == "middle"


def words_of(name: str) -> list[ET.Element]:
    return [text for text in texts(name) if not is_number_of_disc(text)]


def numbers(name: str) -> list[int]:
    return [int(text.text or "") for text in texts(name) if is_number_of_disc(text)]


def place_of(text: ET.Element, theme: Theme) -> QRectF:
    """Return where the letters stand; Qt draws an SVG's letters at a whole size, rounded down."""
    size = int(float(text.attrib["font-size"]))
    font = QFont(theme.mono_face if text.get("font-family") == MONO else BODY)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(int(text.get("font-weight", "400"))))
    width = QFontMetricsF(font).horizontalAdvance(text.text or "")
    left = float(text.attrib["x"]) - (width / 2 if text.get("text-anchor") == "middle" else 0)
    return QRectF(left, float(text.attrib["y"]) - 0.74 * size, width, 0.96 * size)


def circle_box(circle: ET.Element) -> QRectF:
    x, y, r = (float(circle.attrib[key]) for key in ("cx", "cy", "r"))
    return QRectF(x - r, y - r, 2 * r, 2 * r)


def rect_box(rect: ET.Element) -> QRectF:
    return QRectF(*(float(rect.attrib[key]) for key in ("x", "y", "width", "height")))


def discs(name: str) -> list[QRectF]:
    dark = [part for part in drawn(name) if part.tag == f"{SPACE}circle" and part.get("fill") == INK]
    return [circle_box(circle) for circle in dark if float(circle.attrib["r"]) == DISC_RADIUS]


def gap(disc: QRectF, words: QRectF) -> float:
    """Return how far the edge of a disc is from the nearest letter; below 0 it covers some."""
    middle = disc.center()
    x = max(words.left() - middle.x(), 0, middle.x() - words.right())
    y = max(words.top() - middle.y(), 0, middle.y() - words.bottom())
    return float((x * x + y * y) ** 0.5 - DISC_RADIUS)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_drawn_in_the_palette(name: str) -> None:
    drawing = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    light = tomllib.loads((resources() / "theme" / "tokens.toml").read_text(encoding="utf-8"))["light"]
    used = set(re.findall(r'(?:fill|stroke)="([^"]*)"', drawing))
    assert used <= set(light.values()) | {"none", ON_PRIMARY, BLACK_PICTURE}
    assert light["danger"] not in used


@pytest.mark.parametrize("name", NAMES)
def test_its_letters_are_of_our_two_faces(name: str) -> None:
    assert {text.get("font-family") for text in texts(name)} <= {BODY, MONO}


@pytest.mark.parametrize("name", NAMES)
def test_its_numbers_start_at_one_and_leave_none_out(name: str) -> None:
    assert sorted(numbers(name)) == list(range(1, len(numbers(name)) + 1))


def test_there_are_guides_to_look_at() -> None:
    assert len(GUIDES) >= 24
    assert all(len(numbers(name)) >= 2 for name in GUIDES)


@pytest.mark.parametrize("name", GUIDES)
def test_its_letters_are_large_enough_where_it_is_shown(name: str) -> None:
    width = rect_box(drawn(name)[1]).width()  # the ground comes after the title
    factor = (ROUTE_FIGURE_PX if name in ROUTES else FIGURE_PX) / width
    sizes = [float(text.attrib["font-size"]) for text in words_of(name)]
    assert all(size == int(size) for size in sizes)  # Qt would round a half down
    assert min(sizes) * factor >= SMALLEST_PX


@pytest.mark.parametrize("name", GUIDES)
def test_nothing_stands_on_its_words(theme: Theme, name: str) -> None:
    parts = drawn(name)
    ground = rect_box(parts[1])
    places = {text: place_of(text, theme) for text in words_of(name)}
    for text, place in places.items():
        assert ground.adjusted(8, 8, -8, -8).contains(place), text.text
        later = parts[parts.index(text) + 1 :]
        covers = [rect_box(part) for part in later if part.tag == f"{SPACE}rect"]
        covers += [circle_box(part) for part in later if part.tag == f"{SPACE}circle"]
        assert not [cover for cover in covers if cover.intersects(place)], text.text
    assert not [pair for pair in combinations(places.values(), 2) if pair[0].intersects(pair[1])]


@pytest.mark.parametrize("name", GUIDES)
def test_its_discs_stand_clear(theme: Theme, name: str) -> None:
    ground = rect_box(drawn(name)[1])
    assert len(discs(name)) == len(numbers(name))
    for disc in discs(name):
        assert ground.contains(disc)
        assert all(gap(disc, place_of(text, theme)) > 1 for text in words_of(name))
    assert not [pair for pair in combinations(discs(name), 2) if pair[0].intersects(pair[1])]


@pytest.mark.parametrize("name", [name for name in GUIDES if not name.startswith(NO_ID)])
def test_what_is_blue_is_an_id_that_its_platform_would_take(name: str) -> None:
    platform = CATALOGUE[name.split("-", maxsplit=1)[0]]
    blue = [text.text or "" for text in words_of(name) if text.get("fill") == ID_BLUE]
    found = [formats.check(platform, each).kind for each in blue if not each.startswith(".")]
    assert found
    assert set(found) <= TAKEN | {VerdictKind.CONVERSATION_ID}
    assert set(found) & TAKEN
