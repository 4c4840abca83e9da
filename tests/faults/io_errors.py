# SPDX-License-Identifier: MIT
"""The system's calls fail now and then: each failure is told by its name, and nothing acknowledged is lost.

Source of the points: libfiu's list of functions (fiu-utils, function_list).
"""

from __future__ import annotations

import errno
import random
from typing import TYPE_CHECKING

from tests.faults.hurting import FIU_PRELOAD
from tests.faults.kills import PASSPHRASE
from tests.faults.promises import Promises
from tests.faults.stage import Stage, derived_once
from tests.faults.tally import Tally
from tests.faults.working import create

if TYPE_CHECKING:
    from pathlib import Path

ACTS = 30
RUNS_A_VAULT = 20
POINTS: dict[str, tuple[int, ...]] = {
    "posix/io/rw/pwrite": (errno.EIO, errno.ENOSPC, errno.EDQUOT),
    "posix/io/rw/pwrite/reduce": (0,),
    "posix/io/rw/write": (errno.EIO, errno.ENOSPC),
    "posix/io/rw/write/reduce": (0,),
    "posix/io/rw/pread": (errno.EIO,),
    "posix/io/rw/pread/reduce": (0,),
    "posix/io/rw/read": (errno.EIO,),
    "posix/io/rw/read/reduce": (0,),
    "posix/io/rw/ftruncate": (errno.EIO, errno.ENOSPC),
    "posix/io/sync/fsync": (errno.EIO, errno.ENOSPC),
    "posix/io/oc/open": (errno.EIO, errno.EACCES, errno.ENOSPC, errno.EMFILE, errno.EROFS),
    "posix/io/dir/rename": (errno.EIO, errno.ENOSPC, errno.EACCES),
    "posix/io/dir/unlink": (errno.EIO, errno.EACCES),
    "posix/mm/mmap": (errno.ENOMEM,),
}
INSIDE = ("picture", "frame", "note", "revise", "facts", "draft", "finish", "purge", "code", "saved")
OUTSIDE = ("picture", "note", "package", "report", "backup", "saved")
OUTSIDE_SHARE, ACTS_OUTSIDE = 0.15, 8  # they take a hundred times as long


def run(place: Path, failures: int, seed: int = 1000) -> Tally:
    """Let calls fail until so many acts have failed by it.

    Raises:
        AssertionError: something acknowledged was lost.
    """
    tally, chance = Tally("I/O error", seed), random.Random(seed)  # noqa: S311 - the same faults
    cases = [(point, number) for point, numbers in POINTS.items() for number in numbers]
    runs = 0
    with derived_once(), Stage(FIU_PRELOAD) as stage:
        while tally.total < failures:
            promises = Promises(place / f"failing-{runs}" / "case.safehold", PASSPHRASE)
            create(promises.folder, PASSPHRASE).close()
            for _ in range(RUNS_A_VAULT):
                point, number = cases[runs % len(cases)]
                runs += 1
                told = one(stage, promises, chance, point, number)
                tally.points[_named(point, number)] += told
                if tally.total >= failures:
                    break
            tally.add(promises)
    return tally


def one(stage: Stage, promises: Promises, chance: random.Random, point: str, number: int) -> int:
    """One session in which these calls fail; then, unhurt, everything is there. Returns: failures told."""
    stage.warm(promises.folder, PASSPHRASE)
    before, is_outside = promises.leaves.total() + len(promises.raw), chance.random() < OUTSIDE_SHARE
    play = stage.play(
        "failing",
        folder=promises.folder,
        passphrase=PASSPHRASE,
        seed=chance.randrange(2**32),
        acts=ACTS_OUTSIDE if is_outside else ACTS,
        kinds=OUTSIDE if is_outside else INSIDE,
        point=point,
        errno=number,
        permille=chance.choice((30, 200, 500)),
        is_late=chance.random() < 0.7,
    )
    promises.hear(play.rest())
    assert play.ended in {0, 70}, f"{point} {number}: {play.ended}"
    promises.hold()
    return promises.leaves.total() + len(promises.raw) - before


def _named(point: str, number: int) -> str:
    """Return what failed, in a word or two."""
    call = point.removeprefix("posix/").removeprefix("io/").partition("/")[2]
    return f"{call} {errno.errorcode[number]}" if number else call.replace("/reduce", " short")
