# SPDX-License-Identifier: MIT
"""A warm process that forks one player for each fault: it starts once, and thousands of players are hurt.

    python -m tests.faults.stage

Each line it reads names an act of ``tests.faults.players`` and what it is given; what the player says comes
back line by line, first its process id, last how it ended. Libraries that do the hurting are loaded before
everything else (``preload``); a player arms them, so that the stage itself is never hurt.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import signal
import subprocess
import sys
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tests.faults import hurting

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
UNEXPECTED = 70  # Source: sysexits.h, EX_SOFTWARE

Said = dict[str, Any]


class Stage:
    """The warm process; it ends with the context."""

    def __init__(self, *preload: str | Path, **environment: str) -> None:
        """Start it, with these libraries before every other."""
        given = {**os.environ, **environment, "PYTHONHASHSEED": "0"}
        if preload:
            given["LD_PRELOAD"] = " ".join(map(str, preload))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.stage"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=given,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def play(self, act: str, **given: object) -> Play:
        """Return the player, which has begun."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"act": act, **given}, default=str) + "\n")
        self._process.stdin.flush()
        first = self._line()
        return Play(int(first["pid"]), self)

    def warm(self, folder: Path, passphrase: str) -> None:
        """Players open this vault without deriving the key each time; that is not what is hurt here."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"warm": str(folder), "passphrase": passphrase}) + "\n")
        self._process.stdin.flush()
        assert self._line() == {"warm": True}

    def _line(self) -> Said:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line.endswith("\n"), "the stage has gone"
        said: Said = json.loads(line)
        return said


@dataclass
class Play:
    """One player.

    Attributes:
        said: everything it has said so far.
        ended: its exit code, negative for a signal; ``None`` while it plays.
    """

    pid: int
    stage: Stage
    said: list[Said] = field(default_factory=list)
    ended: int | None = None

    def next(self) -> Said | None:
        """Return what it says next; ``None`` once it has ended."""
        if self.ended is not None:
            return None
        said = self.stage._line()
        if "ended" in said:
            self.ended = int(said["ended"])
            return None
        self.said.append(said)
        return said

    def until(self, key: str) -> Said:
        """Return the next thing it says that has this key.

        Raises:
            AssertionError: it ended before.
        """
        while (said := self.next()) is not None:
            if key in said:
                return said
        raise AssertionError(f"it ended with {self.ended} before {key}: {self.said[-3:]}")

    def rest(self) -> list[Said]:
        """Return everything it says, once it has ended."""
        while self.next() is not None:
            pass
        return self.said

    def signal(self, number: int) -> None:
        """It is told by the system to stop, go on or end, unless it has ended."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def kill(self) -> list[Said]:
        """It is gone at once. Returns: everything it had said."""
        self.signal(signal.SIGKILL)
        return self.rest()


def tell(**said: object) -> None:
    """Say one line in one piece: a killed player has said it whole or not at all."""
    line = json.dumps(said, default=str)
    hurting.mark(line)
    os.writev(1, [f"{line}\n".encode()])  # not by write, which may be the call that fails


@contextlib.contextmanager
def derived_once() -> Iterator[None]:
    """Inside, the same secret with the same salt is derived only once in this process."""
    from app.vault import keyslots  # noqa: PLC0415 - the client of a stage needs no vault

    derive = keyslots.derive
    keyslots.derive = functools.cache(derive)
    try:
        yield
    finally:
        keyslots.derive = derive


def _serve() -> None:
    """Fork a player for each line; one at a time."""
    from app.vault.keyfile import unlock_folder  # noqa: PLC0415
    from app.vault.keyslots import SecretKind  # noqa: PLC0415
    from tests.faults import players  # noqa: PLC0415 - it imports this module

    players.get_ready()
    with derived_once():
        for line in sys.stdin:
            asked = json.loads(line)
            if "warm" in asked:
                unlock_folder(Path(asked["warm"]), SecretKind.PASSPHRASE, asked["passphrase"])
                tell(warm=True)
                continue
            pid = os.fork()
            if pid == 0:
                _play(players.ACTS[asked.pop("act")], asked)
            _, status = os.waitpid(pid, 0)
            tell(ended=os.waitstatus_to_exitcode(status))


def _play(act: Any, given: Said) -> None:
    """Play to the end, and never return into the stage."""
    code = UNEXPECTED
    try:
        tell(pid=os.getpid())
        act(**given)
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it was, it is told, and the stage goes on
        tell(raised=traceback.format_exc())
    finally:
        os._exit(code)


if __name__ == "__main__":
    _serve()
