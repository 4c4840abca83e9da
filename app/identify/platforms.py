# SPDX-License-Identifier: MIT
"""What is known of each platform: where its fixed identifier stands and how to tell it from a name.

A new platform is a new file in ``resources/platforms``; no code changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - field types are looked up when files are read
from enum import StrEnum
from typing import TYPE_CHECKING

from app.content import Line, build, load, shown, table_of
from app.errors import GuideInvalid
from app.model import Strength  # noqa: TC001 - looked up when files are read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OTHERS = "others.toml"


class VerdictKind(StrEnum):
    """What was typed, as far as its form tells. None of them stops anyone from keeping it."""

    EMPTY = "empty"
    ACCEPTED = "accepted"
    UNUSUAL = "unusual"
    COPY_SLIP = "copy_slip"
    DISPLAY_NAME = "display_name"
    CONVERSATION_ID = "conversation_id"
    NOT_A_PERSON = "not_a_person"


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to take off before looking: ``find`` becomes ``put``, as in ``re.sub``."""

    find: str
    put: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One form an entry can have. The first rule whose expression fits the whole text decides.

    Attributes:
        expression: regular expression, matched against the whole normalised text.
        verdict: what it says.
        id_kind: how the report calls it, such as ``Skype Name``.
        strength: how well a provider can find the account by it.
        catch: key of the words to show.
        example: a text that fits, used by the tests.
    """

    expression: str
    verdict: VerdictKind
    example: str
    id_kind: str | None = None
    strength: Strength | None = None
    catch: str | None = None


@dataclass(frozen=True, slots=True)
class Catch:
    """A kind word about what was typed: what it looks like, and what to do now."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Route:
    """One way to the identifier when the ordinary one is closed."""

    key: str
    title: str
    steps: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """The platform is gone: when, and what ways are left."""

    note: str
    routes: tuple[Route, ...]
    last: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Whether this platform has a pause that deletes nothing, and what to do."""

    is_safe: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform, as its file says.

    Attributes:
        labels: words beside or above which the identifier is printed in pictures, in several languages.
        seen_as: regular expressions that find an identifier in any line, each with one group for it.
    """

    id: str
    name: str
    provider: str
    id_kind: str
    strength: Strength
    figure: str
    where_title: str
    where: Line
    field: str
    steps: tuple[Line, ...]
    not_these: tuple[Line, ...]
    better: tuple[Line, ...]
    labels: tuple[str, ...]
    seen_as: tuple[str, ...]
    strip: tuple[Replacement, ...]
    rules: tuple[Rule, ...]
    catches: tuple[Catch, ...]
    report: tuple[Line, ...]
    pause: Pause
    traps: tuple[Line, ...]
    preservation: str
    verified_on: date
    source: str
    shown_as: str = "{id}"
    address: str | None = None
    is_lower_case: bool = False
    closed: Closed | None = None

    def catch(self, key: str) -> Catch:
        """Return the words under this key.

        Raises:
            GuideInvalid: there are none.
        """
        for catch in self.catches:
            if catch.key == key:
                return catch
        raise GuideInvalid(f"{self.id}.toml: catches: {key} is missing")


@dataclass(frozen=True, slots=True)
class Other:
    """A platform that has no page of its own yet: enough to print its name and to report it."""

    id: str
    name: str
    provider: str
    report: tuple[Line, ...]
    pause: Pause


@dataclass(frozen=True, slots=True)
class _Others:
    """The file of platforms without a page."""

    preservation: str
    platforms: tuple[Other, ...]
    verified_on: date
    source: str


class Catalogue:
    """All platforms, by id."""

    def __init__(self, platforms: tuple[Platform, ...], others: tuple[Other, ...], preservation: str) -> None:
        """Keep what ``load`` has read."""
        self._platforms = {platform.id: platform for platform in platforms}
        self._others = {other.id: other for other in others}
        self._preservation = preservation

    @classmethod
    def load(cls, folder: Path) -> Catalogue:
        """Read every platform file of a folder.

        Raises:
            GuideInvalid: a file is wrong; the message names file and key.
        """
        paths = sorted(path for path in folder.glob("*.toml") if path.name != OTHERS)
        others = build(_Others, table_of(folder / OTHERS), OTHERS)
        platforms = tuple(_checked(load(Platform, path), path) for path in paths)
        return cls(platforms, others.platforms, others.preservation)

    def __getitem__(self, platform_id: str) -> Platform:
        """Return the platform with a page of its own; ``KeyError`` if there is none."""
        return self._platforms[platform_id]

    def find(self, platform_id: str) -> Platform | None:
        """Return the platform, or ``None`` if it has no page of its own."""
        return self._platforms.get(platform_id)

    def __contains__(self, platform_id: object) -> bool:
        """Whether the platform has a page of its own."""
        return platform_id in self._platforms

    def __iter__(self) -> Iterator[Platform]:
        """Go through the platforms that have a page: Skype first, as its ID is the hardest to find."""
        return iter(
            sorted(self._platforms.values(), key=lambda platform: (platform.closed is None, platform.name))
        )

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return id and name of every platform, by name."""
        known: list[Platform | Other] = [*self._platforms.values(), *self._others.values()]
        return tuple(sorted(((each.id, each.name) for each in known), key=lambda pair: pair[1].casefold()))

    def name_of(self, platform_id: str) -> str:
        """Return the name to print; an unknown id is printed as it was typed."""
        known = self._known(platform_id)
        return known.name if known else platform_id

    def provider_of(self, platform_id: str) -> str | None:
        """Return the company that holds the records; ``None`` if not known."""
        known = self._known(platform_id)
        return known.provider if known else None

    def shown_id(self, platform_id: str, stable_id: str) -> str:
        """Return the identifier as the platform writes it, such as with ``@`` before it."""
        platform = self._platforms.get(platform_id)
        return platform.shown_as.format(id=stable_id) if platform else stable_id

    def preservation(self, platform_id: str, stable_id: str, from_: str, to: str) -> str:
        """Return the sentence that asks a provider to keep this account's records."""
        platform = self._platforms.get(platform_id)
        template = platform.preservation if platform else self._preservation
        fields = {"id": stable_id, "from": from_, "to": to, "platform": self.name_of(platform_id)}
        return template.format(**fields)

    def pause_lines(self, platform_id: str) -> tuple[str, ...]:
        """Return what to do about pausing one's own account there; empty if nothing is confirmed."""
        known = self._known(platform_id)
        return shown(known.pause.lines) if known else ()

    def report_lines(self, platform_id: str) -> tuple[str, ...]:
        """Return how to report an account there; empty if nothing is confirmed."""
        known = self._known(platform_id)
        return shown(known.report) if known else ()

    def _known(self, platform_id: str) -> Platform | Other | None:
        return self._platforms.get(platform_id) or self._others.get(platform_id)


def _checked(platform: Platform, path: Path) -> Platform:
    """Return the platform if its expressions compile and every catch it names has words."""
    expressions = [rule.expression for rule in platform.rules] + [part.find for part in platform.strip]
    expressions += platform.seen_as
    for expression in expressions:
        try:
            re.compile(expression)
        except re.error as error:
            raise GuideInvalid(f"{path.name}: rules: {expression}: {error}") from error
    for rule in platform.rules:
        if rule.catch:
            platform.catch(rule.catch)
    if platform.id != path.stem:
        raise GuideInvalid(f"{path.name}: id should be {path.stem}")
    return platform
