# SPDX-License-Identifier: MIT
from __future__ import annotations

from PySide6.QtCore import QPoint

from app import paths
from ui.demo import paint
from ui.demo.profile import ProfileView, facts_of
from ui.demo.script import load

SAMPLE = paths.resources() / "sample" / "case.toml"


def test_the_identifier_stands_first_beside_the_word_it_is_found_by() -> None:
    assert facts_of(load(SAMPLE).profile)[0] == ("Skype Name", "live:.cid.8f3a1b2c4d5e6f70")


def test_the_only_blue_letters_are_the_identifier_and_stand_where_it_says(qtbot) -> None:
    view = ProfileView(load(SAMPLE), paint.load_fonts())
    qtbot.addWidget(view)
    view.resize(1000, 680)
    view.show()
    image = view.grab().toImage()
    area = view.id_area().toAlignedRect()
    blue = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == paint.BLUE
    ]
    assert len(blue) > 50
    assert all(area.contains(QPoint(x, y)) for x, y in blue)
