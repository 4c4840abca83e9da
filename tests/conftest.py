# SPDX-License-Identifier: MIT
"""What holds for every test: nothing fails because the machine is busy, and all is drawn alike in each run.

``--hypothesis-profile=wander`` draws other values each time, and keeps those that failed.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.patience import PatientBot
from ui.garbage import collect_in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

# A temporary folder may serve all examples of a test; how fast values are drawn is the machine's business.
FORGIVEN = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)

settings.register_profile("same", deadline=None, derandomize=True, suppress_health_check=FORGIVEN)
settings.register_profile("wander", deadline=None, derandomize=False, suppress_health_check=FORGIVEN)
settings.load_profile("same")


@pytest.fixture(scope="session", autouse=True)
def _rings_go_in_this_thread() -> Iterator[None]:
    """As in the program: no worker of a test frees a widget that a test before it left in a ring."""
    was_on = gc.isenabled()
    gc.disable()
    gc.freeze()  # what was imported stays until the end
    yield
    gc.unfreeze()
    if was_on:
        gc.enable()


@pytest.fixture(autouse=True)
def _collected(_rings_go_in_this_thread: None) -> Iterator[None]:
    """What a test left in rings is collected after it."""
    yield
    collect_in_turn()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """The robot of pytest-qt, with more patience."""
    return PatientBot(request)
