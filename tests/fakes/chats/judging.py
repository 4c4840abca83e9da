# SPDX-License-Identifier: MIT
"""Walks of drawn chats, put before the judge as a run puts them, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.conversation.judge import Watched, judge
from app.conversation.knowledge import NOTHING, Knowledge
from app.conversation.seen import Seen, prepare
from tests.fakes.chats.truth import Truth, truth
from tests.fakes.chats.worlds import pairs, steps_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.model import Finding
    from tests.fakes.chats.shots import Shot


@dataclass(frozen=True, slots=True)
class Judged:
    """Two frames of a walk, numbered from 0, what is true of them and what the judge found."""

    first: int
    second: int
    true: Truth
    finding: Finding
    is_watched: bool

    @property
    def fault(self) -> str | None:
        """What is wrong with the finding, and of which frames; ``None`` if nothing is."""
        wrong = self.true.fault(self.finding, is_watched=self.is_watched)
        watched = ", watched" if self.is_watched else ""
        return wrong and f"frames {self.first} and {self.second}: {self.finding.level} is a {wrong}{watched}"

    @property
    def is_missed(self) -> bool:
        """Whether a plain pair was not joined."""
        return self.true.is_plain and self.finding.level.value not in {"exact", "matched"}


def ready(shots: Iterable[Shot], *, has_masks: bool = True) -> list[Seen]:
    """Return the frames ready for the judge, with what moved on its own if that was seen."""
    return [
        prepare(
            shot.frame,
            moving=shot.moving if has_masks else None,
            density_permille=shot.density_permille,
        )
        for shot in shots
    ]


def neighbours(
    shots: Sequence[Shot], *, is_watched: bool = False, has_masks: bool = True, knows: bool = True
) -> list[Judged]:
    """Judge each frame against the one before; what was learned is fed on if it ``knows``."""
    return walked(shots, is_watched=is_watched, has_masks=has_masks, knows=knows)[0]


def walked(
    shots: Sequence[Shot], *, is_watched: bool = False, has_masks: bool = True, knows: bool = True
) -> tuple[list[Judged], Knowledge]:
    """Judge as ``neighbours`` does; return what the run knows at the end, too."""
    seen, found = ready(shots, has_masks=has_masks), list[Judged]()
    knowledge = NOTHING.with_frame(seen[0]) if knows else NOTHING
    for number, (first, second) in enumerate(pairs(shots, most=1)):
        steps = steps_between(shots[first], shots[second], number) if is_watched else None
        watched = Watched(steps) if steps else None
        knowledge = knowledge.with_frame(seen[second]) if knows else NOTHING
        finding = judge(seen[first], seen[second], knowledge, watched=watched)
        knowledge = knowledge.with_finding(finding) if knows else NOTHING
        true = truth(shots[first], shots[second])
        found.append(Judged(first, second, true, finding, watched is not None))
    return found, knowledge


def in_a_run(shots: Sequence[Shot]) -> list[Judged]:
    """Judge as a watched run does: what was not joined is judged again with all that was learned."""
    found, knowledge = walked(shots, is_watched=True)
    if knowledge.wallpaper is None:
        return found
    seen = ready(shots)
    return [
        one
        if one.finding.level.joins
        else replace(one, finding=judge(seen[one.first], seen[one.second], knowledge))
        for one in found
    ]


def distant(shots: Sequence[Shot], knowledge: Knowledge = NOTHING, *, has_masks: bool = True) -> list[Judged]:
    """Judge every frame against the second to the eighth after it."""
    seen = ready(shots, has_masks=has_masks)
    return [
        Judged(a, b, truth(shots[a], shots[b]), judge(seen[a], seen[b], knowledge), is_watched=False)
        for a, b in pairs(shots, least=2)
    ]
