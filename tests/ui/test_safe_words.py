# SPDX-License-Identifier: MIT
"""How safe the case is, in words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.model import Contact, CopyKind
from app.vault.checking import CheckResult, LastCheck
from app.vault.copies import NewCopy
from ui.safe_words import Standing, check_note, code_note, copy_note, found_words, standing_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.vault import Vault
    from ui.context import Context

AT = datetime(2026, 11, 24, 2, 16, tzinfo=UTC)


def asked(opened: Context, qtbot: QtBot, *acts: object) -> Standing:
    found: list[Standing] = []

    def job(vault: Vault) -> Standing:
        for act in acts:
            act(vault)  # type: ignore[operator]
        return standing_of(vault)

    opened.session.run(job, owner=opened.session, then=found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    return found[0]


def test_a_new_case_has_nothing_yet(opened: Context, qtbot: QtBot) -> None:
    standing = asked(opened, qtbot)
    assert standing == Standing(None, has_more=False, check=None, has_code=False, is_tried=False)
    assert copy_note(opened, standing) == opened.words("safe.copy.none")
    assert check_note(opened, standing) == opened.words("safe.check.none")
    assert code_note(opened, standing) == opened.words("safe.code.none")


def test_what_was_added_since_the_copy_is_told(opened: Context, qtbot: QtBot) -> None:
    def copy(vault: Vault) -> None:
        vault.note_copy(NewCopy(CopyKind.BACKUP, "/stick"), {}, size=vault.record_count)

    standing = asked(opened, qtbot, copy, lambda vault: vault.checkpoint())
    assert not standing.has_more
    assert copy_note(opened, standing).startswith("Last copy: ")
    later = asked(opened, qtbot, lambda vault: vault.add(Contact("Sam")))
    assert later.has_more
    assert "since" in copy_note(opened, later)
    gone = asked(opened, qtbot, lambda vault: vault.copy_removed(vault.copies()[-1].id))
    assert gone.backup is None


def test_a_check_and_a_code_are_told(opened: Context) -> None:
    checks = {True: "as it was saved", False: "Something was not"}
    for is_fine, part in checks.items():
        standing = Standing(None, False, LastCheck(AT, is_fine), True, is_fine)
        assert part in check_note(opened, standing)
        key = "safe.code.tried" if is_fine else "safe.code.untried"
        assert code_note(opened, standing) == opened.words(key)


def test_everything_that_was_found_is_told_and_what_to_do(opened: Context) -> None:
    found = CheckResult(9, ("TJH/3",), damaged_pages=2, damaged_keys=1, broken_at=17, heads=4)
    told = found_words(opened, found).split("\n")
    assert len(told) == 6
    for part, line in zip(("TJH/3", "2", "key file", "17", "4", "officer"), told, strict=True):
        assert part in line
    assert len(found_words(opened, CheckResult(9, heads=1)).split("\n")) == 2
