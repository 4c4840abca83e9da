# SPDX-License-Identifier: MIT
"""Notes for a statement hold what is recorded and ask for the rest; of a child there are none."""

from dataclasses import replace

from app.model import Under18
from app.report.statement import MOST_EXHIBITS, draw_statement, has_statement
from tests.app.report.dossiers import changed


def test_every_point_says_what_is_recorded_or_asks(page_with):
    text = page_with("Statement notes")
    assert "Skype 1, first seen" in text or "Instagram 2, first seen" in text
    assert "£400.00 in two payments" in text
    assert "Not recorded. Ask Tom." in text  # why it was paid is never known


def test_each_exhibit_has_wording_with_its_own_time(sample, page_with):
    text = page_with("Statement notes")
    for entry in sample[0].exhibits:
        assert f"I produce it as exhibit {entry.exhibit.ref}." in text


def test_nothing_known_is_asked_point_by_point(sheet_of, sample):
    bare = replace(
        sample[0], accounts=(), calls=(), demands=(), payments=(), exhibits=(),
        case=replace(sample[0].case, own_words=None, sent_to=None, replies_stopped_at=None, devices_kept=()),
    )  # fmt: skip
    sheet = sheet_of(bare)
    draw_statement(sheet)
    assert sheet.pen.said.count("Not recorded. Ask Tom.") == 9
    assert "I produce" not in sheet.pen.said


def test_whoever_helped_is_not_made_to_speak_as_the_person(sheet_of, sample):
    first, *others = sample[0].exhibits
    record = first.exhibit.record
    helped = replace(record, people=replace(record.people, taken_by="Ana Hale"))
    entry = replace(first, exhibit=replace(first.exhibit, record=helped))
    sheet = sheet_of(replace(sample[0], exhibits=(entry, *others)))
    draw_statement(sheet)
    assert "“I” is whoever captured it." in sheet.pen.said
    assert "“I” is Tom" not in sheet.pen.said


def test_many_exhibits_do_not_fill_the_report(sheet_of, sample):
    many = sample[0].exhibits[:1] * (MOST_EXHIBITS + 3)
    sheet = sheet_of(replace(sample[0], exhibits=many))
    draw_statement(sheet)
    assert sheet.pen.said.count("I produce it") == MOST_EXHIBITS
    assert "and 3 more" in sheet.pen.said


def test_a_child_has_no_such_page(sample):
    assert has_statement(sample[0])
    for answer in (Under18.YES, Under18.NOT_SURE):
        assert not has_statement(changed(sample[0], under_18=answer))
