# SPDX-License-Identifier: MIT
"""G9: joining two frames of a chat, beside phase correlation, ORB and a template; how often each is wrong.

Timing begins with the pixels as grabbed. Ours is given what it made of the earlier frame when that was new,
for a run compares each frame with the next one; the others have no such thing, and make both grey.
``python -m tests.bench.joining`` prints the missed share of every family.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.conversation.judge import judge
from app.conversation.seen import prepare
from app.model import Finding, Proof
from tests.bench.harness import Row, alternated, at_most, cpu, less
from tests.bench.join_peers import PEERS, grey
from tests.fakes.chats import FAMILIES, FULL_HD, pairs, truth
from tests.fakes.chats.judging import distant, in_a_run, neighbours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import numpy as np

    from tests.fakes.chats import Shot
    from tests.fakes.chats.judging import Judged

QUICK = ("plain", "header", "footer", "beside", "dark", "mirrored")  # families of the pairs that are timed
SEEDS, COUNT, LONG_COUNT = range(500, 503), 6, 14  # a wallpaper is learned after nine frames
OURS, NOISY = "ours", "remote"  # no pixel of a remote desktop is what it was; conversation.md, section 7
FASTER = {"phase correlation": 10, "ORB + RANSAC": 15, "template": 15}
MOST_TIMES_COMPARING = 4
MOST_MISSED_ALONE, MOST_MISSED_WATCHED = 0.08, 0.03


@dataclass
class Tally:
    """How often one way was right, wrong, or did not join, of pairs that have something in common or not."""

    plain: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: int = 0
    pairs: int = 0

    def add(self, family: str, true: bool, is_missed: bool, fault: str | None) -> None:
        """Count one pair; ``true``: it is a plain one."""
        self.pairs += 1
        self.plain[family] += true
        self.missed[family] += is_missed
        self.false += fault is not None

    def without(self, family: str) -> Tally:
        """Return the same without one family; false joins stay counted."""
        plain, missed = ({k: n for k, n in one.items() if k != family} for one in (self.plain, self.missed))
        return Tally(Counter(plain), Counter(missed), self.false, self.pairs)

    @property
    def share(self) -> float:
        """The share of the plain pairs that was not joined."""
        return self.missed.total() / max(1, self.plain.total())


def measure(_: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of G9."""
    yield from _speed(rounds)
    tallies = compared()
    alone, watched = tallies[OURS], tallies["watched"]
    for name in PEERS:
        yield _false(alone, name, tallies[name])
    for name in PEERS:
        yield _missed(alone, name, tallies[name])
    yield _missed(alone.without(NOISY), "with it", alone, "two frames alone, no remote desktop")
    yield _watched(watched, "missed, watched run")
    yield _watched(watched.without(NOISY), "missed, watched run, no remote desktop")


def _watched(run: Tally, what: str) -> Row:
    share = f"{run.missed.total()} of {run.plain.total()}"
    is_met = run.share <= MOST_MISSED_WATCHED and not run.false
    cells = f"{run.share:.1%}", "false joins", str(run.false), share
    return Row("G9", what, *cells, f"<= {MOST_MISSED_WATCHED:.0%}", is_met)


def _false(ours: Tally, name: str, theirs: Tally) -> Row:
    cells = str(ours.false), name, str(theirs.false), f"{ours.pairs} pairs"
    return Row("G9", "false joins, guesses", *cells, "0", not ours.false)


def _missed(ours: Tally, name: str, theirs: Tally, what: str = "two frames alone") -> Row:
    cells = f"{ours.share:.1%}", name, f"{theirs.share:.1%}", f"{ours.plain.total()} plain"
    is_met = ours.share <= MOST_MISSED_ALONE
    return Row("G9", f"missed, {what}", *cells, f"<= {MOST_MISSED_ALONE:.0%}", is_met)


def _speed(rounds: int) -> Iterator[Row]:
    timed = [found for family in QUICK for found in _exact_pairs(family)]
    seen = [prepare(first.frame) for first, _ in timed]

    def ours() -> None:
        for first, (_, second) in zip(seen, timed, strict=True):
            assert judge(first, prepare(second.frame)).level is Proof.EXACT

    def peer(name: str) -> Callable[[], float]:
        return cpu(lambda: [PEERS[name](grey(first), grey(second)) for first, second in timed])

    contenders = {OURS: cpu(ours)} | {name: peer(name) for name in PEERS}
    contenders["comparing the frames"] = cpu(lambda: [_equal(*pair) for pair in timed])
    costs = {name: cost / len(timed) for name, cost in alternated(contenders, rounds).items()}
    for name, wanted in FASTER.items():
        yield less("G9", "exact 1080p pair", costs[OURS], name, costs[name], wanted)
    compared_ms = costs["comparing the frames"]
    yield at_most(
        "G9", "exact 1080p pair", costs[OURS], "comparing the frames", compared_ms, MOST_TIMES_COMPARING
    )


def _exact_pairs(family: str) -> Iterator[tuple[Shot, Shot]]:
    shots = FAMILIES[family](7, FULL_HD).run(4, "reading")
    for a, b in pairs(shots, most=1):
        finding = judge(prepare(shots[a].frame), prepare(shots[b].frame))
        if finding.level is Proof.EXACT and truth(shots[a], shots[b]).is_plain:
            yield shots[a], shots[b]


def _equal(first: Shot, second: Shot) -> bool:
    return bool((first.pixels == second.pixels).all())


def compared() -> dict[str, Tally]:
    """Return the tallies of ours alone, ours in a watched run, and every peer, of the same pairs."""
    tallies = {name: Tally() for name in (OURS, "watched", *PEERS)}
    for family, make in FAMILIES.items():
        for seed in SEEDS:
            shots = make(seed).run(COUNT, "mixed")
            alone = [*neighbours(shots, has_masks=False, knows=False), *distant(shots, has_masks=False)]
            _count(tallies[OURS], family, alone)
            _count(tallies["watched"], family, in_a_run(make(seed).run(LONG_COUNT, "mixed")))
            shades = [grey(shot) for shot in shots]
            for name in PEERS:
                for one in alone:
                    _count_peer(tallies[name], family, name, one, shades)
    return tallies


def _count(tally: Tally, family: str, judged: list[Judged]) -> None:
    for one in judged:
        tally.add(family, one.true.is_plain, one.is_missed, one.fault)


def _count_peer(tally: Tally, family: str, name: str, one: Judged, shades: list[np.ndarray]) -> None:
    first, second = shades[one.first], shades[one.second]
    height = min(len(first), len(second))
    can = first.shape[1] == second.shape[1]
    shift = PEERS[name](first[:height], second[:height]) if can else None
    finding = Finding(Proof.GAP) if shift is None else Finding(Proof.MATCHED, shift_px=shift)
    if shift == 0:
        finding = Finding(Proof.SAME, shift_px=0)
    is_missed = one.true.is_plain and finding.level is not Proof.MATCHED
    tally.add(family, one.true.is_plain, is_missed, one.true.fault(finding))


def _by_family() -> None:
    tallies = compared()
    print(f"{'family':10}" + "".join(f"{name:>20}" for name in tallies))
    for family in FAMILIES:
        shares = [(one.missed[family], one.plain[family]) for one in tallies.values()]
        print(f"{family:10}" + "".join(f"{f'{missed} of {plain}':>20}" for missed, plain in shares))
    print(f"{'all':10}" + "".join(f"{one.share:>20.1%}" for one in tallies.values()))
    print(f"{'false':10}" + "".join(f"{f'{one.false} of {one.pairs}':>20}" for one in tallies.values()))


if __name__ == "__main__":
    _by_family()
