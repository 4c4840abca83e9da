# SPDX-License-Identifier: MIT
"""G11: an ID proposed from a 4K capture, beside RapidOCR on the whole screen; memory of the process.

Ours is timed from the PNG of the exhibit to the proposal, in the process that reads, warm. The peer is given
the decoded pixels, warm too. CPU of all threads, as the peer uses every core.
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import psutil
from PIL import Image

from app.identify.confine import MEMORY_BYTES
from app.identify.reading import Reader
from tests.bench.harness import Row, alternated, cpu, less
from tests.fakes.panels import nothing, panel

if TYPE_CHECKING:
    from collections.abc import Callable

FOUR_K = (3840, 2160)
PROFILE = 1  # seed of a card with the ID in blue
FASTER = {"sparse": 4.0, "full": 10.0}
MEDIAN_MS = 300.0
MOST_ROUNDS = 5  # the peer takes seconds a round


def measure(_: Path, rounds: int) -> list[Row]:
    """Return the rows of G11."""
    engine = _peer()
    rows = []
    with Reader() as reader:
        reader.warm()
        for name, screen in (("sparse", _sparse()), ("full", _full())):
            png, pixels = _png(screen), np.asarray(screen)[..., ::-1].copy()
            expected = panel(PROFILE).value
            assert reader.find(png, "skype").proposals[0].value == expected
            costs = alternated(
                {
                    "ours": _cpu_of(reader, lambda png=png: reader.find(png, "skype")),
                    "peer": cpu(lambda pixels=pixels: engine(pixels)),
                },
                min(rounds, MOST_ROUNDS),
            )
            rows.append(
                less(
                    "G11",
                    f"ID of a 4K {name} screen",
                    costs["ours"],
                    "RapidOCR, whole screen",
                    costs["peer"],
                    FASTER[name],
                )
            )
            rows.append(_limit(f"ID of a 4K {name} screen", costs["ours"], MEDIAN_MS))
        reader.read_all(_png(_full()))
        rows.append(_memory(reader))
    return rows


def _sparse() -> Image.Image:
    screen = Image.new("RGB", FOUR_K, (243, 243, 243))
    screen.paste(panel(PROFILE).image, (1500, 700))
    return screen


def _full() -> Image.Image:
    """Return a screen full of chats with links, with the profile among them."""
    screen = Image.new("RGB", FOUR_K, (255, 255, 255))
    for number in range(16):
        tile = nothing(4 * number).image.crop((0, 0, 960, 540))
        screen.paste(tile, (number % 4 * 960, number // 4 * 540))
    screen.paste(panel(PROFILE).image, (1500, 700))
    return screen


def _png(image: Image.Image) -> bytes:
    room = io.BytesIO()
    image.save(room, "PNG", compress_level=1)
    return room.getvalue()


def _peer() -> Callable[[Any], object]:
    """Return the peer with its model loaded. It counts as one contender; the program never imports it."""
    from rapidocr import RapidOCR  # noqa: PLC0415 - heavy, and only this goal needs it

    engine: Callable[[Any], object] = RapidOCR(params={"Global.log_level": "critical"})
    return engine


def _cpu_of(reader: Reader, work: Callable[[], object]) -> Callable[[], float]:
    """Return a contender: the CPU time of the process that reads and of this one, in ms."""

    def run() -> float:
        process = psutil.Process(reader.pid)
        before = _used_s(process) + _used_s(psutil.Process(os.getpid()))
        work()
        return (_used_s(process) + _used_s(psutil.Process(os.getpid())) - before) * 1000

    return run


def _used_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _limit(what: str, ours_ms: float, wanted_ms: float) -> Row:
    is_met = ours_ms <= wanted_ms
    return Row(
        "G11",
        what,
        f"{ours_ms:.0f} ms",
        "limit",
        f"{wanted_ms:.0f} ms",
        "",
        f"about {wanted_ms:.0f} ms",
        is_met,
    )


def _memory(reader: Reader) -> Row:
    """Return the most that the process ever held. Source: proc(5), VmHWM."""
    status = Path(f"/proc/{reader.pid}/status").read_text(encoding="ascii")
    peak = int(status.split("VmHWM:")[1].split()[0]) * 1024
    ours, limit = (f"{size / 2**20:.0f} MiB" for size in (peak, MEMORY_BYTES))
    what = "memory of the reading process, peak"
    return Row("G11", what, ours, "limit", limit, "", f"<= {limit}", peak <= MEMORY_BYTES)
