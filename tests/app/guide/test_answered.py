# SPDX-License-Identifier: MIT
"""The short answers: all can be left out, given, changed and taken back, and nothing else is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guide.answered import ASKED_HELD, UNNAMED, Answers, is_changed, taken_back
from app.guide.held import PHRASES, ticked
from app.model import Answer, CaseFacts, Under18

ADULT = CaseFacts(Under18.NO, "England", name="Tom", own_words="It began on Instagram.")
ANSWERS = st.builds(
    Answers,
    platforms=st.lists(st.sampled_from(["snapchat", "kik", "a new app"]), unique=True).map(tuple),
    paid=st.sampled_from(Answer),
    posted=st.sampled_from(Answer),
    held=st.lists(st.sampled_from(ASKED_HELD), unique=True).map(
        lambda keys: tuple(sorted(keys, key=ASKED_HELD.index))
    ),
    says_broke_law=st.sampled_from([True, False, None]),
    helper=st.sampled_from([None, "", "Ana"]),
)
FACTS = st.builds(
    lambda held, made: replace(ADULT, held=tuple(held), made_by_ai=made),
    st.lists(st.sampled_from([*PHRASES.values(), "a letter"]), unique=True),
    st.sampled_from(Answer),
)


def test_nothing_is_answered_at_first() -> None:
    assert Answers.of(ADULT).is_empty
    assert Answers().over(ADULT) == ADULT


@given(ANSWERS, FACTS)
def test_what_is_answered_is_what_is_read_again(answers: Answers, facts: CaseFacts) -> None:
    after = answers.over(facts)
    assert Answers.of(after) == answers
    assert (after.name, after.own_words) == (facts.name, facts.own_words)


@given(ANSWERS, FACTS)
def test_what_was_ticked_elsewhere_stays(answers: Answers, facts: CaseFacts) -> None:
    others = set(PHRASES) - set(ASKED_HELD)
    after = answers.over(facts)
    assert ticked(after.held) & others == ticked(facts.held) & others
    assert ("a letter" in after.held) == ("a letter" in facts.held)


@given(ANSWERS, FACTS)
def test_taking_back_changes_the_answers_only(answers: Answers, facts: CaseFacts) -> None:
    later = replace(answers.over(facts), name="Thomas")
    assert taken_back(later, facts) == replace(facts, name="Thomas")
    assert is_changed(facts, later) == (taken_back(later, facts) != later)


@pytest.mark.parametrize("made", [Answer.NOT_KNOWN, Answer.YES, Answer.NO])
def test_a_fake_is_made_with_ai_unless_that_was_said_otherwise(made: Answer) -> None:
    before = replace(ADULT, made_by_ai=made)
    after = Answers(held=("ai",)).over(before)
    assert after.made_by_ai is (Answer.YES if made is Answer.NOT_KNOWN else made)
    assert Answers().over(after).made_by_ai is (Answer.NO if made is Answer.NO else Answer.NOT_KNOWN)


def test_a_helper_without_a_name_is_a_helper_all_the_same() -> None:
    after = Answers(helper=" ").over(ADULT)
    assert after.helper == UNNAMED
    assert Answers.of(after).helper == ""


def test_a_mail_alone_is_only_a_mail() -> None:
    assert Answers(held=("mail",)).is_only_mail
    assert Answers(held=("mail", "unknown")).is_only_mail
    assert not Answers(held=("real", "mail")).is_only_mail
    assert not Answers(held=("unknown",)).is_only_mail
