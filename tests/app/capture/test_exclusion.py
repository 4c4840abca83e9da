# SPDX-License-Identifier: MIT
from __future__ import annotations

import sys

import pytest

from app.capture.exclusion import keep_out, this_system
from app.errors import CaptureUnsupported


class Fake:
    def __init__(self, *, can: bool) -> None:
        self.can, self.asked = can, [0]

    def keep_out(self, number: int) -> bool:
        self.asked.append(number)
        return self.can


@pytest.mark.parametrize("can", [True, False])
def test_the_system_is_asked_and_its_answer_believed(can: bool) -> None:
    system = Fake(can=can)
    assert keep_out(4711, system) is can
    assert system.asked[-1] == 4711


def test_a_system_that_cannot_be_asked_leaves_it_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise CaptureUnsupported("macOS cannot be asked here")

    monkeypatch.setattr("app.capture.exclusion.this_system", refuse)
    assert keep_out(4711) is False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the others can")
def test_where_no_system_can_do_it_the_answer_is_no() -> None:
    assert this_system() is None
    assert keep_out(4711) is False
