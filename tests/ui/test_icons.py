# SPDX-License-Identifier: MIT
"""Icons: every file is drawn, in the colour asked for, sharp, and mirrored only where it points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import GuideInvalid
from app.paths import resources

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ui.context import Context

NAMES = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))


def inked(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_its_colour(context: Context, name: str) -> None:
    image = context.icons.pixmap(name, "primary", 24, ratio=2).toImage()
    assert (image.width(), image.height()) == (48, 48)
    marks = inked(image)
    assert marks
    wanted = context.theme.colour("primary")
    x, y = max(marks, key=lambda at: image.pixelColor(*at).alpha())
    assert image.pixelColor(x, y).rgb() == wanted.rgb()


def test_only_what_points_is_mirrored(context: Context) -> None:
    def both(name: str) -> list[set[tuple[int, int]]]:
        pictures = [context.icons.pixmap(name, "ink", 24, mirrored=way).toImage() for way in (False, True)]
        return [inked(picture) for picture in pictures]

    plain, mirrored = both("back")
    assert plain != mirrored
    plain, mirrored = both("camera")
    assert plain == mirrored


def test_an_icon_that_is_not_there_is_said(context: Context) -> None:
    with pytest.raises(GuideInvalid):
        context.icons.pixmap("unicorn")


def test_an_icon_for_qt_has_three_resolutions(context: Context) -> None:
    sizes = {size.width() for size in context.icons.icon("camera").availableSizes()}
    assert sizes == {20, 40, 60}
