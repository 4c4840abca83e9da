# SPDX-License-Identifier: MIT
"""This person's steps: what is next, what comes after, what is done. Source: look.md, section 2, step 2.

Steps change when answers do. What was done stays done: a step of the other path keeps its tick, and nothing
more is said of it.
"""

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
FIVE = "five"  # the group of the five-minute capture


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the plan, with what was last said about it.

    Attributes:
        is_past: it was done on the other path, before an answer was changed.
    """

    guide: Guide
    number: int
    state: StepState | None = None
    is_past: bool = False

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

    def group(self, name: str) -> tuple[Step, ...]:
        """Return the steps of a group, in order; none on a path that has no such group."""
        return tuple(step for step in self.steps if step.guide.part_of == name and not step.is_past)

    def is_done(self, step: Step) -> bool:
        """Whether a step of this plan is done."""
        return step in self.done

    @property
    def milestone(self) -> str | None:
        """What to say now that a milestone is reached; ``None`` before it, and once a later step is done."""
        reached = [step for step in self.done if step.guide.milestone and self._has_whole_group(step)]
        if not reached or any(step.number > reached[-1].number for step in self.done):
            return None
        return reached[-1].guide.milestone

    def _has_whole_group(self, step: Step) -> bool:
        group = self.group(step.guide.part_of) if step.guide.part_of else (step,)
        return not step.is_past and all(each in self.done for each in group)


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
    has_id = any(account.stable_id and not account.is_own for account in accounts)
    here = guides.at(facts.country)
    asked = [guide for guide in here if _is_asked(guide, facts, paid, latest.get(guide.id))]
    steps = [
        Step(guide, number, latest.get(guide.id), is_past=not _is_on_path(guide, facts))
        for number, guide in enumerate(asked, start=1)
    ]
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


def _is_asked(guide: Guide, facts: CaseFacts, payments: tuple[Payment, ...], state: StepState | None) -> bool:
    """Whether this person has this step; one that was done stays, so that no tick is ever lost."""
    if not _is_on_path(guide, facts):
        return state is not None and state.state == DONE
    if not guide.only_if_paid or state is not None:
        return True
    if not payments:
        return facts.paid is Answer.YES
    return any(can_be_stopped(payment) for payment in payments)


def _is_on_path(guide: Guide, facts: CaseFacts) -> bool:
    """Whether a step is of the path that the answer about age leads to."""
    wanted = Path18.WORDS if is_words_only(facts) else Path18.PICTURES
    return guide.path in (Path18.BOTH, wanted)
