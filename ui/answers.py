# SPDX-License-Identifier: MIT
"""What the questions gave, on its way to the page that makes the vault, or to the steps that follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.model import CaseFacts


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """The first facts of the case, and whether the person may be blocked any minute."""

    facts: CaseFacts
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """Answers of an open case that were changed just now.

    Attributes:
        before: the facts before, so that it can be taken back.
        ahead: names of the pages that the new answers ask for first; the steps come after them.
    """

    before: CaseFacts
    ahead: tuple[str, ...] = ()

    def go_on(self) -> tuple[str, Changed]:
        """Return the page to show now, and what it is opened with."""
        if not self.ahead:
            return "steps", self
        return self.ahead[0], replace(self, ahead=self.ahead[1:])
