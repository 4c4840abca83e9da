# SPDX-License-Identifier: MIT
"""What a person does with the evidence, in any order, beside a plain model of what the vault must hold."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, rule

from app.errors import AskPoliceFirst, BadInput, PicturesNotAllowed
from app.hashing import sha256_of
from app.model import ExhibitFacts, Note, Role, Under18
from app.vault import KdfParameters, Vault
from tests.fakes.acquisitions import ADULT, acquisition
from tests.fakes.clock import FakeClock
from tests.fakes.runs import frame, record_of

if TYPE_CHECKING:
    from app.vault import Reader

PICTURES = st.binary(min_size=1, max_size=2_000)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


class EvidenceMachine(RuleBasedStateMachine):
    """One vault beside a plain model of what it must hold: what a person keeps, changes and removes."""

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
        self.purged: dict[str, str] = {}  # the reason by what it was, exhibits and notes
        self.apart: set[str] = set()
        self.numbers = 0
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
        self.numbers += 1
        assert exhibit.number == self.numbers
        self.originals[exhibit.id] = data
        return exhibit.id

    @rule(target=pictures, data=PICTURES, name=st.sampled_from("ab"))
    def scroll(self, data: bytes, name: str) -> Any:
        taken, exhibit_id = frame(1, name, data=data), self.runs.get(name)
        if self.facts.under_18 is not Under18.NO:
            with pytest.raises(PicturesNotAllowed):
                self.vault.add_frame(taken)
            return None
        if exhibit_id in self.withdrawn or exhibit_id in self.purged:
            with pytest.raises(BadInput):
                self.vault.add_frame(taken)
            return exhibit_id
        if exhibit_id in self.apart:
            with pytest.raises(PicturesNotAllowed):
                self.vault.add_frame(taken)
            return exhibit_id
        exhibit = self.vault.add_frame(taken, thumbnail=b"jpeg")
        self.numbers += exhibit_id is None
        self.runs[name] = exhibit.id
        self.originals.setdefault(exhibit.id, data)
        taken_before = self.frames.setdefault(exhibit.id, [])
        taken_before.append((exhibit.frames[-1].id, data))
        assert exhibit.frames[-1].ref == f"{exhibit.ref}.{len(taken_before)}"
        return exhibit.id

    @rule(name=st.sampled_from("ab"))
    def finish(self, name: str) -> None:
        exhibit_id = self.runs.get(name)
        if exhibit_id is None or exhibit_id in self.withdrawn or exhibit_id in self.purged:
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
        if exhibit_id in self.withdrawn or exhibit_id in self.purged:
            with pytest.raises(BadInput):
                self.vault.withdraw_exhibit(exhibit_id, why)
            return
        self.vault.withdraw_exhibit(exhibit_id, why)
        self.withdrawn[exhibit_id] = why

    @rule(exhibit_id=pictures, why=WORDS)
    def purge(self, exhibit_id: str | None, why: str) -> None:
        if exhibit_id is None:
            return
        if exhibit_id in self.purged:
            with pytest.raises(BadInput):
                self.vault.purge_exhibit(exhibit_id, why)
        elif self.facts.under_18 is not Under18.NO or exhibit_id in self.apart:
            with pytest.raises(AskPoliceFirst):
                self.vault.purge_exhibit(exhibit_id, why)
        else:
            gone = self.vault.purge_exhibit(exhibit_id, why)
            data = self.originals.pop(exhibit_id)
            taken = [one for _, one in self.frames.pop(exhibit_id, [("", data)])]
            assert gone.sha256s == tuple(map(sha256_of, taken))
            self.purged[exhibit_id] = why
            self.withdrawn.pop(exhibit_id, None)

    @rule()
    def give_back(self) -> None:
        self.vault.give_back(4)

    @rule(exhibit_id=pictures, title=WORDS)
    def describe(self, exhibit_id: str | None, title: str) -> None:
        if exhibit_id in self.purged:
            with pytest.raises(BadInput):
                self.vault.revise_exhibit(exhibit_id, ExhibitFacts(title=title))
        elif exhibit_id is not None:
            assert self.vault.revise_exhibit(exhibit_id, ExhibitFacts(title=title)).facts.title == title

    @rule(target=notes, words=WORDS)
    def note(self, words: str) -> str:
        entry = self.vault.add(Note("case", words))
        self.said[entry.id] = [entry.fact]
        return entry.id

    @rule(entry_id=notes, words=WORDS)
    def revise(self, entry_id: str, words: str) -> None:
        fact = Note("case", words)
        if entry_id in self.purged:
            with pytest.raises(BadInput):
                self.vault.revise(entry_id, fact)
            return
        self.vault.revise(entry_id, fact)
        if self.said[entry_id][-1] != fact:
            self.said[entry_id].append(fact)

    @rule(entry_id=notes, why=WORDS)
    def purge_note(self, entry_id: str, why: str) -> None:
        if entry_id in self.purged:
            with pytest.raises(BadInput):
                self.vault.purge_entry(entry_id, why)
            return
        self.vault.purge_entry(entry_id, why)
        self.purged[entry_id] = why
        del self.said[entry_id]

    @rule(answer=st.sampled_from(Under18), initials=st.sampled_from(["TJH", "JAS", None]))
    def answer(self, answer: Under18, initials: str | None) -> None:
        self.facts = replace(ADULT, under_18=answer, initials=initials)
        self.vault.revise_case(self.facts)
        if answer is not Under18.NO:
            self.apart |= self.originals.keys()

    @rule(text=WORDS)
    def type_something(self, text: str) -> None:
        self.vault.save_draft("own_words", text)
        self.draft = text

    @rule()
    def seal(self) -> None:
        self.vault.checkpoint()
