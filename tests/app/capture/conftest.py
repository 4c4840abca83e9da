# SPDX-License-Identifier: MIT
"""A session bus with a portal on it, where there is D-Bus."""

from __future__ import annotations

import io
import shutil
import sys
import threading
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from tests.fakes.portal import FakePortal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

WIDTH, HEIGHT, WITHIN_S = 160, 90, 60.0


def png_of(pixels: NDArray[np.uint8]) -> bytes:
    """Return a PNG of red, green and blue."""
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


@pytest.fixture(scope="session")
def desktop() -> NDArray[np.uint8]:
    """What the portal's picture shows: red, green, blue."""
    return np.random.default_rng(3).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)


@pytest.fixture(scope="module")
def running_portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakePortal]:
    if not sys.platform.startswith("linux") or not shutil.which("dbus-daemon"):
        pytest.skip("there is no D-Bus here")
    with FakePortal(tmp_path_factory.mktemp("portal")) as running:
        yield running


@pytest.fixture
def portal(running_portal: FakePortal, desktop: NDArray[np.uint8]) -> FakePortal:
    """A portal that gives the picture, with an empty folder of pictures."""
    for left in running_portal.pictures.iterdir():
        left.unlink()
    running_portal.draws(png_of(desktop))
    running_portal.will("ok")
    return running_portal


@pytest.fixture
def until() -> Callable[[Callable[[], bool]], None]:
    """Waits for something to become true; what never does fails the test."""

    def wait(is_so: Callable[[], bool]) -> None:
        ticking, end = threading.Event(), time.monotonic() + WITHIN_S
        while not is_so():
            assert time.monotonic() < end, "it did not happen"
            ticking.wait(0.01)

    return wait
