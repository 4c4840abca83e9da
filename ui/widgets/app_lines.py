# SPDX-License-Identifier: MIT
"""What holds on each of several apps: its name, and its sentences below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class AppLines(Card):
    """Hidden while it has nothing to say."""

    def __init__(
        self,
        context: Context,
        title: str,
        *,
        kind: str = "soft",
        role: str = "small_ink",
        parent: QWidget | None = None,
    ) -> None:
        """Say nothing yet; the title stands above what comes, sentences in this role."""
        super().__init__(context, title, kind=kind, padding_px=16, parent=parent)
        self._context, self._role = context, role
        self._shown: list[Label] = []
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What is shown, names and sentences in order."""
        return tuple(label.words for label in self._shown)

    def show_lines(self, apps: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show these names and their sentences; nothing hides it."""
        for label in self._shown:
            self.body.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._shown = []
        for name, lines in apps:
            self._add(Verbatim(self._context, name, "strong", parent=self))
            for line in lines:
                self._add(Label(line, self._role, parent=self))
        self.setVisible(bool(apps))

    def _add(self, label: Label) -> None:
        self._shown.append(label)
        self.body.addWidget(label)
