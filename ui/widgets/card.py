# SPDX-License-Identifier: MIT
"""Panels that hold one thing: cards, quiet panels, soft panels, the time-critical card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class Card(QFrame):
    """A panel with its things in ``body``, one under the other.

    Kinds: ``card`` (surface with an edge), ``quiet`` (sunken), ``soft`` (primary_soft), ``attention``
    (time-critical), ``well`` (sunken, for codes), ``panel`` (nothing drawn).
    """

    def __init__(
        self,
        context: Context,
        title: str = "",
        *,
        kind: str = "card",
        padding_px: int = 20,
        title_role: str = "h3",
        is_filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Draw the panel; a title goes on top.

        Args:
            context: for sizes.
            title: shown first, unless empty.
            kind: see the class.
            padding_px: 20, 24 for lists, 32 for the next step.
            title_role: of the type scale.
            is_filled: its things take all of its height, instead of standing together at its top.
            parent: Qt's.
        """
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        padding = context.theme.gap_px(padding_px)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(padding, padding, padding, padding)
        outer.setSpacing(0)
        self.body = QVBoxLayout()
        outer.addLayout(self.body, 1 if is_filled else 0)
        if not is_filled:
            outer.addStretch(1)  # a card made taller by its neighbour keeps its things together
        self.body.setSpacing(context.theme.gap_px(8))
        self.title = Label(title, title_role, parent=self)
        self.title.setObjectName("title")
        self.body.addWidget(self.title)
        self.title.setVisible(bool(title))


class AttentionCard(Card):
    """What cannot wait: an overline, what to do, and then what the page adds to ``body``."""

    def __init__(self, context: Context, overline: str, what: str, *, parent: QWidget | None = None) -> None:
        """Show overline and what to do."""
        super().__init__(context, kind="attention", parent=parent)
        self.overline = Label(overline, "overline", parent=self)
        self.overline.setObjectName("overline")
        self.what = Label(what, "h2", parent=self)
        self.what.setObjectName("what")
        self.body.addWidget(self.overline)
        self.body.addWidget(self.what)


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a thin line between things."""
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line
