# SPDX-License-Identifier: MIT
"""What is good to know about one way of paying: how to see if it was collected, what to ask, what to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.rows import Columns

if TYPE_CHECKING:
    from app.guide.ways_to_pay import WayToPay
    from ui.context import Context


class StopNotes(Card):
    """Quiet, under what cannot wait; hidden until it is asked for."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(context, kind="panel", padding_px=0, parent=parent)
        words, gap = context.words, context.theme.gap_px
        self.columns = Columns(context, gap_px=28, parent=self)
        self.texts: dict[str, Label] = {}
        self.parts: dict[str, QWidget] = {}
        for name in ("see", "ask", "keep"):
            part = QWidget(self)
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(gap(4))
            column.addWidget(Label(words(f"payments.stop.{name}"), "small_strong", parent=part))
            self.texts[name] = Label("", "small_ink", parent=part)
            self.texts[name].setObjectName(name)
            column.addWidget(self.texts[name])
            self.parts[name] = part
            self.columns.add(part, 1, top=True)
        self.body.addWidget(self.columns)
        self.hide()

    def show_way(self, way: WayToPay) -> None:
        """Hold what belongs to this way."""
        said = {
            "see": (*way.see, *way.self_help),
            "ask": tuple(f"“{each}”" for each in way.ask),
            "keep": (way.keep, *way.note),
        }
        for name, sentences in said.items():
            self.texts[name].set_words("\n".join(sentences))
            self.parts[name].setVisible(bool(sentences))
