# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import BadInput
from app.model import CaseFacts, ExhibitFacts, ExhibitId, Rect, Sensitivity, Under18
from app.search.values import ReadingState, ReadText, Unsure
from tests.fakes.acquisitions import ADULT, acquisition
from tests.fakes.runs import frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.vault import Vault

MINOR = CaseFacts(under_18=Under18.NOT_SURE, country="GB")
LINES = (
    ReadText(
        Rect(0, 0, 200, 20), "Hello PayPal", 912, tuple(range(0, 960, 80)), (Unsure(1, ("e", "c", "")),)
    ),
    ReadText(Rect(4, 30, 180, 20), "£50 by\u00a0Friday \U0001f600", 700),
    ReadText(Rect(300, 31, 80, 20), "at once", 1000, (0, 1, 2, 3, 4, 5, 6)),
)


def added(vault: Vault, name: str, sensitivity: Sensitivity = Sensitivity.NONE) -> ExhibitId:
    return vault.add_exhibit(acquisition(name.encode(), sensitivity=sensitivity)).id


def test_what_was_read_comes_back_as_it_was(vault: Vault) -> None:
    exhibit = added(vault, "one")
    assert vault.texts(exhibit) is None
    assert vault.keep_texts(exhibit, reversed(LINES), "reader 1")
    assert vault.texts(exhibit) == LINES


def test_a_picture_without_words_was_read_all_the_same(vault: Vault) -> None:
    exhibit = added(vault, "one")
    vault.keep_texts(exhibit, (), "reader 1")
    assert vault.texts(exhibit) == ()
    assert vault.unread() == ()


def test_the_newest_is_read_first_and_each_frame_of_a_run(vault: Vault) -> None:
    first = added(vault, "first")
    run = [vault.add_frame(frame(n)).originals[-1].id for n in range(1, 4)]
    last = added(vault, "last")
    run.append(vault.add_frame(frame(4)).originals[-1].id)
    assert vault.unread(9) == (run[3], last, run[2], run[1], run[0], first)
    assert vault.unread() == (run[3],)
    vault.keep_texts(run[3], LINES, "reader 1")
    vault.cannot_read(last, "refused")
    assert vault.unread(9) == (run[2], run[1], run[0], first)
    assert vault.reading_state() == ReadingState(is_on=True, read=1, failed=1, waiting=4)
    assert vault.texts(last) is None


def test_reading_again_takes_the_place_of_what_was_read(vault: Vault) -> None:
    exhibit = added(vault, "one")
    vault.keep_texts(exhibit, LINES, "reader 1")
    vault.keep_texts(exhibit, LINES[:1], "reader 2")
    assert vault.texts(exhibit) == LINES[:1]
    vault.read_again(exhibit)
    assert vault.texts(exhibit) is None
    assert vault.unread() == (exhibit,)
    vault.cannot_read(exhibit, "failed")
    assert vault.reading_state().failed == 1
    vault.keep_texts(exhibit, LINES, "reader 2")
    assert vault.reading_state() == ReadingState(is_on=True, read=1, failed=0, waiting=0)


@pytest.mark.parametrize("kind", [Sensitivity.INTIMATE, Sensitivity.MAY_SHOW_UNDER_18])
def test_of_a_marked_picture_nothing_is_read_or_kept(vault: Vault, kind: Sensitivity) -> None:
    at_capture, later = added(vault, "one", kind), added(vault, "two")
    vault.revise_exhibit(later, ExhibitFacts(sensitivity=kind))
    assert vault.unread(9) == ()
    assert vault.reading_state().waiting == 0
    for exhibit in (at_capture, later):
        assert not vault.keep_texts(exhibit, LINES, "reader 1")
        vault.cannot_read(exhibit, "refused")
        assert vault.texts(exhibit) is None
    assert vault.reading_state() == ReadingState(is_on=True, read=0, failed=0, waiting=0)


def test_a_marked_frame_is_not_read_though_its_run_is(vault: Vault) -> None:
    first = vault.add_frame(frame(1)).id
    vault.add_frame(frame(2, sensitivity=Sensitivity.INTIMATE))
    assert vault.unread(9) == (first,)


def test_what_the_person_says_later_counts_and_not_the_first_answer(vault: Vault) -> None:
    exhibit = added(vault, "one", Sensitivity.INTIMATE)
    note = '"sensitivity":"none" and "sensitivity":"intimate"'
    vault.revise_exhibit(exhibit, ExhibitFacts(note=note, sensitivity=Sensitivity.INTIMATE))
    assert vault.unread() == ()
    vault.revise_exhibit(exhibit, ExhibitFacts(note=note, sensitivity=Sensitivity.THIRD_PARTY))
    assert vault.unread() == (exhibit,)
    vault.revise(exhibit, ExhibitFacts(sensitivity=Sensitivity.NONE))
    assert vault.keep_texts(exhibit, LINES, "reader 1")


def test_a_fact_revised_by_its_entry_forgets_as_well(vault: Vault) -> None:
    exhibit = added(vault, "one")
    vault.put_thumbnail(exhibit, b"jpeg")
    vault.revise_exhibit(exhibit, ExhibitFacts(title="a"))
    vault.keep_texts(exhibit, LINES, "reader 1")
    vault.revise(exhibit, ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    assert vault.texts(exhibit) is None
    assert vault.thumbnail(exhibit) is None


def test_of_a_withdrawn_exhibit_nothing_is_read_or_kept(vault: Vault) -> None:
    run = vault.add_frame(frame(1)).id
    second = vault.add_frame(frame(2)).originals[1].id
    vault.keep_texts(second, LINES, "reader 1")
    vault.put_thumbnail(second, b"jpeg")
    vault.withdraw_exhibit(run, "by mistake")
    assert vault.unread(9) == ()
    assert vault.texts(second) is None
    assert not vault.keep_texts(second, LINES, "reader 1")
    assert (vault.thumbnail(second), vault.search("paypal")) == (None, ())
    assert vault.reading_state() == ReadingState(is_on=True, read=0, failed=0, waiting=0)


def test_a_case_that_is_not_known_to_be_of_adults_has_no_text(vault: Vault) -> None:
    one, two = added(vault, "one"), added(vault, "two")
    vault.keep_texts(one, LINES, "reader 1")
    vault.revise_case(MINOR)
    assert vault.texts(one) is None
    assert vault.unread(9) == ()
    assert vault.reading_state() == ReadingState(is_on=True, read=0, failed=0, waiting=0)
    assert not vault.keep_texts(two, LINES, "reader 1")
    vault.cannot_read(two, "refused")
    vault.revise_case(ADULT)
    assert vault.unread(9) == ()  # what was set apart stays so
    three = added(vault, "three")
    assert vault.unread(9) == (three,)


def test_turned_off_there_is_no_text_and_none_is_kept(vault: Vault, reopen: Callable[..., Vault]) -> None:
    one, two = added(vault, "one"), added(vault, "two")
    vault.keep_texts(one, LINES, "reader 1")
    vault.cannot_read(two, "refused")
    vault.set_reading(is_on=False)
    assert vault.reading_state() == ReadingState(is_on=False, read=0, failed=0, waiting=0)
    assert not vault.keep_texts(one, LINES, "reader 1")
    vault.close()
    again = reopen()
    assert again.unread(9) == ()
    again.set_reading(is_on=True)
    assert again.unread(9) == (two, one)


def test_reading_leaves_no_record(vault: Vault) -> None:
    exhibit = added(vault, "one")
    before = vault.record_count
    vault.keep_texts(exhibit, LINES, "reader 1")
    vault.cannot_read(exhibit, "refused")
    vault.read_again(exhibit)
    vault.set_reading(is_on=False)
    vault.set_reading(is_on=True)
    assert vault.record_count == before


def test_nothing_is_kept_of_what_is_no_exhibit(vault: Vault) -> None:
    for act in (
        lambda: vault.keep_texts("no such", LINES, "reader 1"),
        lambda: vault.cannot_read("no such", "refused"),
    ):
        with pytest.raises(BadInput):
            act()
    assert vault.texts("no such") is None
    vault.read_again("no such")


@pytest.mark.parametrize("why", ["", "it said PayPal", "Refused", "x" * 33, "refused\n"])
def test_why_is_one_word_of_ours(vault: Vault, why: str) -> None:
    exhibit = added(vault, "one")
    with pytest.raises(BadInput):
        vault.cannot_read(exhibit, why)
    assert vault.unread() == (exhibit,)


def test_half_a_character_is_refused_and_nothing_is_kept_by_half(vault: Vault) -> None:
    exhibit = added(vault, "one")
    with pytest.raises(BadInput):
        vault.keep_texts(exhibit, [*LINES, ReadText(Rect(0, 90, 9, 9), "\ud800", 900)], "reader 1")
    assert vault.texts(exhibit) is None
    assert vault.search("paypal") == ()


def test_a_line_that_holds_a_newline_stays_one_line(vault: Vault) -> None:
    exhibit = added(vault, "one")
    vault.keep_texts(exhibit, [ReadText(Rect(0, 0, 9, 9), "two\nparts", 900), LINES[1]], "reader 1")
    assert [line.text for line in vault.texts(exhibit) or ()] == ["two parts", LINES[1].text]


def test_a_reader_sees_what_was_read_before_it_was_opened(vault: Vault) -> None:
    exhibit = added(vault, "one")
    vault.keep_texts(exhibit, LINES, "reader 1")
    with vault.reader() as reader:
        vault.set_reading(is_on=False)
        assert reader.texts(exhibit) == LINES
        assert [match.exhibit for match in reader.search("paypal")] == [exhibit]


def test_many_marked_ones_hide_no_older_one(vault: Vault) -> None:
    older = added(vault, "older")
    for n in range(40):
        added(vault, f"marked {n}", Sensitivity.INTIMATE)
    assert vault.unread(3) == (older,)
    assert vault.unread(0) == ()
