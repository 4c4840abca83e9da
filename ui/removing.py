# SPDX-License-Identifier: MIT
"""What is to be removed for good, read for the page that asks about it, and the removal itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.guide.plan import is_words_only
from app.model import Sensitivity

if TYPE_CHECKING:
    from app.model import Exhibit, Purged
    from app.vault import Vault


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that was taken back, named as the list on that page names it."""

    id: str
    what: str
    page: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What the page is about.

    Attributes:
        what: the ref of an exhibit; of a fact what it is called.
        holders: the ids of the copies outside the vault that may hold it.
        is_for_police: somebody in it is or may be under 18.
    """

    id: str
    what: str
    exhibit: Exhibit | None
    holders: tuple[str, ...]
    is_for_police: bool


def subject_of(wanted: str | Fact, vault: Vault) -> Subject:
    """Return what is known of an exhibit, by its id, or of a fact.

    Raises:
        BadInput: it is not there, or not any more.
    """
    object_id = wanted.id if isinstance(wanted, Fact) else wanted
    holders = tuple(copy.id for copy in vault.copies_that_may_hold(object_id))
    if isinstance(wanted, Fact):
        return Subject(object_id, wanted.what, None, holders, is_for_police=False)
    exhibit = vault.exhibit(object_id)
    is_set_apart = is_words_only(vault.case().fact)
    shows_a_child = exhibit.facts.sensitivity is Sensitivity.MAY_SHOW_UNDER_18
    return Subject(object_id, exhibit.ref, exhibit, holders, is_for_police=is_set_apart or shows_a_child)


def remove(subject: Subject, why: str, vault: Vault) -> Purged:
    """Return what is left of it.

    Raises:
        BadInput: it is not there any more.
        AskPoliceFirst, DiskFull: nothing was removed.
    """
    if subject.exhibit is None:
        return vault.purge_entry(subject.id, why)
    return vault.purge_exhibit(subject.id, why)
