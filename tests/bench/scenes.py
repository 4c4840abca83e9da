# SPDX-License-Identifier: MIT
"""What is on the screen while we measure: a chat in a browser, and a painting, the worst case for PNG."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from Xlib import X
from Xlib.display import Display

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

STRIP_BYTES = 200_000
TALK = (
    "hi are you there I have seen your video do you want me to send it to your family and all your friends "
    "you have until tonight pay with a gift card and I will delete it don't block me answer now or else"
)
OCTAVES = ((240, 60), (80, 36), (24, 22), (8, 14), (3, 9), (1, 10))  # size of a patch in px, strength


def painting(width: int, height: int, seed: int = 7) -> NDArray[np.uint8]:
    """Return height x width x BGRX of brush strokes at every scale, down to the grain of the canvas."""
    noise = np.random.default_rng(seed)
    tones = np.full((height, width, 3), 118.0, dtype=np.float32)
    for size, strength in OCTAVES:
        patches = noise.normal(0, strength, (height // size + 2, width // size + 2, 1))
        tint = noise.normal(0, strength / 3, (*patches.shape[:2], 3))
        for channel in range(3):
            plane = Image.fromarray((patches[..., 0] + tint[..., channel]).astype(np.float32))
            tones[..., channel] += np.asarray(plane.resize((width, height), Image.Resampling.BICUBIC))
    return _bgrx(tones.clip(0, 255).astype(np.uint8))


def chat(width: int, height: int, seed: int = 7) -> NDArray[np.uint8]:
    """Return height x width x BGRX of a page of messages with faces and small photos."""
    noise = np.random.default_rng(seed)
    page = Image.new("RGB", (width, height), "#ffffff")
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(size=16)
    draw.rectangle((0, 0, width // 5, height), fill="#f0f2f5")
    draw.rectangle((0, 0, width, 64), fill="#2d4a66")
    for row in range(height // 64):
        _face(page, (16, 80 + row * 64), noise)
        draw.text((76, 92 + row * 64), _sentence(noise, 3), "#1c1e21", font)
    for row in range(height // 90):
        left = width // 5 + (40 if row % 2 else width // 3)
        _message(page, draw, font, (left, 84 + row * 90), noise, is_photo=row % 5 == 4)
    return _bgrx(np.asarray(page))


def _message(page, draw, font, place, noise, *, is_photo: bool) -> None:
    left, top = place
    _face(page, (left - 52, top), noise)
    if is_photo:
        photo = Image.fromarray(painting(140, 78, int(noise.integers(1000)))[..., 2::-1])
        page.paste(photo, (left, top))
        return
    draw.rounded_rectangle((left, top, left + 520, top + 62), 16, fill="#e4e6eb")
    for line in range(2):
        draw.text((left + 16, top + 10 + line * 22), _sentence(noise, 10), "#050505", font)


def _face(page, place, noise) -> None:
    face = Image.fromarray(painting(44, 44, int(noise.integers(1000)))[..., 2::-1])
    mask = Image.new("L", (176, 176))
    ImageDraw.Draw(mask).ellipse((0, 0, 175, 175), fill=255)
    page.paste(face, place, mask.resize((44, 44)))


def _sentence(noise, count: int) -> str:
    return " ".join(noise.choice(TALK.split(), count))


def _bgrx(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    pixels = np.zeros((*rgb.shape[:2], 4), dtype=np.uint8)
    pixels[..., :3] = rgb[..., ::-1]
    return pixels


@contextmanager
def shown(pixels: NDArray[np.uint8]) -> Iterator[None]:
    """The picture fills the screen, above every window, until the end."""
    height, width, _ = pixels.shape
    display = Display()
    root, depth = display.screen().root, display.screen().root_depth
    pixmap = root.create_pixmap(width, height, depth)
    gc = pixmap.create_gc()
    rows = max(1, STRIP_BYTES // (width * 4))
    for top in range(0, height, rows):
        strip = pixels[top : top + rows]
        pixmap.put_image(gc, 0, top, width, len(strip), X.ZPixmap, depth, 0, strip.tobytes())
    window = root.create_window(
        0, 0, width, height, 0, depth, background_pixmap=pixmap, override_redirect=True
    )
    window.map()
    display.sync()
    try:
        yield
    finally:
        window.destroy()
        display.sync()
        display.close()
