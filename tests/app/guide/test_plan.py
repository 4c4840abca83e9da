# SPDX-License-Identifier: MIT
"""Answers become this person's steps; no tick is ever lost and nothing is asked twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.guide.guides import Guides, Page, Path18
from app.guide.plan import DONE, FIVE, LATER, OPEN, Plan, can_be_stopped, plan
from app.model import Account, Answer, CaseFacts, Payment, StepState, Strength, Under18

GUIDES = Guides.load(paths.resources() / "guides" / "en")
NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)
ADULT = CaseFacts(Under18.NO, "England")
PAID = Payment("westernunion", 20_000, "GBP", NOW)
THEIRS = Account("skype", "live:.cid.8f3a1b2c4d5e6f70", "Skype Name", Strength.STRONG)


def said(step: str, state: str) -> StepState:
    return StepState(step, state, NOW)


def ids(made: Plan) -> list[str]:
    return [step.guide.id for step in made.steps]


def test_the_first_step_is_to_be_safe() -> None:
    made = plan(GUIDES, ADULT)
    assert made.next is not None
    assert (made.next.guide.id, made.next.number) == ("safe", 1)
    assert made.done == ()
    assert made.total == len(made.after) + 1


def test_done_moves_the_next_step_on() -> None:
    made = plan(GUIDES, ADULT, states=[said("safe", DONE), said("stop", DONE)])
    assert made.next is not None
    assert made.next.guide.id == "profile"
    assert [step.guide.id for step in made.done] == ["safe", "stop"]


def test_not_now_puts_a_step_last_and_undo_brings_it_back() -> None:
    states = [said("safe", LATER)]
    made = plan(GUIDES, ADULT, states=states)
    assert made.next is not None
    assert made.next.guide.id == "stop"
    assert made.after[-1].guide.id == "safe"
    again = plan(GUIDES, ADULT, states=[*states, said("safe", OPEN)])
    assert again.next is not None
    assert again.next.guide.id == "safe"


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_words_only_asks_for_no_picture(answer: Under18) -> None:
    made = plan(GUIDES, CaseFacts(answer, "England"))
    assert all(step.guide.page is not Page.CAPTURE for step in made.steps)
    assert {"words", "ceop", "remove"} <= set(ids(made))
    assert "hash" not in ids(made)


def test_adults_get_no_step_for_children() -> None:
    assert not {"words", "ceop", "remove"} & set(ids(plan(GUIDES, ADULT)))


def test_money_comes_third_while_it_can_be_stopped() -> None:
    assert "money" not in ids(plan(GUIDES, ADULT))
    assert ids(plan(GUIDES, ADULT, payments=[PAID]))[2] == "money"


@pytest.mark.parametrize(
    ("collected", "can", "wanted"),
    [
        (Answer.NOT_KNOWN, None, True),
        (Answer.NO, True, True),
        (Answer.YES, None, False),
        (Answer.NO, False, False),
    ],
)
def test_money_that_is_gone_is_no_step(collected: Answer, can: bool | None, wanted: bool) -> None:
    payment = Payment("bank", 100, "GBP", NOW, collected=collected, can_be_stopped=can)
    assert can_be_stopped(payment) is wanted
    assert ("money" in ids(plan(GUIDES, ADULT, payments=iter([payment])))) is wanted


@pytest.mark.parametrize("collected", list(Answer))
def test_money_that_was_stopped_is_no_step_either(collected: Answer) -> None:
    payment = Payment("bank", 100, "GBP", NOW, collected=collected, can_be_stopped=True, stopped_at=NOW)
    assert not can_be_stopped(payment)
    assert "money" not in ids(plan(GUIDES, ADULT, payments=[payment]))


def test_the_button_of_money_shows_who_to_call() -> None:
    assert GUIDES["money"].page is Page.PAYMENTS


def test_a_tick_for_money_stays_when_the_money_is_collected() -> None:
    gone = Payment("bank", 100, "GBP", NOW, collected=Answer.YES)
    made = plan(GUIDES, ADULT, payments=[gone], states=[said("money", DONE)])
    assert [step.guide.id for step in made.done] == ["money"]


def test_their_id_does_the_step_that_finds_it() -> None:
    own = Account("skype", "live:me", "Skype Name", Strength.STRONG, is_own=True)
    nameless = Account("skype", None, None, Strength.WEAK)
    assert not plan(GUIDES, ADULT, accounts=[own, nameless]).done
    assert [step.guide.id for step in plan(GUIDES, ADULT, accounts=[THEIRS]).done] == ["identify"]
    assert not plan(GUIDES, ADULT, accounts=[THEIRS], states=[said("identify", OPEN)]).done


def test_all_done_leaves_nothing_next() -> None:
    made = plan(GUIDES, ADULT, states=[said(guide.id, DONE) for guide in GUIDES])
    assert made.next is None
    assert made.after == ()
    assert made.total == len(made.done)


@given(
    st.sampled_from(Under18),
    st.lists(
        st.tuples(st.sampled_from([guide.id for guide in GUIDES]), st.sampled_from([DONE, LATER, OPEN])),
        max_size=60,
    ),
    st.booleans(),
)
def test_every_step_is_in_one_place(under: Under18, states: list[tuple[str, str]], paid: bool) -> None:
    facts = CaseFacts(under, "England")
    made = plan(GUIDES, facts, [PAID] if paid else [], states=[said(*state) for state in states])
    upcoming = [made.next] if made.next else []
    everything = [step.number for step in (*upcoming, *made.after, *made.done)]
    assert sorted(everything) == list(range(1, made.total + 1))
    assert all(step.is_done for step in made.done)
    if made.next is None:
        assert all(step.is_later for step in made.after)


STATES = st.lists(
    st.tuples(st.sampled_from([guide.id for guide in GUIDES]), st.sampled_from([DONE, LATER, OPEN])),
    max_size=60,
)
FACTS = st.builds(
    CaseFacts,
    under_18=st.sampled_from(Under18),
    country=st.sampled_from(["England", "Scotland", "another country"]),
    paid=st.sampled_from(Answer),
    posted=st.sampled_from(Answer),
    platforms=st.lists(st.sampled_from(["snapchat", "kik", "a new app"]), unique=True).map(tuple),
    says_person_broke_law=st.sampled_from([True, False, None]),
    helper=st.sampled_from([None, "Ana"]),
)
# Source: look.md, section 2, step 2. The words path stands where the pictures would.
ORDER = (
    "safe", "stop", "money", "profile", "threat", "demand", "first", "latest", "words", "police", "ceop",
    "conversation", "hash", "remove", "alert", "report", "block", "pause", "passwords", "friends", "watch",
)  # fmt: skip


@given(FACTS, STATES, st.lists(st.sampled_from([PAID]), max_size=2))
def test_the_order_is_kept_whatever_was_answered(
    facts: CaseFacts, states: list[tuple[str, str]], paid: list[Payment]
) -> None:
    made = plan(GUIDES, facts, paid, states=[said(*state) for state in states])
    placed = [ORDER.index(name) for name in ids(made) if name in ORDER]
    assert placed == sorted(placed)
    ready = [step.number for step in ((made.next,) if made.next else ()) + made.after if not step.is_later]
    assert ready == sorted(ready)


@given(FACTS, FACTS, STATES)
def test_what_was_done_stays_done_when_answers_change(
    before: CaseFacts, after: CaseFacts, states: list[tuple[str, str]]
) -> None:
    kept = [said(*state) for state in states]
    done = {step.guide.id for step in plan(GUIDES, before, states=kept).done}
    assert done == {step.guide.id for step in plan(GUIDES, after, states=kept).done}


@given(st.sampled_from([Under18.YES, Under18.NOT_SURE]), FACTS, STATES)
def test_no_child_is_sent_to_stopncii_or_asked_for_a_picture(
    under: Under18, facts: CaseFacts, states: list[tuple[str, str]]
) -> None:
    made = plan(GUIDES, replace(facts, under_18=under), states=[said(*state) for state in states])
    asked = [step for step in made.steps if not step.is_past]
    assert all(step.guide.path is not Path18.PICTURES for step in asked)
    assert all(step.guide.page is not Page.CAPTURE for step in asked)
    assert not any("stopncii" in " ".join(step.guide.rows).lower() for step in asked)
    assert all(step.is_done for step in made.steps if step.is_past)


@given(STATES)
def test_an_adult_is_asked_for_nothing_of_the_words_path(states: list[tuple[str, str]]) -> None:
    made = plan(GUIDES, ADULT, states=[said(*state) for state in states])
    assert all(step.guide.path is not Path18.WORDS for step in made.steps if not step.is_past)


def test_the_words_path_has_its_own_steps_in_order() -> None:
    made = plan(GUIDES, CaseFacts(Under18.YES, "England"))
    wanted = ["safe", "stop", "identify", "words", "facts", "police", "ceop", "remove"]
    assert [name for name in ids(made) if name in wanted] == wanted
    assert made.group(FIVE) == ()


def test_who_says_that_money_was_sent_is_asked_to_stop_it_until_it_is_noted() -> None:
    told = replace(ADULT, paid=Answer.YES)
    assert ids(plan(GUIDES, told))[2] == "money"
    gone = Payment("bank", 100, "GBP", NOW, collected=Answer.YES)
    assert "money" not in ids(plan(GUIDES, told, payments=[gone]))
    assert "money" not in ids(plan(GUIDES, replace(ADULT, paid=Answer.NO)))


def test_the_five_are_a_group_and_their_milestone_is_said_until_more_is_done() -> None:
    five = ("profile", "threat", "demand", "first", "latest")
    made = plan(GUIDES, ADULT)
    assert tuple(step.guide.id for step in made.group(FIVE)) == five
    some = [said(step, DONE) for step in five[:4]]
    assert plan(GUIDES, ADULT, states=some).milestone is None
    some.append(said("latest", DONE))
    milestone = plan(GUIDES, ADULT, states=some).milestone
    assert milestone == GUIDES["latest"].milestone
    assert milestone is not None
    assert milestone.startswith("This is already useful")
    assert plan(GUIDES, ADULT, states=[*some, said("police", DONE)]).milestone is None
    assert plan(GUIDES, ADULT, states=[said("latest", DONE)]).milestone is None


def test_the_words_path_has_its_milestone_too() -> None:
    facts = CaseFacts(Under18.NOT_SURE, "England")
    assert plan(GUIDES, facts, states=[said("words", DONE)]).milestone == GUIDES["words"].milestone
    pictures = [said(step, DONE) for step in ("profile", "threat", "demand", "first", "latest")]
    assert plan(GUIDES, facts, states=pictures).milestone is None
