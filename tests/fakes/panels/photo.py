# SPDX-License-Identifier: MIT
"""What happens to a picture on its way: JPEG, and a phone held before the screen."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from random import Random

    from tests.fakes.panels.setting import Panel


def compressed(panel: Panel, random: Random) -> Panel:
    """Return it as a JPEG of a chat app left it."""
    room = io.BytesIO()
    panel.image.save(room, "JPEG", quality=random.choice([70, 80, 88, 92]), subsampling=random.choice([0, 2]))
    return replace(panel, image=Image.open(room).convert("RGB"))


def photographed(panel: Panel, random: Random) -> Panel:
    """Return it as a phone sees it: larger, a little turned, soft, warm or cold, with noise."""
    image = panel.image
    factor = max(1.4, 900 / image.width)
    size = (round(image.width * factor), round(image.height * factor))
    turned = image.resize(size, Image.Resampling.BICUBIC).rotate(
        random.uniform(-1.5, 1.5), Image.Resampling.BICUBIC, expand=True, fillcolor=(40, 40, 44)
    )
    soft = turned.filter(ImageFilter.GaussianBlur(random.uniform(0.5, 1.1)))
    noise = np.random.default_rng(panel.seed).normal(0, random.uniform(1.5, 5), (*soft.size[::-1], 3))
    warm = np.array([random.uniform(0.94, 1.04), 1.0, random.uniform(0.9, 1.04)])
    light = np.linspace(random.uniform(0.85, 1), random.uniform(0.85, 1), soft.width)[None, :, None]
    pixels = np.asarray(soft, np.float32) * warm * light * random.uniform(0.85, 0.98) + noise + 4
    photo = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    return compressed(replace(panel, image=photo, box=None, is_photo=True), random)
