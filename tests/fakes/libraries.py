# SPDX-License-Identifier: MIT
"""A library of another system, written in Python and called through ctypes as the real one is.

What an argument's type does not fit shows here as it would there: a handle cut to 32 bits, a callback that
takes something else, a function whose types were not set.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Function:
    """One function: its types are set from outside, as with a real library."""

    def __init__(self, answer: Callable[..., Any]) -> None:
        self.answer = answer
        self.restype: Any = None
        self.argtypes: tuple[Any, ...] | None = None

    def __call__(self, *given: Any) -> Any:
        assert self.argtypes is not None, "called without types"
        assert len(given) == len(self.argtypes)
        failed: list[BaseException] = []

        def answer(*taken: Any) -> Any:
            try:
                return self.answer(*taken)
            except BaseException as error:  # noqa: BLE001 - ctypes would print it and go on
                failed.append(error)
                return 0

        said = ctypes.CFUNCTYPE(self.restype, *self.argtypes)(answer)(*given)
        if failed:
            raise failed[0]
        return said


class Library:
    """Functions by name."""

    def __init__(self, **functions: Callable[..., Any]) -> None:
        for name, answer in functions.items():
            setattr(self, name, Function(answer))
