# SPDX-License-Identifier: MIT
from __future__ import annotations

from app import timeline


def test_it_says_what_it_is() -> None:
    assert timeline.__doc__
