# SPDX-License-Identifier: MIT
from __future__ import annotations

from pathlib import Path
from typing import ClassVar

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


class ThreeForms:
    """A language with a form for one, one for two, and one for the rest."""

    FORMS: ClassVar = ("un llun", "dau lun", "{n} llun")

    def gettext(self, message: str, /) -> str:
        return message

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        assert (singular, plural) == ("1 picture", "{n} pictures")
        return self.FORMS[min(n, 3) - 1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.toml").write_text(
        '[welcome]\ntitle = "Hello"\ncount = "{n} of {total}"\nempty = ""\n'
        'pictures = { one = "1 picture", many = "{n} pictures" }\n'
        'later = { one = "", many = "", unverified = "{n} times" }\n'
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


def test_what_is_counted_says_how_many(folder: Path) -> None:
    words = Words.load(folder, PLAIN)
    assert [words("welcome.pictures", n=n) for n in (0, 1, 2)] == ["0 pictures", "1 picture", "2 pictures"]
    assert words.fields("welcome.pictures") == {"n"}
    assert words.has("welcome.pictures")
    assert not words.has("welcome.later")


def test_a_language_has_as_many_forms_as_it_needs(folder: Path) -> None:
    words = Words.load(folder, ThreeForms())
    assert [words("welcome.pictures", n=n) for n in (1, 2, 7)] == ["un llun", "dau lun", "7 llun"]
    assert words.template("welcome.pictures", 7) == "{n} llun"
    assert {"un llun", "dau lun", "{n} llun"} <= set(words.texts("welcome"))


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
        lambda words: words("welcome.pictures"),
        lambda words: words("welcome.pictures", n="3"),
    ],
)
def test_a_mistake_of_ours_is_told(folder: Path, ask: object) -> None:
    with pytest.raises(GuideInvalid):
        ask(Words.load(folder, PLAIN))  # type: ignore[operator]


@pytest.mark.parametrize(
    "content",
    [
        b"[other",
        b"[other]\nkey = '\xff'\n",
        b"[other]\nkey = 5\n",
        b"[other]\nkey = { one = 'half' }\n",
        b'wrong = "x"\n[other]\n',
    ],
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
