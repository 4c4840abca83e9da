# SPDX-License-Identifier: MIT
"""Pictures made to harm, and what the process tries to do: through the pipes, as the program asks."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.errors import ImportRefused
from app.identify import picture, wire
from app.identify.child import _answer
from app.identify.reading import Reader, reading_command, reading_environment
from app.paths import project_root
from tests.fakes.panels import panel

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = next(seed for seed in range(1, 40, 7) if not panel(seed).is_photo)
PANEL = panel(SEED)
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filter")


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    room = io.BytesIO()
    image.save(room, form, **options)
    return room.getvalue()


GOOD = {form: saved(PANEL.image, form) for form in ("PNG", "JPEG", "GIF", "WEBP", "BMP")}
LOOK = f"""
import io, sys
sys.path.insert(0, {str(project_root())!r})
from tests.fakes.panels import panel
room = io.BytesIO()
panel({SEED}).image.save(room, "PNG")
"""
# Any call that is refused ends the process instead: what is only tried fails the test as well.
DEADLY = """
from app.identify import confine as module
module._REFUSE = module._KILL
module.confine()
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run it as the process is run."""
    command = (sys.executable, "-s", "-E", "-B", "-c", code)
    environ = reading_environment()
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=environ)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as made:
        yield made


@linux_only
def test_reading_never_even_tries_to_open_a_socket_or_to_start_a_program() -> None:
    looks = "from app.identify.child import Eyes\nfrom app.identify.picture import decode\n"
    finds = "print(Eyes().find(decode(room.getvalue()), {'wanted': 'skype'}).proposals[0].value)"
    ended = run(LOOK + DEADLY + looks + finds)
    assert (ended.returncode, ended.stdout.strip()) == (0, PANEL.value)


@linux_only
def test_whatever_tries_is_noticed() -> None:
    tries = "import ctypes; ctypes.CDLL(None).socket(2, 1, 0)"
    assert run(LOOK + DEADLY + tries).returncode == -signal.SIGSYS


def test_the_side_of_the_window_opens_no_socket_either() -> None:
    hook = "sys.addaudithook(lambda event, _: sys.exit(9) if event.startswith('socket.') else None)\n"
    reads = "from app.identify.reading import Reader\nwith Reader() as reader:\n    "
    finds = "print(reader.find(room.getvalue(), 'skype').proposals[0].value)"
    ended = run(LOOK + hook + reads + finds)
    assert (ended.returncode, ended.stdout.strip()) == (0, PANEL.value)
    assert run(hook.join(("import sys\n", "import socket; socket.socket()"))).returncode == 9


@linux_only
def test_nothing_is_said_on_the_streams_that_others_may_keep(tmp_path: object) -> None:
    room = io.BytesIO()
    for data in (GOOD["PNG"], GOOD["PNG"][:900], b"secret"):
        wire.send(room, {"ask": "find", "wanted": None}, data)
    ended = subprocess.run(
        reading_command(),
        input=room.getvalue(),
        capture_output=True,
        timeout=120,
        check=False,
        env=reading_environment(),
    )
    assert ended.returncode == 0  # the pipe closed
    assert ended.stderr == b""
    answers = io.BytesIO(ended.stdout)
    kinds = [next(iter(wire.receive(answers)[0])) for _ in range(3)]
    assert kinds == ["answer", "refused", "refused"]
    assert answers.read() == b""


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_junk_is_refused_and_the_process_lives_on(reader: Reader, data: bytes) -> None:
    reader.warm()
    before = reader.pid
    with pytest.raises(ImportRefused):
        reader.find(data)
    assert reader.pid == before


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_picture_is_read_or_refused_and_the_process_lives_on(
    reader: Reader, data: st.DataObject
) -> None:
    reader.warm()
    before = reader.pid
    bad = bytearray(data.draw(st.sampled_from([*GOOD.values()])))
    for at in data.draw(st.lists(st.integers(0, len(bad) - 1), min_size=1, max_size=20)):
        bad[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(bad)))
    with suppress(ImportRefused):  # any other error fails the test
        reader.find(bytes(bad[:cut]), "skype")
    assert reader.pid == before


@linux_only
def test_a_picture_that_takes_too_much_memory_is_refused_and_the_next_is_read(reader: Reader) -> None:
    reader.warm()
    before = reader.pid
    large = saved(Image.new("RGB", (7680, 4320)), "BMP")  # 100 MB, and 133 MB when decoded
    with pytest.raises(ImportRefused, match="too large"):
        reader.find(large)
    assert reader.find(GOOD["PNG"], "skype").proposals[0].value == PANEL.value
    assert reader.pid == before


def test_a_file_that_is_far_too_large_is_not_even_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.identify.reading.MOST_BYTES", 10)
    with Reader(("/nowhere/python",)) as reader, pytest.raises(ImportRefused, match="larger"):
        reader.find(b"x" * 11)


def test_memory_that_runs_out_while_looking_is_told_as_such() -> None:
    def fails(*_: object) -> object:
        raise MemoryError

    assert _answer({"find": fails}, {"ask": "find"}, GOOD["PNG"]) == {
        "refused": picture.TOO_LARGE,
        "is_tired": True,
    }
