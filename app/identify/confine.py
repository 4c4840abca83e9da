# SPDX-License-Identifier: MIT
"""What the reading process may not do: open a socket, start a program, write a file, outlive the window.

What is guaranteed, and by what:

- Linux, by the kernel, in every thread: no socket of any kind, no other program, no look into another process
  (seccomp), no byte into any file (RLIMIT_FSIZE), no core dump, no more private memory (RLIMIT_DATA).
- Windows, by the kernel: no more memory, and gone with the window (a job object; ``job_windows``).
- Everywhere, by Python alone, so only for Python code: no socket, no other program, no file opened to be
  written. A library in C could get past this one, and none that is used here tries to.
- Linux and macOS: a thread ends the process half a second after its parent, or when it holds too much. Any
  process that reads from its pipe ends with the pipe.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
import threading
from typing import Any, Final, NoReturn

MEMORY_BYTES: Final = 350 * 1024 * 1024  # resident, at most
ELSEWHERE_BYTES: Final = 640 * 1024 * 1024  # on macOS and Windows, which count more of it
STILL_TO_COME: Final = 12 * 1024 * 1024  # of libraries, whose pages come into memory as they are used
LOOK_S = 0.5
DIED = 70  # exit code: memory used up, or the parent gone

_REFUSED_EVENTS = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.startfile",
)
_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Numbers of system calls: socket, socketpair, connect, execve, execveat, ptrace, process_vm_readv,
# process_vm_writev, io_uring_setup (it could open sockets by itself), pidfd_getfd; then that of seccomp.
# Source: Linux, arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h
_CALLS = {
    "x86_64": (0xC000003E, (41, 53, 42, 59, 322, 101, 310, 311, 425, 438), 317),
    "aarch64": (0xC00000B7, (198, 199, 203, 221, 281, 117, 270, 271, 425, 438), 277),
}
_NO_NEW_PRIVILEGES, _SET_FILTER, _EVERY_THREAD = 38, 1, 1  # Source: linux/prctl.h, linux/seccomp.h
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # Source: linux/bpf_common.h
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000  # allowed; EPERM; the process ends
_OTHER_CALLS = 0x40000000  # x32: the same calls under other numbers


def confine() -> None:
    """From now on this process reads pictures and does nothing else; cannot be undone."""
    threading.Thread(target=_watch, args=(os.getppid(),), name="watch", daemon=True).start()
    if sys.platform == "linux":
        _limit()
        _refuse_calls(os.uname().machine)
    sys.addaudithook(_refuse)


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    """Sockets, programs, and files to be written are refused. Source: PEP 578, table of audit events."""
    is_writing = event == "open" and isinstance(details[2], int) and details[2] & _TO_WRITE
    if is_writing or event.startswith(_REFUSED_EVENTS):
        raise PermissionError(event)


def _watch(parent: int) -> NoReturn:
    """The process ends when its parent is gone, or when it holds too much."""
    most = MEMORY_BYTES if sys.platform == "linux" else ELSEWHERE_BYTES
    while os.getppid() == parent and _resident_bytes() <= most:
        threading.Event().wait(LOOK_S)
    os._exit(DIED)


def _resident_bytes() -> int:
    """Return what the process holds now; on macOS what it held at most; 0 where a job object watches."""
    held = 0
    if sys.platform == "linux":
        held = _in_memory(1)
    elif sys.platform == "darwin":
        import resource  # noqa: PLC0415 - there is none on Windows

        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held


def _in_memory(field: int) -> int:
    """Return a size of this process in bytes. Source: proc(5), statm: 1 is resident, 5 is private."""
    size = 0
    if sys.platform == "linux":
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - looked at twice a second
            size = int(file.read().split()[field]) * os.sysconf("SC_PAGESIZE")
    return size


def _limit() -> None:
    """The process may take what is left of its memory; a fixed limit would count what is only reserved."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - there is none on Windows

        private = max(_in_memory(5), _in_memory(5) + MEMORY_BYTES - STILL_TO_COME - _in_memory(1))
        resource.setrlimit(resource.RLIMIT_DATA, (private, private))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold what was read


def _refuse_calls(machine: str) -> None:
    """The kernel refuses the calls; where it has no filters, Python's own refusal stands alone."""
    if machine not in _CALLS:
        return
    architecture, calls, seccomp = _CALLS[machine]
    code = _program(architecture, calls)
    room = ctypes.create_string_buffer(code, len(code))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(room)))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    libc.syscall(*map(ctypes.c_long, (seccomp, _SET_FILTER, _EVERY_THREAD, ctypes.addressof(program))))


def _program(architecture: int, calls: tuple[int, ...]) -> bytes:
    """Return the filter. Source: linux/filter.h, struct sock_filter; seccomp(2), struct seccomp_data."""
    count = len(calls)
    lines = [
        (_LOAD, 0, 0, 4),  # the architecture
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, 0),  # the number of the call
        (_AT_LEAST, count + 1, 0, _OTHER_CALLS),
        *((_EQUAL, count - at, 0, call) for at, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *line) for line in lines)
