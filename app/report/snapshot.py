# SPDX-License-Identifier: MIT
"""An open case to a frozen dossier, and a hold on its originals, from one read snapshot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from app.custody.checkpoint import check_words, fingerprint, read_checkpoint
from app.model import Account, Demand, Event, Fact, Payment, ReportMade, Sensitivity, Under18
from app.report.custody_facts import read_custody
from app.report.dossier import (
    Dossier,
    LeftOut,
    LeftOutWhy,
    NumberedAccount,
    NumberedPayment,
    PlatformFacts,
    QuotedDemand,
    ReportExhibit,
)
from app.report.zones import zone_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from app.clock import Moment
    from app.identify.platforms import Catalogue
    from app.model import CaseFacts, Entry, Exhibit, ExhibitId
    from app.report.dossier import Originals
    from app.vault import Reader, Vault

F = TypeVar("F", bound=Fact)

WITHOUT_INITIALS = "EX"
_WHY = {
    Sensitivity.INTIMATE: LeftOutWhy.INTIMATE,
    Sensitivity.MAY_SHOW_UNDER_18: LeftOutWhy.UNDER_18,
}


class VaultOriginals:
    """The originals of one read snapshot."""

    def __init__(self, reader: Reader) -> None:
        """Hold the snapshot until closed."""
        self._reader = reader

    def parts(self, original_id: ExhibitId) -> Iterator[bytes]:
        """Return an original (of a run: its first frame, or the frame) in parts of a few megabytes."""
        return self._reader.original_parts(original_id)

    def derivative_parts(self, derivative_id: str) -> Iterator[bytes]:
        """Return what was made from originals in parts of a few megabytes."""
        return self._reader.derivative_parts(derivative_id)

    def close(self) -> None:
        """Let go of the snapshot."""
        self._reader.close()


def snapshot(
    vault: Vault, *, catalogue: Catalogue, moment: Moment, checkpoint_note: str
) -> tuple[Dossier, Originals]:
    """Return all facts of the case as they stand, and its originals; close these when done.

    Args:
        vault: the open case.
        catalogue: names and providers of platforms.
        moment: when the report is prepared; its zone is that of the report.
        checkpoint_note: signed head of the log; what the report says of the log ends with it.

    Raises:
        ChainBroken: the note is not this case's, or a record cannot be read.
    """
    reader = vault.reader()
    try:
        return _dossier(reader, catalogue, moment, checkpoint_note), VaultOriginals(reader)
    except BaseException:
        reader.close()
        raise


def _dossier(reader: Reader, catalogue: Catalogue, moment: Moment, note: str) -> Dossier:
    """Return the dossier of one snapshot."""
    case = reader.case()
    checkpoint = read_checkpoint(note, reader.public_key)
    exhibits = reader.exhibits()
    custody = read_custody(reader.records(), checkpoint.size, exhibits)
    kept = [exhibit for exhibit in exhibits if exhibit.withdrawn_at is None]
    left_out = _left_out(kept, case.fact)
    held = {left.exhibit.id for left in left_out}
    accounts, own = _accounts(reader, catalogue, kept)
    by_id = {entry.id: entry for entry in accounts}
    return Dossier(
        case=case.fact,
        ref=_ref(case, moment),
        version=custody.exports + 1,
        accounts=accounts,
        own_accounts=own,
        exhibits=tuple(
            ReportExhibit(exhibit, by_id.get(exhibit.facts.account) if exhibit.facts.account else None)
            for exhibit in kept
            if exhibit.id not in held
        ),
        left_out=left_out,
        withdrawn=tuple(exhibit for exhibit in exhibits if exhibit.withdrawn_at is not None),
        payments=_payments(reader),
        demands=_demands(reader, accounts, exhibits),
        events=tuple(sorted(_facts(reader, Event), key=lambda event: event.at)),
        reports_made=tuple(_facts(reader, ReportMade)),
        prepared=moment,
        checkpoint=checkpoint,
        key_fingerprint=fingerprint(reader.public_key),
        check_words=check_words(checkpoint.root),
        custody=custody.facts,
        tool=custody.tool,
        machine_alias=reader.machine_alias,
    )


def platform_facts(catalogue: Catalogue, key: str) -> PlatformFacts:
    """Return what the report says of a platform, its sentences with their fields still open."""
    return PlatformFacts(
        key=key,
        name=catalogue.name_of(key),
        provider=catalogue.provider_of(key),
        preservation=catalogue.preservation(key, "{id}", "{from}", "{to}"),
        shown_as=catalogue.shown_id(key, "{id}"),
    )


def _ref(case: Entry[CaseFacts], moment: Moment) -> str:
    """Return initials and the day on which the case was begun: the same in every version."""
    day = case.created_at.astimezone(zone_of(moment))
    return f"{case.fact.initials or WITHOUT_INITIALS}-{day:%Y%m%d}"


def _left_out(kept: Iterable[Exhibit], case: CaseFacts) -> tuple[LeftOut, ...]:
    """Return what stays in the vault: all of it where someone is or may be under 18."""
    if case.under_18 is not Under18.NO:
        return tuple(LeftOut(exhibit, LeftOutWhy.UNDER_18) for exhibit in kept)
    return tuple(
        LeftOut(exhibit, _WHY[exhibit.facts.sensitivity])
        for exhibit in kept
        if exhibit.facts.sensitivity in _WHY
    )


def _accounts(
    reader: Reader, catalogue: Catalogue, kept: list[Exhibit]
) -> tuple[tuple[NumberedAccount, ...], tuple[NumberedAccount, ...]]:
    """Return the accounts used against the person and their own, each kind numbered from 1."""
    found: dict[bool, list[NumberedAccount]] = {False: [], True: []}
    for entry in reader.entries(Account):
        account = entry.fact
        if account.moved_from:
            account = replace(account, moved_from=catalogue.name_of(account.moved_from))
        named = set(account.exhibits)
        refs = tuple(
            exhibit.ref
            for exhibit in kept
            if exhibit.facts.account == entry.id or any(one.id in named for one in exhibit.originals)
        )
        side = found[account.is_own]
        platform = platform_facts(catalogue, account.platform)
        side.append(NumberedAccount(len(side) + 1, entry.id, account, platform, refs))
    return tuple(found[False]), tuple(found[True])


def _payments(reader: Reader) -> tuple[NumberedPayment, ...]:
    """Return the payments numbered by date, those without one last."""
    ordered = sorted(_facts(reader, Payment), key=lambda payment: _undated_last(payment.paid_at))
    return tuple(NumberedPayment(number, payment) for number, payment in enumerate(ordered, 1))


def _demands(
    reader: Reader, accounts: tuple[NumberedAccount, ...], exhibits: tuple[Exhibit, ...]
) -> tuple[QuotedDemand, ...]:
    """Return their words in order of time."""
    numbers = {entry.id: entry for entry in accounts}
    refs = {one.id: one.ref for exhibit in exhibits for one in exhibit.originals}
    refs |= {exhibit.id: exhibit.ref for exhibit in exhibits}
    ordered = sorted(_facts(reader, Demand), key=lambda demand: _undated_last(demand.at))
    return tuple(
        QuotedDemand(
            demand,
            numbers.get(demand.account) if demand.account else None,
            refs.get(demand.exhibit) if demand.exhibit else None,
        )
        for demand in ordered
    )


def _facts(reader: Reader, kind: type[F]) -> list[F]:
    """Return the latest revision of every fact of a kind, in order of creation."""
    return [entry.fact for entry in reader.entries(kind)]


def _undated_last(at: datetime | None) -> tuple[bool, float]:
    """Return a key that sorts by time, with what has none at the end."""
    return at is None, at.timestamp() if at else 0.0
