# SPDX-License-Identifier: MIT
"""What a person keeps in an open case: pictures, runs, facts, drafts; each act is durable when it returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from app.model import Fact
from app.vault import (
    anchors,
    checkpoints,
    drafts,
    entries,
    exhibits,
    originals,
    purges,
    redactions,
    runs,
    texts,
)
from app.vault.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.custody.anchors import Answered, Asked
    from app.custody.checkpoint import SigningKey
    from app.model import (
        Acquisition,
        Anchor,
        CaseFacts,
        Derivative,
        Entry,
        Exhibit,
        ExhibitFacts,
        PairRecord,
        Purged,
        RunRecord,
    )
    from app.search.values import ReadText
    from app.vault.connection import Database
    from app.vault.ledger import Ledger

F = TypeVar("F", bound=Fact)

GIVEN_BACK_AT_ONCE = 64  # pages, a megabyte: a picture that is taken meanwhile does not wait


class Writing(Reading):
    """Every write of evidence and facts, over the one connection that writes."""

    def __init__(self, database: Database, ledger: Ledger, signing_key: SigningKey) -> None:
        """Write over this connection, with records in this log, sealed with this key."""
        super().__init__(database)
        self._ledger = ledger
        self._signing_key = signing_key

    def add_exhibit(self, acquisition: Acquisition, *, thumbnail: bytes | None = None) -> Exhibit:
        """Return the new exhibit; bytes, records, number and checkpoint are durable.

        Raises:
            PicturesNotAllowed: nobody has said that everyone is 18 or older.
            HashMismatch: the bytes are not those of the record.
            BadInput: kept before, or too large.
            DiskFull: nothing was kept, what was there is untouched.
        """
        with self._database.transaction(), self._ledger.acting(acquisition.record.people.role):
            exhibit = exhibits.add(self._database, self._ledger, acquisition)
            if thumbnail is not None:
                originals.put_thumbnail(self._database, exhibit.id, thumbnail)
            checkpoints.add(self._database, self._ledger, self._signing_key)
        return exhibit

    def add_frame(self, acquisition: Acquisition, *, thumbnail: bytes | None = None) -> Exhibit:
        """Return the run with this frame as its last; bytes, records, number and checkpoint are durable.

        The first frame of a ``run_id`` makes the exhibit (``TJH/4``), later ones become ``TJH/4.2`` and on.

        Raises:
            PicturesNotAllowed: nobody has said that everyone is 18 or older.
            HashMismatch: the bytes are not those of the record.
            BadInput: no run is named, it was withdrawn, the frame was kept before, or is too large.
            DiskFull: nothing was kept, what was there is untouched.
        """
        with self._database.transaction(), self._ledger.acting(acquisition.record.people.role):
            exhibit = runs.add_frame(self._database, self._ledger, acquisition)
            if thumbnail is not None:
                redactions.put_thumbnail(self._database, exhibit.originals[-1].id, thumbnail)
            checkpoints.add(self._database, self._ledger, self._signing_key)
        return exhibit

    def finish_run(
        self, exhibit_id: str, record: RunRecord, derivatives: Sequence[Derivative] = ()
    ) -> Exhibit:
        """Return the run with the record of how its frames meet, and what was made from them; all is durable.

        A run that was resumed is finished again: the newest record counts, the earlier ones stay.

        Raises:
            BadInput: no such run, withdrawn, or the record is not of all its frames or contradicts itself.
            PicturesNotAllowed, HashMismatch: of what was made.
            DiskFull: nothing was kept, what was there is untouched.
        """
        with self._database.transaction():
            exhibit = runs.finish(self._database, self._ledger, exhibit_id, record, derivatives)
            checkpoints.add(self._database, self._ledger, self._signing_key)
        return exhibit

    def keep_judged(self, exhibit_id: str, pair: PairRecord) -> None:
        """What was found of a pair survives a crash; it is no evidence until the run is finished.

        Raises:
            BadInput: no such run.
        """
        with self._database.transaction():
            runs.keep_judged(self._database, exhibit_id, pair)

    def put_thumbnail(self, exhibit_id: str, jpeg: bytes) -> None:
        """The small picture of an exhibit or frame is kept, unless it is marked or a part covered."""
        with self._database.transaction():
            redactions.put_thumbnail(self._database, exhibit_id, jpeg)

    def revise_exhibit(self, exhibit_id: str, facts: ExhibitFacts) -> Exhibit:
        """Return the exhibit with what the person now says of it.

        One that is now marked has no small picture any more, and nothing is left of what was read in it.
        """
        was_apart = self.is_apart(exhibit_id)
        with self._database.transaction():
            revised = exhibits.revise(self._database, self._ledger, exhibit_id, facts)
        if not was_apart and self.is_apart(exhibit_id):
            self._on_set_apart()
        return revised

    def withdraw_exhibit(self, exhibit_id: str, why: str) -> Exhibit:
        """Return the exhibit, withdrawn; of what is evidence nothing is removed.

        It has no small picture any more, and nothing is left of what was read in it.

        Raises:
            BadInput: no such exhibit, or withdrawn before.
        """
        with self._database.transaction():
            return exhibits.withdraw(self._database, self._ledger, exhibit_id, why)

    def revise_case(self, facts: CaseFacts) -> Entry[CaseFacts]:
        """Return the case with its new facts; one without pictures has those it has set apart for good."""
        return self.revise(self.case().id, facts)

    def add(self, fact: F) -> Entry[F]:
        """Return the new entry of this fact."""
        with self._database.transaction():
            return entries.add(self._database, self._ledger, fact)

    def revise(self, entry_id: str, fact: F) -> Entry[F]:
        """Return the entry with its new revision; the older ones stay.

        Raises:
            BadInput: no such entry, or it is of another kind.
        """
        with self._database.transaction():
            revised = entries.revise(self._database, self._ledger, entry_id, fact)
            apart = exhibits.forget_what_may_not_be(self._database, self._ledger, entry_id)
        if apart:
            self._on_set_apart()
        return revised

    def _on_set_apart(self) -> None:
        """Pictures were just set apart; whoever reads them over another connection is to stop."""

    def withdraw(self, entry_id: str) -> Entry[Fact]:
        """Return the entry that is taken back now: nothing tells of it any more, and nothing of it is gone.

        Raises:
            BadInput: no such entry, taken back before, or of a kind that is never taken back.
        """
        with self._database.transaction():
            return entries.withdraw(self._database, self._ledger, entry_id)

    def restore(self, entry_id: str) -> Entry[Fact]:
        """Return the entry that was taken back and counts again.

        Raises:
            BadInput: no such entry, or not taken back.
        """
        with self._database.transaction():
            return entries.restore(self._database, self._ledger, entry_id)

    def purge_exhibit(self, exhibit_id: str, why: str) -> Purged:
        """Return what is still known of a picture or run that is gone for good; a checkpoint seals it.

        Raises:
            BadInput: no such exhibit, or purged before.
            AskPoliceFirst: somebody in it is, or may be, under 18.
            DiskFull: nothing was removed.
        """
        with self._database.transaction():
            gone = purges.purge_exhibit(self._database, self._ledger, exhibit_id, why)
            checkpoints.add(self._database, self._ledger, self._signing_key)
        return gone

    def purge_entry(self, entry_id: str, why: str) -> Purged:
        """Return what is still known of a fact whose words are gone for good; a checkpoint seals it.

        Raises:
            BadInput: no such entry, purged before, or of a kind that is never taken back.
            DiskFull: nothing was removed.
        """
        with self._database.transaction():
            gone = purges.purge_entry(self._database, self._ledger, entry_id, why)
            checkpoints.add(self._database, self._ledger, self._signing_key)
        return gone

    def give_back(self, pages: int = GIVEN_BACK_AT_ONCE) -> bool:
        """Some room that became free went back to the disk. Returns: whether there is more of it."""
        return self._database.give_back(pages)

    def keep_texts(self, original_id: str, read: Iterable[ReadText], reader: str) -> bool:
        """What was read in a picture is kept, in place of what was read before. Returns: whether it is.

        It is not where the picture may not be read any more: marked, withdrawn, reading turned off meanwhile.

        Raises:
            BadInput: no such exhibit or frame.
        """
        with self._database.transaction():
            return texts.keep(self._database, original_id, read, reader, self._ledger.begin().ts)

    def cannot_read(self, original_id: str, why: str) -> None:
        """That a picture could not be read is kept, so that it is not tried for ever.

        Args:
            original_id: of an exhibit or frame.
            why: one word of ours, such as ``refused``; never a message, which could hold what was read.

        Raises:
            BadInput: no such exhibit or frame, or more than a word.
        """
        with self._database.transaction():
            texts.cannot(self._database, original_id, why, self._ledger.begin().ts)

    def read_again(self, original_id: str) -> None:
        """Nothing is left of what was read in a picture; it is still to be read."""
        with self._database.transaction():
            texts.forget(self._database, original_id)

    def set_reading(self, *, is_on: bool) -> None:
        """Pictures are read from now on, or they are not and nothing is left of what was read in any."""
        with self._database.transaction():
            texts.set_on(self._database, is_wanted=is_on)

    def begin_anchor(self, note: str | None = None) -> tuple[str, Asked]:
        """Return id and question for an outside time; the asking itself needs no vault.

        Args:
            note: a signed head of this case; a new one over all records if none is named.

        Raises:
            BadInput: the note is not one of this case.
        """
        with self._database.transaction():
            head = note or checkpoints.add(self._database, self._ledger, self._signing_key)
            return anchors.begin(self._database, self._ledger, head)

    def anchor_ok(self, anchor_id: str, answered: Answered) -> Anchor:
        """Return the outside time, kept with its record and a signed head over it.

        Raises:
            BadInput: no such question, it has its answer, or this is one to another.
        """
        with self._database.transaction():
            anchor = anchors.came(self._database, self._ledger, anchor_id, answered)
            checkpoints.add(self._database, self._ledger, self._signing_key)
        return anchor

    def anchor_failed(self, anchor_id: str, why: str) -> None:
        """That no outside time came is in the log.

        Args:
            anchor_id: of the question.
            why: one word of ours; never a message, which could hold what a server wrote.

        Raises:
            BadInput: no such question, or it has its answer.
        """
        with self._database.transaction():
            anchors.failed(self._database, self._ledger, anchor_id, why)

    def save_draft(self, key: str, text: str) -> None:
        """What is being typed survives a crash; it is no evidence and leaves no record."""
        drafts.save(self._database, key, text)

    def draft(self, key: str) -> str:
        """Return what was being typed; empty if nothing was."""
        return drafts.read(self._database, key)

    def clear_draft(self, key: str) -> None:
        """The draft is gone."""
        drafts.clear(self._database, key)
