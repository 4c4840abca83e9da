# SPDX-License-Identifier: MIT
"""Puts changed packages before both verifiers, and counts by class what they said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.verifiers.mutations.engine import by_python, fault, fault_on_paper, mutate, pinned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from app.custody.authorities import Authority
    from tests.verifiers.mutations.change import Original
    from tests.verifiers.mutations.engine import Mutated
    from tests.verifiers.mutations.expected import Seen

    Other = Callable[[Path, str | None, str | None], Seen]  # path, root and key as typed

HEADINGS = ("packages", "differ", "unreadable", "agree", "paper only", "missed", "disagree")


@dataclass
class Table:
    """How many packages of each class there were, and what was said of them."""

    rows: dict[str, Counter[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def note(self, mutated: Mutated, said: Seen) -> None:
        """Count one package by what Python said."""
        row = self.rows.setdefault(mutated.kind, Counter())
        row["packages"] += 1
        row[{None: "unreadable", "differs": "differ"}.get(said.verdict, "agree")] += 1
        row["paper only"] += bool(mutated.change.expected.on_paper)

    def blame(self, mutated: Mutated, column: str, why: str) -> None:
        """Keep what went wrong, with all that is needed to make the package again."""
        self.rows[mutated.kind][column] += 1
        self.faults.append(f"{mutated} -> {why}")

    def text(self) -> str:
        """Return the table, in Markdown."""
        total: Counter[str] = sum(self.rows.values(), Counter())
        rows = [*sorted(self.rows.items()), ("all", total)]
        lines = [f"| class | {' | '.join(HEADINGS)} |", f"|---|{'---:|' * len(HEADINGS)}"]
        lines += [f"| {name} | {' | '.join(str(row[one]) for one in HEADINGS)} |" for name, row in rows]
        return "\n".join(lines)


def compare(
    seeds: Iterable[int],
    originals: Sequence[Original],
    folder: Path,
    other: Other | None,
    *,
    in_browser: bool = False,
) -> Table:
    """Return what was said of the package of every seed; ``other`` is the second verifier."""
    table, known = Table(), pinned(originals)
    for seed in seeds:
        mutated = mutate(seed, originals, folder)
        said = by_python(mutated.path, authorities=known)
        table.note(mutated, said)
        if why := fault(mutated, said):
            table.blame(mutated, "missed", why)
        is_seen = not (mutated.change.links and in_browser)  # a browser follows links by itself
        if other is not None and is_seen and (why := unlike(said, other(mutated.path, None, None))):
            table.blame(mutated, "disagree", why)
        if mutated.change.expected.passes or mutated.change.expected.on_paper:
            _beside_paper(mutated, table, other, known)
    return table


def _beside_paper(mutated: Mutated, table: Table, other: Other | None, known: Sequence[Authority]) -> None:
    """What agrees with itself was compared with the paper of the untouched package too."""
    paper = (mutated.original.root, mutated.original.fingerprint)
    said = by_python(mutated.path, root=paper[0], key=paper[1], authorities=known)
    if why := fault_on_paper(mutated, said):
        table.blame(mutated, "missed", why)
    if other is not None and (why := unlike(said, other(mutated.path, *paper))):
        table.blame(mutated, "disagree", f"on paper: {why}")


def unlike(one: Seen, two: Seen) -> str | None:
    """Return in what two answers differ, or None; the order of findings is nobody's business."""
    if one == two:
        return None
    if one.verdict != two.verdict:
        return f"verdict: {one.verdict} and {two.verdict}; {sorted(one.findings ^ two.findings)[:6]}"
    if one.findings != two.findings:
        only = [
            sorted(mine - its)[:4]
            for mine, its in ((one.findings, two.findings), (two.findings, one.findings))
        ]
        return f"only the first: {only[0]}; only the second: {only[1]}"
    return f"not checked, root or key: {one.not_checked} {one.root}; {two.not_checked} {two.root}"
