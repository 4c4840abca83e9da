# SPDX-License-Identifier: MIT
"""Files of content become frozen values, or say by file and key what is wrong with them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest

from app.content import Line, Place, Text, build, is_fresh, load, shown
from app.errors import GuideInvalid
from app.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


SHOWN = ("words/en", "guides/en", "platforms", "contacts")


class Colour(StrEnum):
    BLUE = "blue"
    BLACK = "black"


@dataclass(frozen=True)
class Inner:
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Outer:
    name: str
    colour: Colour
    inner: Inner
    count: int = 1
    is_kept: bool = False
    day: date | None = None


GOOD = {"name": "a", "colour": "blue", "inner": {"lines": ["one", {"text": "two", "verified": False}]}}


def test_a_table_becomes_a_value() -> None:
    value = build(Outer, {**GOOD, "day": date(2026, 11, 2)}, Place("f.toml"))
    assert value == Outer(
        "a", Colour.BLUE, Inner((Line("one"), Line("two", verified=False))), day=date(2026, 11, 2)
    )
    assert shown(value.inner.lines) == ("one",)


@dataclass(frozen=True)
class Spoken:
    id: str
    title: Text
    lines: tuple[Line, ...]
    hints: tuple[Text, ...] = ()
    note: Text | None = None
    unsaid: Text = ""


class Louder:
    def gettext(self, message: str, /) -> str:
        return message.upper()

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        raise AssertionError


def test_what_a_person_reads_is_translated_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "f.toml"
    path.write_text(
        'id = "skype"\ntitle = "a"\nnote = "e"\nhints = ["d"]\n'
        'lines = ["b", { text = "c", verified = false }]\n',
        encoding="utf-8",
    )
    lines = (Line("B"), Line("C", verified=False))
    assert load(Spoken, path, Louder()) == Spoken("skype", "A", lines, ("D",), "E")
    assert load(Spoken, path).title == "a"


def test_a_text_is_text(tmp_path: Path) -> None:
    (tmp_path / "f.toml").write_text('id = "skype"\ntitle = 3\nlines = []\n', encoding="utf-8")
    with pytest.raises(GuideInvalid, match="title should be text"):
        load(Spoken, tmp_path / "f.toml", Louder())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": ""}, "f.toml: name should be text"),
        ({"name": 1}, "f.toml: name should be text"),
        ({"count": True}, "f.toml: count should be int"),
        ({"is_kept": 1}, "f.toml: is_kept should be bool"),
        ({"colour": "red"}, "f.toml: colour should be one of blue, black"),
        ({"inner": 1}, "f.toml: inner: should be a table"),
        ({"inner": {"lines": "one"}}, "f.toml: inner: lines should be a list"),
        ({"inner": {"lines": ["one", 2]}}, "f.toml: inner: lines.2: should be a table"),
        ({"inner": {}}, "f.toml: inner: lines is missing"),
        ({"nmae": "a"}, "f.toml: nmae is not known"),
        ({"day": "today"}, "f.toml: day should be date"),
    ],
)
def test_a_mistake_is_named(changed: dict[str, object], said: str) -> None:
    with pytest.raises(GuideInvalid) as caught:
        build(Outer, {**GOOD, **changed}, Place("f.toml"))
    assert str(caught.value) == said


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_text("name = ", encoding="utf-8")
    with pytest.raises(GuideInvalid, match=r"^odd\.toml:1: "):
        load(Outer, path)
    path.write_text('name = "a"\n\ncolour = blue\n', encoding="utf-8")
    with pytest.raises(GuideInvalid, match=r"^odd\.toml:3: "):
        load(Outer, path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(GuideInvalid, match=r"^odd\.toml: "):
        load(Outer, path)
    with pytest.raises(GuideInvalid, match=r"^gone\.toml: "):
        load(Outer, tmp_path / "gone.toml")


def test_a_mistake_in_a_file_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "f.toml"
    path.write_text('name = "a"\ncolour = "red"\n[inner]\nlines = []\n', encoding="utf-8")
    with pytest.raises(GuideInvalid, match=r"^f\.toml:2: colour should be one of"):
        load(Outer, path)
    path.write_text('name = "a"\ncolour = "blue"\n\n[inner]\nlines = [\n "one",\n 2]\n', encoding="utf-8")
    with pytest.raises(GuideInvalid, match=r"^f\.toml:7: inner: lines\.2: should be a table"):
        load(Outer, path)


def test_six_months_are_fresh_and_no_longer() -> None:
    assert is_fresh(date(2026, 5, 25), date(2026, 11, 24))
    assert not is_fresh(date(2026, 5, 24), date(2026, 11, 24))


@pytest.mark.parametrize(
    "path",
    sorted(path for folder in SHOWN for path in (resources() / folder).glob("*.toml")),
    ids=lambda path: path.name,
)
def test_shown_words_have_the_apostrophe_and_quotes_of_print(path: Path) -> None:
    written = tomllib.loads(path.read_text("utf-8"))
    straight = [text for text in texts(written) if re.search(r"[^\W\d]'[^\W\d]|\"", text)]
    assert path.name == "read-me.toml" or not straight, straight  # that one is opened in plain editors


def texts(value: object) -> Iterator[str]:
    """Every text in a file of content, but for what is matched, cited, or pasted into a form elsewhere."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (text for each in value for text in texts(each))
    elif isinstance(value, dict):
        unseen = {"pattern", "source", "help.form", "labels", "seen_as", "strip", "rules"}
        shown_ones = (each for key, each in value.items() if key not in unseen)
        yield from (text for each in shown_ones for text in texts(each))
