# SPDX-License-Identifier: MIT
"""Calls into Qt that return nothing leave ``None`` as it was.

PySide6 6.12.0 with CPython 3.11 lost a reference a call and aborted the interpreter after some thousands;
docs/adr/0006 keeps it below 6.12. From CPython 3.12 on ``None`` is immortal and its count never moves.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CALLS = 2_000
SLACK = 50  # what else runs in the interpreter meanwhile; the fault showed as 2,000


def test_the_count_of_none_stays_level(qtbot: QtBot) -> None:
    label, plain = QLabel(), QObject()
    qtbot.addWidget(label)
    label.setText("once")
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setMinimumWidth(number % 7)
        plain.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) <= SLACK
