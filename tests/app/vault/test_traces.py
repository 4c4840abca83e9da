# SPDX-License-Identifier: MIT
"""Nothing of what was read is left once it is deleted: every page is decrypted and looked through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.model import CaseFacts, ExhibitFacts, ExhibitId, Rect, Sensitivity, Under18
from app.search.values import ReadText, Unsure
from tests.fakes.acquisitions import acquisition
from tests.fakes.pages import MAGIC, pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.vault import Vault

# Letters that nothing else in a vault has, so that the threes of the index are seen as well as the words:
# what a three does not share with its neighbour in the index holds at least one whole letter.
WORD = "\U00010330\U00010341\U0001d7ab\U00010384\U000103a5\U00010907"
STAYS = "\U00010a10\U00010a21\U00010a32\U00010a43"
TINY = b"\xff\xd8 tiny and secret \xff\xd9"


def lines(word: str) -> list[ReadText]:
    texts = [f"before {word} after", "paypal and money", word, f"{word}{word}"]
    return [
        ReadText(
            Rect(0, 40 * n, 400, 20), text, 900, tuple(range(len(text))), (Unsure(0, (text[0], word[:2])),)
        )
        for n, text in enumerate(texts)
    ]


def left_of(vault: Vault, word: str) -> set[str]:
    """Return which letters of a word stand in any page of the file or the WAL."""
    seen = list(pages(vault.folder / "vault.db", vault._keys.data_key))
    assert seen[0].startswith(MAGIC)
    return {letter for letter in word for page in seen if letter.encode() in page}


@pytest.fixture
def filled(vault: Vault) -> tuple[Vault, ExhibitId, ExhibitId]:
    """A vault with two pictures that were read; the first holds the word."""
    one, two = (vault.add_exhibit(acquisition(b"picture %d" % n), thumbnail=TINY).id for n in range(2))
    assert vault.keep_texts(one, lines(WORD), "reader")
    assert vault.keep_texts(two, lines(STAYS), "reader")
    for n in range(9):  # so that the index has merged what came in apart
        vault.keep_texts(vault.add_exhibit(acquisition(b"further %d" % n)).id, lines(f"more{n}"), "reader")
    assert left_of(vault, WORD) == set(WORD)
    return vault, one, two


def marked(vault: Vault, exhibit: ExhibitId) -> None:
    vault.revise_exhibit(exhibit, ExhibitFacts(sensitivity=Sensitivity.INTIMATE))


def marked_under_18(vault: Vault, exhibit: ExhibitId) -> None:
    vault.revise_exhibit(exhibit, ExhibitFacts(title="a", sensitivity=Sensitivity.MAY_SHOW_UNDER_18))


def withdrawn(vault: Vault, exhibit: ExhibitId) -> None:
    vault.withdraw_exhibit(exhibit, "by mistake")


def read_anew(vault: Vault, exhibit: ExhibitId) -> None:
    vault.read_again(exhibit)


def read_otherwise(vault: Vault, exhibit: ExhibitId) -> None:
    vault.keep_texts(exhibit, lines("otherwise"), "reader")


@pytest.mark.parametrize("act", [marked, marked_under_18, withdrawn, read_anew, read_otherwise])
def test_of_one_picture_nothing_is_left(
    filled: tuple[Vault, ExhibitId, ExhibitId], act: Callable[[Vault, ExhibitId], None]
) -> None:
    vault, one, two = filled
    act(vault, one)
    assert left_of(vault, WORD) == set()
    assert left_of(vault, STAYS) == set(STAYS)
    assert vault.search(WORD) == ()
    assert [match.exhibit for match in vault.search(STAYS)] == [two]
    assert (vault.folder / "vault.db-wal").stat().st_size == 0


def not_an_adult(vault: Vault) -> None:
    vault.revise_case(CaseFacts(under_18=Under18.YES, country="GB"))


def not_sure(vault: Vault) -> None:
    vault.revise(vault.case().id, CaseFacts(under_18=Under18.NOT_SURE, country="GB"))


def turned_off(vault: Vault) -> None:
    vault.set_reading(is_on=False)


@pytest.mark.parametrize("act", [not_an_adult, not_sure, turned_off])
def test_of_every_picture_nothing_is_left(
    filled: tuple[Vault, ExhibitId, ExhibitId], act: Callable[[Vault], None]
) -> None:
    vault, _, _ = filled
    act(vault)
    assert left_of(vault, WORD + STAYS) == set()
    assert vault.search("money") == ()
    assert vault._database.value("SELECT count(*) FROM reading") == 0
    assert b"paypal" not in b"".join(pages(vault.folder / "vault.db", vault._keys.data_key))


def test_the_small_picture_goes_with_the_text(filled: tuple[Vault, ExhibitId, ExhibitId]) -> None:
    vault, one, two = filled
    for exhibit in (one, two):
        withdrawn(vault, exhibit)
        vault.put_thumbnail(exhibit, TINY)
    assert not any(TINY in page for page in pages(vault.folder / "vault.db", vault._keys.data_key))


def test_beside_a_reader_the_traces_go_when_it_ends(filled: tuple[Vault, ExhibitId, ExhibitId]) -> None:
    vault, one, _ = filled
    with vault.reader() as reader:
        marked(vault, one)
        assert reader.texts(one) is not None
        assert left_of(vault, WORD)
    assert left_of(vault, WORD) == set()


def test_without_secure_delete_the_index_would_keep_it(
    filled: tuple[Vault, ExhibitId, ExhibitId],
) -> None:
    """This shows that the proof above can fail."""
    vault, one, _ = filled
    vault._database.run("INSERT INTO reading_index (reading_index, rank) VALUES ('secure-delete', 0)")
    marked(vault, one)
    assert left_of(vault, WORD)


def test_after_opening_again_nothing_is_left_either(
    filled: tuple[Vault, ExhibitId, ExhibitId], reopen: Callable[..., Vault], folder: Path
) -> None:
    vault, one, _ = filled
    marked(vault, one)
    vault.close()
    again = reopen()
    assert left_of(again, WORD) == set()
    assert again.texts(one) is None
