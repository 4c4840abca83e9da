# SPDX-License-Identifier: MIT
"""What a player of the stage does: works at a vault while it is hurt in one way or another."""

from __future__ import annotations

import codecs
import contextlib
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import SystemClock
from app.custody.checkpoint import check_words
from app.custody.log import FIRST_PREV
from app.errors import EvidenceError
from app.package.order import prepare
from app.report import fonts
from tests.faults import hurting
from tests.faults.stage import tell
from tests.faults.working import USUAL, Session, catalogue, create, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def get_ready() -> None:
    """Everything is read that the program reads once; every player has it then."""
    catalogue(), sentences(), fonts.load(), check_words(FIRST_PREV)
    SystemClock().now()  # it looks then at who sets the clock
    codecs.lookup("shift_jis")  # fontTools asks Python for it, a file of Python's own


def session(
    folder: str,
    passphrase: str,
    seed: int,
    acts: int = 0,
    kinds: Sequence[str] = USUAL,
    arm: str = "",
    **arms: int,
) -> None:
    """So many acts, or until killed; hurt from the beginning if ``arm`` says so."""
    at_work = Session(Path(folder), passphrase, random.Random(seed))  # noqa: S311 - the same acts each time
    with hurting.armed(arm, Path(folder), **arms):
        at_work.open()
        done = 0
        while not acts or done < acts:
            at_work.act(at_work.chance.choice(kinds))
            done += 1
        at_work.close()


def begin(folder: str, passphrase: str, arm: str = "", **arms: int) -> None:
    """A new vault, closed again."""
    with hurting.armed(arm, Path(folder), **arms):
        try:
            vault = create(folder, passphrase)
        except EvidenceError as error:
            tell(failed=type(error).__name__, act="create", why=str(error))
            return
        tell(kept="create")
        vault.close()


def visit(folder: str, passphrase: str) -> None:
    """The vault is opened and locked, if it can be."""
    at_work = Session(Path(folder), passphrase, random.Random(0))  # noqa: S311 - nothing is drawn
    if at_work.act("open"):
        at_work.vault.close()
        tell(kept="visit")


def failing(
    folder: str,
    passphrase: str,
    seed: int,
    acts: int,
    kinds: Sequence[str],
    is_late: bool,
    **point: int | str,
) -> None:
    """So many acts while calls of the system fail, the opening too unless ``is_late``; then one, unhurt."""
    at_work = Session(Path(folder), passphrase, random.Random(seed))  # noqa: S311 - the same acts each time
    if is_late:
        at_work.open()
    with hurting.armed("fail", Path(folder), seed=seed, **point):
        if not is_late and not at_work.act("open"):
            return
        for _ in range(acts):
            at_work.act(at_work.chance.choice(kinds))
    at_work.act("picture")
    at_work.act("close")


def crowded(
    folder: str, passphrase: str, seed: int, kinds: Sequence[str], rooms: Sequence[int], arm: str
) -> None:
    """Each act first where there is hardly room, then where there is; what failed leaves no file behind."""
    at_work = Session(Path(folder), passphrase, random.Random(seed))  # noqa: S311 - the same acts each time
    place = Path(folder).parent
    for name, room in zip(("open", *kinds, "close"), rooms, strict=True):
        before = set(place.iterdir())
        with hurting.armed(arm, Path(folder), room=room):
            is_done = at_work.act(name)
            left = sorted(path.name for path in set(place.iterdir()) - before if path.name != hurting.BALLAST)
        if not is_done:
            tell(hungry=name, left=left)
            assert name == "close" or at_work.act(name), f"{name} failed with room"


def timed(folder: str, passphrase: str, file: str, began: str, steps: Sequence[int]) -> None:
    """A picture and a note between every two steps of the clock; then what log and report say of them."""
    at_work = Session(Path(folder), passphrase, random.Random(0), sizes=(300,))  # noqa: S311 - little is drawn
    moved = 0
    at = datetime.fromisoformat(began.removeprefix("@")).replace(tzinfo=UTC)
    begun = int((at - datetime.now(UTC)).total_seconds())
    for step in (0, *steps):
        moved += step
        Path(file).write_text(f"{begun + moved:+d}", encoding="ascii")
        if step == 0:
            at_work.open()
        at_work.act("picture")
        at_work.act("note")
    records = [line.decode() for line in at_work.vault.records()]
    order = prepare(at_work.vault, catalogue=catalogue(), clock=SystemClock())
    with contextlib.closing(order):
        jumps = order.dossier.custody.clock_jumps
    numbers = [one.number for one in at_work.vault.exhibits()]
    Path(file).write_text("+0", encoding="ascii")
    for first in range(0, len(records), 20):
        tell(lines=records[first : first + 20])
    tell(jumps=jumps, numbers=numbers)
    at_work.vault.close()


ACTS: dict[str, Callable[..., None]] = {
    one.__name__: one for one in (session, begin, visit, failing, crowded, timed)
}
