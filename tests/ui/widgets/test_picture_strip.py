# SPDX-License-Identifier: MIT
"""Small pictures to choose one of; a covered one shows no picture; hundreds are shown a few at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPixmap

from app.capture.png import encode
from app.model import ExhibitFacts, Sensitivity
from tests.fakes.acquisitions import acquisition
from tests.fakes.backend import drawn
from tests.fakes.redacted import BOX, covered
from tests.ui.pages.test_identify import ask
from ui.widgets.picture_strip import FIRST, PictureStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from app.vault import Vault
    from ui.context import Context


@pytest.fixture
def strip(opened: Context, qtbot: QtBot) -> PictureStrip:
    strip = PictureStrip(opened)
    qtbot.addWidget(strip)
    return strip


def pictures(context: Context, qtbot: QtBot, count: int) -> tuple[Exhibit, ...]:
    def put(vault: Vault) -> tuple[Exhibit, ...]:
        small = encode(drawn(32, 18))
        for _ in range(count):
            vault.add_exhibit(acquisition(encode(drawn(64, 36))), thumbnail=small)
        return vault.exhibits()

    return ask(context, qtbot, put)


def offer(strip: PictureStrip, exhibits: tuple[Exhibit, ...]) -> None:
    strip.offer([(each, each.originals[0]) for each in exhibits])


def test_nothing_to_choose_is_not_shown(strip: PictureStrip) -> None:
    assert strip.isHidden()


def test_a_press_chooses_and_a_second_one_lets_go(strip: PictureStrip, opened: Context, qtbot: QtBot) -> None:
    first, second = pictures(opened, qtbot, 2)
    offer(strip, (first, second))
    with qtbot.waitSignal(strip.chosen) as chosen:
        strip.buttons[1].click()
    assert chosen.args[0].id == second.id
    assert [button.isChecked() for button in strip.buttons] == [False, True]
    with qtbot.waitSignal(strip.chosen) as chosen:
        strip.buttons[1].click()
    assert chosen.args == [None, None]
    assert strip.original is None


def test_small_pictures_come_from_the_vault(strip: PictureStrip, opened: Context, qtbot: QtBot) -> None:
    offer(strip, pictures(opened, qtbot, 1))
    qtbot.waitUntil(lambda: strip.buttons[0].pixmap is not None)


def test_a_covered_one_is_covered_here_too(strip: PictureStrip, opened: Context, qtbot: QtBot) -> None:
    (bare,) = pictures(opened, qtbot, 1)

    def cover(vault: Vault) -> tuple[Exhibit, ...]:
        vault.revise_exhibit(bare.id, ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
        return vault.exhibits()

    offer(strip, ask(opened, qtbot, cover))
    (button,) = strip.buttons
    red = QPixmap(64, 36)
    red.fill(QColor("red"))
    button.pixmap = red  # even if it were here
    painted = button.grab().toImage()
    seen = {painted.pixelColor(x, 40).name() for x in range(painted.width())}
    assert "#ff0000" not in seen


def test_a_few_are_shown_at_a_time_and_a_chosen_one_always(
    strip: PictureStrip, opened: Context, qtbot: QtBot
) -> None:
    many = pictures(opened, qtbot, FIRST + 5)
    offer(strip, many)
    assert len(strip.buttons) == FIRST
    assert strip.more.isVisibleTo(strip)
    strip.choose(many[-1].id)
    assert len(strip.buttons) == FIRST + 5
    assert strip.buttons[-1].isChecked()
    assert not strip.more.isVisibleTo(strip)


def test_offering_the_same_again_keeps_the_choice(strip: PictureStrip, opened: Context, qtbot: QtBot) -> None:
    both = pictures(opened, qtbot, 2)
    offer(strip, both)
    strip.buttons[0].click()
    before = strip.buttons[0]
    offer(strip, both)
    assert strip.buttons[0] is before
    assert strip.buttons[0].isChecked()


def test_what_is_covered_since_is_fetched_anew(strip: PictureStrip, opened: Context, qtbot: QtBot) -> None:
    (one,) = pictures(opened, qtbot, 1)
    offer(strip, (one,))
    before = strip.buttons[0]
    offer(strip, (covered(one, {1: (BOX,)}),))
    assert strip.buttons[0] is not before
    assert strip.buttons[0].pixmap is None
