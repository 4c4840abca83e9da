# SPDX-License-Identifier: MIT
"""What is said beside a guide: what came of a done step, who did it, what holds on the person's apps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.guide.plan import DONE, plan
from app.model import Account, Answer, StepState, Strength, Under18
from tests.fakes.clock import START
from ui.step_words import StepWords, step_words, trap_lines
from ui.steps_known import StepsKnown

if TYPE_CHECKING:
    from app.model import CaseFacts
    from ui.context import Context

THEIRS = Account("skype", "live:.cid.8f3a1b2c4d5e6f70", "Skype Name", Strength.STRONG)


def said(
    context: Context,
    facts: CaseFacts,
    step: str,
    state: StepState | None = None,
    *,
    accounts: tuple[Account, ...] = (),
    platforms: tuple[str, ...] = (),
) -> StepWords:
    made = plan(context.guides, facts, accounts=accounts, states=[state] if state else [])
    found_id = accounts[0].stable_id if accounts else None
    known = StepsKnown(made, facts, platforms, found_id=found_id)
    [shown] = [each for each in made.steps if each.guide.id == step]
    return step_words(context, known, shown)


def test_a_picture_names_its_number(context: Context, facts: CaseFacts) -> None:
    state = StepState("profile", DONE, START, "victim", "TJH/3")
    assert said(context, facts, "profile", state) == StepWords("Profile saved as TJH/3.")


def test_a_tick_without_a_picture_names_the_time(context: Context, facts: CaseFacts) -> None:
    done = said(context, facts, "profile", StepState("profile", DONE, START, "victim")).done
    assert "{" not in done
    assert done.startswith("Done on ")


def test_the_id_that_was_found_is_named(context: Context, facts: CaseFacts) -> None:
    assert said(context, facts, "identify", accounts=(THEIRS,)).done == f"You kept {THEIRS.stable_id}."


def test_a_reference_is_said_with_the_time(context: Context, facts: CaseFacts) -> None:
    done = said(context, facts, "police", StepState("police", DONE, START, "victim", "NYP-42")).done
    assert done.startswith("Told at ")
    assert done.endswith("Reference NYP-42.")


@pytest.mark.parametrize(
    ("by", "helper", "shown"),
    [
        ("victim", "Ana", ""),
        (None, "Ana", ""),
        ("Ana", None, "Done by Ana"),
        ("helper", "Ana", "Done by Ana"),
        ("helper", None, ""),
    ],
)
def test_a_friend_is_named(
    context: Context, facts: CaseFacts, by: str | None, helper: str | None, shown: str
) -> None:
    state = StepState("stop", DONE, START, by)
    assert said(context, replace(facts, helper=helper), "stop", state).by == shown


def test_the_worst_trap_of_each_app_stands_before_a_picture(context: Context, facts: CaseFacts) -> None:
    traps = said(context, facts, "threat", platforms=("snapchat", "signal", "kik")).traps
    assert [name for name, _ in traps] == ["Snapchat", "Kik"]
    assert all(len(lines) == 1 for _, lines in traps)
    assert "tells them" in traps[0][1][0]
    assert said(context, facts, "stop", platforms=("snapchat",)).traps == ()
    assert len(trap_lines(context, ["snapchat"])[0][1]) > 1


@pytest.mark.parametrize("step", ["pause", "report"])
def test_what_to_do_is_said_for_each_app(context: Context, facts: CaseFacts, step: str) -> None:
    about = said(context, facts, step, platforms=("snapchat", "a new app"))
    assert [name for name, _ in about.lines] == ["Snapchat", "a new app"]
    assert all(lines for _, lines in about.lines)
    assert not about.asks_app
    assert said(context, facts, step).asks_app


@pytest.mark.parametrize("platform", ["x", "snapchat"])
def test_no_app_is_paused_where_a_pause_deletes(context: Context, facts: CaseFacts, platform: str) -> None:
    [(_, lines)] = said(context, facts, "pause", platforms=(platform,)).lines
    assert "**not**" in lines[0]
    assert not any("come back any time" in line for line in lines)


def test_a_step_of_the_other_path_says_no_more_than_when(context: Context, facts: CaseFacts) -> None:
    child = replace(facts, under_18=Under18.YES)
    state = StepState("hash", DONE, START, "victim")
    about = said(context, child, "hash", state, platforms=("snapchat",))
    assert about.done.startswith("Done on ")
    assert (about.traps, about.lines) == ((), ())


@pytest.mark.parametrize(("answer", "has_note"), [(Answer.YES, True), (Answer.NO, False)])
def test_who_may_know_them_says_so_to_the_police(
    context: Context, facts: CaseFacts, answer: Answer, has_note: bool
) -> None:
    near = replace(facts, could_use_this_computer=answer)
    assert bool(said(context, near, "police").also) is has_note
    assert said(context, near, "stop").also == ""
