# SPDX-License-Identifier: MIT
"""Questions that are answered after nobody waits any more."""

from __future__ import annotations

import pytest

from app.capture import portal_late
from app.errors import PictureLeft


class Late:
    """Counts how often it is looked through."""

    def __init__(self, *, leaves: bool = False) -> None:
        self.sweeps = 0
        self.leaves = leaves

    def sweep(self) -> None:
        self.sweeps += 1
        if self.leaves:
            raise PictureLeft("there")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portal_late, "_KEPT", [])


def test_what_is_kept_is_looked_through_each_time() -> None:
    one, other = Late(), Late()
    portal_late.keep(one)
    portal_late.sweep()
    portal_late.keep(other)
    portal_late.sweep()
    assert (one.sweeps, other.sweeps) == (2, 1)


def test_a_picture_that_stays_is_said_but_not_at_the_end_of_the_program() -> None:
    one = Late(leaves=True)
    portal_late.keep(one)
    with pytest.raises(PictureLeft):
        portal_late.sweep()
    portal_late._sweep_at_the_end()
    assert one.sweeps == 2
