# SPDX-License-Identifier: MIT
"""A job object round the reading process: limited memory, and gone when the window is.

Source: Microsoft, Win32 documentation, "Job Objects" and JOBOBJECT_EXTENDED_LIMIT_INFORMATION.
"""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import Any

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_PROCESS_MEMORY, _FEW_PROCESSES, _KILL_ON_CLOSE = 0x100, 0x8, 0x2000
_PROCESSES = 2  # python.exe of a virtual environment starts the real one, which is then in the job too


class _Basic(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _Basic),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def put_into_job(process_handle: int, memory_bytes: int, kernel: Any = None) -> int | None:
    """Return the job the process is now in, or None if Windows refused; closing it ends the process."""
    library = kernel or _kernel()
    job = library.CreateJobObjectW(None, None)
    if not job:
        return None
    limits = _Extended()
    limits.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _FEW_PROCESSES | _KILL_ON_CLOSE
    limits.BasicLimitInformation.ActiveProcessLimit = _PROCESSES
    limits.ProcessMemoryLimit = memory_bytes
    size = ctypes.sizeof(limits)
    is_set = library.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size)
    if is_set and library.AssignProcessToJobObject(job, process_handle):
        return int(job)
    library.CloseHandle(job)
    return None


def close_job(job: int, kernel: Any = None) -> None:
    """The job is closed, and whatever still ran in it has ended."""
    (kernel or _kernel()).CloseHandle(job)


def _kernel() -> Any:
    kernel: Any = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 - Windows only
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
    kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    return kernel
