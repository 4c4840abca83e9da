# SPDX-License-Identifier: MIT
"""The traps of an app are read before its first picture, once, and never on the path of words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.model import Account, Strength, Under18
from tests.fakes.runs import kept_run
from tests.ui.filling import ask
from ui.capture.setting import Subject
from ui.traps import note_read, unread

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
    from app.vault import Vault
    from ui.context import Context


def asked(context: Context, qtbot: QtBot, subject: Subject) -> tuple[str, ...]:
    return ask(context, qtbot, lambda vault: unread(vault, subject, context.catalogue.trap_lines))


def answer(context: Context, qtbot: QtBot, facts: CaseFacts) -> None:
    ask(context, qtbot, lambda vault: vault.revise_case(facts))


def test_nothing_is_known_before_the_first_answer(opened: Context, qtbot: QtBot) -> None:
    assert asked(opened, qtbot, Subject()) == ()


def test_each_app_that_is_known_is_read_about_once(opened: Context, qtbot: QtBot, facts: CaseFacts) -> None:
    def add(vault: Vault) -> None:
        vault.add(Account("kik", "amelie", "username", Strength.MEDIUM))
        vault.add(Account("telegram", "me", "username", Strength.MEDIUM, is_own=True))

    answer(opened, qtbot, replace(facts, platforms=("snapchat", "signal", "a new app")))
    ask(opened, qtbot, add)
    assert asked(opened, qtbot, Subject()) == ("snapchat", "kik")
    ask(opened, qtbot, lambda vault: note_read(vault, ["snapchat"]))
    assert asked(opened, qtbot, Subject()) == ("kik",)


def test_a_picture_of_one_app_asks_about_that_one(opened: Context, qtbot: QtBot, facts: CaseFacts) -> None:
    answer(opened, qtbot, replace(facts, platforms=("snapchat", "kik")))
    assert asked(opened, qtbot, Subject("kik")) == ("kik",)
    assert asked(opened, qtbot, Subject("signal")) == ()


def test_a_conversation_that_goes_on_and_the_path_of_words_ask_for_nothing(
    opened: Context, qtbot: QtBot, facts: CaseFacts
) -> None:
    answer(opened, qtbot, replace(facts, platforms=("snapchat",)))
    assert asked(opened, qtbot, Subject(resumes=ask(opened, qtbot, kept_run))) == ()
    answer(opened, qtbot, replace(facts, platforms=("snapchat",), under_18=Under18.NOT_SURE))
    assert asked(opened, qtbot, Subject()) == ()
