# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.conversation.constants import ALGORITHM, CONSTANTS


def test_constants_are_whole_numbers_under_plain_names() -> None:
    assert CONSTANTS["unique_anchors"] == 48
    assert CONSTANTS["unexplained_permille"] == 2
    assert "algorithm" not in CONSTANTS
    assert all(type(value) is int and name == name.lower() for name, value in CONSTANTS.items())


def test_algorithm_has_a_version() -> None:
    assert ALGORITHM.partition("/")[2].isdigit()
