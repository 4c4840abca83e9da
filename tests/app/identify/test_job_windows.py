# SPDX-License-Identifier: MIT
from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

import pytest

from app.identify.job_windows import _Extended, close_job, put_into_job


@dataclass
class Kernel:
    """Windows, as far as jobs go."""

    job: int = 77
    can_assign: bool = True
    limits: _Extended | None = None
    assigned: list[tuple[int, int]] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)

    def CreateJobObjectW(self, security: object, name: object) -> int:
        assert (security, name) == (None, None)
        return self.job

    def SetInformationJobObject(self, job: int, kind: int, room: object, size: int) -> int:
        assert (job, kind, size) == (self.job, 9, ctypes.sizeof(_Extended))
        self.limits = room._obj
        return 1

    def AssignProcessToJobObject(self, job: int, process: int) -> int:
        self.assigned.append((job, process))
        return int(self.can_assign)

    def CloseHandle(self, handle: int) -> None:
        self.closed.append(handle)


def test_the_process_is_limited_and_ends_with_the_job() -> None:
    kernel = Kernel()
    assert put_into_job(5, 1 << 28, kernel) == 77
    assert kernel.limits is not None
    assert kernel.limits.ProcessMemoryLimit == 1 << 28
    assert kernel.limits.BasicLimitInformation.LimitFlags == 0x100 | 0x8 | 0x2000
    assert kernel.limits.BasicLimitInformation.ActiveProcessLimit == 2
    assert kernel.assigned == [(77, 5)]
    close_job(77, kernel)
    assert kernel.closed == [77]


@pytest.mark.parametrize("kernel", [Kernel(job=0), Kernel(can_assign=False)])
def test_where_windows_refuses_there_is_no_job_and_no_handle_left(kernel: Kernel) -> None:
    assert put_into_job(5, 1, kernel) is None
    assert kernel.closed == ([77] if kernel.job else [])


def test_the_structure_is_as_long_as_windows_expects() -> None:
    assert ctypes.sizeof(_Extended) == (144 if ctypes.sizeof(ctypes.c_void_p) == 8 else 112)
