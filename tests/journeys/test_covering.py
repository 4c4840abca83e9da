# SPDX-License-Identifier: MIT
"""Parts of a conversation are covered, by mouse and by keyboard alone; then no picture of it shows them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage, QPainter

from app.model import Rect
from tests.fakes.sample_run import STEP_PX, add_run, chat
from tests.robots.covering import RedactRobot
from tests.robots.searching import EvidenceRobot, ExhibitRobot
from tests.robots.window import WindowRobot
from tests.ui.filling import ask

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = pytest.mark.journey

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
FRAMES, DRAWN_IN = 6, 3
MAGENTA, CYAN = QColor(255, 0, 255), QColor(0, 220, 220)
PHOTO, NAME = Rect(24, 900, 300, 120), Rect(500, 900, 200, 80)  # of the whole conversation
TOP = STEP_PX * (DRAWN_IN - 1)  # of the picture they are covered in


def test_covered_parts_of_a_conversation_are_in_no_picture_that_leaves(
    started: Started, qtbot: QtBot, xserver: XServer, places: Places
) -> None:
    robot = WindowRobot(qtbot, started)
    robot.begin_a_case(PASSPHRASE)
    kept = ask(started.context, qtbot, lambda vault: add_run(vault, FRAMES, whole=with_patches()))
    started.context.session.exhibit_added.emit(kept)
    assert sum(map(shows_patch, small_pictures(started, kept, qtbot))) >= 3

    exhibit = open_exhibit(robot, kept)
    before = exhibit.root
    exhibit.choose_picture(DRAWN_IN)
    exhibit.is_shown()
    exhibit.press("parts_button")
    page = RedactRobot(qtbot, robot.page_is("RedactPage").root, xserver)
    page.draw(Rect(PHOTO.x - 8, PHOTO.y - TOP - 8, PHOTO.width + 16, PHOTO.height + 16))
    draw_by_keyboard(page)
    assert page.cover() == "Covered in all 3 pictures that show this part."
    page.back()

    exhibit = ExhibitRobot(qtbot, robot.page_is("ExhibitPage").root)
    assert exhibit.root is not before  # no page holds what it showed before
    exhibit.is_shown()
    assert not shows_patch(shown_by(exhibit))
    exhibit.press("original_button")
    exhibit.until(lambda: shows_patch(shown_by(exhibit)))
    assert not any(map(shows_patch, small_pictures(started, kept, qtbot)))

    pictures = pictures_in(saved_report(robot, places.stick / "report.pdf"))
    assert len(pictures) >= FRAMES
    assert not any(map(shows_patch, pictures))
    with qtbot.waitSignal(started.context.session.locked, timeout=15_000):
        started.leaving.lock("idle")


def saved_report(robot: WindowRobot, pdf: Path) -> Path:
    robot.go_to("report")
    report = robot.report()
    report.is_made()
    report.hand_over("save", pdf)
    return pdf


def with_patches() -> QImage:
    """Return a conversation in which two things have colours that nothing else has."""
    whole = chat(FRAMES)
    painter = QPainter(whole)
    for place, colour in ((PHOTO, MAGENTA), (NAME, CYAN)):
        painter.fillRect(place.x, place.y, place.width, place.height, colour)
    painter.end()
    return whole


def open_exhibit(robot: WindowRobot, exhibit: Exhibit) -> ExhibitRobot:
    robot.go_to("evidence")
    EvidenceRobot(robot.qtbot, robot.page_is("EvidencePage").root).open_exhibit(exhibit.id)
    return ExhibitRobot(robot.qtbot, robot.page_is("ExhibitPage").root)


def draw_by_keyboard(page: RedactRobot) -> None:
    """Begin a box in the middle, move and size it over the name; say where it is."""
    page.key("space")
    page.key("ctrl+Right", times=6)
    page.key("ctrl+shift+Right", times=2)
    assert page.said().startswith("Box 2 of 2, at left ")
    box, wanted = page.page.canvas.boxes[1], Rect(NAME.x, NAME.y - TOP, NAME.width, NAME.height)
    assert box.x <= wanted.x
    assert box.y <= wanted.y
    assert box.x + box.width >= wanted.x + wanted.width
    assert box.y + box.height >= wanted.y + wanted.height
    page.key("Delete")
    page.xserver.run("xdotool", "key", "ctrl+z")
    page.until(lambda: page.page.canvas.boxes[1:] == (box,))


def shown_by(exhibit: ExhibitRobot) -> NDArray[np.uint8]:
    shown = exhibit.shown().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(bytes(shown.constBits()), np.uint8).reshape(shown.height(), shown.bytesPerLine())
    return rows[:, : 3 * shown.width()].reshape(shown.height(), shown.width(), 3)


def small_pictures(started: Started, exhibit: Exhibit, qtbot: QtBot) -> list[NDArray[np.uint8]]:
    found = ask(started.context, qtbot, lambda vault: [vault.thumbnail(one.id) for one in exhibit.originals])
    return [pixels(one) for one in found if one is not None]


def pictures_in(pdf: Path) -> list[NDArray[np.uint8]]:
    """Return every picture of a PDF."""
    return [pixels(image.data) for page in PdfReader(pdf).pages for image in page.images]


def pixels(data: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def shows_patch(picture: NDArray[np.uint8]) -> bool:
    """Whether anything of one of the two colours is in it, as far as a small JPEG keeps them."""
    red, green, blue = (picture[..., n].astype(int) for n in range(3))
    magenta = (red > green + 90) & (blue > green + 90)
    cyan = (green > red + 90) & (blue > red + 90)
    return bool((magenta | cyan).sum() > 2)
