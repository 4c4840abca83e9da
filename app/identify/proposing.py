# SPDX-License-Identifier: MIT
"""From a line that was read to a proposal: what is refused, how sure it is, and what to look at twice.

The form of a text decides whether and how strongly it is proposed. It never changes a letter of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from app.content import load
from app.identify import spaces
from app.identify.formats import check
from app.identify.labels import COLONS
from app.identify.lookalikes import alternatives
from app.identify.platforms import VerdictKind
from app.identify.slips import doubts_of, spoiled_ids
from app.identify.values import Kind, Proposal
from app.paths import resources

if TYPE_CHECKING:
    from app.identify.formats import Verdict
    from app.identify.labels import Found
    from app.identify.platforms import Platform
    from app.identify.sheet import Entry

LEAST = 0.6  # nothing below it is proposed
_BY_LABEL = {True: 0.97, False: 0.93}  # where a label decides, and the line is blue or not
_KINDS = {VerdictKind.ACCEPTED: 1.0, VerdictKind.UNUSUAL: 0.82, VerdictKind.COPY_SLIP: 0.82}
_UNSURE = 0.25  # how much of it hangs on the reading
_WEB = re.compile(r"(?i)^(?:https?:|www\.)|[/@]|\.(?:com|net|org|info|biz|uk)$")
_CUT = re.compile(r"(?:\.\.|\u2026)$|^\u2026")


@dataclass(frozen=True, slots=True)
class _Pressed:
    """The file of words that are no identifier."""

    words: tuple[str, ...]
    source: str


@lru_cache(maxsize=1)
def _pressed() -> frozenset[str]:
    """Return the words that are pressed or say a state."""
    return frozenset(load(_Pressed, resources() / "pressed.toml").words)


def of_value(entry: Entry, platform: Platform, label: Found, start: int = 0) -> Proposal | None:
    """Return what stands in a line, from this character on, as the identifier that a label announces."""
    if not may_be(entry, start):
        return None
    kept = [at for at, sign in enumerate(entry.reading.text) if at >= start and not sign.isspace()]
    reading = spaces.part_of(entry.reading, kept)
    verdict = check(platform, reading.text)
    if not verdict.normalised or not _is_form(verdict):
        return None
    if is_refused(reading.text, platform):
        return None
    kind = VerdictKind.COPY_SLIP if is_slip(verdict.normalised) else verdict.kind
    place = reading.text.casefold().find(verdict.normalised.casefold())
    doubts = tuple(replace(doubt, index=doubt.index - max(place, 0)) for doubt in reading.doubts)
    return Proposal(
        platform=platform.id,
        kind=Kind.IDENTIFIER,
        value=verdict.normalised,
        box=entry.box_of(start, len(entry.reading.text)),
        confidence=confidence(entry, _BY_LABEL[entry.line.is_blue] * _KINDS[kind]),
        doubts=alternatives(verdict.normalised, doubts if place >= 0 else ()),
        label=label.text.strip(f" {COLONS}"),
    )


def may_be(entry: Entry, start: int) -> bool:
    """Whether what stands from this character on is one word, as the picture shows it."""
    return not any(start < at < len(entry.reading.text) for at, _ in entry.gaps)


def is_formed(text: str, platform: Platform, start: int = 0) -> bool:
    """Whether a text, from this character on, has a form of the platform without a slip in it."""
    value = "".join(text[start:].split())
    return check(platform, value).kind is VerdictKind.ACCEPTED and not is_slip(value)


def is_slip(value: str) -> bool:
    """Whether a text is nearly an ID of Skype with a number in it, such as one with a stop for its colon."""
    return bool(spoiled_ids(value) and doubts_of(value))


def is_name(text: str) -> bool:
    """Whether a text may be what a person calls themselves: words, no address and no number."""
    letters = sum(sign.isalpha() for sign in text)
    return letters >= max(2, len(text) / 2) and not _WEB.search(text) and text.casefold() not in _pressed()


def _is_form(verdict: Verdict) -> bool:
    """Whether a text has a form of the platform, or one that a slip has spoiled."""
    return verdict.kind is VerdictKind.COPY_SLIP or (verdict.kind in _KINDS and verdict.id_kind is not None)


def is_refused(text: str, platform: Platform) -> bool:
    """Whether a text is an address of the web, a word to press or cut off, and so no identifier there."""
    is_address = platform.address is None and bool(_WEB.search(text))
    return is_address or bool(_CUT.search(text)) or text.casefold() in _pressed()


def confidence(entry: Entry, evidence: float) -> float:
    """Return how sure a proposal is: the evidence for the line, less what its reading leaves open."""
    sure = entry.reading.confidence * (1.0 if entry.reading.has_agreed else 0.8)
    return round(min(evidence * (1 - _UNSURE + _UNSURE * sure), 0.99), 3)
