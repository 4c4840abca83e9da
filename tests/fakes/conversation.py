# SPDX-License-Identifier: MIT
"""A conversation on a screen of memory, scrolled by a script, and everything ``follow`` needs around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from app.capture.models import DesktopTarget, Frame, Screen
from app.custody.run_record import fault_in
from app.errors import Cancelled
from app.intake.acquire import Setting
from app.intake.conversation import follow
from app.intake.progress import Control, Sink, Source
from app.model import Exhibit, ExhibitFacts, ExhibitId, Original, Rect, Role
from tests.fakes.backend import FakeBackend
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from app.capture.models import Target
    from app.intake.progress import Advice, Progress, Resumed
    from app.model import Acquisition, PairRecord, Proof, RunRecord

Steps: TypeAlias = Iterator[float]

WIDTH, HEIGHT, HEAD, FOOT = 512, 480, 40, 48
PAPER, INK, BAR = 0xF5F5F5, 0x202020, 0xD0D8E0
SETTING = Setting(
    machine_alias="heron-42",
    app_version="0.1.0",
    app_commit="unknown",
    taken_by="TJH",
    role=Role.VICTIM,
    viewed_account="own account",
)


def text_page(rows: int, width: int = WIDTH, seed: int = 1) -> NDArray[np.uint32]:
    """Return a page of messages, each of some lines of something like letters, no two alike."""
    dice = np.random.default_rng(seed)
    page = np.full((rows, width), PAPER, dtype=np.uint32)
    top = 6
    while top < rows - 60:
        lines, left = int(dice.integers(1, 4)), int(dice.integers(8, width // 3))
        for line in range(lines):
            wide = int(dice.integers(width // 4, width // 2))
            letters = dice.random((10, wide)) < 0.4
            at = page[top + 14 * line : top + 14 * line + 10, left : left + wide]
            at[letters] = INK
        top += 14 * lines + int(dice.integers(8, 20))
    return page


@dataclass
class ChatScreen(FakeBackend):
    """One screen that shows a page behind a head and a foot.

    Attributes:
        top: the row of the page that stands first under the head.
        over: boxes of one colour over everything: left, top, width, height.
    """

    page: NDArray[np.uint32] = field(default_factory=lambda: text_page(12_000))
    top: int = 3_000
    size: tuple[int, int] = (WIDTH, HEIGHT)
    over: dict[tuple[int, int, int, int], int] = field(default_factory=dict)
    failure: Exception | None = None

    def __post_init__(self) -> None:
        self.monitors = (Screen("CHAT", Rect(0, 0, *self.size), 1000, is_primary=True),)

    def resize(self, width: int, height: int) -> None:
        """The screen is of another size; text wraps anew at another width."""
        if width > self.page.shape[1]:
            self.page = text_page(len(self.page), width, seed=width)
        self.size = width, height
        self.__post_init__()

    def grab(self, rect: Rect) -> Frame:
        """Return what stands there now."""
        if self.failure is not None:
            raise self.failure
        self.asked.append(rect)
        width, height = self.size
        shown = np.full((height, width), BAR, dtype=np.uint32)
        shown[10:24, 20:60] = shown[height - 30 : height - 20, 16:40] = INK
        middle = height - HEAD - FOOT
        shown[HEAD : HEAD + middle] = self.page[self.top : self.top + middle, :width]
        for (left, top, wide, high), colour in self.over.items():
            shown[top : top + high, left : left + wide] = colour
        shown |= 0xFF000000
        part = shown[rect.y : rect.y + rect.height, rect.x : rect.x + rect.width]
        return Frame(rect.width, rect.height, np.ascontiguousarray(part).tobytes())


class Script(Control):
    """Lets time pass without waiting, and does at each moment what the script says.

    A step of the script is a generator's ``yield`` of so many seconds; when it ends, the run is finished.
    """

    def __init__(self, clock: FakeClock, steps: Callable[[], object]) -> None:
        super().__init__()
        self._clock, self._steps = clock, iter(steps())
        self._left = next(self._steps, None)
        self.waits: list[float] = []

    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.waits.append(seconds)
        seconds = max(seconds, 0.001)
        while self._left is not None and seconds >= self._left:
            self._clock.advance(self._left)
            seconds -= self._left
            self._left = next(self._steps, None)
            if self._left is None:
                self.finish.set()
                return
        self._clock.advance(seconds)
        if self._left is not None:
            self._left -= seconds


class Inline(Executor):
    """Does the work at once, in the thread that asks."""

    def submit(self, call, /, *args, **named):
        future = Future()
        try:
            future.set_result(call(*args, **named))
        except Exception as error:  # noqa: BLE001 - as a future does
            future.set_exception(error)
        return future


@dataclass
class Vault:
    """Keeps what it is given, in order.

    Attributes:
        fail_at: the number of the frame that cannot be stored.
    """

    failure: Exception = field(default_factory=Cancelled)
    fail_at: int = 0
    kept: list[Acquisition] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    pairs: list[PairRecord] = field(default_factory=list)
    said: list[Progress] = field(default_factory=list)
    keeps_frames: bool = True

    def store(self, acquisition: Acquisition, frame: Frame) -> Exhibit:
        """The frame is stored."""
        if len(self.kept) + 1 == self.fail_at:
            raise self.failure
        self.kept.append(acquisition)
        if self.keeps_frames:
            self.frames.append(frame)
        return self.exhibit()

    def exhibit(self) -> Exhibit:
        """Return the run as stored."""
        first = self.kept[0].record
        originals = tuple(
            Original(ExhibitId(f"id-{n}"), f"TJH/1.{n}", n, one.record.time.started_at, one.record)
            for n, one in enumerate(self.kept if self.keeps_frames else self.kept[:1], start=1)
        )
        return Exhibit(
            ExhibitId("id-1"), 1, "TJH/1", 1, first.time.started_at, first, ExhibitFacts(), frames=originals
        )

    def keep(self, _exhibit_id: ExhibitId, pair: PairRecord) -> None:
        """The pair is kept."""
        self.pairs.append(pair)

    def png_of(self, original: Original) -> bytes:
        """Return the bytes of a frame."""
        return self.kept[int(original.id.removeprefix("id-")) - 1].data


@dataclass
class Stage:
    """A screen, a clock and a vault, and a run over them."""

    screen: ChatScreen = field(default_factory=ChatScreen)
    clock: FakeClock = field(default_factory=FakeClock)
    vault: Vault = field(default_factory=Vault)
    target: Target = field(default_factory=DesktopTarget)
    script: Script | None = None

    def play(self, steps: Callable[[], Steps], resume: Resumed | None = None) -> RunRecord:
        self.script = Script(self.clock, steps)
        source = Source(self.screen, self.target, SETTING, self.clock)
        sink = Sink(self.vault.store, self.vault.said.append, self.vault.keep)
        record = follow(source, sink, self.script, resume=resume, worker=Inline())
        assert fault_in(record) is None
        return record

    def scroll(self, by: int, rest: float = 0.5) -> Steps:
        """Scroll smoothly, as a screen of 60 pictures a second shows it."""
        for _ in range(10):
            self.screen.top += by // 10
            yield 0.016
        yield rest

    @property
    def advices(self) -> list[Advice]:
        found = [one.advice for one in self.vault.said if one.advice]
        return [one for n, one in enumerate(found) if n == 0 or found[n - 1] != one]


def levels(record: RunRecord) -> list[Proof]:
    """Return what each pair turned out to be."""
    return [pair.finding.level for pair in record.pairs]
