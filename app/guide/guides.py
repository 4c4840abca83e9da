# SPDX-License-Identifier: MIT
"""The steps of the way through, as their files say: one file a step in ``resources/guides/en``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from app.content import Line, Text, load, shown
from app.errors import GuideInvalid
from app.guide.sentences import placed
from app.i18n import AS_IT_IS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from app.i18n import Translator


class Page(StrEnum):
    """Which page a step's button opens; ``NONE`` marks the step as done."""

    NONE = ""
    CAPTURE = "capture"
    IDENTIFY = "identify"
    FACTS = "facts"
    PAYMENTS = "payments"
    HELP = "help"
    WATCH = "watch"
    REPORT = "report"
    WORDS_ONLY = "words_only"


class Path18(StrEnum):
    """For whom a step is: everyone, the path with pictures, or the path of words only."""

    BOTH = "both"
    PICTURES = "pictures"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Guide:
    """One step: what to do, why, how long, and what its button does.

    Attributes:
        id: file name without ending.
        order: place in the way through; every step has its own.
        page: what the button opens; after that the person says that it is done.
        second: a second button, and ``second_page`` what it opens.
        path: for whom.
        only_if_paid: stands in the plan only while money can still be stopped.
        platform_lines: ``pause`` or ``report``: show also what the person's platforms say about it.
        part_of: key of the group this belongs to, such as ``five``.
        milestone: said once the step is done.
        done: said beside the tick; fields in braces.
    """

    id: str
    order: int
    title: Text
    purpose: Text
    minutes: int
    button: Text
    figure: str
    steps: tuple[Line, ...]
    why: tuple[Line, ...]
    done: Text
    page: Page = Page.NONE
    second: Text | None = None
    second_page: Page = Page.NONE
    path: Path18 = Path18.BOTH
    only_if_paid: bool = False
    platform_lines: str | None = None
    part_of: str | None = None
    milestone: Text | None = None

    @property
    def rows(self) -> tuple[str, ...]:
        """What to do, without what nobody has confirmed."""
        return shown(self.steps)

    @property
    def reason(self) -> str:
        """Why, without what nobody has confirmed."""
        return " ".join(shown(self.why))


class Guides:
    """All steps, in order."""

    def __init__(
        self, guides: tuple[Guide, ...], fields: Callable[[str], Mapping[str, str | None]] | None = None
    ) -> None:
        """Keep what ``load`` has read; ``fields`` as of ``Contacts``: what sentences take in a place."""
        self._fields = fields
        self._guides = {guide.id: guide for guide in sorted(guides, key=lambda guide: guide.order)}

    @classmethod
    def load(
        cls,
        folder: Path,
        fields: Callable[[str], Mapping[str, str | None]] | None = None,
        translator: Translator = AS_IT_IS,
    ) -> Guides:
        """Read every step of a folder, in the language of the translator.

        Raises:
            GuideInvalid: a file is wrong, or two steps have the same place.
        """
        guides = tuple(
            _checked(load(Guide, path, translator), path) for path in sorted(folder.glob("*.toml"))
        )
        if not guides:
            raise GuideInvalid(f"{folder.name}: no steps")
        places: dict[int, str] = {}
        for guide in guides:
            if guide.order in places:
                raise GuideInvalid(f"{guide.id}.toml: order: {places[guide.order]} has it already")
            places[guide.order] = guide.id
        return cls(guides, fields)

    def at(self, place: str) -> Guides:
        """Return the steps as they are said in one place; what has no name there is left out."""
        if self._fields is None:
            return self
        known = self._fields(place)
        return Guides(tuple(guide for guide in (_placed(one, known) for one in self) if guide.title))

    def first_of(self, group: str) -> Guide:
        """Return the first step of a group; ``KeyError`` if there is none."""
        return next((guide for guide in self if guide.part_of == group), None) or self._guides[group]

    def __getitem__(self, guide_id: str) -> Guide:
        """Return one step; ``KeyError`` if there is none."""
        return self._guides[guide_id]

    def __iter__(self) -> Iterator[Guide]:
        """Go through the steps in order."""
        return iter(self._guides.values())

    def __len__(self) -> int:
        """Return how many steps there are on all paths together."""
        return len(self._guides)


def _placed(guide: Guide, known: Mapping[str, str | None]) -> Guide:
    """Return a step with whom to call where the person is; without a title if it is not there."""
    steps = (replace(line, text=placed(line.text, known)) for line in guide.steps)
    why = (replace(line, text=placed(line.text, known)) for line in guide.why)
    return replace(
        guide,
        title=placed(guide.title, known),
        purpose=placed(guide.purpose, known),
        steps=tuple(line for line in steps if line.text),
        why=tuple(line for line in why if line.text),
    )


def _checked(guide: Guide, path: Path) -> Guide:
    """Return the step if it is named after its file and has something to show."""
    if guide.id != path.stem:
        raise GuideInvalid(f"{path.name}: id should be {path.stem}")
    if not guide.rows:
        raise GuideInvalid(f"{path.name}: steps: none is confirmed")
    if bool(guide.second) != bool(guide.second_page):
        raise GuideInvalid(f"{path.name}: second and second_page go together")
    return guide
