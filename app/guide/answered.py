# SPDX-License-Identifier: MIT
"""What a person says of the whole, as it stands in the facts of the case and can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.guide.held import held_with, ticked
from app.model import Answer

if TYPE_CHECKING:
    from app.model import CaseFacts

UNNAMED = "name not given"  # who helps, where no name is typed; printed like a name
# What can be ticked about what they have. Source: words.md, questions.more.
ASKED_HELD = ("real", "ai", "mail", "unknown")
_CHANGED = (
    "under_18", "country", "could_use_this_computer",
    "platforms", "paid", "posted", "held", "made_by_ai", "says_person_broke_law", "helper",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answers:
    """The short answers about what happened. Everything can be left out.

    Attributes:
        held: keys of ``ASKED_HELD``.
        helper: whoever is at the keyboard for the person; empty if they typed no name, ``None`` for nobody.
    """

    platforms: tuple[str, ...] = ()
    paid: Answer = Answer.NOT_KNOWN
    posted: Answer = Answer.NOT_KNOWN
    held: tuple[str, ...] = ()
    says_broke_law: bool | None = None
    helper: str | None = None

    @classmethod
    def of(cls, facts: CaseFacts) -> Answers:
        """Return what was answered so far."""
        held = ticked(facts.held)
        return cls(
            facts.platforms,
            facts.paid,
            facts.posted,
            tuple(key for key in ASKED_HELD if key in held),
            facts.says_person_broke_law,
            "" if facts.helper == UNNAMED else facts.helper,
        )

    def over(self, facts: CaseFacts) -> CaseFacts:
        """Return the facts with these answers; what else is ticked of what they have stays."""
        others = ticked(facts.held) - set(ASKED_HELD)
        has_fake = "ai" in self.held
        had_fake = "ai" in ticked(facts.held)
        made = facts.made_by_ai
        if has_fake and made is Answer.NOT_KNOWN:
            made = Answer.YES
        elif had_fake and not has_fake and made is Answer.YES:
            made = Answer.NOT_KNOWN
        return replace(
            facts,
            platforms=self.platforms,
            paid=self.paid,
            posted=self.posted,
            held=held_with(facts.held, others | set(self.held)),
            made_by_ai=made,
            says_person_broke_law=self.says_broke_law,
            helper=None if self.helper is None else self.helper.strip() or UNNAMED,
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return self == Answers()

    @property
    def is_only_mail(self) -> bool:
        """Whether all they have, as far as is known, is an e-mail that says so."""
        return "mail" in self.held and not {"real", "ai"} & set(self.held)


def taken_back(now: CaseFacts, before: CaseFacts) -> CaseFacts:
    """Return the facts as they are, with the answers of the questions as they were before."""
    return replace(now, **{name: getattr(before, name) for name in _CHANGED})


def is_changed(before: CaseFacts, after: CaseFacts) -> bool:
    """Whether an answer of the questions is another one now."""
    return any(getattr(before, name) != getattr(after, name) for name in _CHANGED)
