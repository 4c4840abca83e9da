# SPDX-License-Identifier: MIT
"""What a scripted session is given to keep: words and a picture that stand nowhere else in the world.

The words are put together when asked for, so that no code holds them.
"""

from __future__ import annotations

import io
from random import Random

from PIL import Image

KINDS = ("name", "identifier", "chat", "demand", "title", "draft", "reference")
SIZE_PX = (320, 200)
_WORDS = ("quartz", "lantern", "vixen", "sphinx", "jumble")
_ANIMALS = ("Zebra", "Quokka", "Ocelot", "Numbat")


def passphrase() -> str:
    """Return what opens the vault of the session."""
    return " ".join(_WORDS)


def planted(kind: str) -> str:
    """Return the words of one kind."""
    return "".join((*_ANIMALS, kind.title()))


def picture() -> bytes:
    """Return a picture of noise, as PNG."""
    out = io.BytesIO()
    _noise().save(out, "PNG")
    return out.getvalue()


def pixels() -> dict[str, bytes]:
    """Return a stretch of the picture's pixels in the orders in which programs hold them."""
    row = _noise().crop((100, 100, 140, 101)).tobytes()
    threes = [row[at : at + 3] for at in range(0, len(row), 3)]
    return {
        "pixels as RGB": row,
        "pixels as BGRX": b"".join(one[::-1] + b"\xff" for one in threes),
        "pixels as RGBX": b"".join(one + b"\xff" for one in threes),
    }


def _noise() -> Image.Image:
    """Return the picture."""
    noise = Random(4711).randbytes(SIZE_PX[0] * SIZE_PX[1] * 3)  # noqa: S311 - drawn from a seed
    return Image.frombytes("RGB", SIZE_PX, noise)


def needles() -> dict[str, tuple[bytes, ...]]:
    """Return what to look for, in the writings that programs use, by what it is."""
    texts = {"passphrase": passphrase(), **{kind: planted(kind) for kind in KINDS}}
    found = {name: _writings(text) for name, text in texts.items()}
    shot = picture()
    found["picture as PNG"] = (shot[len(shot) // 2 : len(shot) // 2 + 48],)
    return found | {name: (data,) for name, data in pixels().items()}


def _writings(text: str) -> tuple[bytes, ...]:
    return tuple(text.encode(code) for code in ("utf-8", "utf-16-le", "utf-32-le"))
