# SPDX-License-Identifier: MIT
"""What those who threaten usually do next, as far as police or a helpline have said it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - field types are looked up when files are read
from typing import TYPE_CHECKING

from app.content import Line, is_fresh, load, shown
from app.i18n import AS_IT_IS

if TYPE_CHECKING:
    from pathlib import Path

    from app.i18n import Translator


@dataclass(frozen=True, slots=True)
class ExpectedLine:
    """One sentence, and the page it was read in."""

    text: Line
    source: str


@dataclass(frozen=True, slots=True)
class Expected:
    """The sentences in order. Only what is confirmed is ever shown."""

    verified_on: date
    lines: tuple[ExpectedLine, ...]

    @classmethod
    def load(cls, path: Path, translator: Translator = AS_IT_IS) -> Expected:
        """Read the file, in the language of the translator.

        Raises:
            GuideInvalid: it is wrong; the message names file, line and key.
        """
        return load(cls, path, translator)

    @property
    def rows(self) -> tuple[str, ...]:
        """What to show; nothing if nothing is confirmed."""
        return shown(line.text for line in self.lines)

    def is_fresh(self, today: date) -> bool:
        """Whether it was confirmed within the last six months."""
        return is_fresh(self.verified_on, today)
