# SPDX-License-Identifier: MIT
"""Which services stop pictures from spreading, and to whom one reports, for this age and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.guide.plan import is_words_only
from app.model import ReportKind

if TYPE_CHECKING:
    from app.guide.contacts import Contact, Contacts
    from app.model import CaseFacts

ADULT_SERVICES = {ReportKind.STOPNCII: "stopncii"}
# Under 18 now; and anyone whose picture was taken when they were. Source: domain.md, section 5.1, rule 6.
CHILD_SERVICES = {ReportKind.REPORT_REMOVE: "report-remove", ReportKind.TAKE_IT_DOWN: "take-it-down"}
REPORTS = (ReportKind.POLICE, ReportKind.PLATFORM, ReportKind.REPORT_FRAUD, ReportKind.BANK, ReportKind.OTHER)
_ONLY_WITH = {ReportKind.REPORT_FRAUD: "report-fraud"}  # where it serves this place and age


def hash_services(contacts: Contacts, facts: CaseFacts) -> dict[ReportKind, Contact]:
    """Return the services that make a code from a picture, by kind; never StopNCII where one is under 18.

    "Not sure" counts as under 18.
    """
    wanted = CHILD_SERVICES if is_words_only(facts) else ADULT_SERVICES
    there = {contact.id: contact for contact in contacts.for_person(facts.country, facts.under_18)}
    return {kind: there[name] for kind, name in wanted.items() if name in there}


def report_kinds(contacts: Contacts, facts: CaseFacts) -> tuple[ReportKind, ...]:
    """Return to whom this person may have reported, in order."""
    there = {contact.id for contact in contacts.for_person(facts.country, facts.under_18)}
    return tuple(kind for kind in REPORTS if kind not in _ONLY_WITH or _ONLY_WITH[kind] in there)


def takedown_helpers(contacts: Contacts, facts: CaseFacts) -> tuple[Contact, ...]:
    """Return who can help to get a page taken down, at this age and place, in the order to ask them."""
    first = "report_remove" if is_words_only(facts) else "adult_help"
    there = contacts.for_person(facts.country, facts.under_18)
    helping = [contact for contact in there if contact.field == first]
    return (*helping, *(contact for contact in there if contact.id == "harmful-content"))
