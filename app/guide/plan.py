# SPDX-License-Identifier: MIT
"""This person's steps: what is next, what comes after, what is done. Source: look.md, section 2, step 2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.guide.guides import Page, Path18
from app.model import Answer, Under18

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.guide.guides import Guide, Guides
    from app.model import Account, CaseFacts, Payment, StepState

DONE = "done"
LATER = "later"  # "Not now"
OPEN = "open"  # "Not done after all"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the plan, with what was last said about it."""

    guide: Guide
    number: int
    state: StepState | None = None

    @property
    def is_done(self) -> bool:
        """Whether the person said that it is done."""
        return self.state is not None and self.state.state == DONE

    @property
    def is_later(self) -> bool:
        """Whether the person put it off."""
        return self.state is not None and self.state.state == LATER


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps in the order of the way through.

    Attributes:
        next: the one to show big; ``None`` if the rest is done or put off.
        after: what comes after that; what was put off stands last.
        done: what is done, in order.
    """

    next: Step | None
    after: tuple[Step, ...]
    done: tuple[Step, ...]

    @property
    def total(self) -> int:
        """How many steps this person has."""
        return len(self.after) + len(self.done) + (self.next is not None)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step, by its number."""
        upcoming = (self.next,) if self.next else ()
        return tuple(sorted((*upcoming, *self.after, *self.done), key=lambda step: step.number))


def plan(
    guides: Guides,
    facts: CaseFacts,
    payments: Iterable[Payment] = (),
    accounts: Iterable[Account] = (),
    states: Iterable[StepState] = (),
) -> Plan:
    """Return the plan for these answers; a later state of a step replaces an earlier one.

    An account of theirs with an identifier does the step that finds it, unless the person says otherwise.
    """
    latest = {state.step: state for state in states}
    paid = tuple(payments)
    fitting = [guide for guide in guides if _fits(guide, facts, paid, latest)]
    has_id = any(account.stable_id and not account.is_own for account in accounts)
    steps = [Step(guide, number, latest.get(guide.id)) for number, guide in enumerate(fitting, start=1)]
    done = tuple(step for step in steps if step.is_done or (has_id and _found(step)))
    waiting = [step for step in steps if step not in done]
    ready = [step for step in waiting if not step.is_later]
    put_off = [step for step in waiting if step.is_later]
    return Plan(next=ready[0] if ready else None, after=(*ready[1:], *put_off), done=done)


def is_words_only(facts: CaseFacts) -> bool:
    """Whether this is the path without pictures: someone is, or may be, under 18."""
    return facts.under_18 is not Under18.NO


def can_be_stopped(payment: Payment) -> bool:
    """Whether money may still be on its way: not known to be collected or stopped, not too late."""
    if payment.stopped_at is not None:
        return False
    return payment.collected is not Answer.YES and payment.can_be_stopped is not False


def _found(step: Step) -> bool:
    """Whether this step is the one that finds the identifier, and nothing else was said about it."""
    return step.guide.page is Page.IDENTIFY and step.state is None


def _fits(
    guide: Guide, facts: CaseFacts, payments: tuple[Payment, ...], latest: dict[str, StepState]
) -> bool:
    """Whether this person has this step; one that was done stays, so that no tick is ever lost."""
    wanted = Path18.WORDS if is_words_only(facts) else Path18.PICTURES
    if guide.path not in (Path18.BOTH, wanted):
        return False
    if not guide.only_if_paid:
        return True
    return guide.id in latest or any(can_be_stopped(payment) for payment in payments)
