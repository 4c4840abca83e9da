# SPDX-License-Identifier: MIT
"""More facts as tables: demands, calls, the people concerned, places, reports made, and what was removed.

There is no messages.csv yet: it is for messages that are imported, and nothing is imported so far. What was
said in pictures stands in demands.csv as far as the person noted it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.spread import is_down
from app.report.spreadsheets.tables import amount, at_utc, table, yes_no

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.report.dossier import Dossier

    Row = tuple[str, ...]

DEMAND_COLUMNS = (
    "said_at_utc", "kind", "account", "words", "language", "translation", "deadline_utc", "amount",
    "currency", "pay_by", "pay_to", "whom", "contacts", "exhibit", "rectangle_px",
)  # fmt: skip
CALL_COLUMNS = (
    "started_at_utc", "about", "duration_s", "video", "recorded", "account", "exhibit", "note",
)  # fmt: skip
CONTACT_COLUMNS = (
    "name", "relation", "platform", "identifier", "phone", "threatened", "received", "received_at_utc",
    "told_at_utc", "may_be_contacted", "exhibits", "note",
)  # fmt: skip
PLACE_COLUMNS = (
    "kind", "name", "url", "email", "posted", "posted_at_utc", "takedown", "asked_of", "asked_at_utc",
    "reference", "down_at_utc", "last_looked_at_utc", "last_look_found_new", "next_look_on", "looked_at_by",
    "closed", "exhibits", "note",
)  # fmt: skip
REPORT_COLUMNS = (
    "to", "kind", "reference", "at_utc", "how", "account", "next_check_on", "answer", "answered_at_utc",
    "closed",
)  # fmt: skip

REMOVED_COLUMNS = ("exhibit", "kind", "removed_at_utc", "withdrawn_at_utc", "reason", "sha256")


def fact_tables(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    """Give name and bytes of each table that has a row."""
    made = (
        ("demands.csv", DEMAND_COLUMNS, _demands(dossier)),
        ("calls.csv", CALL_COLUMNS, _calls(dossier)),
        ("contacts.csv", CONTACT_COLUMNS, _contacts(dossier)),
        ("places.csv", PLACE_COLUMNS, _places(dossier)),
        ("reports.csv", REPORT_COLUMNS, _reports(dossier)),
        ("removed.csv", REMOVED_COLUMNS, _removed(dossier)),
    )
    for name, columns, found in made:
        rows = list(found)
        if rows:
            yield name, table(columns, rows)


def _demands(dossier: Dossier) -> Iterator[Row]:
    """Give their words, letter for letter, in order of time."""
    for quoted in dossier.demands:
        demand, rect = quoted.demand, quoted.demand.rect
        yield (
            at_utc(demand.at),
            demand.kind,
            str(quoted.account.number) if quoted.account else "",
            demand.words,
            demand.language or "",
            demand.translation or "",
            at_utc(demand.deadline_at),
            amount(demand.amount_minor, demand.currency),
            demand.currency or "",
            demand.pay_by or "",
            demand.pay_to or "",
            demand.whom or "",
            "; ".join(quoted.contacts),
            quoted.exhibit_ref or "",
            f"x {rect.x} y {rect.y} width {rect.width} height {rect.height}" if rect else "",
        )


def _calls(dossier: Dossier) -> Iterator[Row]:
    """Give the calls in order of time."""
    for entry in dossier.calls:
        call = entry.call
        yield (
            at_utc(call.started_at),
            "about" if call.is_about else "",
            "" if call.duration_s is None else str(call.duration_s),
            yes_no(call.is_video),
            call.recorded.value,
            str(entry.account.number) if entry.account else "",
            entry.exhibit_ref or "",
            call.note or "",
        )


def _contacts(dossier: Dossier) -> Iterator[Row]:
    """Give who else is concerned."""
    for entry in dossier.contacts:
        contact = entry.contact
        yield (
            contact.name,
            contact.relation or "",
            contact.platform or "",
            contact.stable_id or "",
            contact.phone or "",
            yes_no(contact.is_threatened),
            contact.received.value,
            at_utc(contact.received_at),
            at_utc(contact.told_at),
            yes_no(contact.may_be_contacted),
            " ".join(entry.exhibit_refs),
            contact.note or "",
        )


def _places(dossier: Dossier) -> Iterator[Row]:
    """Give the places and how far each has come."""
    for entry in dossier.places:
        place = entry.place
        last = max(place.looks, key=lambda look: look.at, default=None)
        yield (
            place.kind.value,
            place.name,
            place.url or "",
            place.email or "",
            place.is_posted.value,
            at_utc(place.posted_at),
            "down" if is_down(place) else place.takedown.value if place.takedown else "",
            place.asked_of or "",
            at_utc(place.asked_at),
            place.reference or "",
            at_utc(place.down_at),
            at_utc(last.at if last else None),
            last.found.value if last else "",
            place.next_look_on.isoformat() if place.next_look_on else "",
            place.looker or "",
            yes_no(place.is_closed),
            " ".join(entry.exhibit_refs),
            place.note or "",
        )


def _reports(dossier: Dossier) -> Iterator[Row]:
    """Give the reports made elsewhere."""
    for made in dossier.reports_made:
        number = dossier.number_of(made.account)
        yield (
            made.to,
            made.kind.value if made.kind else "",
            made.reference or "",
            at_utc(made.at),
            made.how or "",
            "" if number is None else str(number),
            made.next_check_on.isoformat() if made.next_check_on else "",
            made.answer or "",
            at_utc(made.answered_at),
            yes_no(made.is_closed),
        )


def _removed(dossier: Dossier) -> Iterator[Row]:
    """Give what was removed for good: a row for each original, and one for each fact."""
    for gone in dossier.purged:
        for ref, sha256 in [(one.ref, one.sha256) for one in gone.originals] or [("", "")]:
            yield (ref, gone.kind, at_utc(gone.at), at_utc(gone.withdrawn_at), gone.why, sha256)
