# SPDX-License-Identifier: MIT
"""Pages look as they did when last looked at, but for what another machine draws a shade otherwise."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.app.report.golden import FOLDER, PAGES, blocks, picture

MOST_BLOCK = 40.0  # of 255: a word more or less in a block
MOST_MEAN = 1.0


def differ(now, then) -> bool:
    apart = np.abs(blocks(now) - blocks(then))
    return bool(apart.max() > MOST_BLOCK or apart.mean() > MOST_MEAN)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_page_looks_as_it_did(name):
    then = Image.open(FOLDER / f"{name}.png")
    now = picture(name)
    assert now.size == then.size
    assert not differ(now, then), "look at it, then: python -m tests.app.report.golden"


def test_a_word_more_would_be_seen():
    then = Image.open(FOLDER / "page1.png")
    now = then.copy()
    ImageDraw.Draw(now).text((60, 40), "another word", fill=0)
    assert differ(now, then)
    assert not differ(then.copy(), then)
