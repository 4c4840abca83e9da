# SPDX-License-Identifier: MIT
"""Frames of a run that may be compared once more, as PNG: a tenth of what their pixels need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.conversation.files import decode
from app.conversation.seen import prepare

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.conversation.seen import Seen


class Recent:
    """Bytes of frames by number; whatever is not among them is asked of ``otherwise``."""

    def __init__(self, otherwise: Callable[[int], Seen | None]) -> None:
        """Nothing is kept yet."""
        self._otherwise = otherwise
        self._kept: dict[int, tuple[bytes, int]] = {}

    def keep(self, index: int, data: bytes, density_permille: int, wanted: set[int]) -> None:
        """The frame is among them; those that nobody wants any more are not."""
        kept = {number: held for number, held in self._kept.items() if number in wanted}
        self._kept = {**kept, index: (data, density_permille)}

    def load(self, index: int) -> Seen | None:
        """Return a frame made ready; ``None`` if it cannot be had. Any thread may ask."""
        found = self._kept.get(index)
        if found is None:
            return self._otherwise(index)
        data, density = found
        return prepare(decode(data), density_permille=density)
