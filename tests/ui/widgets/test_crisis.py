# SPDX-License-Identifier: MIT
"""The crisis lines: both numbers, from the words, wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.crisis import CrisisBlock, CrisisCard

if TYPE_CHECKING:
    from ui.context import Context


def test_both_numbers_stand_alone_and_large(context: Context) -> None:
    for shown in (CrisisCard(context), CrisisBlock(context)):
        assert shown.life.call.words == "Call 999"
        assert shown.talk.call.words == "Samaritans 116 123"
        assert shown.life.question.words == "Is a life at risk?"
        assert shown.accessibleName()
