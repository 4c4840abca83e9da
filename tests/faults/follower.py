# SPDX-License-Identifier: MIT
"""A second process that follows a drawn chat into a vault and says each frame it kept; made to be killed.

    python -m tests.faults.follower FOLDER PASSPHRASE [FRAMES]

It goes on with the run that was broken off, if there is one. With FRAMES it ends the run after so many more.
Each line: ``frame REF SHA256 ROW``, the row of the chat that it begins with; at last ``finished``.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.capture.models import AreaTarget
from app.clock import SystemClock
from app.intake.acquire import Setting
from app.intake.conversation import follow
from app.intake.progress import Control, Progress, Resumed, Sink, Source
from app.model import Rect, Role
from app.vault import Vault
from tests.fakes.backend import FakeBackend
from tests.fakes.chats import FAMILIES, SMALL

if TYPE_CHECKING:
    from app.capture.models import Frame
    from app.model import Acquisition, Exhibit
    from tests.fakes.chats import World

WHOLE = Rect(0, 0, *SMALL)
SETTING = Setting("quiet-fern", "0.1.0", "not known", "TJH", Role.VICTIM, "own account")
HELD_S, STEP_PX, STOPS = 0.22, 170, 14


@dataclass
class ScrollingBackend(FakeBackend):
    """A chat that somebody scrolls: it stands still for a moment, goes on, and turns round at its ends.

    Attributes:
        world: the chat.
        first: the stop it begins with.
        row: of the chat, shown at the top of the last grab.
    """

    world: World = field(default_factory=lambda: FAMILIES["header"](seed=7, size=SMALL))
    first: int = 0
    row: int = 0
    _began: float = field(default_factory=time.monotonic)

    def grab(self, rect: Rect) -> Frame:
        """Return what shows now."""
        assert rect == WHOLE
        stop = self.first + int((time.monotonic() - self._began) / HELD_S)
        place = stop % (2 * STOPS)
        self.row = STEP_PX * min(place, 2 * STOPS - place)
        return self.world.shot(self.row, stop).frame


@dataclass
class Follower:
    """The run, into the vault."""

    vault: Vault
    more: int | None
    control: Control = field(default_factory=Control)
    exhibit: Exhibit | None = None

    def go(self) -> None:
        """Follow until killed, or until it has enough."""
        broken = next(iter(self.vault.unfinished_runs()), None)
        self.backend = ScrollingBackend(first=len(broken.frames) - 1 if broken else 0)
        resume = None
        if broken:
            resume = Resumed(broken, self.vault.judged(broken.id), lambda one: self.vault.original(one.id))
        source = Source(self.backend, AreaTarget(WHOLE), SETTING, SystemClock())
        sink = Sink(self.store, self.say, self.vault.keep_judged)
        record = follow(source, sink, self.control, resume=resume)
        assert self.exhibit is not None
        tell("ended")
        self.vault.finish_run(self.exhibit.id, record)
        tell("finished")

    def store(self, acquisition: Acquisition, _: Frame) -> Exhibit:
        """The frame is in the vault, and was said to be."""
        row = self.backend.row
        self.exhibit = self.vault.add_frame(acquisition)
        tell(f"frame {self.exhibit.frames[-1].ref} {acquisition.record.content.sha256} {row}")
        if self.more is not None:
            self.more -= 1
        return self.exhibit

    def say(self, _: Progress) -> None:
        """End it when there are enough."""
        if self.more is not None and self.more <= 0:
            self.control.finish.set()
            self.control.wake()


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    folder, passphrase = Path(sys.argv[1]), sys.argv[2]
    vault = Vault.open(folder, passphrase, clock=SystemClock(), tool="Safehold 0.1.0")
    Follower(vault, int(sys.argv[3]) if len(sys.argv) > 3 else None).go()
    vault.close()


if __name__ == "__main__":
    main()
