# SPDX-License-Identifier: MIT
"""What a disk may hold after a power cut, from the record that ``torn.c`` wrote of one session.

A file holds what was synced, and of what was written since, what the cut lets through: all, nothing, a
beginning, or any of its pieces in any order, the last one torn at a sector. A name is safe once its folder
was synced; until then it may be the old or the new one, in the order in which the names were changed.
"""

from __future__ import annotations

import itertools
import json
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.faults.stage import Said

ENTRY = struct.Struct("<cIIqq")  # as ``struct entry`` in torn.c
UNSEEN = "-shm"  # mapped into memory; SQLite makes it anew


@dataclass(frozen=True)
class Change:
    """One line of the record."""

    kind: str
    first: bytes
    second: bytes
    file: int
    at: int


def changes(log: bytes) -> Iterator[Change]:
    """Yield every line of the record."""
    place = 0
    while place < len(log):
        kind, first, second, file, at = ENTRY.unpack_from(log, place)
        place += ENTRY.size
        yield Change(
            kind.decode(), log[place : place + first], log[place + first : place + first + second], file, at
        )
        place += first + second


@dataclass(eq=False)
class File:
    """Bytes that are safe, and writes that are not yet: when, where, and what; a length has no bytes."""

    safe: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        """All of it is safe."""
        for _, at, data in self.waiting:
            put(self.safe, at, data)
        self.waiting.clear()


@dataclass(eq=False)
class Folder:
    """Names that are safe, names as they are now, and the changes between, each with when it was."""

    safe: dict[str, Node] = field(default_factory=dict)
    now: dict[str, Node] = field(default_factory=dict)
    waiting: list[tuple[int, dict[str, Node | None]]] = field(default_factory=list)

    def sync(self) -> None:
        """All of them are safe."""
        self.safe = dict(self.now)
        self.waiting.clear()

    def change(self, when: int, names: dict[str, Node | None]) -> None:
        """These names lead there now, in one step; ``None``: nowhere."""
        self.waiting.append((when, names))
        self.now = renamed(self.now, names)


Node = File | Folder


def put(data: bytearray, at: int, new: bytes | None) -> None:
    """The bytes stand there; without bytes the length is ``at``; what was never written is zero."""
    end = at if new is None else at + len(new)
    if len(data) < end:
        data.extend(bytes(end - len(data)))
    if new is None:
        del data[at:]
    else:
        data[at:end] = new


def renamed(names: dict[str, Node], changed: dict[str, Node | None]) -> dict[str, Node]:
    """Return the names after a change."""
    after = {**names, **changed}
    return {name: node for name, node in after.items() if node is not None}


class Disk:
    """A folder on a disk, as the changes one after another leave it."""

    def __init__(self, place: Path) -> None:
        """Begin with what is there now, all of it safe."""
        self._place = str(place)
        self.top = loaded(place)
        self._open: dict[int, Node] = {}
        self._when = 0
        self.said: list[Said] = []

    def take(self, change: Change) -> bool:
        """The change was made. Returns: whether the disk is another now."""
        self._when += 1
        one: Callable[[Change], bool] = getattr(self, f"_{_TAKES[change.kind]}")
        return one(change)

    def _mark(self, change: Change) -> bool:
        self.said.append(json.loads(change.first))
        return False

    def _opens(self, change: Change) -> bool:
        folder, name = self._find(change.first)
        is_new = change.kind == "C"
        if is_new:
            folder.change(self._when, {name: File()})
        node = folder.now[name] if name else folder
        self._open[change.file] = node
        if change.at and isinstance(node, File):
            node.waiting.append((self._when, 0, None))
        return is_new or bool(change.at)

    def _closes(self, change: Change) -> bool:
        self._open.pop(change.file, None)
        return False

    def _writes(self, change: Change) -> bool:
        return self._waits(change.file, change.at, change.first)

    def _cuts(self, change: Change) -> bool:
        return self._waits(change.file, change.at, None)

    def _waits(self, file: int, at: int, data: bytes | None) -> bool:
        node = self._open[file]
        assert isinstance(node, File)
        node.waiting.append((self._when, at, data))
        return True

    def _syncs(self, change: Change) -> bool:
        self._open[change.file].sync()
        return True

    def _unlinks(self, change: Change) -> bool:
        folder, name = self._find(change.first)
        folder.change(self._when, {name: None})
        return True

    def _makes_folder(self, change: Change) -> bool:
        folder, name = self._find(change.first)
        folder.change(self._when, {name: Folder()})
        return True

    def _moves(self, change: Change) -> bool:
        (folder, name), (other, new) = self._find(change.first), self._find(change.second)
        assert folder is other, "moved between folders, which is two steps on a disk"
        folder.change(self._when, {name: None, new: folder.now[name]})
        return True

    def _links(self, change: Change) -> bool:
        (folder, name), (other, new) = self._find(change.first), self._find(change.second)
        other.change(self._when, {new: folder.now[name]})
        return True

    def _find(self, path: bytes) -> tuple[Folder, str]:
        """Return the folder a path is in now, and its last part; that is empty for the top."""
        *way, name = path.decode().removeprefix(self._place).strip("/").split("/")
        folder: Node = self.top
        for part in way:
            assert isinstance(folder, Folder)
            folder = folder.now[part]
        assert isinstance(folder, Folder)
        return folder, name


_TAKES = {
    "K": "mark",
    "O": "opens",
    "C": "opens",
    "X": "closes",
    "W": "writes",
    "T": "cuts",
    "S": "syncs",
    "U": "unlinks",
    "D": "unlinks",
    "M": "makes_folder",
    "R": "moves",
    "L": "links",
}


def loaded(place: Path) -> Folder:
    """Return what is there, all of it safe."""
    folder = Folder()
    for path in sorted(place.iterdir()):
        if not path.name.endswith(UNSEEN):
            folder.now[path.name] = loaded(path) if path.is_dir() else File(bytearray(path.read_bytes()))
    folder.sync()
    return folder


def write_out(top: Folder, place: Path, cut: Cut) -> None:
    """The folder holds what the power cut left."""
    place.mkdir()
    names = top.safe
    for when, changed in top.waiting:
        if cut.keeps_name(when):
            names = renamed(names, changed)
    for name, node in names.items():
        if isinstance(node, Folder):
            write_out(node, place / name, cut)
        elif not name.endswith(UNSEEN):
            (place / name).write_bytes(left_of(node, cut))


def left_of(file: File, cut: Cut) -> bytes:
    """Return the bytes that the power cut left of a file."""
    data = bytearray(file.safe)
    for when, at, new in file.waiting:
        for piece_at, piece in cut.pieces(when, at, new):
            put(data, piece_at, piece)
    return bytes(data)


class Cut:
    """A power cut: what of the changes that were not synced reaches the disk.

    Args:
        until: changes from this one on do not; the one before it is torn.
        names_until: the same, for names.
        sector: writes are torn at multiples of this.
        is_shuffled: of those before ``until`` each sector reaches it or not, by chance.
    """

    def __init__(
        self, until: int, names_until: int, sector: int, chance: random.Random, *, is_shuffled: bool = False
    ) -> None:
        self._until, self._names_until, self._sector = until, names_until, sector
        self._chance, self._is_shuffled = chance, is_shuffled

    def keeps_name(self, when: int) -> bool:
        """Whether a change of names reaches the disk."""
        return when < self._names_until

    def pieces(self, when: int, at: int, data: bytes | None) -> Iterator[tuple[int, bytes | None]]:
        """Yield what of one write reaches the disk."""
        if when >= self._until:
            return
        if data is None:
            if not self._is_shuffled or self._chance.random() < 0.5:
                yield at, None
            return
        cuts = [0, *range(self._sector - at % self._sector, len(data), self._sector), len(data)]
        sectors = list(itertools.pairwise(cuts))
        if when == self._until - 1:
            sectors = sectors[: self._chance.randrange(len(sectors) + 1)]
        for first, last in sectors:
            if not self._is_shuffled or self._chance.random() < 0.5:
                yield at + first, data[first:last]


def cuts(when: int, chance: random.Random) -> dict[str, Any]:
    """Return one power cut of each kind, right after change ``when``."""
    after, somewhere = when + 1, lambda: chance.randrange(when + 2)
    return {
        "all written": Cut(after + 1, after + 1, 512, chance),
        "nothing written": Cut(0, 0, 512, chance),
        "torn at 512": Cut(somewhere(), after + 1, 512, chance),
        "torn at 4096": Cut(somewhere(), after + 1, 4096, chance),
        "reordered at 4096": Cut(after + 1, somewhere(), 4096, chance, is_shuffled=True),
        "reordered at 512": Cut(after + 1, somewhere(), 512, chance, is_shuffled=True),
    }
