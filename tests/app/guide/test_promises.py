# SPDX-License-Identifier: MIT
"""Messages that promise money back show what to look at; plain ones show nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app import paths
from app.errors import GuideInvalid
from app.guide.promises import Promises
from tests.fakes.pseudo import Pseudo

if TYPE_CHECKING:
    from pathlib import Path

FILE = paths.resources() / "promises.toml"
PROMISES = Promises.load(FILE)


@pytest.mark.parametrize(
    ("message", "signs"),
    [
        (
            (
                "Hello dear, I am a certified recovery expert. I got my money back from scammers thanks to "
                "Cyber Wizard, 100% success rate. Contact them on WhatsApp now."
            ),
            ["sure", "hack", "chat"],
        ),
        (
            "This is Interpol. Your funds are found. Pay the tax of £300 in Bitcoin within 24 hours.",
            ["fee", "coins", "office", "hurry"],
        ),
        ("Send us your seed phrase so that we can return your coins.", ["secret"]),
        ("We will delete the video for a small fee up front.", ["fee", "hack"]),
        ("Write to recover.agent@gmail.com", ["chat"]),
        ("See you at seven, bring the blue jacket.", []),
        ("", []),
        ("The feeling of a taxi ride across the courtyard.", []),  # no half words
    ],
)
def test_signs_in_a_message(message: str, signs: list[str]) -> None:
    assert [seen.sign.id for seen in PROMISES.seen_in(message)] == signs


def test_the_words_are_those_of_the_message() -> None:
    (seen,) = PROMISES.seen_in("I GUARANTEE it.")
    assert seen.words == "GUARANTEE"


def test_of_a_message_without_end_only_the_beginning_is_looked_at() -> None:
    assert [seen.sign.id for seen in PROMISES.seen_in("fee " + "a@" * 500_000 + " hurry")] == ["fee"]


def test_no_sign_stands_there_twice() -> None:
    assert len({sign.id for sign in PROMISES.signs}) == len(PROMISES.signs)


def test_a_wrong_expression_is_named(tmp_path: Path) -> None:
    wrong = tmp_path / "promises.toml"
    wrong.write_text(FILE.read_text(encoding="utf-8").replace("'fees?'", "'fees?('", 1), encoding="utf-8")
    with pytest.raises(GuideInvalid, match=r"promises.toml: sign: words"):
        Promises.load(wrong)


def test_what_is_said_is_in_the_language_and_what_is_looked_for_is_not() -> None:
    pseudo = Promises.load(FILE, Pseudo())
    for ours, theirs in zip(PROMISES.signs, pseudo.signs, strict=True):
        assert theirs.says == Pseudo().gettext(ours.says) != ours.says
        assert theirs.words == ours.words
