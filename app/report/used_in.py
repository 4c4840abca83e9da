# SPDX-License-Identifier: MIT
"""Where an exhibit is relied on: the way back from its page to every fact that names it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.report.phrases import exhibit_of
from app.report.text import BODY, Span, leading_to
from app.timeline import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.report.dossier import Dossier
    from app.report.layout import Sheet
    from app.report.tables import Cell

NOT_LAID_OUT = 88  # while no page has a number yet: as wide as most numbers


@dataclass(frozen=True, slots=True)
class Use:
    """A part of the report, or one account or payment in it, that an exhibit shows."""

    what: str
    number: int = 0

    @property
    def place(self) -> str:
        """What links to it name."""
        return f"{self.what} {self.number}" if self.number else self.what


INDEX = Use("index")


def uses_of(dossier: Dossier) -> dict[str, tuple[Use, ...]]:
    """Return where each exhibit, or any frame of it, is named, in the order of the pages."""
    found: dict[str, dict[Use, None]] = {}
    for use, refs in _facts(dossier):
        for ref in refs:
            if ref:
                found.setdefault(exhibit_of(ref), {})[use] = None
    return {ref: tuple(uses) for ref, uses in found.items()}


def used_in(sheet: Sheet, ref: str) -> Cell:
    """Return where an exhibit is named, each with its page and as a link, the index last."""
    writer = sheet.writer
    spans: list[Span] = []
    for use in (*sheet.uses.get(ref, ()), INDEX):
        what = writer.plain(f"used.{use.what}", **({"number": use.number} if use.number else {}))
        page = sheet.page_of(use.place) or NOT_LAID_OUT
        said = writer.say("used.place", what=what, page=page)
        spans += [*([Span(", ", BODY)] if spans else []), *leading_to(use.place, said)]
    return spans


def _facts(dossier: Dossier) -> Iterator[tuple[Use, Iterable[str | None]]]:
    """Yield what can name exhibits, with those that it names."""
    for call in dossier.calls:
        yield Use("background"), [call.exhibit_ref]
    for account in dossier.accounts:
        yield Use("account", account.number), account.exhibit_refs
    for payment in dossier.payments:
        yield Use("payment", payment.number), [payment.read_in, *payment.exhibit_refs]
    for quoted in dossier.demands:
        yield Use("demands"), [quoted.exhibit_ref]
    yield from _people(dossier)
    for line in dossier.timeline.lines:
        if line.kind is not LineKind.CAPTURE:
            yield Use("timeline"), line.refs


def _people(dossier: Dossier) -> Iterator[tuple[Use, Iterable[str]]]:
    """Yield who is concerned, and where it was posted, with the exhibits that show it."""
    for contact in dossier.contacts:
        yield Use("people"), contact.exhibit_refs
    for place in dossier.places:
        yield Use("people"), place.exhibit_refs
