# SPDX-License-Identifier: MIT
import app.timeline
from app import timeline


def test_everything_that_is_offered_is_there():
    assert all(hasattr(timeline, name) for name in app.timeline.__all__)
