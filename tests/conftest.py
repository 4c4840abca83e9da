# SPDX-License-Identifier: MIT
"""What holds for every test: nothing fails because the machine is busy, and all is drawn alike in each run.

``--hypothesis-profile=wander`` draws other values each time, and keeps those that failed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.patience import PatientBot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# A temporary folder may serve all examples of a test; how fast values are drawn is the machine's business.
FORGIVEN = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)

settings.register_profile("same", deadline=None, derandomize=True, suppress_health_check=FORGIVEN)
settings.register_profile("wander", deadline=None, derandomize=False, suppress_health_check=FORGIVEN)
settings.load_profile("same")


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """The robot of pytest-qt, with more patience."""
    return PatientBot(request)
