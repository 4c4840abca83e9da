# SPDX-License-Identifier: MIT
from __future__ import annotations

from ui.capture.states import State


def test_buttons_mean_something_only_while_nothing_is_under_way() -> None:
    assert [state for state in State if state.may_choose] == [State.READY, State.PICKING]
