# SPDX-License-Identifier: MIT
"""What the stage plays: the profile and the conversation of the invented sample case."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

PLATFORM = "skype"


@dataclass(frozen=True, slots=True)
class Profile:
    """What a profile window shows: the name anyone can change, and the identifier below it."""

    display_name: str
    stable_id: str
    location: str
    birthday: str
    language: str


@dataclass(frozen=True, slots=True)
class Line:
    """One message; ``at`` as the screen shows it, in the zone of the sample case."""

    at: datetime
    is_own: bool
    words: str


@dataclass(frozen=True, slots=True)
class Script:
    """One profile and the lines of the conversation with it, oldest first."""

    profile: Profile
    lines: tuple[Line, ...]


def load(path: Path) -> Script:
    """Return the script of the sample case.

    Raises:
        KeyError: the file has no Skype account or conversation.
    """
    sample = tomllib.loads(path.read_text(encoding="utf-8"))
    account = _named(sample["accounts"])
    conversation = _named(sample["conversations"])
    return Script(
        Profile(
            display_name=account["display_names"][-1]["name"],
            stable_id=account["stable_id"],
            **account["shown_on_profile"],
        ),
        tuple(
            Line(message["at"], message["from"] != "them", message["words"])
            for message in conversation["messages"]
        ),
    )


def _named(tables: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the table of the platform that is played."""
    for table in tables:
        if table["key"] == PLATFORM:
            return table
    raise KeyError(PLATFORM)
