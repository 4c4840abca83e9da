# SPDX-License-Identifier: MIT
from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import GuideInvalid
from app.i18n import translator
from app.paths import resources
from app.words import Words

PLAIN = translator(Path("nowhere"), "en")


class Upper:
    """A language in which everything is said loudly."""

    def gettext(self, message: str, /) -> str:
        return message.upper() if message else "a catalogue's own header"

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        return singular if n == 1 else plural


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.toml").write_text(
        '[welcome]\ntitle = "Hello"\ncount = "{n} of {total}"\nempty = ""\n'
        "[row]\n1 = \"first\"\n2 = { unverified = 'later', text = '' }\n3 = \"third\"\n",
        encoding="utf-8",
    )
    (tmp_path / "b.toml").write_text('["errors.X"]\nwhat = "It broke."\n', encoding="utf-8")
    return tmp_path


def test_sentences_by_key(folder: Path) -> None:
    words = Words.load(folder, PLAIN)
    assert words("welcome.title") == "Hello"
    assert words("errors.X.what") == "It broke."
    assert words("welcome.count", n=1, total=3) == "1 of 3"
    assert words.fields("welcome.count") == {"n", "total"}
    assert {"welcome.title", "errors.X.what"} <= words.keys()


def test_translated_before_the_fields_are_filled(folder: Path) -> None:
    words = Words.load(folder, Upper())
    assert words("welcome.title") == "HELLO"
    assert words("welcome.empty") == ""


def test_all_sentences_of_one_first_word_are_given_translated(folder: Path) -> None:
    words = Words.load(folder, Upper())
    assert "HELLO" in words.texts("welcome")
    assert "" not in words.texts("welcome")
    assert not any("BROKE" in text for text in words.texts("welcome"))
    assert words.texts("nothing") == []


def test_what_nobody_confirmed_is_not_shown(folder: Path) -> None:
    words = Words.load(folder, PLAIN)
    assert not words.has("row.2")
    assert not words.has("none.there")
    assert words.rows("row") == ["first", "third"]


def test_a_field_may_hold_braces(folder: Path) -> None:
    assert Words.load(folder, PLAIN)("welcome.count", n="{x}", total="}") == "{x} of }"


@pytest.mark.parametrize(
    "ask",
    [
        lambda words: words("none.there"),
        lambda words: words("welcome.count", n=1),
        lambda words: words("welcome.count", other=1),
    ],
)
def test_a_mistake_of_ours_is_told(folder: Path, ask: object) -> None:
    with pytest.raises(GuideInvalid):
        ask(Words.load(folder, PLAIN))  # type: ignore[operator]


@pytest.mark.parametrize(
    "content",
    [b"[other", b"[other]\nkey = '\xff'\n", b"[other]\nkey = 5\n", b'wrong = "x"\n[other]\n'],
)
def test_a_file_that_is_wrong_is_named_when_it_is_read(folder: Path, content: bytes) -> None:
    (folder / "z.toml").write_bytes(content)
    words = Words.load(folder, PLAIN)
    assert words("welcome.title") == "Hello"
    with pytest.raises(GuideInvalid, match=r"z\.toml"):
        words("other.key")
    with pytest.raises(GuideInvalid, match=r"z\.toml"):
        words.keys()


@pytest.mark.parametrize("content", [b'[welcome]\ntitle = "again"\n', b'["errors.Y"]\nwhat = "It too."\n'])
def test_sections_of_one_first_word_stand_in_one_file(folder: Path, content: bytes) -> None:
    (folder / "z.toml").write_bytes(content)
    with pytest.raises(GuideInvalid, match=r"z\.toml.* too"):
        Words.load(folder, PLAIN)


def test_our_own_files_can_be_read() -> None:
    words = Words.load(resources() / "words" / "en", PLAIN)
    assert words.has("errors.WrongPassphrase.what")
    assert all(isinstance(words.fields(key), frozenset) for key in words.keys())  # noqa: SIM118 - no mapping
