# SPDX-License-Identifier: MIT
"""A person at work in a vault, whose acts are drawn; each says what it kept, once it is kept."""

from __future__ import annotations

import contextlib
import functools
import secrets
import struct
import threading
import traceback
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import SystemClock
from app.errors import EvidenceError
from app.hashing import sha256_of
from app.identify.platforms import Catalogue
from app.model import CaseFacts, ExhibitFacts, Note, Under18
from app.package.build import english, export
from app.package.order import prepare
from app.paths import resources
from app.report.build import build_report
from app.report.saving import save_bytes
from app.vault import KdfParameters, Vault
from tests.fakes.acquisitions import acquisition
from tests.fakes.packages import write_small_report
from tests.fakes.runs import frame, record_of
from tests.faults.stage import tell

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from app.words import Words

TOOL = "Safehold 0.1.0"
FACTS = CaseFacts(under_18=Under18.NO, country="GB", initials="TJH")
SIZES = (300, 9_000, 60_000, 400_000)
USUAL = (
    *("picture", "frame", "picture", "frame", "note", "revise", "facts", "withdraw", "draft", "finish"),
    *("reopen", "check", "code", "passphrase", "package", "purge", "backup"),
)


def png(size_bytes: int) -> bytes:
    """Return a grey picture of about so many bytes, like no other. Source: PNG, third edition, section 5."""
    width, height = 100, size_bytes // 100
    rows = b"".join(b"\0" + secrets.token_bytes(width) for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def create(folder: str | Path, passphrase: str) -> Vault:
    """Return a new vault; its key costs the least that is allowed."""
    return Vault.create(
        Path(folder),
        passphrase,
        clock=SystemClock(),
        facts=FACTS,
        tool=TOOL,
        machine_alias="heron-42",
        kdf=KdfParameters.floor(),
    )


def opened(folder: str | Path, passphrase: str) -> Vault:
    """Return the vault, open."""
    return Vault.open(Path(folder), passphrase, clock=SystemClock(), tool=TOOL)


@dataclass
class Session:
    """One person at work, whose next act is drawn."""

    folder: Path
    secret: str
    chance: random.Random
    sizes: Sequence[int] = SIZES
    say: Callable[..., None] = tell
    vault: Vault = field(init=False)
    run_id: str = field(default_factory=lambda: secrets.token_hex(16))
    notes: list[str] = field(default_factory=list)

    def open(self) -> None:
        """The vault is open, and what was noted before is known."""
        self.vault = opened(self.folder, self.secret)
        self.notes = [entry.id for entry in self.vault.entries(Note)]
        unfinished = self.vault.unfinished_runs()
        if unfinished:
            self.run_id = str(unfinished[0].record.run_id)
        self.say(open=True)

    def close(self) -> None:
        """It is locked."""
        self.vault.close()
        self.say(kept="close")

    def act(self, name: str) -> bool:
        """One act is done and said, or its failure is. Returns: whether it was done."""
        self.say(trying=name)
        try:
            getattr(self, name)()
        except EvidenceError as error:
            self.say(failed=type(error).__name__, act=name, why=str(error))
            return False
        except Exception:  # noqa: BLE001 - a failure without words, which the test counts
            self.say(raised=traceback.format_exc(), act=name)
            return False
        return True

    def picture(self) -> None:
        """A single picture."""
        data = png(self.chance.choice(self.sizes))
        exhibit = self.vault.add_exhibit(acquisition(data), thumbnail=data[:2_000])
        self.say(kept="original", ref=exhibit.ref, sha256=sha256_of(data))

    def frame(self) -> None:
        """The next frame of a conversation."""
        data = png(self.chance.choice(self.sizes))
        exhibit = self.vault.add_frame(frame(1, self.run_id, data=data), thumbnail=data[:2_000])
        self.say(kept="original", ref=exhibit.originals[-1].ref, sha256=sha256_of(data))

    def finish(self) -> None:
        """The end of a conversation."""
        for run in self.vault.unfinished_runs():
            self.vault.finish_run(run.id, record_of(run))
            self.say(kept="run", ref=run.ref)
        self.run_id = secrets.token_hex(16)

    def note(self) -> None:
        """Words of the person."""
        words = secrets.token_hex(self.chance.choice((4, 900)))
        entry = self.vault.add(Note("case", words))
        self.notes.append(entry.id)
        self.say(kept="note", id=entry.id, words=words)

    def revise(self) -> None:
        """Other words in place of them."""
        if not self.notes:
            return
        words, note = secrets.token_hex(8), self.chance.choice(self.notes)
        self.say(may="note", id=note, words=words)
        self.vault.revise(note, Note("case", words))
        self.say(kept="note", id=note, words=words)

    def facts(self) -> None:
        """What a picture shows."""
        exhibit, title = self._some(), secrets.token_hex(8)
        if exhibit is None:
            return
        self.say(may="title", id=exhibit, words=title)
        self.vault.revise_exhibit(exhibit, ExhibitFacts(title=title))
        self.say(kept="title", id=exhibit, words=title)

    def withdraw(self) -> None:
        """A picture that counts no more."""
        if self.chance.random() < 0.5 and (exhibit := self._some()) is not None:
            self.vault.withdraw_exhibit(exhibit, "by mistake")
            self.say(kept="withdrawn", id=exhibit)
            self.run_id = secrets.token_hex(16)

    def purge(self) -> None:
        """A picture or a note that is removed for good."""
        exhibit = self._some()
        if exhibit is None or self.chance.random() < 0.5:
            return
        self.say(may="purged", id=exhibit)
        self.vault.purge_exhibit(exhibit, "not hers to keep")
        self.run_id = secrets.token_hex(16)
        self.say(kept="purged", id=exhibit)

    def backup(self) -> None:
        """A locked copy of the whole case."""
        copy = self.vault.back_up(
            self.folder.parent, SystemClock().now().utc.date(), lambda _done: None, threading.Event()
        )
        self.say(kept="backup", name=Path(str(copy.place)).name, sha256=copy.sha256)

    def draft(self) -> None:
        """What is being typed."""
        words = secrets.token_hex(20)
        self.say(may="draft", id="own_words", words=words)
        self.vault.save_draft("own_words", words)
        self.say(kept="draft", id="own_words", words=words)

    def code(self) -> None:
        """Another recovery code."""
        self.say(kept="code", code=self.vault.new_recovery_code())

    def passphrase(self) -> None:
        """Another passphrase, which is the same: what opens the vault stays known."""
        self.vault.change_passphrase(self.secret)
        self.say(kept="passphrase")

    def check(self) -> None:
        """Everything kept is read again."""
        assert self.vault.check_originals(lambda _done: None, threading.Event()) == ()
        self.say(kept="check")

    def package(self) -> None:
        """A package, with a report of a few lines."""
        self.file(f"package-{secrets.token_hex(4)}.zip", self._package)

    def report(self) -> None:
        """The whole report."""
        self.file(f"report-{secrets.token_hex(4)}.pdf", self._report)

    def saved(self) -> None:
        """Bytes that the window has in its hands, to a file."""
        self.file(
            f"saved-{secrets.token_hex(4)}.pdf", lambda out: save_bytes(secrets.token_bytes(300_000), out)
        )

    def file(self, name: str, make: Callable[[Path], str]) -> None:
        """A file outside the vault."""
        out = self.folder.parent / name
        self.say(may="file", name=name)
        sha256 = make(out)
        self.say(kept="file", name=name, sha256=sha256)

    def reopen(self) -> None:
        """Locked, and opened again."""
        self.vault.close()
        self.vault = opened(self.folder, self.secret)
        self.say(kept="reopen")

    def _package(self, out: Path) -> str:
        return export(
            self.vault,
            out,
            catalogue=catalogue(),
            clock=SystemClock(),
            words=sentences(),
            write_report=write_small_report,
        ).sha256

    def _report(self, out: Path) -> str:
        order = prepare(self.vault, catalogue=catalogue(), clock=SystemClock())
        with contextlib.closing(order):
            return build_report(order.dossier, order.originals, out, words=sentences()).sha256

    def _some(self) -> str | None:
        standing = [one.id for one in self.vault.exhibits() if one.withdrawn_at is None]
        return self.chance.choice(standing) if standing else None


@functools.cache
def catalogue() -> Catalogue:
    """Return the platforms."""
    return Catalogue.load(resources() / "platforms")


@functools.cache
def sentences() -> Words:
    """Return the program's sentences."""
    return english()
