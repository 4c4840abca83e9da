# SPDX-License-Identifier: MIT
"""Any order of acts, locks, restarts and moved clocks: what was acknowledged is there, and the log holds."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from app.custody.checkpoint import read_checkpoint
from app.custody.log import check_chain, read_record
from app.custody.tree import root_of
from app.errors import PicturesNotAllowed, VaultLocked, WrongPassphrase
from app.model import Note, Under18
from app.vault import SecretKind, Vault
from tests.app.vault.evidence_machine import EvidenceMachine


class CaseMachine(EvidenceMachine):
    """The same vault, locked, opened, and read beside it, while the world outside goes its way."""

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
        assert {gone.id: gone.why for gone in self.vault.purged()} == self.purged
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
