# SPDX-License-Identifier: MIT
"""One X server a worker; nothing here touches the display the tests were started from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from app.capture import choose_backend
from app.clock import SystemClock
from app.vault import KdfParameters, Vault
from tests.fakes.acquisitions import ADULT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.capture.models import Backend
    from tests.screen.xserver import XServer

TWO_MONITORS = (("LEFT", "800/211x900/238+0+0"), ("RIGHT", "800/211x900/238+800+0"))


@pytest.fixture(scope="session")
def xserver() -> Iterator[XServer]:
    from tests.screen.xserver import XServer  # noqa: PLC0415 - Xlib is installed on Linux only

    with XServer() as running:
        yield running


@pytest.fixture
def backend(xserver: XServer) -> Iterator[Backend]:
    assert os.environ["DISPLAY"] == xserver.display
    chosen = choose_backend(os.environ)
    yield chosen
    chosen.close()


@pytest.fixture
def two_monitors(xserver: XServer) -> Iterator[None]:
    xserver.set_monitors(TWO_MONITORS)
    yield
    xserver.delete_monitors([name for name, _ in TWO_MONITORS])


@pytest.fixture(params=[1, 2], ids=["one monitor", "two monitors"])
def monitors(request: pytest.FixtureRequest) -> int:
    count: int = request.param
    if count == 2:
        request.getfixturevalue("two_monitors")
    return count


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A case of an adult, open."""
    made = Vault.create(
        tmp_path / "case.safehold",
        "correct horse battery",
        clock=SystemClock(),
        facts=ADULT,
        tool="Safehold 0.1.0",
        machine_alias="heron-42",
        kdf=KdfParameters.floor(),
    )
    yield made
    made.close()
