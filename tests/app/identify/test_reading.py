# SPDX-License-Identifier: MIT
from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from app.errors import Cancelled, ImportRefused, ReadingFailed
from app.identify.reading import PASSED_ON, SETTINGS, Reader, reading_command
from app.identify.values import Box
from app.paths import project_root
from tests.fakes.panels import panel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.panels import Panel

PANEL = next(panel(seed) for seed in range(1, 40, 7) if not panel(seed).is_photo)
# Stands in for the process: answers what the test says, in the form of the pipes.
PUPPET = """
import sys, time
sys.path.insert(0, {root!r})
from app.identify.wire import receive, send
while True:
    asked, data = receive(sys.stdin.buffer)
    {does}
"""
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")


def png(panel: Panel) -> bytes:
    room = io.BytesIO()
    panel.image.save(room, "PNG")
    return room.getvalue()


def puppet(does: str) -> tuple[str, ...]:
    return (sys.executable, "-c", PUPPET.format(root=str(project_root()), does=does))


def is_running(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    try:
        return "State:\tZ" not in status.read_text(encoding="ascii")
    except OSError:
        return False


def until(holds: object, within_s: float = 20) -> None:
    end = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < end
        threading.Event().wait(0.02)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as made:
        yield made


def test_the_id_in_a_picture_is_found(reader: Reader) -> None:
    found = reader.find(png(PANEL), "skype")
    assert found.proposals[0].value == PANEL.value
    assert found.proposals[0].platform == "skype"
    assert (found.width_px, found.height_px) == PANEL.image.size


@pytest.mark.skipif(sys.platform == "win32", reason="Windows names classes instead")
@pytest.mark.parametrize("is_quiet", [True, False])
def test_a_quiet_process_stands_behind_every_other(is_quiet: bool) -> None:
    with Reader(puppet("send(sys.stdout.buffer, {'answer': True})"), is_quiet=is_quiet) as made:
        made.warm()
        assert made.pid
        own = os.getpriority(os.PRIO_PROCESS, 0)
        assert os.getpriority(os.PRIO_PROCESS, made.pid) == (19 if is_quiet else own)


def test_a_process_that_may_lack_memory_gives_way_to_a_new_one() -> None:
    tired = "{'failed': 'RuntimeException', 'is_tired': True}"
    does = (
        f"n = globals().get('n', 0) + 1; send(sys.stdout.buffer, {{'answer': True}} if n == 1 else {tired})"
    )
    with Reader(puppet(does)) as made:
        made.warm()
        first = made.pid
        made.warm()  # the second answer of the first process is none, so another one is asked
        assert made.pid != first


def test_a_new_process_that_fails_has_failed() -> None:
    with Reader(puppet("send(sys.stdout.buffer, {'failed': 'RuntimeException', 'is_tired': True})")) as made:
        with pytest.raises(ReadingFailed, match="RuntimeException"):
            made.warm()
        with pytest.raises(ReadingFailed, match="RuntimeException"):
            made.warm()


def test_the_process_stays_warm(reader: Reader) -> None:
    reader.warm()
    before = reader.pid
    reader.find(png(PANEL))
    assert reader.pid == before is not None


def test_a_box_that_was_drawn_is_read(reader: Reader) -> None:
    assert PANEL.box is not None
    box = Box(PANEL.box.left - 6, PANEL.box.top - 4, PANEL.box.right + 6, PANEL.box.bottom + 4)
    assert reader.read_box(png(PANEL), box).text == PANEL.value


def test_a_box_outside_the_picture_is_refused(reader: Reader) -> None:
    with pytest.raises(ImportRefused, match="outside"):
        reader.read_box(png(PANEL), Box(9000, 9000, 9100, 9020))


def test_every_line_is_read(reader: Reader) -> None:
    lines = reader.read_all(png(PANEL))
    assert PANEL.value in {line.reading.text for line in lines}


def test_after_a_picture_that_is_none_the_next_is_read(reader: Reader) -> None:
    with pytest.raises(ImportRefused, match="no picture"):
        reader.find(b"junk")
    assert reader.find(png(PANEL), "skype").proposals


@linux_only
def test_a_process_that_was_killed_is_started_anew(reader: Reader) -> None:
    reader.warm()
    before = reader.pid
    assert before is not None
    os.kill(before, signal.SIGKILL)
    assert reader.find(png(PANEL), "skype").proposals
    assert reader.pid != before


def test_what_dies_over_a_picture_twice_has_failed() -> None:
    with Reader(puppet("sys.exit(3)")) as reader, pytest.raises(ReadingFailed, match="ended"):
        reader.find(b"x")


def test_what_cannot_be_started_has_failed() -> None:
    with Reader(("/nowhere/python",)) as reader, pytest.raises(ReadingFailed, match="ended"):
        reader.find(b"x")


def test_what_takes_too_long_has_failed_and_is_gone() -> None:
    with Reader(puppet("time.sleep(60)"), time_s=1) as reader:
        with pytest.raises(ReadingFailed, match="too long"):
            reader.find(b"x")
        assert reader.pid is None


@pytest.mark.parametrize("said", ["{'answer': 3}", "{'answer': None}", "{}"])
def test_an_answer_of_another_shape_has_failed(said: str) -> None:
    with (
        Reader(puppet(f"send(sys.stdout.buffer, {said})")) as reader,
        pytest.raises(ReadingFailed, match="used"),
    ):
        reader.find(b"x")


def test_a_fault_is_told_by_its_kind_alone() -> None:
    does = "send(sys.stdout.buffer, {'failed': 'MemoryError'})"
    with Reader(puppet(does)) as reader, pytest.raises(ReadingFailed, match="MemoryError"):
        reader.find(b"x")


@linux_only
def test_stopping_ends_the_process_and_tells_who_waits() -> None:
    reader = Reader(puppet("time.sleep(60)"))
    told: list[type[Exception]] = []

    def ask() -> None:
        try:
            reader.find(b"x")
        except Exception as error:  # noqa: BLE001 - which one it is, is the question
            told.append(type(error))

    waiting = threading.Thread(target=ask)
    waiting.start()
    until(lambda: reader.pid is not None)
    pid = reader.pid
    assert pid is not None
    started = time.monotonic()
    reader.stop()
    stopped_s = time.monotonic() - started
    waiting.join(20)
    assert told == [Cancelled]
    assert stopped_s < 5
    until(lambda: not is_running(pid))


def test_after_an_interrupt_nobody_gets_the_answer_to_another_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    does = "send(sys.stdout.buffer, {'refused': asked['ask']})"
    with Reader(puppet(does)) as reader:

        def interrupted(_: object) -> object:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr("app.identify.reading.receive", interrupted)
            with pytest.raises(KeyboardInterrupt):
                reader.find(b"x")
        assert reader.pid is None
        with pytest.raises(ImportRefused, match="all"):
            reader.read_all(b"x")


@linux_only
def test_stopping_also_stops_whoever_still_waits_for_a_turn() -> None:
    reader = Reader(puppet("time.sleep(60)"))
    told: list[str] = []

    def ask() -> None:
        try:
            reader.find(b"x")
        except Cancelled:
            told.append("stopped")

    waiting = [threading.Thread(target=ask) for _ in range(3)]
    for each in waiting:
        each.start()
    until(lambda: reader.pid is not None)
    threading.Event().wait(0.2)  # the others stand at the lock
    reader.stop()
    for each in waiting:
        each.join(20)
    assert told == ["stopped"] * 3
    assert reader.pid is None


def test_stopping_while_the_process_starts_leaves_none(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(puppet("time.sleep(60)"))
    start = reader._start

    def slow_start() -> object:
        reader._stops += 1  # as ``stop`` does, which sees no process yet
        return start()

    monkeypatch.setattr(reader, "_start", slow_start)
    with pytest.raises(Cancelled):
        reader.find(b"x")
    reader.stop()
    assert reader.pid is None


def test_after_a_stop_the_next_question_starts_another() -> None:
    reader = Reader()
    reader.warm()
    reader.stop()
    assert reader.pid is None
    reader.warm()
    assert reader.pid is not None
    reader.stop()


def test_the_environment_is_what_it_needs_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("SECRET", "word")
    does = "import os; send(sys.stdout.buffer, {'refused': ' '.join(os.environ)})"
    with Reader(puppet(does)) as reader, pytest.raises(ImportRefused) as refused:
        reader.find(b"x")
    names = set(str(refused.value).split()) - {"LC_CTYPE"}  # Python sets that one itself
    assert names <= {*PASSED_ON, *SETTINGS}
    assert names >= {*SETTINGS}


@linux_only
def test_the_process_ends_with_the_window_that_started_it(tmp_path: Path) -> None:
    said = tmp_path / "pid"
    script = (
        f"import sys; sys.path.insert(0, {str(project_root())!r})\n"
        "from app.identify.reading import Reader\n"
        f"reader = Reader(); reader.warm(); open({str(said)!r}, 'w').write(str(reader.pid))\n"
        "import time; time.sleep(60)"
    )
    parent = subprocess.Popen((sys.executable, "-c", script))
    until(lambda: said.exists() and said.read_text(), within_s=60)
    child = int(said.read_text())
    parent.kill()
    parent.wait()
    until(lambda: not is_running(child))


@linux_only
def test_nothing_is_left_behind_and_no_picture_is_in_a_file(reader: Reader, tmp_path: Path) -> None:
    reader.warm()
    files = Path(f"/proc/{reader.pid}/fd")
    opened = {str(each.readlink()) for each in files.iterdir()}
    assert {name for name in opened if not name.startswith(("pipe:", "/dev/null", "anon_inode"))} == set()


@linux_only
def test_memory_stays_below_the_limit(reader: Reader) -> None:
    room = io.BytesIO()
    wide = Image.new("RGB", (3840, 2160), "white")
    wide.paste(PANEL.image, (1000, 700))
    wide.save(room, "PNG")
    assert reader.find(room.getvalue(), "skype").proposals[0].value == PANEL.value
    status = Path(f"/proc/{reader.pid}/status").read_text(encoding="ascii")
    peak_kib = int(status.split("VmHWM:")[1].split()[0])
    assert peak_kib <= 350 * 1024


def test_the_person_s_own_packages_are_left_out() -> None:
    command = reading_command()
    assert command[1:4] == ("-s", "-E", "-B")
    assert command[-1] == "read-pictures"


def test_a_built_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reading_command() == (sys.executable, "read-pictures")
