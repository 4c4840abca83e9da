# SPDX-License-Identifier: MIT
"""What a step that is done says of the case: it is not asked again, and page 1 has it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.guide.plan import DONE
from app.model import Answer

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import CaseFacts


def facts_after(facts: CaseFacts, step: str, state: str, at: datetime, was_at: datetime | None) -> CaseFacts:
    """Return the facts once a step has this state.

    Args:
        facts: as they are.
        step: id of the step.
        state: what is said about it now.
        at: when that is said.
        was_at: when it was marked as done before; what that said is taken back with the mark, unless it was
            noted otherwise since.
    """
    is_done = state == DONE
    if step == "stop":
        return _stopped(facts, at if is_done else None, was_at)
    if step == "safe":
        return _safe(facts, at if is_done else None, was_at)
    if step == "block" and is_done:
        return replace(facts, blocked=True)
    if step == "block" and was_at is not None and facts.blocked:
        return replace(facts, blocked=None)
    return facts


def _stopped(facts: CaseFacts, at: datetime | None, was_at: datetime | None) -> CaseFacts:
    """Return when replies stopped: the first time that was said."""
    if at is not None:
        return facts if facts.replies_stopped_at else replace(facts, replies_stopped_at=at)
    return replace(facts, replies_stopped_at=None) if was_at and facts.replies_stopped_at == was_at else facts


def _safe(facts: CaseFacts, at: datetime | None, was_at: datetime | None) -> CaseFacts:
    """Return whether a life is at risk: "I am safe for now" says no, at that time."""
    if at is not None:
        return replace(facts, risk_to_life=Answer.NO, risk_asked_at=at)
    if was_at is not None and facts.risk_asked_at == was_at:
        return replace(facts, risk_to_life=Answer.NOT_KNOWN, risk_asked_at=None)
    return facts
