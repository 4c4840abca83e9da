# SPDX-License-Identifier: MIT
"""Any order of acts, locks, restarts and moved clocks: what was acknowledged is there, and the log holds."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.custody.checkpoint import read_checkpoint
from app.custody.log import check_chain, read_record
from app.custody.tree import root_of
from app.errors import BadInput, PicturesNotAllowed, VaultLocked, WrongPassphrase
from app.model import ExhibitFacts, Note, Role, Under18
from app.vault import KdfParameters, Reader, SecretKind, Vault
from tests.fakes.acquisitions import ADULT, acquisition
from tests.fakes.clock import FakeClock
from tests.fakes.runs import frame, record_of

PICTURES = st.binary(min_size=1, max_size=2_000)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


class CaseMachine(RuleBasedStateMachine):
    """One vault beside a plain model of what it must hold."""

    notes = Bundle("notes")
    pictures = Bundle("pictures")

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="machine-"))
        self.clock = FakeClock()
        self.passphrase = "first"  # noqa: S105
        self.code: str | None = None
        self.facts = ADULT
        self.said: dict[str, list[Note]] = {}
        self.originals: dict[str, bytes] = {}
        self.runs: dict[str, str] = {}  # exhibit by name of the run
        self.frames: dict[str, list[tuple[str, bytes]]] = {}  # of each run by exhibit
        self.sittings: dict[str, list[int]] = {}  # first frame of each, by exhibit
        self.withdrawn: dict[str, str] = {}
        self.draft = ""
        self.size = 0
        self.held: tuple[Reader, int, int] | None = None

    @initialize()
    def create(self) -> None:
        self.vault = Vault.create(
            self.home / "case.safehold",
            self.passphrase,
            clock=self.clock,
            facts=ADULT,
            tool="Safehold 0.1.0",
            machine_alias="heron-42",
            kdf=KdfParameters.floor(),
        )

    # --- acts ---

    @rule(target=pictures, data=PICTURES, role=st.sampled_from(Role))
    def take(self, data: bytes, role: Role) -> Any:
        taken = acquisition(data, role=role)
        if self.facts.under_18 is not Under18.NO:
            with pytest.raises(PicturesNotAllowed):
                self.vault.add_exhibit(taken)
            return None
        exhibit = self.vault.add_exhibit(taken, thumbnail=b"jpeg")
        assert exhibit.number == len(self.originals) + 1
        self.originals[exhibit.id] = data
        return exhibit.id

    @rule(target=pictures, data=PICTURES, name=st.sampled_from("ab"))
    def scroll(self, data: bytes, name: str) -> Any:
        taken, exhibit_id = frame(1, name, data=data), self.runs.get(name)
        if self.facts.under_18 is not Under18.NO:
            with pytest.raises(PicturesNotAllowed):
                self.vault.add_frame(taken)
            return None
        if exhibit_id in self.withdrawn:
            with pytest.raises(BadInput):
                self.vault.add_frame(taken)
            return exhibit_id
        exhibit = self.vault.add_frame(taken, thumbnail=b"jpeg")
        self.runs[name] = exhibit.id
        self.originals.setdefault(exhibit.id, data)
        taken_before = self.frames.setdefault(exhibit.id, [])
        taken_before.append((exhibit.frames[-1].id, data))
        assert exhibit.frames[-1].ref == f"{exhibit.ref}.{len(taken_before)}"
        return exhibit.id

    @rule(name=st.sampled_from("ab"))
    def finish(self, name: str) -> None:
        exhibit_id = self.runs.get(name)
        if exhibit_id is None or exhibit_id in self.withdrawn:
            return
        begun = self.sittings.setdefault(exhibit_id, [1])
        said = record_of(self.vault.exhibit(exhibit_id), segments=self._sittings(exhibit_id))
        done = self.vault.finish_run(exhibit_id, said).run
        assert done is not None
        assert set(said.segments) <= set(done.segments)  # more where the vault was locked in between
        assert replace(done, segments=said.segments) == said
        begun.append(len(said.frames) + 1)

    def _sittings(self, exhibit_id: str) -> tuple[int, ...]:
        count = len(self.frames[exhibit_id])
        return tuple(sorted({n for n in self.sittings[exhibit_id] if n <= count}))

    @rule(exhibit_id=pictures, why=WORDS)
    def withdraw(self, exhibit_id: str | None, why: str) -> None:
        if exhibit_id is None:
            return
        if exhibit_id in self.withdrawn:
            with pytest.raises(BadInput):
                self.vault.withdraw_exhibit(exhibit_id, why)
            return
        self.vault.withdraw_exhibit(exhibit_id, why)
        self.withdrawn[exhibit_id] = why

    @rule(exhibit_id=pictures, title=WORDS)
    def describe(self, exhibit_id: str | None, title: str) -> None:
        if exhibit_id is not None:
            assert self.vault.revise_exhibit(exhibit_id, ExhibitFacts(title=title)).facts.title == title

    @rule(target=notes, words=WORDS)
    def note(self, words: str) -> str:
        entry = self.vault.add(Note("case", words))
        self.said[entry.id] = [entry.fact]
        return entry.id

    @rule(entry_id=notes, words=WORDS)
    def revise(self, entry_id: str, words: str) -> None:
        fact = Note("case", words)
        self.vault.revise(entry_id, fact)
        if self.said[entry_id][-1] != fact:
            self.said[entry_id].append(fact)

    @rule(answer=st.sampled_from(Under18), initials=st.sampled_from(["TJH", "JAS", None]))
    def answer(self, answer: Under18, initials: str | None) -> None:
        self.facts = replace(ADULT, under_18=answer, initials=initials)
        self.vault.revise_case(self.facts)

    @rule(text=WORDS)
    def type_something(self, text: str) -> None:
        self.vault.save_draft("own_words", text)
        self.draft = text

    @rule()
    def seal(self) -> None:
        self.vault.checkpoint()

    # --- secrets, ending and beginning ---

    @rule()
    def make_code(self) -> None:
        self.code = self.vault.new_recovery_code()

    @rule(new=st.sampled_from(["first", "second", "caf\u00e9"]))
    def change(self, new: str) -> None:
        self.vault.change_passphrase(new)
        self.passphrase = new

    @rule(why=st.sampled_from(["lock", "hide", "idle"]))
    def lock_and_open(self, why: str) -> None:
        self.vault.close(why)
        with pytest.raises(VaultLocked):
            self.vault.case()
        self.vault = self._open(self.passphrase, SecretKind.PASSPHRASE)

    @precondition(lambda self: self.code is not None)
    @rule()
    def lock_and_open_by_code(self) -> None:
        self.vault.close()
        self.vault = self._open(self.code or "", SecretKind.RECOVERY_CODE)

    @rule()
    def lock_and_mistype(self) -> None:
        self.vault.close()
        with pytest.raises(WrongPassphrase):
            self._open("wrong", SecretKind.PASSPHRASE)
        self.vault = self._open(self.passphrase, SecretKind.PASSPHRASE)
        types = [read_record(line).type for line in list(self.vault.records())[-3:]]
        assert "vault.open_fail" in types

    def _open(self, secret: str, kind: SecretKind) -> Vault:
        return Vault.open(
            self.home / "case.safehold", secret, clock=self.clock, tool="Safehold 0.1.0", kind=kind
        )

    # --- the world outside ---

    @rule(by_s=st.integers(-100_000, 100_000))
    def move_the_clock(self, by_s: int) -> None:
        self.clock.jump(by_s)

    @rule()
    def restart_the_computer(self) -> None:
        self.clock.restart()

    @precondition(lambda self: self.held is None)
    @rule()
    def begin_a_long_read(self) -> None:
        self.held = (self.vault.reader(), len(self.originals), self.vault.record_count)

    @precondition(lambda self: self.held is not None)
    @rule()
    def end_a_long_read(self) -> None:
        assert self.held is not None
        reader, pictures, records = self.held
        self.held = None
        with reader:
            try:
                assert (len(reader.exhibits()), reader.record_count) == (pictures, records)
            except VaultLocked:
                assert "vault.lock" in [read_record(line).type for line in self.vault.records()]

    # --- what holds at every moment ---

    @invariant()
    def nothing_is_lost(self) -> None:
        if not hasattr(self, "vault"):
            return
        exhibits = self.vault.exhibits()
        assert [exhibit.id for exhibit in exhibits] == list(self.originals)
        assert {e.id: e.withdrawn_why for e in exhibits if e.withdrawn_at} == self.withdrawn
        frames = {e.id: [one.id for one in e.frames] for e in exhibits if e.is_run}
        assert frames == {run: [one for one, _ in taken] for run, taken in self.frames.items()}
        unfinished = [
            run
            for run, taken in self.frames.items()
            if run not in self.withdrawn and self.sittings.get(run, [0])[-1] != len(taken) + 1
        ]
        assert [run.id for run in self.vault.unfinished_runs()] == unfinished
        assert self.vault.case().fact == self.facts
        assert [entry.id for entry in self.vault.entries(Note)] == list(self.said)
        assert self.vault.draft("own_words") == self.draft

    @invariant()
    def the_log_only_grows(self) -> None:
        if hasattr(self, "vault"):
            assert self.vault.record_count >= self.size
            self.size = self.vault.record_count

    def teardown(self) -> None:
        if not hasattr(self, "vault"):
            return
        if self.held:
            self.held[0].close()
        self._originals_are_there()
        for entry_id, facts in self.said.items():
            assert self.vault.history(entry_id) == tuple(facts)
        state = check_chain(self.vault.records())
        for note in self.vault.checkpoints():
            head = read_checkpoint(note, self.vault.public_key)
            assert head.root == root_of(state.leaves[: head.size])
        self.vault.close()
        shutil.rmtree(self.home)

    def _originals_are_there(self) -> None:
        """Set apart while somebody may be under 18, and whole once that is known not to be so."""
        if self.facts.under_18 is not Under18.NO:
            for exhibit_id in self.originals:
                with pytest.raises(PicturesNotAllowed):
                    self.vault.original(exhibit_id)
            self.answer(answer=Under18.NO, initials=None)
        for exhibit_id, data in self.originals.items():
            assert self.vault.original(exhibit_id) == data
        for frame_id, data in [one for taken in self.frames.values() for one in taken]:
            assert self.vault.original(frame_id) == data


CaseMachine.TestCase.settings = settings(max_examples=6, stateful_step_count=25)
TestCase = CaseMachine.TestCase
