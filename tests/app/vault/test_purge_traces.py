# SPDX-License-Identifier: MIT
"""After a purge every page of the file and of its WAL is decrypted, and holds nothing of what was removed."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.model import ExhibitFacts, Note, Rect, SourceRecord
from app.search.values import ReadText
from tests.fakes.acquisitions import acquisition
from tests.fakes.pages import MAGIC, pages
from tests.fakes.runs import frame, joined, pair, record_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import Exhibit
    from app.vault import Vault

LARGE = 9 * 1024 * 1024  # in several rows
WHY = "it shows my sister"


def planted(name: str) -> str:
    """Return a word that nothing else in a vault has."""
    return f"planted-{name}-\U00010330\U00010341\U00010384"


WORDS = tuple(
    planted(name)
    for name in ("window", "title", "shows", "note", "older", "withdrawn", "draft", "read", "said", "small")
)
NOISE = random.Random(1)  # noqa: S311 - the same noise each time
PICTURE = planted("picture").encode() + NOISE.randbytes(LARGE) + planted("picture end").encode()
BYTES = tuple(
    planted(name).encode() for name in ("picture", "picture end", "frame 1", "frame 3", "joined", "judged")
)


def left(vault: Vault, words: tuple[str | bytes, ...] = (*WORDS, *BYTES)) -> set[str]:
    """Return which of these words stand in any page of the file or the WAL."""
    seen = list(pages(vault.folder / "vault.db", vault._keys.data_key))
    assert seen[0].startswith(MAGIC)
    wanted = {word if isinstance(word, bytes) else word.encode() for word in words}
    return {word.decode() for word in wanted if any(word in page for page in seen)}


def fill_round(vault: Vault, n: int) -> None:
    """Other evidence beside it, so that pages are shared and split."""
    one = vault.add_exhibit(acquisition(b"other %d" % n), thumbnail=b"jpeg %d" % n)
    vault.revise_exhibit(one.id, ExhibitFacts(title=f"other title {n}", note="other " * 200))
    vault.keep_texts(one.id, [ReadText(Rect(0, 0, 9, 9), f"other text {n}", 900)], "reader")
    vault.add(Note("case", f"other words {n} " * 100))


def plant(vault: Vault, one: Exhibit) -> None:
    """Everything that a picture or run can have beside it."""
    small, said = planted("small").encode(), planted("said")
    for original in one.originals:
        vault.put_thumbnail(original.id, small)
        vault.keep_texts(original.id, [ReadText(Rect(0, 0, 9, 9), planted("read"), 900)], "reader")
    for n in range(3):
        older = ExhibitFacts(title=planted("older"), note=f"{planted('older')} {n} " * 500)
        vault.revise_exhibit(one.id, older)
    vault.revise_exhibit(
        one.id, ExhibitFacts(planted("title"), planted("note"), planted("shows"), does_not_show=said)
    )
    vault.save_draft(f"exhibit.{one.id}.shows", planted("draft"))


@pytest.fixture
def picture(vault: Vault) -> Exhibit:
    """A picture of several rows with everything beside it, between others."""
    fill_round(vault, 1)
    taken = acquisition(PICTURE)
    source = replace(taken.record.source or SourceRecord(), window_title=planted("window"))
    one = vault.add_exhibit(replace(taken, record=replace(taken.record, source=source)))
    plant(vault, one)
    for n in range(2, 6):
        fill_round(vault, n)
    return one


@pytest.fixture
def run(vault: Vault) -> Exhibit:
    """A run with everything beside it, resumed, so that pairs are judged and not taken up yet."""
    for n in range(1, 4):
        one = vault.add_frame(frame(n, data=planted(f"frame {n}").encode()))
        fill_round(vault, n)
    data = planted("joined").encode() * 2_000
    vault.finish_run(one.id, record_of(one), [joined(one, data)])
    one = vault.add_frame(frame(4, data=planted("frame 4").encode()))
    vault.keep_judged(one.id, pair(3, 4))
    vault._database.run("UPDATE judged SET body = ?", (planted("judged"),))
    plant(vault, one)
    return one


@pytest.mark.parametrize("kind", ["picture", "run"])
def test_nothing_of_it_is_left_in_any_page(vault: Vault, kind: str, request: pytest.FixtureRequest) -> None:
    one = request.getfixturevalue(kind)
    there = left(vault)
    assert len(there) >= 11
    vault.withdraw_exhibit(one.id, planted("withdrawn"))
    assert planted("withdrawn") in left(vault)
    vault.purge_exhibit(one.id, WHY)
    assert left(vault) == set()
    assert (vault.folder / "vault.db-wal").stat().st_size == 0


def test_neither_is_any_piece_of_its_bytes(vault: Vault, picture: Exhibit) -> None:
    vault.purge_exhibit(picture.id, WHY)
    chunk, step = 16, 4_096
    pieces = {PICTURE[start : start + chunk] for start in range(0, len(PICTURE) - chunk, step)}
    for page in pages(vault.folder / "vault.db", vault._keys.data_key):
        assert not any(piece in page for piece in pieces)


def test_the_salts_of_its_records_are_gone_too(vault: Vault, run: Exhibit) -> None:
    salts = tuple(one.record.salt for one in run.frames) + tuple(one.salt for one in run.derivatives)
    assert len(left(vault, salts)) == 6
    vault.purge_exhibit(run.id, WHY)
    assert left(vault, salts) == set()


def test_giving_room_back_brings_nothing_to_light(vault: Vault, picture: Exhibit) -> None:
    vault.purge_exhibit(picture.id, WHY)
    while vault.give_back(16):
        assert left(vault) == set()
    assert left(vault) == set()


def test_beside_a_reader_the_traces_go_when_it_ends(vault: Vault, run: Exhibit) -> None:
    with vault.reader() as reader:
        vault.purge_exhibit(run.id, WHY)
        assert reader.original(run.frames[0].id) == planted("frame 1").encode()
        assert left(vault)
    assert left(vault) == set()


def test_killed_before_the_wal_was_emptied_the_traces_go_at_the_next_opening(
    vault: Vault, run: Exhibit, reopen: Callable[..., Vault], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault._database, "_empty_wal", lambda: False)
    vault.purge_exhibit(run.id, WHY)
    assert left(vault)
    vault._lock_file.release()
    again = reopen()
    assert left(again) == set()
    assert [gone.ref for gone in again.purged()] == [run.ref]


def test_of_a_fact_no_revision_is_left_among_many(vault: Vault) -> None:
    dice = random.Random(7)  # noqa: S311 - the same each time
    mine = [vault.add(Note("case", f"{planted('older')} {n} " * dice.randrange(1, 90))) for n in range(60)]
    for n in range(200):
        vault.add(Note("case", f"other {n} " * dice.randrange(1, 300)))
        vault.revise(dice.choice(mine).id, Note("case", f"{planted('note')} {n} " * dice.randrange(1, 90)))
    vault.save_draft(f"people.{mine[0].id}.note", planted("draft"))
    assert len(left(vault)) == 3
    for note in dice.sample(mine, len(mine)):
        vault.purge_entry(note.id, WHY)
    assert left(vault) == set()


def test_without_secure_delete_the_pages_would_keep_it(vault: Vault, picture: Exhibit) -> None:
    """This shows that the proofs above can fail."""
    vault._database.run("PRAGMA secure_delete = OFF")
    vault.purge_exhibit(picture.id, WHY)
    assert {planted("picture end"), planted("older"), planted("shows")} <= left(vault)
