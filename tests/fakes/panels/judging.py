# SPDX-License-Identifier: MIT
"""How well proposals fit what a panel holds, counted over many panels."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from app.identify.values import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.identify.values import Box, Proposal
    from tests.fakes.panels.setting import Panel

ALIKE = 0.7  # share of letters in order; below it another line was taken


@dataclass
class Tally:
    """What became of the panels; lists of (layout, seed, expected, proposed).

    Attributes:
        missed: an identifier was there and none was proposed.
        other_line: another line was proposed first.
        inexact: the right line, with a letter wrong that carries a mark.
        unmarked: the right line, with a letter wrong and no mark on it. There must be none.
        invented: nothing was there and something was proposed.
        wrong_name: the display name that was offered is another line.
    """

    panels: int = 0
    without: int = 0
    exact: int = 0
    named: int = 0
    missed: list[tuple[object, ...]] = field(default_factory=list)
    other_line: list[tuple[object, ...]] = field(default_factory=list)
    inexact: list[tuple[object, ...]] = field(default_factory=list)
    unmarked: list[tuple[object, ...]] = field(default_factory=list)
    invented: list[tuple[object, ...]] = field(default_factory=list)
    wrong_name: list[tuple[object, ...]] = field(default_factory=list)

    def add(self, panel: Panel, proposals: Sequence[Proposal]) -> None:
        """Count one panel."""
        ours = [each for each in proposals if each.platform == "skype" and each.kind == Kind.IDENTIFIER]
        if panel.value is None:
            self.without += 1
            if ours:
                self.invented.append((panel.layout, panel.seed, None, ours[0].value))
            return
        self.panels += 1
        note = (panel.layout, panel.seed, panel.value, ours[0].value if ours else None)
        if not ours:
            self.missed.append(note)
        elif not _is_there(panel, ours[0]):
            self.other_line.append(note)
        else:
            self._add_reading(panel.value, ours[0], note)
            self._add_name(panel, ours[0])

    @property
    def right_line(self) -> float:
        """Share of panels whose line was chosen."""
        return 1 - (len(self.missed) + len(self.other_line)) / max(1, self.panels)

    @property
    def read_exactly(self) -> float:
        """Share of panels read letter for letter, of those whose line was chosen."""
        return self.exact / max(1, self.panels - len(self.missed) - len(self.other_line))

    @property
    def left_alone(self) -> float:
        """Share of panels with nothing to find for which nothing was proposed."""
        return 1 - len(self.invented) / max(1, self.without)

    def _add_reading(self, expected: str, proposal: Proposal, note: tuple[object, ...]) -> None:
        if proposal.value == expected:
            self.exact += 1
        elif are_marked(expected, proposal):
            self.inexact.append(note)
        else:
            self.unmarked.append(note)

    def _add_name(self, panel: Panel, proposal: Proposal) -> None:
        if proposal.name is None or panel.name is None:
            return
        self.named += 1
        if SequenceMatcher(None, proposal.name, panel.name).ratio() < ALIKE:
            self.wrong_name.append((panel.layout, panel.seed, panel.name, proposal.name))


def judged(panels: Iterable[Panel], look: Callable[[Panel], Sequence[Proposal]]) -> Tally:
    """Return what became of panels."""
    tally = Tally()
    for each in panels:
        tally.add(each, look(each))
    return tally


def are_marked(expected: str, proposal: Proposal) -> bool:
    """Return whether every letter that differs carries a mark, so that the person looks at it."""
    marked = {doubt.index for doubt in proposal.doubts}
    steps = SequenceMatcher(None, proposal.value, expected, autojunk=False).get_opcodes()
    wrong = {
        index
        for kind, start, end, _, _ in steps
        if kind != "equal"
        for index in range(start, max(end, start + 1))
    }
    return wrong <= marked


def _is_there(panel: Panel, proposal: Proposal) -> bool:
    """Whether the proposal stands where the identifier does; in a photo, whether it reads like it."""
    if panel.box is None:
        return SequenceMatcher(None, proposal.value, panel.value or "").ratio() >= ALIKE
    return _share(panel.box, proposal.box) > 0.5


def _share(first: Box, second: Box) -> float:
    """Return the common area as a share of both together."""
    width = min(first.right, second.right) - max(first.left, second.left)
    height = min(first.bottom, second.bottom) - max(first.top, second.top)
    both = first.width_px * first.height_px + second.width_px * second.height_px
    common = max(0, width) * max(0, height)
    return common / (both - common)
