# SPDX-License-Identifier: MIT
"""What the records must look like, for the check page: a table made from the dataclasses themselves.

Two verifiers that each had a list of their own would drift apart; a test holds the written table to this one.
"""

from __future__ import annotations

import json
import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from app.custody.log import RECORD_TYPES
from app.model import AcquisitionRecord, DerivativeRecord, RunRecord
from app.package.disclosure import Inclusion
from app.package.left_out import _Declaration
from app.package.proofs import Consistency
from app.plain import to_plain

ROOTS: tuple[type, ...] = (
    AcquisitionRecord, DerivativeRecord, RunRecord, _Declaration, Consistency, Inclusion,
)  # fmt: skip
TEXTS_A_LINE = 4
_PLAIN = {str: "text", int: "whole", bool: "truth", datetime: "moment"}
_HEAD = """// SPDX-License-Identifier: MIT
// Written by app/package/check_shapes.py from the dataclasses of the program: what a record must look like.
// A field is its name, its kind, and what stands for it where it is left out (none: it must be there).
"""


def shapes_js() -> str:
    """Return the file ``15_shapes.js``."""
    shapes: dict[str, list[list[Any]]] = {}
    choices: dict[str, list[str]] = {}
    for root in ROOTS:
        _kind(root, shapes, choices)
    return _HEAD + "".join((
        f"const RECORD_TYPES = {_list(sorted(RECORD_TYPES))};\n",
        f"const CHOICES = {_rows(choices)};\n",
        f"const SHAPES = {_rows(shapes)};\n",
    ))  # fmt: skip


def _rows(table: dict[str, list[Any]]) -> str:
    """Return a table of lists with one item a line."""
    lines = []
    for name in sorted(table):
        row = _list(table[name]) if isinstance(table[name][0], str) else _lines(table[name])
        lines.append(f"  {name}: {row},\n")
    return "{\n" + "".join(lines) + "}"


def _lines(items: list[Any]) -> str:
    """Return a list with one item a line."""
    return "[\n" + "".join(f"    {json.dumps(item)},\n" for item in items) + "  ]"


def _list(texts: list[str]) -> str:
    """Return a list of texts, a few to a line."""
    rows = [texts[at : at + TEXTS_A_LINE] for at in range(0, len(texts), TEXTS_A_LINE)]
    return "[" + ",\n    ".join(json.dumps(row)[1:-1] for row in rows) + "]"


def _kind(hint: Any, shapes: dict[str, list[list[Any]]], choices: dict[str, list[str]]) -> Any:
    """Return how the page writes a type, and note what it is made of."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        name = _name(hint)
        choices[name] = [choice.value for choice in hint]
        return {"choice": name}
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in shapes:
            shapes[hint.__name__] = []
            shapes[hint.__name__] += _fields(hint, shapes, choices)
        return {"shape": hint.__name__}
    return _compound(hint, shapes, choices)


def _compound(hint: Any, shapes: dict[str, list[list[Any]]], choices: dict[str, list[str]]) -> Any:
    """Return how the page writes a type that is made of others."""
    form, inner = get_origin(hint), get_args(hint)
    if form in {Union, types.UnionType} and len(inner) == 2 and inner[1] is type(None):
        return {"maybe": _kind(inner[0], shapes, choices)}
    if form is tuple and inner[-1] is Ellipsis:
        return {"rows": _kind(inner[0], shapes, choices)}
    if form is tuple:
        return {"row": [_kind(one, shapes, choices) for one in inner]}
    if form is dict and inner[0] is str:
        return {"map": _kind(inner[1], shapes, choices)}
    raise TypeError(f"the check page knows no {hint}")


def _name(choice: type[StrEnum]) -> str:
    """Return a name of its own for each choice; two modules call theirs Why."""
    return choice.__name__ if choice.__name__ != "Why" else f"{choice.__module__.rpartition('.')[2]}_why"


def _fields(kind: Any, shapes: dict[str, list[list[Any]]], choices: dict[str, list[str]]) -> list[list[Any]]:
    """Return name, kind and default of every field."""
    hints = get_type_hints(kind)
    found = []
    for field in fields(kind):
        row = [field.name, _kind(hints[field.name], shapes, choices)]
        found.append(row if field.default is MISSING else [*row, to_plain(field.default)])
    return found
