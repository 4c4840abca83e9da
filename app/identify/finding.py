# SPDX-License-Identifier: MIT
"""What in a picture may be an identifier: blue lines first, as old Skype printed the ID, then every line.

A label beside or above decides. Lines are read in the order of their promise, and reading stops when a label
has decided. Nothing is proposed that its form refuses, and no letter is ever changed to fit one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.identify import beside, colour, spaces
from app.identify.colour import blue_lines
from app.identify.labels import Labels
from app.identify.lines import find_lines
from app.identify.proposing import LEAST, is_formed, is_name, may_be, of_value
from app.identify.seen import seen_in
from app.identify.sheet import Sheet
from app.identify.values import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.identify.labels import Found
    from app.identify.planes import Picture
    from app.identify.platforms import Catalogue, Platform
    from app.identify.sheet import Read
    from app.identify.values import Proposal, TextLine

SKYPE = "skype"
_NO_PAYMENT = frozenset({"phone", "handle"})  # kinds of ``extract`` that tell no payment
DECIDED = 0.75  # a label and a fitting form: nothing else is read
MOST_LINES = 400  # read in one picture; more are no page that a person looks at
_LABEL_SHAPES = ((2.3, 3.6), (3.6, 5.2), (5.2, 7.5))  # widths to a height: Skype, Skype ID, Skype Name
_LABEL_LIKE = (1.4, 18.0)
_REACH = 14  # heights to each side: an identifier may be cut at each of its underscores
_NAMES = 2  # lines in large letters of which the largest is the name


def find(
    rgb: Picture, read: Read, catalogue: Catalogue, wanted: str | None = None, skim: Read | None = None
) -> tuple[Proposal, ...]:
    """Return what may be identifiers in a picture, the surest first.

    Args:
        rgb: the picture, upright.
        read: reads lines that ``crops.crop`` has cut out.
        catalogue: what is known of each platform.
        wanted: the platform whose identifier is looked for; once its label decides, nothing more is read.
            Where none decides, payments are told as well. None looks for everything there is.
        skim: reads lines quickly, to see which of them are labels; ``read`` does if there is none.
    """
    search = _Search(Sheet(rgb, read, skim), catalogue, wanted)
    found = search.by_blue() if wanted in {None, SKYPE} and SKYPE in catalogue else None
    if found and wanted:
        return (found,)
    return _best((*filter(None, (found,)), *search.by_lines()))


class _Search:
    """One search through one picture."""

    def __init__(self, sheet: Sheet, catalogue: Catalogue, wanted: str | None) -> None:
        self._sheet = sheet
        self._catalogue = catalogue
        self._wanted = wanted
        searched = [platform for platform in catalogue if wanted in {None, platform.id}]
        self._labels = Labels({platform.id: platform.labels for platform in searched})

    def by_blue(self) -> Proposal | None:
        """Return the blue line that a label of Skype announces."""
        for line, near in self._promising(blue_lines(self._sheet.rgb)):
            label = self._labels.whole(self._sheet.text(near))
            if label and SKYPE in label.platforms:
                proposal = self._value(label, self._catalogue[SKYPE], self._whole(line, near), 0)
                if proposal and proposal.confidence >= LEAST:
                    return self._named(proposal, near)
        return None

    def _whole(self, line: TextLine, label: TextLine) -> TextLine:
        """Return the line with what its colour was too thin to show at its ends, such as ``lena_``."""
        height, box = line.box.height_px, line.box
        reach = _REACH * height
        band = Box(box.left - reach, box.top - height // 3, box.right + reach, box.bottom + height // 2)
        for other in find_lines(self._sheet.rgb, beside.inside(self._sheet.rgb, band)):
            if other.box.left > box.left + 2 or other.box.right < box.right - 2:
                continue
            left = other.box.left if beside.are_apart(other.box, label.box) else box.left
            whole = replace(line, box=Box(left, other.box.top, other.box.right, other.box.bottom))
            is_longer = whole.box.width_px > box.width_px + height // 3
            if is_longer and " " not in self._sheet.entry(whole).reading.text.strip():
                return whole
        return line

    def _promising(self, blues: Sequence[TextLine]) -> list[tuple[TextLine, TextLine]]:
        """Return each blue line with what may be its label, the likeliest pair first."""
        pairs: list[tuple[float, TextLine, TextLine]] = []
        for line in blues:
            sides = ((0.3, beside.left_of), (0.0, beside.over))
            pairs += [
                (extra + promise_of(near), line, near)
                for extra, side in sides
                for near in side(self._sheet.rgb, line)
            ]
        likely = sorted((pair for pair in pairs if pair[0] > 0), key=lambda pair: -pair[0])
        return [(line, near) for _, line, near in likely]

    def by_lines(self) -> tuple[Proposal, ...]:
        """Return what labels announce in any colour, or else whatever the lines say by themselves."""
        found_lines = find_lines(self._sheet.rgb)
        ordered = sorted(found_lines, key=lambda line: -promise_of(line))[:MOST_LINES]
        proposals: list[Proposal] = []
        for line in ordered:
            fresh = [one for one in self._announced(line, found_lines) if one.confidence >= LEAST]
            proposals += fresh
            if self._wanted == SKYPE and any(one.confidence >= DECIDED for one in fresh):
                return _best(proposals)
        read_lines = [line for line in found_lines if line in set(ordered)]
        seen = seen_in(self._sheet, read_lines, self._catalogue)
        return _best(proposals + [one for one in seen if self._is_wanted(one)])

    def _is_wanted(self, one: Proposal) -> bool:
        """Whether it is of the platform that is looked for, or a payment."""
        return self._wanted in {None, one.platform} or (one.platform is None and one.kind not in _NO_PAYMENT)

    def _announced(self, line: TextLine, lines: Sequence[TextLine]) -> Iterator[Proposal]:
        """Go through what a line announces, if it is or begins with a label."""
        text = self._sheet.text(line)
        whole = self._labels.whole(text)
        if whole:
            made = (self._made(whole, value, 0) for value in beside.values_of(line.box, lines))
            yield from [self._named(one, line) for one in made if one][:1]
            return
        if not self._labels.beginning(text):
            return
        begun = self._labels.beginning(self._sheet.entry(line).reading.text)
        if begun and begun.start is not None:
            proposal = self._made(begun, line, begun.start)
            if proposal and (begun.is_marked or ":" in proposal.value):
                yield self._named(proposal, line)

    def _made(self, label: Found, line: TextLine, start: int) -> Proposal | None:
        """Return the proposal of a value for the platform that its label means; None if that is not clear."""
        named = [
            one for one in label.platforms if self._catalogue.name_of(one).casefold() in label.text.casefold()
        ]
        meant = label.platforms if len(label.platforms) == 1 else tuple(named)
        if len(meant) != 1:
            return None
        return self._value(label, self._catalogue[meant[0]], line, start)

    def _value(self, label: Found, platform: Platform, line: TextLine, start: int) -> Proposal | None:
        """Return the proposal of a value, which is read again where that may settle it."""
        first = self._sheet.entry(line)
        if not may_be(first, start):
            return None
        entry = self._sheet.settled(line, lambda text: is_formed(text, platform, start))
        return of_value(entry, platform, label, start)

    def _named(self, proposal: Proposal, label: TextLine) -> Proposal:
        """Return the proposal with the name that stands over it in large letters, if one does."""
        under = proposal.box.joined(label.box)
        rgb = self._sheet.rgb
        over = [line for line in beside.names_over(rgb, under) if not self._is_link(line)][:_NAMES]
        sized = [(spaces.letter_size(self._sheet.text(line), line.box.height_px), line) for line in over]
        for _, line in sorted(sized, key=lambda pair: -pair[0]):
            text = self._sheet.entry(line).reading.text.strip()
            if is_name(text) and not self._labels.whole(text) and not self._labels.beginning(text):
                return replace(proposal, name=text, name_box=line.box)
        return proposal

    def _is_link(self, line: TextLine) -> bool:
        """Whether a line is blue, or stands on a button or a title bar."""
        return colour.is_blue(self._sheet.rgb, line.box) or colour.is_on_blue(self._sheet.rgb, line.box)


def promise_of(line: TextLine) -> float:
    """Return how much the shape of a line is that of a label, 0 for what is none."""
    slender = line.box.width_px / line.box.height_px
    if not _LABEL_LIKE[0] <= slender <= _LABEL_LIKE[1]:
        return 0.0
    fits = [1 - 0.1 * at for at, (least, most) in enumerate(_LABEL_SHAPES) if least <= slender <= most]
    return 1 + max(fits, default=0.0)


def _best(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return each value once, the surest first."""
    kept: dict[tuple[str | None, str], Proposal] = {}
    for one in sorted(proposals, key=lambda each: -each.confidence):
        if one.confidence >= LEAST:
            kept.setdefault((one.platform, one.value), one)
    return tuple(kept.values())
