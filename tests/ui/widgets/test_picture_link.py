# SPDX-License-Identifier: MIT
"""Pictures are offered newest first; the box belongs to the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Rect, SeenIn
from tests.fakes.acquisitions import acquisition
from tests.ui.pages.test_identify import ask, picture
from ui.widgets.picture_link import PictureLink

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_without_pictures_it_is_not_there(context: Context, qtbot: QtBot) -> None:
    link = PictureLink(context)
    qtbot.addWidget(link)
    link.offer(())
    assert link.isHidden()
    assert link.seen_in is None


def test_the_newest_comes_first_and_a_withdrawn_one_not_at_all(opened: Context, qtbot: QtBot) -> None:
    made = [ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(picture()))) for _ in range(3)]
    ask(opened, qtbot, lambda vault: vault.withdraw_exhibit(made[1].id, "twice"))
    link = PictureLink(opened)
    qtbot.addWidget(link)
    link.offer(ask(opened, qtbot, lambda vault: vault.exhibits()))
    assert link.exhibits == (made[2].id, made[0].id)
    assert [chip.text() for chip in link.chips.chips.values()][1:] == [made[2].ref, made[0].ref]


def test_another_picture_has_no_box_yet(opened: Context, qtbot: QtBot) -> None:
    made = [ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(picture()))) for _ in range(2)]
    link = PictureLink(opened)
    qtbot.addWidget(link)
    link.offer(tuple(made))
    link.load(SeenIn(made[0].id, Rect(1, 2, 30, 40)))
    qtbot.waitUntil(lambda: link.picker.region == Rect(1, 2, 30, 40))
    assert not link.crop.isHidden()
    link.chips.chips[made[1].id].click()
    qtbot.waitUntil(lambda: link.picker.region is None)
    assert link.seen_in == SeenIn(made[1].id)
    link.chips.chips["none"].click()
    assert link.seen_in is None
    assert link.crop.isHidden()
