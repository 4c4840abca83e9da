# SPDX-License-Identifier: MIT
"""A part of a case: only what concerns the exhibits that were chosen, and nothing from which others show.

What is not known to be of a chosen exhibit is left out: a fact that was noted from another picture, a fact
that no picture shows, the person's own words. The facts without pictures can be asked for too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from app.errors import BadInput
from app.model import CaseFacts
from app.report.phrases import exhibit_of
from app.timeline import LineKind, Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.model import Exhibit
    from app.report.dossier import (
        ConcernedContact,
        Dossier,
        NumberedAccount,
        NumberedPayment,
        QuotedDemand,
        TimedCall,
        WatchedPlace,
    )
    from app.timeline import TimelineLine

# Who it is about and how to reach them goes with every part; what happened to them does not.
PERSON = (
    "under_18", "country", "offence", "name", "call_me", "initials", "age", "pronoun", "reported_by",
    "helper", "home_force_area", "risk_to_life", "risk_asked_at", "contact",
)  # fmt: skip

WithRefs = TypeVar("WithRefs", "NumberedAccount", "ConcernedContact", "WatchedPlace")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a part was chosen to be.

    Attributes:
        refs: the numbers of the exhibits.
        of: how many exhibits with a number the case has; none while it is only asked for.
        with_facts: all facts go with it, though not what would name other exhibits.
    """

    refs: frozenset[str]
    of: int = 0
    with_facts: bool = False

    def has(self, ref: str | None) -> bool:
        """Whether this is a chosen exhibit, or a frame of one."""
        return exhibit_of(ref or "") in self.refs

    def only(self, refs: Iterable[str]) -> tuple[str, ...]:
        """Return those that are chosen."""
        return tuple(ref for ref in refs if self.has(ref))

    def keeps(self, refs: Iterable[str | None]) -> bool:
        """Whether something that these exhibits show is told."""
        return self.with_facts or any(self.has(ref) for ref in refs)


def check_chosen(scope: Scope, shown: Iterable[Exhibit]) -> None:
    """Every exhibit that was chosen is one that may leave the vault.

    Raises:
        BadInput: nothing was chosen, or there is no such exhibit, or it never leaves.
    """
    unknown = scope.refs - {exhibit.ref for exhibit in shown}
    if unknown or not scope.refs:
        raise BadInput(
            f"no such exhibit that may be handed over: {', '.join(sorted(unknown)) or 'none named'}"
        )


def narrowed(dossier: Dossier, scope: Scope) -> Dossier:
    """Return what the dossier says of the chosen exhibits; every number stays what it is in the whole."""
    scope = replace(scope, of=len(dossier.all_exhibits))
    accounts = _with_refs(dossier.accounts, scope)
    numbers = {entry.number for entry in accounts}
    contacts = _with_refs(dossier.contacts, scope)
    names = {entry.contact.name for entry in contacts}
    return replace(
        dossier,
        scope=scope,
        case=dossier.case if scope.with_facts else _person(dossier.case),
        accounts=tuple(_apart(entry, numbers) for entry in accounts),
        own_accounts=_with_refs(dossier.own_accounts, scope),
        exhibits=tuple(
            replace(entry, account=_account(entry.account, scope))
            for entry in dossier.exhibits
            if scope.has(entry.exhibit.ref)
        ),
        left_out=(),
        withdrawn=(),
        purged=(),
        payments=tuple(_payments(dossier.payments, scope)),
        demands=tuple(_demands(dossier.demands, names, scope)),
        reports_made=dossier.reports_made if scope.with_facts else (),
        calls=tuple(_calls(dossier.calls, scope)),
        contacts=contacts,
        places=_with_refs(dossier.places, scope),
        timeline=Timeline(tuple(_lines(dossier.timeline.lines, scope))),
    )


def _person(case: CaseFacts) -> CaseFacts:
    """Return who it is about; a fact that is added later stays out until it is named here."""
    return CaseFacts(**{name: getattr(case, name) for name in PERSON})


def _with_refs(entries: Sequence[WithRefs], scope: Scope) -> tuple[WithRefs, ...]:
    """Return those that a chosen exhibit shows, naming no other."""
    kept = (entry for entry in entries if scope.keeps(entry.exhibit_refs))
    return tuple(replace(entry, exhibit_refs=scope.only(entry.exhibit_refs)) for entry in kept)


def _apart(entry: NumberedAccount, numbers: set[int]) -> NumberedAccount:
    """Return the account joined only with those that are told of."""
    joined = tuple(number for number in entry.joined if number in numbers)
    return replace(entry, joined=joined if len(joined) > 1 else ())


def _payments(entries: Iterable[NumberedPayment], scope: Scope) -> Iterable[NumberedPayment]:
    """Give the payments that a chosen exhibit shows."""
    for entry in entries:
        if scope.keeps((entry.read_in, *entry.exhibit_refs)):
            read_in = entry.read_in if scope.has(entry.read_in) else None
            yield replace(
                entry,
                read_in=read_in,
                exhibit_refs=scope.only(entry.exhibit_refs),
                account=_account(entry.account, scope),
            )


def _demands(entries: Iterable[QuotedDemand], names: set[str], scope: Scope) -> Iterable[QuotedDemand]:
    """Give their words that a chosen exhibit shows."""
    for entry in entries:
        if scope.keeps((entry.exhibit_ref,)):
            is_shown = scope.has(entry.exhibit_ref)
            yield replace(
                entry,
                exhibit_ref=entry.exhibit_ref if is_shown else None,
                picture=entry.picture if is_shown else None,
                contacts=tuple(name for name in entry.contacts if name in names),
                account=_account(entry.account, scope),
            )


def _calls(entries: Iterable[TimedCall], scope: Scope) -> Iterable[TimedCall]:
    """Give the calls that a chosen exhibit shows."""
    for entry in entries:
        if scope.keeps((entry.exhibit_ref,)):
            ref = entry.exhibit_ref if scope.has(entry.exhibit_ref) else None
            yield replace(entry, exhibit_ref=ref, account=_account(entry.account, scope))


def _account(entry: NumberedAccount | None, scope: Scope) -> NumberedAccount | None:
    """Return the account, if it is told of."""
    if entry is None or not scope.keeps(entry.exhibit_refs):
        return None
    return replace(entry, exhibit_refs=scope.only(entry.exhibit_refs))


def _lines(lines: Iterable[TimelineLine], scope: Scope) -> Iterable[TimelineLine]:
    """Give the lines that chosen exhibits show; of captures never those of others."""
    for line in lines:
        is_shown = any(scope.has(ref) for ref in line.refs)
        if is_shown or (scope.with_facts and line.kind is not LineKind.CAPTURE):
            yield replace(line, refs=scope.only(line.refs), exhibits=())
