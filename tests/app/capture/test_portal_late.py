# SPDX-License-Identifier: MIT
"""Questions that are answered after nobody waits any more."""

from __future__ import annotations

import pytest

from app.capture import portal_late
from app.errors import PictureLeft


class Late:
    """Is answered at one of the looks."""

    def __init__(self, answered_at: int, *, leaves: bool = False) -> None:
        self.is_open = True
        self.sweeps = 0
        self.is_withdrawn = False
        self._answered_at = answered_at
        self._leaves = leaves

    def sweep(self) -> None:
        self.sweeps += 1
        if self.sweeps == self._answered_at:
            self.is_open = False
            if self._leaves:
                raise PictureLeft("there")

    def withdraw(self) -> None:
        self.is_withdrawn = True
        self.sweep()


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portal_late, "_KEPT", [])


def test_each_is_looked_through_until_it_is_answered() -> None:
    one, other = Late(1), Late(3)
    assert not portal_late.sweep()
    portal_late.keep(one)
    portal_late.keep(other)
    assert [portal_late.sweep() for _ in range(4)] == [True, True, False, False]
    assert (one.sweeps, other.sweeps) == (1, 3)


def test_a_picture_that_stays_is_said_once() -> None:
    portal_late.keep(Late(1, leaves=True))
    with pytest.raises(PictureLeft):
        portal_late.sweep()
    assert not portal_late.sweep()


def test_at_the_end_every_question_is_taken_away() -> None:
    one, other = Late(1, leaves=True), Late(9)
    portal_late.keep(one)
    portal_late.keep(other)
    portal_late.end()
    assert (one.is_withdrawn, other.is_withdrawn) == (True, True)
    assert not portal_late.sweep()
