# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.settings import Settings
from ui.setting_options import options

if TYPE_CHECKING:
    from ui.context import Context


@pytest.mark.parametrize(
    "name",
    ["language", "theme", "text_percent", "motion", "idle_minutes", "wait_seconds", "is_unrecorded"],
)
def test_the_default_is_among_what_is_offered_and_no_words_come_twice(context: Context, name: str) -> None:
    offered = options(context, name)
    assert getattr(Settings(), name) in [value for value, _ in offered]
    assert len({said for _, said in offered}) == len(offered) >= 2


def test_text_can_be_twice_as_large(context: Context) -> None:
    values = [value for value, _ in options(context, "text_percent")]
    assert (values[0], values[-1]) == (100, 200)  # Source: look.md, section 4
