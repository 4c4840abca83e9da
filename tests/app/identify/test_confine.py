# SPDX-License-Identifier: MIT
"""Each check runs in a process of its own: what is refused once is refused for good."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app.identify import confine as module
from app.paths import project_root

if TYPE_CHECKING:
    from pathlib import Path

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filter")
START = f"import sys; sys.path.insert(0, {str(project_root())!r})\nfrom app.identify.confine import confine\n"


def run(code: str, *, before: str = "") -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-c", f"{START}{before}\nconfine()\n{code}")
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.execv('/bin/true', ['true'])",
    ],
)
def test_python_refuses_sockets_and_programs(code: str) -> None:
    ended = run(code)
    assert ended.returncode == 1
    assert "PermissionError" in ended.stderr


@linux_only
@pytest.mark.parametrize("call", ["socket(2, 1, 0)", "socketpair(1, 1, 0, room)", "connect(0, room, 16)"])
def test_the_kernel_refuses_sockets_that_python_never_sees(call: str) -> None:
    before = "import ctypes; libc = ctypes.CDLL(None, use_errno=True); room = ctypes.create_string_buffer(64)"
    ended = run(f"print(libc.{call}, ctypes.get_errno())", before=before)
    assert ended.stdout.split() == ["-1", "1"]  # EPERM


@linux_only
def test_the_kernel_refuses_programs_that_python_never_sees() -> None:
    before = "import ctypes; libc = ctypes.CDLL(None, use_errno=True)"
    ended = run("print(libc.execve(b'/bin/true', None, None), ctypes.get_errno())", before=before)
    assert ended.stdout.split() == ["-1", "1"]


def test_without_it_the_same_calls_are_possible() -> None:
    code = "import socket; socket.socket().close(); print('open')"
    ended = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.stdout == "open\n"


def test_what_it_has_is_still_there() -> None:
    ended = run("import threading, json; print(json.dumps([1])); open('/dev/null', 'rb').close()")
    assert ended.stdout == "[1]\n"


@linux_only
def test_more_memory_than_allowed_is_refused() -> None:
    ended = run(f"bytearray({module.MEMORY_BYTES})")
    assert "MemoryError" in ended.stderr
    half = f"room = bytearray({module.MEMORY_BYTES // 2})"
    assert run(half).returncode == 0
    assert (
        "MemoryError"
        in run(half, before=half.replace("room", "other") + "\nother[::4096] = other[::4096]").stderr
    )


@linux_only
def test_what_holds_too_much_ends() -> None:
    size = module.MEMORY_BYTES + (1 << 20)  # shared memory, which is none of its own and counts all the same
    fill = f"[room.write(bytes(1 << 20)) for _ in range({size >> 20})]; time.sleep(30)"
    ended = run(f"import mmap, time; room = mmap.mmap(-1, {size}); {fill}")
    assert ended.returncode == module.DIED


@linux_only
def test_every_thread_is_filtered_also_those_from_before() -> None:
    before = "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()"
    code = (
        "from pathlib import Path\n"
        "for each in Path('/proc/self/task').iterdir():\n"
        "    print(each.joinpath('status').read_text().split('Seccomp:')[1].split()[0])\n"
    )
    ended = run(code, before=before)
    assert ended.stdout.split() == ["2", "2", "2"]  # the first, the one from before, the one that watches


@linux_only
def test_the_kernel_lets_no_byte_into_a_file_that_was_open(tmp_path: Path) -> None:
    there = tmp_path / "there"
    before = f"import os; number = os.open({str(there)!r}, os.O_WRONLY | os.O_CREAT)"
    ended = run("os.write(number, b'words')", before=before)
    assert "File too large" in ended.stderr
    assert there.read_bytes() == b""


@pytest.mark.parametrize("how", ["open(place, 'w')", "open(place, 'ab')", "os.open(place, os.O_RDWR)"])
def test_python_opens_no_file_to_write(how: str, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_bytes(b"as it was")
    ended = run(f"import os; place = {str(there)!r}; {how}")
    assert "PermissionError" in ended.stderr
    assert there.read_bytes() == b"as it was"


@linux_only
def test_no_dump_is_written() -> None:
    ended = run("import resource; print(resource.getrlimit(resource.RLIMIT_CORE))")
    assert ended.stdout == "(0, 0)\n"


def test_an_unknown_machine_keeps_python_s_own_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[object] = []
    monkeypatch.setattr(module.ctypes, "CDLL", lambda *a, **k: loaded.append(a))
    module._refuse_calls("riscv64")
    assert loaded == []
    with pytest.raises(PermissionError):
        module._refuse("socket.connect", ())
