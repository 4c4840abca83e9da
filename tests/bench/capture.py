# SPDX-License-Identifier: MIT
"""G1: grab and lossless PNG, a chat and a painting, beside mss, Qt, scrot and one SHA-256 of the frame."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import mss
import mss.tools
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication

from app.capture import choose_backend
from app.capture.geometry import bounding
from app.capture.png import encode
from tests.bench.harness import Row, alternated, at_most, child_cpu, cpu, less
from tests.bench.scenes import chat, painting, shown
from tests.screen.xserver import XServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WIDTH, HEIGHT = 1920, 1080
SCENES = {"chat": (chat, 8, 1.25, 1.25), "photo": (painting, 5, 5, 1.05)}  # mss, SHA-256, size


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of G1."""
    with XServer(WIDTH, HEIGHT):
        application = QGuiApplication.instance() or QGuiApplication([])
        for name, (draw, *wanted) in SCENES.items():
            with shown(draw(WIDTH, HEIGHT)):
                yield from _scene(name, folder, rounds, *wanted)
        application.shutdown()


def _scene(
    name: str, folder: Path, rounds: int, than_mss: float, of_hash: float, of_size: float
) -> Iterator[Row]:
    backend, peer = choose_backend(os.environ), mss.MSS()
    rect = bounding(screen.rect for screen in backend.screens())
    raw = backend.grab(rect).bgra
    costs = alternated(
        {
            "ours": cpu(lambda: encode(backend.grab(rect))),
            "mss.tools.to_png": cpu(lambda: _by_mss(peer)),
            "QScreen + save": cpu(_by_qt),
            "scrot": child_cpu(("scrot", "-o", "-z", str(folder / "scrot.png"))),
            "SHA-256 of the frame": cpu(lambda: hashlib.sha256(raw).digest()),
        },
        rounds,
    )
    what, ours = f"grab + PNG, {name}", costs["ours"]
    yield less("G1", what, ours, "mss.tools.to_png", costs["mss.tools.to_png"], than_mss)
    yield less("G1", what, ours, "QScreen + save", costs["QScreen + save"], 10)
    yield less("G1", what, ours, "scrot", costs["scrot"], 8)
    yield at_most("G1", what, ours, "SHA-256 of the frame", costs["SHA-256 of the frame"], of_hash)
    yield _size(name, len(encode(backend.grab(rect))), len(_by_qt()), of_size)
    backend.close()
    peer.close()


def _by_mss(peer: mss.MSS) -> bytes | None:
    shot = peer.grab(peer.monitors[0])
    return mss.tools.to_png(shot.rgb, shot.size)


def _by_qt() -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QGuiApplication.primaryScreen().grabWindow(0).save(buffer, "PNG")
    return bytes(buffer.data().data())


def _size(name: str, ours: int, theirs: int, wanted: float) -> Row:
    ratio = ours / theirs
    sizes = (f"{ours / 1000:.0f} kB", f"{theirs / 1000:.0f} kB")
    return Row(
        "G1",
        f"size of the PNG, {name}",
        sizes[0],
        "Qt",
        sizes[1],
        f"{ratio:.2f}x",
        f"<= {wanted:g}x",
        ratio <= wanted,
    )
