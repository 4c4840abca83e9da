# SPDX-License-Identifier: MIT
"""Pictures are read in a process of their own; this side starts it, asks it, and ends it.

The process is started by the first question and kept warm. It is limited in memory and time (``confine``),
started anew once if it dies, and gone after ``stop``. Pictures go to it through a pipe, never through a file.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from typing import IO, TYPE_CHECKING, Any, Final, Self, TypeVar, cast

from app.errors import Cancelled, ImportRefused, ReadingFailed
from app.identify.confine import ELSEWHERE_BYTES
from app.identify.job_windows import close_job, put_into_job
from app.identify.values import Box, Reading
from app.identify.wire import MOST_BYTES, Found, ReadLine, ReadLines, answered, receive, send
from app.paths import project_root

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

VERB: Final = "read-pictures"
TIME_S: Final = 120.0  # for one picture; a 4K screen full of text takes 10 s of CPU
QUIET_TIMES: Final = 10  # as long when it gets only what nobody else wants of the computer
QUIET: Final = 19  # the least a process can ask for. Source: setpriority(2)
# What a program needs to start on each system; nothing of the person's own settings goes along.
PASSED_ON = ("SYSTEMROOT", "PATH", "LANG", "LC_ALL", "TEMP", "TMP", "LD_LIBRARY_PATH")
SETTINGS: Final = {
    "HOME": os.sep,  # nobody's; without any, it is looked up through a socket of the system
    "ORT_DISABLE_TELEMETRY": "1",  # should a later onnxruntime be installed. Source: its docs/Privacy.md
    "OPENBLAS_NUM_THREADS": "1",  # a thread for every core would each reserve tens of megabytes
    "OPENCV_FOR_THREADS_NUM": "1",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": str(8 << 20),  # what is large goes back at once: a fifth less memory, as fast
    "MALLOC_TRIM_THRESHOLD_": str(16 << 20),  # Source: mallopt(3)
}


class Reader:
    """Reads pictures; one question at a time, from any thread."""

    def __init__(
        self, command: Sequence[str] | None = None, *, time_s: float = TIME_S, is_quiet: bool = False
    ) -> None:
        """Start nothing yet.

        Args:
            command: what starts the process; the program itself if there is none.
            time_s: for one picture; ten times as long where it is quiet.
            is_quiet: the process gets only the time that no other program wants: it never slows a capture.
        """
        self._command = tuple(command or reading_command())
        self._is_quiet = is_quiet
        self._time_s = time_s * QUIET_TIMES if is_quiet else time_s
        self._asking = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._job: int | None = None
        self._stops = self._answers = 0

    def __enter__(self) -> Self:
        """Return itself; nothing is started yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """The process is gone."""
        self.stop()

    @property
    def pid(self) -> int | None:
        """Number of the process; None while there is none."""
        return self._process.pid if self._process else None

    def warm(self) -> None:
        """The process has started and the model is loaded."""
        self._ask(bool, {"ask": "warm"}, b"")

    def find(self, picture: bytes, wanted: str | None = None) -> Found:
        """Return what may be an identifier of the wanted platform, or of any.

        Args:
            picture: the file as it is.
            wanted: id of a platform; what is none of its identifiers and no payment is left out.

        Raises:
            ImportRefused: the picture cannot be read; the message says why, as the end of a sentence.
            ReadingFailed: the process did not start, died twice, or took too long.
            Cancelled: it was stopped meanwhile.
        """
        return self._ask(Found, {"ask": "find", "wanted": wanted}, picture)

    def read_box(self, picture: bytes, box: Box) -> Reading:
        """Return the text in a box that a person drew; raises as ``find`` does."""
        sides = [box.left, box.top, box.right, box.bottom]
        return self._ask(Reading, {"ask": "box", "box": sides}, picture)

    def read_all(self, picture: bytes) -> tuple[ReadLine, ...]:
        """Return every line of the picture, from top to bottom; raises as ``find`` does."""
        return self._ask(ReadLines, {"ask": "all"}, picture).lines

    def stop(self) -> None:
        """The process is gone, and whoever waits gets Cancelled. The next question starts another."""
        self._stops += 1
        process = self._process
        if process is not None:
            process.kill()  # whoever waits sees the pipe close, and lets go
        with self._asking:
            self._end()

    def _ask(self, kind: type[T], asked: dict[str, Any], picture: bytes) -> T:
        if len(picture) > MOST_BYTES:
            raise ImportRefused("the file is larger than any picture of a screen")
        turn = self._stops
        with self._asking:
            try:
                plain = self._answer(turn, asked, picture)
            except (EOFError, OSError, ValueError):
                self._end()
                plain = self._once_more(turn, asked, picture)
            except BaseException:
                self._end()  # what it would still say is no answer to the next question
                raise
        if "refused" in plain:
            raise ImportRefused(str(plain["refused"]))
        if "failed" in plain:
            raise ReadingFailed(f"looking at it went wrong ({plain['failed']})")
        try:
            return answered(kind, plain)
        except ValueError as error:
            raise ReadingFailed("no answer that can be used") from error

    def _once_more(self, turn: int, asked: dict[str, Any], picture: bytes) -> dict[str, Any]:
        """Return the answer of a new process; the last one died."""
        try:
            return self._answer(turn, asked, picture)
        except (EOFError, OSError, ValueError) as error:
            self._end()
            self._go_on(turn)
            raise ReadingFailed("the process that reads ended") from error
        except BaseException:
            self._end()
            raise

    def _go_on(self, turn: int) -> None:
        """Nobody has stopped it since the question was asked."""
        if self._stops != turn:
            raise Cancelled

    def _answer(self, turn: int, asked: dict[str, Any], picture: bytes) -> dict[str, Any]:
        self._go_on(turn)
        process = self._process or self._start()
        self._go_on(turn)  # whoever stopped it meanwhile may not have seen the new process
        to, source = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        is_late = threading.Event()
        timer = threading.Timer(self._time_s, _end_late, (process, is_late))
        timer.daemon = True  # an interrupt between start and cancel must not keep the program waiting
        timer.start()
        try:
            send(to, asked, picture)
            plain, _ = receive(source)
            self._answers += 1
        except (EOFError, OSError) as error:
            if is_late.is_set():
                raise ReadingFailed("it took too long") from error
            raise
        finally:
            timer.cancel()
        if plain.get("is_tired") and self._answers > 1:
            raise EOFError  # a new process may have the memory that this one lacked
        return plain

    def _start(self) -> subprocess.Popen[bytes]:
        """Return the new process."""
        self._answers = 0
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=project_root(),
            env=reading_environment(),
            creationflags=_flags(is_quiet=self._is_quiet),
        )
        if self._is_quiet:
            _make_quiet(self._process.pid)
        handle = getattr(self._process, "_handle", None)  # Windows only
        if handle is not None:
            self._job = put_into_job(int(handle), ELSEWHERE_BYTES)
        return self._process

    def _end(self) -> None:
        """The process is gone, and its pipes are closed."""
        process, self._process = self._process, None
        job, self._job = self._job, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)
        process.wait()
        if job is not None:
            close_job(job)


def reading_command() -> tuple[str, ...]:
    """Return how the process is started: the program itself with a hidden verb.

    The person's own packages and settings of Python are left out (``-s -E``); nothing is written beside it.
    """
    if getattr(sys, "frozen", False):
        return (sys.executable, VERB)
    return (sys.executable, "-s", "-E", "-B", str(project_root() / "main.py"), VERB)


def reading_environment() -> dict[str, str]:
    """Return all that the process is told of the computer it runs on."""
    return {name: os.environ[name] for name in PASSED_ON if name in os.environ} | SETTINGS


def _flags(*, is_quiet: bool) -> int:
    """Return how Windows starts the process: without a window, and behind other programs if it is quiet."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    return flags | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0) if is_quiet else flags


def _make_quiet(pid: int) -> None:
    """The process, which has no other thread yet, stands behind every other, unless it has ended already."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, QUIET)


def _end_late(process: subprocess.Popen[bytes], is_late: threading.Event) -> None:
    """The process is gone, as it took too long."""
    is_late.set()
    process.kill()


def _close(pipe: Any) -> None:
    """The pipe is closed; what could not be sent is dropped."""
    try:
        pipe.close()
    except OSError:
        return
