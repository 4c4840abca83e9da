# SPDX-License-Identifier: MIT
"""Every value of a file is found on its own line."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from app.paths import resources
from app.toml_lines import Keys, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = r'''# a comment with [brackets] and key = "value"
top = 1.5
"quoted.key" = "a # b [c]"
dotted.name = 'x = "y"'
day = 2026-11-01 12:00:00

long = """
rules = 1
"quoted"
"""
list = [
    "one", # first, with a comma
    { text = "two", verified = false },
    ["in", "side"],
]

[table]
key = { a = [1,
    2], b = "c" }

[[rows]]
name = "first"
[[rows]]
name = "second"
[rows.inner]
deep = true
[[rows.more]]
x = 1
[[rows.more]]
x = 2
'''


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("top",), 2),
        (("quoted.key",), 3),
        (("dotted", "name"), 4),
        (("day",), 5),
        (("long",), 7),
        (("list",), 11),
        (("list", 1), 12),
        (("list", 2, "verified"), 13),
        (("list", 3, 2), 14),
        (("table",), 17),
        (("table", "key", "a", 2), 19),
        (("table", "key", "b"), 19),
        (("rows", 1), 21),
        (("rows", 2, "name"), 24),
        (("rows", 2, "inner", "deep"), 26),
        (("rows", 2, "more", 2, "x"), 30),
        (("rows", 2, "gone", 1), 23),
        (("gone",), 1),
    ],
)
def test_a_value_is_found_on_its_line(keys: Keys, line: int) -> None:
    assert line_of(TEXT, keys) == line


def leaves(value: object, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    """Every text in a file, with the keys it stands under."""
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, (*keys, key))
    elif isinstance(value, list):
        for row, each in enumerate(value, start=1):
            yield from leaves(each, (*keys, row))


@pytest.mark.parametrize(
    "path", sorted(resources().rglob("*.toml")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_every_text_of_every_file_is_found_where_it_is_written(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    found = list(leaves(tomllib.loads(text)))[:150]
    assert found
    for keys, value in found:
        first = value.split("\n", 1)[0][:20]  # a long text may go on behind the end of its line
        written = lines[line_of(text, keys) - 1 :][:2]
        has_escapes = any("\\" in line for line in written)
        assert has_escapes or any(first in line for line in written), keys
