# SPDX-License-Identifier: MIT
"""Pictures of the path of words: the question about an area, its answers, and what is set apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QPainter

from app.capture.models import Frame
from app.capture.png import encode
from app.model import Exhibit, Sensitivity
from tests.fakes.words_area import drawn_area
from tests.shot import Shot
from tests.shots_settling import settle
from ui.pages.words_area import WordsAreaPage

if TYPE_CHECKING:
    from app.model import Acquisition
    from ui.application import Started
    from ui.widgets.page import Page

WIDTH_PX, HEIGHT_PX = 600, 150


def _area(_started: Started) -> Acquisition:
    """Return an area with two lines of a chat in it."""
    image = QImage(WIDTH_PX, HEIGHT_PX, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    painter.drawText(20, 60, "Send 200 to bc1q0000000000000000000000000000000000000")
    painter.drawText(20, 100, "You have until 9 tonight.")
    painter.end()
    image.convertTo(QImage.Format.Format_RGB32)
    return drawn_area(encode(Frame(WIDTH_PX, HEIGHT_PX, bytes(image.constBits()))))


def _marked(started: Started, mark: Sensitivity) -> tuple[Exhibit, ...]:
    """Return the exhibits as they are shown with this mark; those of the case stay as they are."""
    found: list[Exhibit] = []
    started.context.session.run(lambda vault: vault.exhibits(), owner=started.window, then=found.extend)
    settle(lambda: bool(found), 60_000)
    return tuple(replace(one, facts=replace(one.facts, sensitivity=mark)) for one in found)


def _answer(page: Page, button: str) -> None:
    getattr(page, button).click()
    settle(limit_ms=200)


def _look(page: Page) -> None:
    assert isinstance(page, WordsAreaPage)
    page.picture.show_button.click()
    settle(limit_ms=200)


WORDS_AREA = {
    "07i-words-area": Shot("words_area"),
    "07j-words-area-ask": Shot("words_area", _area),
    "07k-words-area-look": Shot("words_area", _area, act=_look),
    "07l-words-area-dropped": Shot("words_area", _area, act=lambda page: _answer(page, "no")),
    "07m-words-area-apart": Shot("exhibit", lambda one: _marked(one, Sensitivity.MAY_SHOW_UNDER_18)[0]),
    "07n-words-area-kept": Shot("exhibit", lambda one: _marked(one, Sensitivity.WORDS_ONLY)[0]),
}
