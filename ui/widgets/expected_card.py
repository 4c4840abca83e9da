# SPDX-License-Identifier: MIT
"""What those who threaten usually do next, as far as police or a helpline have said it; else nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.moments import short_day
from ui.watch_words import today
from ui.widgets.card import Card
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.guide.expected import Expected
    from ui.context import Context


class ExpectedCard(Card):
    """Absent if nothing is confirmed."""

    def __init__(self, context: Context, expected: Expected, *, parent: QWidget | None = None) -> None:
        """Show the confirmed sentences, and when they were checked."""
        words = context.words
        super().__init__(context, words("expected.title"), kind="quiet", padding_px=24, parent=parent)
        self.has_any = bool(expected.rows)
        self.lines = [Label(row, parent=self) for row in expected.rows]
        self.note = Label(words("expected.note"), "strong", parent=self)
        day = short_day(expected.verified_on, context.settings.language)
        is_fresh = expected.is_fresh(today(context))
        self.checked = Label(
            words("expected.checked", date=day) if is_fresh else words("expected.old"), "small", parent=self
        )
        for name in ("note", "checked"):
            getattr(self, name).setObjectName(name)
        for part in (*self.lines, self.note, self.checked):
            self.body.addWidget(part)
        self.hide()
