# SPDX-License-Identifier: MIT
"""What is known of each platform: where its fixed identifier stands and how to tell it from a name.

A new platform is a new file in ``resources/platforms``; no code changes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from app.content import Place, build, load, shown
from app.i18n import AS_IT_IS
from app.identify.platform_file import (
    Closed,
    Member,
    Other,
    Others,
    Platform,
    Shared,
    VerdictKind,
    Way,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.i18n import Translator
    from app.identify.platform_file import Catch

__all__ = ["Catalogue", "Closed", "Platform", "VerdictKind", "Way"]

OTHERS = "others.toml"
SHARED = "shared.toml"
ALWAYS_SAID = ("odd", "long")  # keys that ``formats`` uses of its own accord


class Catalogue:
    """All platforms, by id."""

    def __init__(self, platforms: tuple[Platform, ...], others: tuple[Other, ...], preservation: str) -> None:
        """Keep what ``load`` has read."""
        self._platforms = {platform.id: platform for platform in platforms}
        self._others = {other.id: other for other in others}
        self._preservation = preservation

    @classmethod
    def load(cls, folder: Path, translator: Translator = AS_IT_IS) -> Catalogue:
        """Read every platform file of a folder, in the language of the translator.

        Raises:
            GuideInvalid: a file is wrong; the message names file, line and key.
        """
        paths = sorted(path for path in folder.glob("*.toml") if path.name not in {OTHERS, SHARED})
        shared = load(Shared, folder / SHARED, translator).catches
        read = {path.stem: _read(path, translator) for path in paths}
        platforms: list[Platform] = []
        for platform, place in read.values():
            whole = _completed(platform, place, read, shared)
            _check(whole, place)
            platforms += [_of_member(whole, member) for member in whole.members] or [whole]
        others = load(Others, folder / OTHERS, translator)
        return cls(tuple(platforms), others.platforms, others.preservation)

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
        """Go through the platforms that have a page, in the order of their files."""
        ordered = sorted(self._platforms.values(), key=lambda platform: (platform.order, platform.name))
        return iter(ordered)

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

    def trap_lines(self, platform_id: str) -> tuple[str, ...]:
        """Return what to know there before a picture is taken; empty if nothing is confirmed."""
        known = self._known(platform_id)
        return shown(known.traps) if known else ()

    def _known(self, platform_id: str) -> Platform | Other | None:
        return self._platforms.get(platform_id) or self._others.get(platform_id)


def _read(path: Path, translator: Translator) -> tuple[Platform, Place]:
    """Return what a file says, and the place to name if that does not hold together."""
    place = Place.of(path, translator)
    platform = build(Platform, place.table(), place)
    if platform.id != path.stem:
        raise place.at("id").wrong(f" should be {path.stem}")
    return platform, place


def _completed(
    platform: Platform, place: Place, read: dict[str, tuple[Platform, Place]], shared: tuple[Catch, ...]
) -> Platform:
    """Return the platform with the rules it borrows, and with words for every catch it names."""
    if platform.rules_of is not None:
        if platform.rules_of not in read:
            raise place.at("rules_of").wrong(f": no file {platform.rules_of}.toml")
        lender = read[platform.rules_of][0]
        borrowed = ("seen_as", "strip", "rules", "catches")
        taken = {name: getattr(platform, name) or getattr(lender, name) for name in borrowed}
        platform = replace(platform, **taken)
    own = {catch.key for catch in platform.catches}
    wanted = {rule.catch for rule in platform.rules} | {*ALWAYS_SAID}
    extra = tuple(catch for catch in shared if catch.key in wanted - own)
    return replace(platform, catches=(*platform.catches, *extra))


def _check(platform: Platform, place: Place) -> None:
    """Raise unless expressions compile, every catch has words, and it can be found somewhere."""
    rules = [(("rules", row, "expression"), rule.expression) for row, rule in enumerate(platform.rules, 1)]
    rules += [(("strip", row, "find"), part.find) for row, part in enumerate(platform.strip, 1)]
    rules += [(("seen_as", row), expression) for row, expression in enumerate(platform.seen_as, 1)]  # type: ignore[misc]
    for keys, expression in rules:
        try:
            re.compile(expression)
        except re.error as error:
            raise place.at(*keys).wrong(f": {expression}: {error}") from error
    known = {catch.key for catch in platform.catches}
    for row, rule in enumerate(platform.rules, start=1):
        if rule.catch and rule.catch not in known:
            raise place.at("rules", row, "catch").wrong(f": {rule.catch} has no words")
    if not platform.ways:
        raise place.wrong(": computer or phone is missing")


def _of_member(platform: Platform, member: Member) -> Platform:
    """Return what a file that speaks of several platforms says of one of them."""
    return replace(
        platform,
        id=member.id,
        name=member.name,
        provider=member.provider,
        where_title=platform.where_title.replace("{name}", member.name),
        report=member.report or platform.report,
        traps=(*member.traps, *platform.traps),
        members=(),
    )
