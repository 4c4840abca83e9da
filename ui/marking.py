# SPDX-License-Identifier: MIT
"""What was said about a step of the way through, kept with who said it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Role, StepState

if TYPE_CHECKING:
    from datetime import datetime

    from app.vault import Vault


def mark(vault: Vault, step: str, state: str, at: datetime, detail: str | None = None) -> None:
    """The step has this state from now on; ``detail`` is what belongs to it, such as a reference."""
    by = Role.HELPER if vault.case().fact.helper else Role.VICTIM
    vault.add(StepState(step=step, state=state, at=at, by=str(by), detail=detail))
