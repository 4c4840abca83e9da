# SPDX-License-Identifier: MIT
"""The report as a file: the very bytes that are shown, where the person wants them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from app.report.saving import save_bytes
from app.vault.copies import NewCopy
from ui.override import override
from ui.report.way import Before, Way

if TYPE_CHECKING:
    from pathlib import Path

    from ui.report.making import Made


class ToFile(Way):
    """A PDF."""

    key: ClassVar[str] = "save"
    before_words: ClassVar[Before] = Before(
        "report.page.pdf.title", "report.page.pdf.where", "package.back", ("package.warn", "package.name")
    )

    saved_words: ClassVar[str] = "report.page.pdf.saved"

    @override
    def _go_on(self) -> None:
        self._ask_place("report.page.pdf", self.save)

    def save(self, place: Path) -> None:
        """Write it, and put it in the log."""
        made = self.made
        if made is None:
            return
        self._go_back()
        self._context.background.run(
            partial(save_bytes, made.report.data, place),
            owner=self,
            then=partial(self._on_written, made, place),
            otherwise=self._fail,
        )

    def _on_written(self, made: Made, place: Path, sha256: str) -> None:
        new, saved = NewCopy(made.kind, str(place), sha256), self._words(self.saved_words)
        self._list(made, new, {}, lambda: self.said.emit("good", saved, place.name))
