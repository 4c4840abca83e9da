# SPDX-License-Identifier: MIT
"""The program follows another program's window into a real vault, in a thread as in the window of ours."""

from __future__ import annotations

import io
import os
import threading
from typing import TYPE_CHECKING, Self

import numpy as np
from PIL import Image

from app.capture import choose_backend
from app.clock import SystemClock
from app.intake.acquire import Setting
from app.intake.conversation import follow
from app.intake.progress import Control, Phase, Progress, Resumed, Sink, Source
from app.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from app.capture.models import Frame, Target
    from app.model import Acquisition, Exhibit, RunRecord
    from app.vault import Vault

SETTING = Setting("quiet-fern", "0.1.0", "not known", "TJH", Role.VICTIM, "own account")
WITHIN_S, QUIET_S = 15, 0.25


class Following:
    """A run from enter on; ``finish`` ends it as the button would."""

    def __init__(
        self,
        vault: Vault,
        target: Target,
        *,
        scale_of: Mapping[str, int] | None = None,
        resume: Resumed | None = None,
    ) -> None:
        self._vault, self._target, self._scale_of = vault, target, scale_of or {}
        self._resume = resume
        self._said = threading.Condition()
        self._ended: RunRecord | BaseException | None = None
        self.control = Control()
        self.exhibit: Exhibit | None = resume.exhibit if resume else None
        self.told: list[Progress] = [Progress()]

    def __enter__(self) -> Self:
        """Begin; done when the first frame is kept."""
        self._thread = threading.Thread(target=self._follow)
        self._thread.start()
        self.wait_until(lambda now: now.frames > (len(self._resume.exhibit.frames) if self._resume else 0))
        return self

    def __exit__(self, *_: object) -> None:
        """It is over, however it ended."""
        self.control.stop.set()
        self.control.wake()
        self._thread.join(WITHIN_S)
        assert not self._thread.is_alive()

    @property
    def now(self) -> Progress:
        """How far it is."""
        return self.told[-1]

    def wait_until(self, is_it: Callable[[Progress], bool], within_s: float = WITHIN_S) -> bool:
        """Return whether it came to that; what ended the run too early is raised."""
        with self._said:
            came = self._said.wait_for(lambda: is_it(self.now) or self._ended is not None, within_s)
        if isinstance(self._ended, BaseException):
            raise self._ended
        return came

    def see(self, frames: int, within_s: float = 1.2) -> bool:
        """Wait as a person who reads until a new frame is kept and all is still; return whether it came."""
        came = self.wait_until(lambda now: now.frames > frames, within_s)
        self.wait_until(lambda now: now.phase is Phase.WATCHING and _is_judged(now), within_s)
        return came

    def calm(self) -> None:
        """Wait until no more frames come: the hand rests and all glides have ended."""
        while self.wait_until(lambda now, frames=self.now.frames: now.frames > frames, QUIET_S):
            pass

    def finish(self) -> RunRecord:
        """End it and return its record."""
        self.control.finish.set()
        self.control.wake()
        self._thread.join(WITHIN_S * 2)
        assert self._ended is not None, "it does not end"
        if isinstance(self._ended, BaseException):
            raise self._ended
        return self._ended

    def _follow(self) -> None:
        backend = choose_backend(os.environ)
        source = Source(backend, self._target, SETTING, SystemClock(), self._scale_of)
        sink = Sink(self._store, self._say, self._vault.keep_judged)
        try:
            ended: RunRecord | BaseException = follow(source, sink, self.control, resume=self._resume)
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
            ended = error
        backend.close()
        with self._said:
            self._ended = ended
            self._said.notify_all()

    def _store(self, acquisition: Acquisition, _: Frame) -> Exhibit:
        self.exhibit = self._vault.add_frame(acquisition)
        return self.exhibit

    def _say(self, progress: Progress) -> None:
        with self._said:
            self.told.append(progress)
            self._said.notify_all()


def _is_judged(now: Progress) -> bool:
    """Whether it is known how the last two frames shown meet."""
    return len(now.sides) < 2 or now.sides[-2].seam is not None


def pixels_of(png: bytes) -> NDArray[np.uint8]:
    """Return height x width x blue, green, red of a stored frame."""
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))[..., ::-1]


def kept_frames(vault: Vault, exhibit: Exhibit) -> list[tuple[float, NDArray[np.uint8]]]:
    """Return when each stored frame was taken, in milliseconds since 1970, and its pixels."""
    found = []
    for original in exhibit.originals:
        at_ms = original.record.time.started_at.timestamp() * 1000
        found.append((at_ms, pixels_of(vault.original(original.id))))
    return found
