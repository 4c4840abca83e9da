# SPDX-License-Identifier: MIT
"""A letter as a file, where the person wants it; it stands on the list of copies like any other."""

from __future__ import annotations

from typing import ClassVar

from ui.report.to_file import ToFile
from ui.report.way import Before


class LetterToFile(ToFile):
    """A PDF of one letter."""

    key: ClassVar[str] = "letter"
    before_words: ClassVar[Before] = Before(
        "wording.letter.save.title", "report.page.pdf.where", "package.back", ("package.warn", "package.name")
    )
    saved_words: ClassVar[str] = "wording.letter.saved"
