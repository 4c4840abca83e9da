# SPDX-License-Identifier: MIT
"""A letter as a file, where the person wants it; it stands on the list of copies like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.model import CopyKind
from app.vault.copies import NewCopy
from ui.override import override
from ui.report.to_file import ToFile
from ui.report.way import Before

if TYPE_CHECKING:
    from pathlib import Path

    from ui.report.making import Made


class LetterToFile(ToFile):
    """A PDF of one letter."""

    key: ClassVar[str] = "letter"
    before_words: ClassVar[Before] = Before(
        "wording.letter.save.title", "report.page.pdf.where", "package.back", ("package.warn", "package.name")
    )

    @override
    def _on_written(self, made: Made, place: Path, sha256: str) -> None:
        new = NewCopy(CopyKind.LETTER, str(place), sha256)
        saved = self._words("wording.letter.saved")
        self._list(made, new, {}, lambda: self.said.emit("good", saved, place.name))
