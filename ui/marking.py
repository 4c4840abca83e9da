# SPDX-License-Identifier: MIT
"""What was said about a step of the way through, kept with who said it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.guide.plan import DONE
from app.guide.told import facts_after
from app.model import Role, StepState

if TYPE_CHECKING:
    from datetime import datetime

    from app.vault import Vault

PERSON = str(Role.VICTIM)
ANY_HELPER = str(Role.HELPER)  # how a helper was written down before their name was


def mark(vault: Vault, step: str, state: str, at: datetime, detail: str | None = None) -> None:
    """The step has this state from now on, and the case what that says of it.

    ``detail`` is what belongs to it, such as a reference. A helper is kept by name.
    """
    facts = vault.case().fact
    before = [entry.fact for entry in vault.entries(StepState) if entry.fact.step == step]
    was_at = before[-1].at if before and before[-1].state == DONE else None
    vault.add(StepState(step=step, state=state, at=at, by=facts.helper or PERSON, detail=detail))
    after = facts_after(facts, step, state, at, was_at)
    if after != facts:
        vault.revise_case(after)
