# SPDX-License-Identifier: MIT
"""One combination of keys, told from presses and releases of single keys; of other keys nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


class Chord:
    """Modifiers that must be held, modifiers that must not, and the key that completes it."""

    def __init__(
        self, wanted: Sequence[Collection[int]], unwanted: Collection[int], keys: Collection[int]
    ) -> None:
        """Name the keys by their numbers.

        Args:
            wanted: one collection a modifier, such as both Shift keys; of each one must be held.
            unwanted: modifiers that make it another combination.
            keys: any of them completes it.
        """
        self._wanted = [frozenset(group) for group in wanted]
        self._unwanted = frozenset(unwanted)
        self._keys = frozenset(keys)
        self._watched = self._unwanted.union(*self._wanted)
        self._held: set[int] = set()
        self._is_down = False

    def start_with(self, held: Iterable[int]) -> None:
        """Take in which keys are held already; only modifiers are kept."""
        self._held = set(held) & self._watched

    def press(self, key: int) -> bool:
        """Whether this press completes it. A key that repeats because it is held completes nothing again."""
        if key in self._watched:
            self._held.add(key)
        if key not in self._keys or self._is_down:
            return False
        self._is_down = True
        return not self._held & self._unwanted and all(self._held & group for group in self._wanted)

    def release(self, key: int) -> None:
        """Take in that a key came up."""
        self._held.discard(key)
        if key in self._keys:
            self._is_down = False
