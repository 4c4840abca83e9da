# SPDX-License-Identifier: MIT
"""What is set apart stays so; of a case without pictures only areas of words are kept and seen."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.custody.acts import acts_of
from app.custody.history import history
from app.custody.log import read_record
from app.errors import AskPoliceFirst, BadInput, CopyNotAllowed, PicturesNotAllowed
from app.model import ExhibitFacts, Note, Role, Sensitivity, Under18
from tests.app.vault.conftest import PASSPHRASE
from tests.fakes.acquisitions import ADULT, acquisition
from tests.fakes.runs import frame, record_of
from tests.fakes.words_area import drawn_area, words_area

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.vault import Vault

MAYBE = replace(ADULT, under_18=Under18.NOT_SURE)


@pytest.fixture(params=[Under18.YES, Under18.NOT_SURE])
def words_path(vault: Vault, request: pytest.FixtureRequest) -> Vault:
    """A case without pictures, from the beginning."""
    vault.revise_case(replace(ADULT, under_18=request.param))
    return vault


def marks(vault: Vault) -> list[Sensitivity]:
    return [one.facts.sensitivity for one in vault.exhibits()]


def test_an_area_of_words_is_kept_and_seen(words_path: Vault) -> None:
    kept = words_path.add_exhibit(words_area(b"words"), thumbnail=b"jpeg")
    assert words_path.original(kept.id) == b"words"
    assert words_path.reader().original(kept.id) == b"words"
    assert kept.facts.sensitivity is Sensitivity.WORDS_ONLY
    assert not words_path.is_apart(kept.id)


def test_it_has_no_small_picture_and_is_not_read(words_path: Vault) -> None:
    kept = words_path.add_exhibit(words_area(), thumbnail=b"jpeg")
    words_path.put_thumbnail(kept.id, b"jpeg")
    for facts in (MAYBE, ADULT):  # nor after the answer has changed
        words_path.revise_case(facts)
        words_path.put_thumbnail(kept.id, b"jpeg")
        assert words_path.thumbnail(kept.id) is None
        assert words_path.unread() == ()
        assert not words_path.keep_texts(kept.id, (), "reader")
        assert words_path.texts(kept.id) is None


def test_nothing_else_is_kept(words_path: Vault) -> None:
    words = words_area().record
    claims = acquisition(b"a whole screen")
    lies = replace(claims, record=replace(claims.record, method=words.method))
    late = drawn_area()
    before = words_path.record_count
    for taken in (claims, lies, late):
        with pytest.raises(PicturesNotAllowed):
            words_path.add_exhibit(taken, thumbnail=b"jpeg")
    with pytest.raises(PicturesNotAllowed):
        words_path.add_frame(frame(1, "a", data=b"a frame"))
    area_in_a_run = words_area()
    with pytest.raises(PicturesNotAllowed):
        words_path.add_frame(replace(area_in_a_run, record=replace(area_in_a_run.record, run_id="a")))
    assert (words_path.exhibits(), words_path.record_count) == ((), before)


def test_where_pictures_are_allowed_nothing_says_falsely_that_it_is_words(vault: Vault) -> None:
    taken = acquisition()
    lies = replace(taken, record=replace(taken.record, method=words_area().record.method))
    with pytest.raises(PicturesNotAllowed):
        vault.add_exhibit(lies)
    assert vault.add_exhibit(words_area()).facts.sensitivity is Sensitivity.WORDS_ONLY


def test_words_that_turn_out_to_be_more_are_set_apart(words_path: Vault) -> None:
    kept = words_path.add_exhibit(words_area())
    same = words_path.revise_exhibit(kept.id, ExhibitFacts(title="the demand"))
    assert same.facts == ExhibitFacts(title="the demand", sensitivity=Sensitivity.WORDS_ONLY)
    words_path.revise_exhibit(kept.id, ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    assert marks(words_path) == [Sensitivity.MAY_SHOW_UNDER_18]
    with pytest.raises(PicturesNotAllowed):
        words_path.original(kept.id)


def test_nothing_becomes_an_area_of_words_by_being_called_one(vault: Vault) -> None:
    picture = vault.add_exhibit(acquisition())
    revised = vault.revise_exhibit(picture.id, ExhibitFacts(sensitivity=Sensitivity.WORDS_ONLY))
    assert revised.facts.sensitivity is Sensitivity.NONE
    vault.revise_case(MAYBE)
    revised = vault.revise_exhibit(picture.id, ExhibitFacts(sensitivity=Sensitivity.WORDS_ONLY))
    assert revised.facts.sensitivity is Sensitivity.MAY_SHOW_UNDER_18


def test_a_later_answer_sets_everything_apart_for_good(vault: Vault) -> None:
    picture = vault.add_exhibit(acquisition(b"picture"), thumbnail=b"jpeg")
    marked = vault.add_exhibit(acquisition(b"marked", sensitivity=Sensitivity.INTIMATE))
    run = vault.add_frame(frame(1, "a", data=b"frame"), thumbnail=b"jpeg")
    words = vault.add_exhibit(words_area(b"words"))
    said = vault.revise_exhibit(picture.id, ExhibitFacts(title="the profile"))
    vault.revise_case(MAYBE)
    for facts in (MAYBE, ADULT):
        vault.revise_case(facts)
        for one in (picture, marked, run):
            with pytest.raises(PicturesNotAllowed):
                vault.original(one.id)
            assert vault.is_apart(one.id)
            assert vault.thumbnail(one.id) is None
        assert vault.original(words.id) == b"words"
    apart = Sensitivity.MAY_SHOW_UNDER_18
    assert marks(vault) == [apart, apart, apart, Sensitivity.WORDS_ONLY]
    assert vault.exhibit(picture.id).facts == replace(said.facts, sensitivity=apart)
    assert vault.original(vault.add_exhibit(acquisition(b"later")).id) == b"later"


def test_no_press_takes_the_mark_away(vault: Vault) -> None:
    picture = vault.add_exhibit(acquisition())
    vault.revise_case(MAYBE)
    vault.revise_case(ADULT)
    for wanted in Sensitivity:
        vault.revise_exhibit(picture.id, ExhibitFacts(title="again", sensitivity=wanted))
    assert vault.exhibit(picture.id).facts == ExhibitFacts("again", sensitivity=Sensitivity.MAY_SHOW_UNDER_18)
    with pytest.raises(AskPoliceFirst):
        vault.purge_exhibit(picture.id, "gone")


def test_a_conversation_that_was_set_apart_takes_no_more(vault: Vault) -> None:
    run = vault.add_frame(frame(1, "a", data=b"one"))
    vault.revise_case(MAYBE)
    vault.revise_case(ADULT)
    before = vault.record_count
    with pytest.raises(PicturesNotAllowed):
        vault.add_frame(frame(2, "a", data=b"two"))
    assert vault.record_count == before
    vault.finish_run(run.id, record_of(vault.exhibit(run.id)))
    assert vault.exhibit(run.id).run is not None


def test_the_log_has_the_act_who_and_when(vault: Vault) -> None:
    one = vault.add_exhibit(acquisition(b"one"))
    two = vault.add_exhibit(acquisition(b"two"))
    vault.revise_exhibit(two.id, ExhibitFacts(title="said"))
    before = vault.record_count
    vault.act_as(Role.HELPER)
    vault.revise_case(MAYBE)
    lines = list(vault.records())
    written = [read_record(line) for line in lines[before:]]
    assert [(each.type, each.obj, each.actor) for each in written] == [
        ("case.revise", vault.case().id, "helper"),
        ("exhibit.revise", one.id, "helper"),
        ("exhibit.revise", two.id, "helper"),
    ]
    assert [each.data.get("set_apart") for each in written] == [None, True, True]
    assert [each.what for each in acts_of(lines).acts[-2:]] == ["exhibit.revise.apart"] * 2
    told = history(lines, frozenset({two.id, two.record.acquisition_id}), two.seq)
    assert [each.what for each in told] == ["taken", "said", "apart"]


def test_saying_the_same_again_writes_nothing(vault: Vault) -> None:
    vault.add_exhibit(acquisition())
    vault.revise_case(MAYBE)
    before = vault.record_count
    vault.revise_case(MAYBE)
    assert vault.record_count == before


def test_what_is_older_than_this_rule_is_set_apart_with_the_next_word(vault: Vault) -> None:
    picture = vault.add_exhibit(acquisition(), thumbnail=b"jpeg")
    vault.revise_case(MAYBE)
    with vault._database.transaction():
        vault._database.run("DELETE FROM revision WHERE entry_id = ?", (picture.id,))
        vault._database.run("DELETE FROM entry WHERE id = ?", (picture.id,))
    with pytest.raises(PicturesNotAllowed):
        vault.original(picture.id)
    note = vault.add(Note("case", "a word"))
    vault.revise(note.id, Note("case", "another"))
    assert marks(vault) == [Sensitivity.MAY_SHOW_UNDER_18]


def test_an_unknown_exhibit_is_told(vault: Vault) -> None:
    with pytest.raises(BadInput):
        vault.is_apart("0" * 32)


def test_a_copy_is_made_of_areas_of_words_and_not_of_what_is_set_apart(vault: Vault, tmp_path: Path) -> None:
    day = vault.case().created_at.date()
    vault.revise_case(MAYBE)
    vault.add_exhibit(words_area())
    vault.back_up(tmp_path, day, lambda _share: None, threading.Event())
    vault.revise_case(ADULT)
    vault.add_exhibit(acquisition())
    vault.revise_case(MAYBE)
    with pytest.raises(CopyNotAllowed):
        vault.back_up(tmp_path, day, lambda _share: None, threading.Event())


def test_a_new_key_leaves_it_set_apart(vault: Vault, reopen: Callable[..., Vault]) -> None:
    picture, words = vault.add_exhibit(acquisition(b"picture")), vault.add_exhibit(words_area(b"words"))
    vault.revise_case(MAYBE)
    vault.rekey(f"{PASSPHRASE} new", lambda _share: None, threading.Event())
    again = reopen(f"{PASSPHRASE} new")
    assert again.original(words.id) == b"words"
    with pytest.raises(PicturesNotAllowed):
        again.original(picture.id)
    assert again.check_originals(lambda _share: None, threading.Event()) == ()
