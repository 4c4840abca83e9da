# SPDX-License-Identifier: MIT
"""What was said to be kept, and whether it is: held against the vault after each fault."""

from __future__ import annotations

import shutil
import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.custody.checkpoint import open_note, read_checkpoint
from app.custody.log import check_chain
from app.custody.tree import root_of
from app.hashing import sha256_of_parts
from app.model import Note
from app.package.findings import Outcome
from app.package.source import file_parts
from app.package.verify import verify
from app.vault.opening import DATABASE
from tests.faults.working import opened

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.vault import Vault
    from tests.faults.stage import Said

AT_MOST_ONE = 1  # act under way when it was hurt: it may be there without having been said


@dataclass
class Promises:
    """Everything that was said, of one vault.

    Attributes:
        counts: how often each kind was kept, or failed.
        leaves: the failures that were told, by the name of the error.
        raw: failures that have no words; there must be none.
    """

    folder: Path
    passphrase: str
    originals: dict[str, str] = field(default_factory=dict)
    words: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    purged: set[str] = field(default_factory=set)
    may_be_purged: set[str] = field(default_factory=set)
    runs: set[str] = field(default_factory=set)
    files: dict[str, str | None] = field(default_factory=dict)
    leaves_of_log: tuple[str, ...] = ()
    counts: Counter[str] = field(default_factory=Counter)
    leaves: Counter[str] = field(default_factory=Counter)
    raw: list[str] = field(default_factory=list)

    def hear(self, said: Iterable[Said]) -> None:
        """Take in what a player said."""
        for line in said:
            if "kept" in line:
                self.counts[line["kept"]] += 1
                self._keep(line["kept"], line)
            elif "may" in line:
                self._may(line["may"], line)
            elif "failed" in line:
                self.leaves[line["failed"]] += 1
            elif "raised" in line:
                self.raw.append(line["raised"])

    def _keep(self, kind: str, line: Said) -> None:
        if kind == "original":
            self.originals[line["ref"]] = line["sha256"]
        elif kind in {"note", "title", "draft"}:
            self.words[kind, line["id"]] = [line["words"]]
        elif kind in {"withdrawn", "purged"}:
            {"withdrawn": self.withdrawn, "purged": self.purged}[kind].add(line["id"])
        elif kind == "run":
            self.runs.add(line["ref"])
        elif kind in {"file", "backup"}:
            self.files[line["name"]] = line["sha256"]

    def _may(self, kind: str, line: Said) -> None:
        """What may be there in place of what was, if the act was cut short."""
        if kind == "file":
            self.files.setdefault(line["name"], None)
        elif kind == "purged":
            self.may_be_purged.add(line["id"])
        else:
            self.words.setdefault((kind, line["id"]), [""]).append(line["words"])

    def hold(self) -> None:
        """Open the vault and find all of it, and next to nothing else.

        Raises:
            AssertionError: something was lost, or is there that was never said.
        """
        vault = opened(self.folder, self.passphrase)
        try:
            self.hold_open(vault)
        finally:
            vault.close()
        self._hold_files()

    def hold_open(self, vault: Vault) -> None:
        """As ``hold``, of a vault that is open."""
        self._hold_log(vault)
        assert vault.check_originals(lambda _done: None, threading.Event()) == ()
        assert vault.damaged_pages() == 0
        exhibits, purged = vault.exhibits(), [one for one in vault.purged() if one.is_exhibit]
        assert self.purged <= {one.id for one in purged} <= self.may_be_purged
        self.purged = {one.id for one in purged}
        found = {one.ref: one.record.content.sha256 for whole in exhibits for one in whole.originals}
        found |= {one.ref: one.sha256 for whole in purged for one in whole.originals}
        assert self.originals.items() <= found.items(), "an acknowledged original is not there"
        assert len(found) - len(self.originals) <= AT_MOST_ONE
        numbers = sorted([one.number for one in exhibits] + [one.number or 0 for one in purged])
        assert numbers == list(range(1, len(numbers) + 1))
        self.originals = found
        withdrawn = {one.id for one in (*exhibits, *purged) if one.withdrawn_at is not None}
        assert self.withdrawn <= withdrawn
        self.withdrawn = withdrawn
        assert self.runs.isdisjoint(one.ref for one in vault.unfinished_runs())
        self._hold_words(vault)

    def _hold_log(self, vault: Vault) -> None:
        """The log is whole, goes on from what it was, and every signed head is one of it."""
        leaves = check_chain(vault.records()).leaves
        assert leaves[: len(self.leaves_of_log)] == self.leaves_of_log, "the log was rewritten"
        self.leaves_of_log = leaves
        for note in vault.checkpoints()[-3:]:
            open_note(note, vault.public_key, vault.origin)
            head = read_checkpoint(note, vault.public_key)
            assert root_of(leaves[: head.size]) == head.root

    def _hold_words(self, vault: Vault) -> None:
        """What was noted says what it was said to say."""
        notes = {entry.id: entry.fact.words for entry in vault.entries(Note)}
        titles = {one.id: one.facts.title or "" for one in vault.exhibits()}
        self.words = {named: allowed for named, allowed in self.words.items() if named[1] not in self.purged}
        for (kind, key), allowed in self.words.items():
            found = {"note": notes.get(key), "title": titles.get(key), "draft": vault.draft(key)}[kind]
            assert found in allowed, f"{kind}: not what was acknowledged"
            self.words[kind, key] = [found or ""]

    def _hold_files(self) -> None:
        """A file under its final name is whole; one that was acknowledged is there."""
        for name, sha256 in self.files.items():
            path = self.folder.parent / name
            is_backup = path.suffix == self.folder.suffix
            file = path / DATABASE if is_backup else path
            assert file.exists() or sha256 is None, "an acknowledged file is not there"
            assert not file.exists() or sha256 is None or sha256_of_parts(file_parts(file)) == sha256
            if file.exists() and sha256 is None and path.suffix == ".zip":
                assert verify(path).verdict is not Outcome.DIFFERS, "half a package under its final name"
        self.files = {}
        self._hold_backups()

    def _hold_backups(self) -> None:
        """A copy of the case under its final name is one, said or not; then it is cleared away."""
        for path in sorted(self.folder.parent.glob(f"{self.folder.stem}-*{self.folder.suffix}")):
            copy = opened(path, self.passphrase)
            assert copy.damaged_pages() == 0
            check_chain(copy.records())
            copy.close()
            shutil.rmtree(path)
