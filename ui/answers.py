# SPDX-License-Identifier: MIT
"""What the first questions gave, on its way to the page that makes the vault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.model import CaseFacts


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """The first facts of the case, and whether the person may be blocked any minute."""

    facts: CaseFacts
    is_urgent: bool
