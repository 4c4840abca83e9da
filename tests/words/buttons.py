# SPDX-License-Identifier: MIT
"""What stands on the buttons, as the code of the window and the files of steps say."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from app import paths
from app.guide.guides import Guides
from tests.words.texts import KEYS, RESOURCES, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDARY = "secondary"  # what a button is that says nothing else


class Said(NamedTuple):
    """What a button says, and what kind of button it is."""

    key: str
    role: str
    text: str


@cache
def buttons() -> frozenset[Said]:
    """Every button whose words are asked for where it is made, and those of the steps."""
    return frozenset((*_in_code(), *_of_steps()))


def texts_of_buttons() -> set[str]:
    """What buttons say, as it can be named elsewhere."""
    return {one.text for one in buttons()}


def _of_steps() -> Iterator[Said]:
    for guide in Guides.load(RESOURCES / "guides" / "en"):
        yield Said(f"guides.{guide.id}.button", "big", guide.button)
        if guide.second:
            yield Said(f"guides.{guide.id}.second", "big_secondary", guide.second)


def _in_code() -> Iterator[Said]:
    for path in sorted((paths.project_root() / "ui").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(call, ast.Call)
                and ast.unparse(call.func).endswith("Button")
                and len(call.args) > 1
            ):
                for key in sorted(_keys(call.args[1])):
                    yield from (Said(key, _role(call), text) for text in _texts(key))


def _texts(key: str) -> set[str]:
    return {WORDS.template(key, n) for n in (1, 2)} if WORDS.has(key) else set()


def _role(call: ast.Call) -> str:
    """The role, if it stands there; nothing is known of one that is worked out."""
    given = [*call.args[2:3], *(one.value for one in call.keywords if one.arg == "role")]
    if not given:
        return SECONDARY
    return str(given[0].value) if isinstance(given[0], ast.Constant) else ""


def _keys(said: ast.expr) -> set[str]:
    """The keys asked for in an expression; of one put together from parts, all that fit."""
    found = set()
    for call in ast.walk(said):
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] in {"words", "_words"}:
            for part in call.args[:1]:
                found |= _fitting(part)
    return found


def _fitting(key: ast.expr) -> set[str]:
    match key:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=body, orelse=orelse):
            return _fitting(body) | _fitting(orelse)
        case ast.JoinedStr(values=[ast.Constant(), *_] as values):
            parts = [re.escape(str(one.value)) if isinstance(one, ast.Constant) else r"\w+" for one in values]
            return {one for one in KEYS if re.fullmatch("".join(parts), one)}
    return set()
