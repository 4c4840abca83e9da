# SPDX-License-Identifier: MIT
"""What changes on the window while the eye, or the keyboard, is elsewhere: a screen reader says it.

Source: WCAG 2.2, 4.1.3 Status messages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def say_aloud(widget: QWidget, words: str, *, is_urgent: bool = False) -> None:
    """Let a screen reader say it: after what it is saying, or at once; nothing where none listens.

    Args:
        widget: where it stands; must be shown.
        words: without marks.
        is_urgent: something is to be done now.
    """
    said = " ".join(words.split())
    if not said or not widget.isVisible():
        return
    spoken = QAccessibleAnnouncementEvent(widget, said)
    kinds = QAccessible.AnnouncementPoliteness
    spoken.setPoliteness(kinds.Assertive if is_urgent else kinds.Polite)
    QAccessible.updateAccessibility(spoken)
