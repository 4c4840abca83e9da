# SPDX-License-Identifier: MIT
"""One X server a worker; nothing here touches the display the tests were started from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screen.xserver import XServer

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def xserver() -> Iterator[XServer]:
    with XServer() as running:
        yield running
