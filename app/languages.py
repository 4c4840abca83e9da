# SPDX-License-Identifier: MIT
"""The languages there are: one folder each of ``resources/locale``, named as the language is named there.

A machine's sentences are offered under their mark and given to nobody unasked: they tell people what to do.
So the window starts in English, and its first page names the others. Docs: docs/adr/0028.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.content import load
from app.errors import GuideInvalid
from app.i18n import ENGLISH

if TYPE_CHECKING:
    from pathlib import Path

    from app.words import Words


@dataclass(frozen=True, slots=True)
class Language:
    """One language to choose.

    Attributes:
        id: as in BCP 47, such as ``cy``; the name of its folder.
        name: what it calls itself.
        is_machine_made: nobody who speaks it has read the sentences yet.
    """

    id: str
    name: str
    is_machine_made: bool = False


def languages(folder: Path) -> tuple[Language, ...]:
    """Return the languages in a folder such as ``resources/locale``: English first, then by name.

    Raises:
        GuideInvalid: a file is wrong.
    """
    found = (_checked(load(Language, path), path) for path in folder.glob("*/language.toml"))
    return tuple(sorted(found, key=lambda one: (one.id != ENGLISH, one.name.casefold())))


def named(words: Words, language: Language) -> str:
    """Return its own name, and the mark of one that no speaker has read."""
    return words("language.machine_made", name=language.name) if language.is_machine_made else language.name


def _checked(language: Language, path: Path) -> Language:
    """Return the language if its folder is named after it."""
    if language.id != path.parent.name:
        raise GuideInvalid(f"{path.parent.name}/{path.name}: id should be {path.parent.name}")
    return language
