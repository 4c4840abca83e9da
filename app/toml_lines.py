# SPDX-License-Identifier: MIT
"""On which line of a TOML file a value stands, so that a mistake in it can be found at once.

``tomllib`` keeps no places. This reads the text once more, after ``tomllib`` has found it sound.
Source: TOML 1.0, toml.io/en/v1.0.0.
"""

from __future__ import annotations

import re
import tomllib

Keys = tuple[str | int, ...]  # names of tables and keys; rows of a list are counted from 1

_TOKEN = re.compile(
    r"""(?P<gap>[ \t\r]+|\#[^\n]*)
    | (?P<line>\n)
    | (?P<text>\"\"\"(?:\\.|[^\\])*?\"{3,5} | '''.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<sign>[\[\]{}=,.])
    | (?P<bare>[^\s\[\]{}=,."'\#]+)""",
    re.DOTALL | re.VERBOSE,
)


def line_of(text: str, keys: Keys) -> int:
    """Return the line of the value under these keys, or of what holds it; 1 if nothing does."""
    places = _Places(text).found
    return next((places[keys[:end]] for end in range(len(keys), 0, -1) if keys[:end] in places), 1)


class _Places:
    """Every table, key and row of a text, with its line."""

    def __init__(self, text: str) -> None:
        self.found: dict[Keys, int] = {}
        self._tokens: list[tuple[str, str, int]] = []
        self._at = 0
        self._rows: dict[Keys, int] = {}
        line = 1
        for match in _TOKEN.finditer(text):
            if match.lastgroup != "gap":
                self._tokens.append((match.lastgroup or "", match[0], line))
            line += match[0].count("\n")
        self._read()

    def _read(self) -> None:
        """Go through the lines: a header opens a table, anything else is a key and its value."""
        table: Keys = ()
        while self._at < len(self._tokens):
            kind, text, line = self._tokens[self._at]
            if kind == "line":
                self._at += 1
            elif text == "[":
                table = self._header(line)
            else:
                self._pair(table)

    def _header(self, line: int) -> Keys:
        """Return the keys of the table that a header opens."""
        is_row = self._skip("[") and self._skip("[")
        keys = self._resolved(self._key())
        if is_row:
            self._rows[keys] = self._rows.get(keys, 0) + 1
            keys = (*keys, self._rows[keys])
        while self._skip("]"):
            pass
        self.found.setdefault(keys, line)
        return keys

    def _resolved(self, names: Keys) -> Keys:
        """Return the keys with the newest row put behind every list of tables on the way."""
        keys: Keys = ()
        for name in names:
            if keys in self._rows:
                keys = (*keys, self._rows[keys])
            keys = (*keys, name)
        return keys

    def _pair(self, table: Keys) -> None:
        line = self._tokens[self._at][2]
        keys = (*table, *self._key())
        self._skip("=")
        self._value(keys, line)

    def _key(self) -> Keys:
        """Return a key, in parts if it has dots."""
        keys: Keys = ()
        while self._kind() in {"bare", "text"} or self._peek() == ".":
            kind, text, _ = self._tokens[self._at]
            if kind != "sign":
                keys = (*keys, tomllib.loads(f"k = {text}")["k"] if kind == "text" else text)
            self._at += 1
        return keys

    def _value(self, keys: Keys, line: int) -> None:
        """Note the value, and what stands inside it."""
        self.found[keys] = line
        if self._skip("{"):
            self._inside("}", keys)
        elif self._skip("["):
            self._inside("]", keys)
        else:
            while self._kind() in {"bare", "text"} or self._peek() == ".":
                self._at += 1

    def _inside(self, end: str, keys: Keys) -> None:
        """Note the pairs of a table in braces, or the rows of a list."""
        row = 1
        while not self._skip(end):
            kind, text, line = self._tokens[self._at]
            if kind == "line" or text == ",":
                self._at += 1
            elif end == "}":
                self._pair(keys)
            else:
                self._value((*keys, row), line)
                row += 1

    def _kind(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _skip(self, sign: str) -> bool:
        """Step over this sign, if it is next."""
        is_next = self._kind() == "sign" and self._peek() == sign
        self._at += is_next
        return is_next
