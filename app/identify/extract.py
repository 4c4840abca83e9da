# SPDX-License-Identifier: MIT
"""Identifiers and references in a text, as read from a picture or pasted: where they stand and what they are.

Nothing is corrected but what proves itself (``checksums``), and what ends in dots is not taken for whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.identify import checksums
from app.identify.checksums import Checked, Sum
from app.identify.formats import check
from app.identify.phones import international
from app.identify.platforms import VerdictKind
from app.identify.references import Alone, Label, forms, labels_in
from app.identify.slips import doubts_of, spoiled_ids
from app.identify.values import Doubt, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.identify.platforms import Catalogue, Platform
    from app.identify.references import Form

_MARKS = ".,;:!?)]}>\"'"  # that end a sentence after an address
LONGEST = 20_000  # characters of text looked through at once
_NO_PERSON = {VerdictKind.CONVERSATION_ID, VerdictKind.NOT_A_PERSON}
_CUT_BEFORE = re.compile(r"(?:\.\.|\u2026)\s?$")
_CUT_AFTER = re.compile(r"\s?(?:\.\.|\u2026)")
_PIECE = re.compile("[0-9A-Za-z|\u00d7]+")
_STARTS = re.compile("(?:[bB][cC]|[lL][tT][cC])[1lI|]|[13TLMDA9]|[0Oo][xX\u00d7]|[0-9a-fA-F]{20}")
_MOST_PIECES = 7
SKYPE, HASH = "skype", "transaction_hash"
_LONG = {*Checked, HASH} - {Checked.IBAN}


@dataclass(frozen=True, slots=True)
class Seen:
    """Something in a text that says who somebody is, how to reach or how to pay them.

    Attributes:
        platform: id of the platform, or None if it belongs to none.
        kind: ``Kind`` or a kind of ``resources/references.toml``.
        value: what would be kept.
        start: where it begins in the text.
        end: the first place after it.
        label: the word near it that says what it is, as it stands there.
        sum: what its own sum says; of a text that looks like an address, WRONG says: look again.
        has_checksum: whether its sum proves every character.
        doubts: characters of ``value`` to look at twice.
        places: for each character of ``value`` its place in the text; empty if they do not match one by one.
        is_secret: whoever reads it can spend it, so it is never shown whole.
    """

    platform: str | None
    kind: str
    value: str
    start: int
    end: int
    label: str | None = None
    sum: Sum = Sum.ABSENT
    has_checksum: bool = False
    doubts: tuple[Doubt, ...] = ()
    places: tuple[int, ...] = ()
    is_secret: bool = False


def in_text(text: str, catalogue: Catalogue, beside: str = "") -> tuple[Seen, ...]:
    """Return what is seen in a text, in order; ``beside`` is a label that stands left of it or above it."""
    text = text[:LONGEST]
    taken: list[Seen] = []
    for seen in _candidates(text, catalogue, beside):
        if all(seen.end <= other.start or other.end <= seen.start for other in taken):
            taken.append(seen)
    return tuple(sorted(taken, key=lambda seen: seen.start))


def with_doubts(seen: Seen, doubts: Sequence[Doubt]) -> Seen:
    """Return what was seen in a reading with the doubts of that reading, repaired if its own sum allows it.

    ``doubts`` count in the text of the reading. What a repair changed stays in doubt, what was read last.
    """
    own = {place: index for index, place in enumerate(seen.places)}
    inside = [Doubt(own[doubt.index], doubt.options) for doubt in doubts if doubt.index in own]
    if seen.has_checksum:
        return replace(seen, doubts=())
    right = checksums.repair(seen.kind, seen.value, inside) if seen.sum is Sum.WRONG else None
    if right is None:
        known = {doubt.index for doubt in seen.doubts}
        merged = [*seen.doubts, *(doubt for doubt in inside if doubt.index not in known)]
        return replace(seen, doubts=tuple(sorted(merged, key=lambda doubt: doubt.index)))
    pairs = enumerate(zip(right, seen.value, strict=True))
    changed = tuple(Doubt(index, (one, read)) for index, (one, read) in pairs if one != read)
    proven = checksums.proves(seen.kind, right)
    return replace(seen, value=right, sum=Sum.RIGHT, has_checksum=proven, doubts=changed)


def masked(value: str) -> str:
    """Return a secret so that it can be told from others and not be spent."""
    return "•" * max(0, len(value) - 4) + value[-4:] if len(value) > 8 else "•" * len(value)


def _candidates(text: str, catalogue: Catalogue, beside: str) -> Iterator[Seen]:
    """Yield all that may be meant, what is surest first; some of it stands in the same place."""
    yield from _wrapped(text)
    labelled, alone = _by_label(text, beside)
    yield from (seen for seen in (*labelled, *alone) if seen.sum is Sum.RIGHT)
    yield from labelled
    # A platform that borrows its forms from another gives way to it.
    for platform in sorted(catalogue, key=lambda one: (one.rules_of is not None, one.order)):
        yield from _of_platform(catalogue, platform, text)
    yield from _spoiled(text)
    yield from alone


def _by_label(text: str, beside: str) -> tuple[list[Seen], list[Seen]]:
    """Return what has one of its labels near, the nearest first, and what is meant without."""
    labels, near = labels_in(text), labels_in(beside)
    labelled: list[tuple[int, Seen]] = []
    alone: list[Seen] = []
    for form in forms():
        for found in form.pattern.finditer(text):
            seen = _of_form(form, text, found.start(1), found.end(1))
            if seen is None:
                continue
            at = min(_distances(text, labels, near, seen), key=lambda pair: pair[0], default=None)
            if at:
                labelled.append((at[0], replace(seen, label=at[1])))
            elif form.alone is Alone.ALWAYS or (form.alone is Alone.PROVEN and _is_likely(seen)):
                alone.append(seen)
    return [seen for _, seen in sorted(labelled, key=lambda pair: pair[0])], alone


def _of_platform(catalogue: Catalogue, platform: Platform, text: str) -> Iterator[Seen]:
    """Yield the identifiers of one platform, without those that are no person or are cut off."""
    for expression in platform.seen_as:
        for found in re.finditer(expression, text):
            start, end = found.span(1)
            end = start + len(text[start:end].rstrip(".,"))
            address = _run(text, start, end)
            value = _kept(platform, address, text[start:end])
            if (
                value
                and not _is_cut(text, start, found.end(1))
                and not _is_no_person(catalogue, platform, address)
            ):
                places = _places(text, start, end, value)
                yield Seen(platform.id, Kind.IDENTIFIER, value, start, end, places=places)


def _kept(platform: Platform, address: str, inner: str) -> str | None:
    """Return what the platform keeps of an address or the name in it; None if anyone can change that name."""
    whole = check(platform, address.rstrip(_MARKS))
    if whole.id_kind and whole.normalised and inner.lower() in whole.normalised.lower():
        return whole.normalised
    part = check(platform, inner)
    return None if part.kind in {*_NO_PERSON, VerdictKind.DISPLAY_NAME} else part.normalised


def _is_no_person(catalogue: Catalogue, platform: Platform, address: str) -> bool:
    """Whether the address is that of a chat on any platform, or on this one of a picture or a robot."""
    if check(platform, address).kind in _NO_PERSON:
        return True
    return any(check(other, address).kind is VerdictKind.CONVERSATION_ID for other in catalogue)


def _spoiled(text: str) -> Iterator[Seen]:
    """Yield Skype IDs with a slip in them, as they stand, the slip in doubt."""
    for start, end in spoiled_ids(text):
        value = text[start:end]
        doubts = doubts_of(value)
        if doubts and not _is_cut(text, start, end):
            yield Seen(
                SKYPE, Kind.IDENTIFIER, value, start, end, doubts=doubts, places=tuple(range(start, end))
            )


def _of_form(form: Form, text: str, start: int, end: int) -> Seen | None:
    """Return what stands there as this form keeps it; None if it is not whole or cannot be it."""
    end = _whole_account(text, start, end) if form.kind == Checked.IBAN else end
    value = text[start:end].translate({ord(sign): None for sign in form.drop})
    if form.kind == "phone" and value.startswith(("+", "00")):
        value = international(value) or ""
    said = checksums.check(form.kind, value)
    if not value or (said is not Sum.RIGHT and _is_cut(text, start, end)):
        return None
    return Seen(
        platform=None,
        kind=form.kind,
        value=value,
        start=start,
        end=end,
        sum=said,
        has_checksum=checksums.proves(form.kind, value),
        places=_places(text, start, end, value),
        is_secret=form.is_secret,
    )


def _wrapped(text: str) -> Iterator[Seen]:
    """Yield addresses and hashes in pieces, in one line or two, where their sum or length shows the whole."""
    pieces = list(_PIECE.finditer(text))
    for at, first in enumerate(pieces):
        if not _STARTS.match(first[0]):
            continue
        for count in range(min(_MOST_PIECES, len(pieces) - at), 1, -1):
            last = pieces[at + count - 1]
            value = "".join(text[first.start() : last.end()].split())
            seen = _whole(value) if _PIECE.fullmatch(value) else None
            if seen:
                places = _places(text, first.start(), last.end(), value)
                yield replace(seen, start=first.start(), end=last.end(), places=places)
                break


def _whole(value: str) -> Seen | None:
    """Return the address or hash that a text without spaces is, if that is certain."""
    fitting = (form for form in forms() if form.kind in _LONG and form.pattern.fullmatch(value))
    seen = next((_of_form(form, value, 0, len(value)) for form in fitting), None)
    return seen if seen and (seen.kind == HASH or _is_likely(seen)) else None


def _is_likely(seen: Seen) -> bool:
    """Whether it proves itself, or would but for a character."""
    return seen.sum is Sum.RIGHT or checksums.is_formed(seen.kind, seen.value)


def _whole_account(text: str, start: int, end: int) -> int:
    """Return where an IBAN ends: words in capitals may follow it, so a part with a right sum counts."""
    for place in range(start + 15, end):
        part = text[start:place].replace(" ", "").replace("-", "")
        if text[place] in " -" and checksums.check(Checked.IBAN, part) is Sum.RIGHT:
            return place
    return end


def _distances(
    text: str, labels: Sequence[Label], near: Sequence[Label], seen: Seen
) -> Iterator[tuple[int, str]]:
    """Yield how far each label of its kind is: before it in its line, else after it, above it, beside it."""
    start = text.rfind("\n", 0, seen.start) + 1
    end = text.find("\n", seen.end) % (len(text) + 1)
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    for label in labels:
        if seen.kind not in label.kinds:
            continue
        if start <= label.start and label.end <= seen.start:
            yield seen.start - label.end, label.text
        elif seen.end <= label.start < end:
            yield LONGEST + label.start - seen.end, label.text
        elif above <= label.start < start:
            yield 2 * LONGEST + seen.start - label.end, label.text
    yield from ((3 * LONGEST, label.text) for label in near if seen.kind in label.kinds)


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether dots say that more belongs to it than is shown."""
    ends_in_dots = text[start:end].endswith(("..", "\u2026"))
    return ends_in_dots or bool(_CUT_AFTER.match(text, end) or _CUT_BEFORE.search(text[:start]))


def _run(text: str, start: int, end: int) -> str:
    """Return what stands round it without a space, such as the whole address that a name is part of."""
    before = re.search(r"\S*$", text[:start])
    after = re.match(r"\S*", text[end:])
    return (before[0] if before else "") + text[start:end] + (after[0] if after else "")


def _places(text: str, start: int, end: int, value: str) -> tuple[int, ...]:
    """Return where each character of a value stands, characters between left out; empty if one does not."""
    found: list[int] = []
    place = start
    for sign in value:
        while place < end and text[place].lower() != sign.lower():
            place += 1
        if place == end:
            return ()
        found.append(place)
        place += 1
    return tuple(found)
