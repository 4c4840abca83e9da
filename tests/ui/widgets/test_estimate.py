# SPDX-License-Identifier: MIT
"""The estimate moves by itself, never claims the end, and stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.estimate import MOST, Estimate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_it_moves_and_never_claims_the_end(context: Context, qtbot: QtBot) -> None:
    estimate = Estimate(context, words_key="lock.opening", expected_ms=50)
    qtbot.addWidget(estimate)
    estimate.begin()
    assert estimate.is_running
    assert estimate.cancel.isHidden()
    qtbot.waitUntil(lambda: estimate.bar.share > 0.8)
    assert estimate.bar.share <= MOST
    estimate.end()
    assert not estimate.is_running
    assert estimate.isHidden()
