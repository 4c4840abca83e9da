# SPDX-License-Identifier: MIT
"""An open case to a frozen dossier, and a hold on its originals, from one read snapshot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.custody.checkpoint import check_words, fingerprint, read_checkpoint
from app.intake.words_area import is_confirmed
from app.model import Offender, Sensitivity, Under18
from app.report.annexes import annexes_for
from app.report.cross_references import Crossed
from app.report.custody_facts import read_custody
from app.report.dossier import Dossier, LeftOut, LeftOutWhy, ReportExhibit
from app.report.scope import check_chosen, narrowed
from app.report.zones import zone_of
from app.timeline import timeline, told_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from app.clock import Moment
    from app.identify.platforms import Catalogue
    from app.model import CaseFacts, Entry, EntryId, Exhibit, ExhibitId
    from app.report.dossier import NumberedAccount, Originals
    from app.report.scope import Scope
    from app.vault import Reader, Vault

WITHOUT_INITIALS = "EX"
MOST_WORDS = 4_000  # characters of one frame: a screen full of small print
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
    vault: Vault,
    *,
    catalogue: Catalogue,
    moment: Moment,
    checkpoint_note: str,
    scope: Scope | None = None,
) -> tuple[Dossier, Originals]:
    """Return all facts of the case as they stand, and its originals; close these when done.

    Args:
        vault: the open case.
        catalogue: names and providers of platforms.
        moment: when the report is prepared; its zone is that of the report.
        checkpoint_note: signed head of the log; what the report says of the log ends with it.
        scope: some exhibits, if not the whole case is wanted.

    Raises:
        BadInput: an exhibit was chosen that there is not, or that never leaves.
        ChainBroken: the note is not this case's, or a record cannot be read.
    """
    reader = vault.reader()
    try:
        return _dossier(reader, catalogue, moment, checkpoint_note, scope), VaultOriginals(reader)
    except BaseException:
        reader.close()
        raise


def _dossier(reader: Reader, catalogue: Catalogue, moment: Moment, note: str, scope: Scope | None) -> Dossier:
    """Return the dossier of one snapshot."""
    case = reader.case()
    checkpoint = read_checkpoint(note, reader.public_key)
    exhibits = reader.exhibits()
    purged = reader.purged()
    kept = [exhibit for exhibit in exhibits if exhibit.withdrawn_at is None]
    left_out = _left_out(kept, case.fact)
    held = {left.exhibit.id for left in left_out}
    shown = [exhibit for exhibit in kept if exhibit.id not in held]
    if scope is not None:
        check_chosen(scope, shown)
    told_of = None if scope is None else [one for one in shown if scope.has(one.ref)]
    custody = read_custody(reader.records(), checkpoint.size, exhibits, purged, told_of)
    told = told_in(reader)
    crossed = Crossed(told, reader.entries(Offender), catalogue, shown, purged)
    by_id = {entry.id: entry for entry in crossed.accounts}
    whole = Dossier(
        case=case.fact,
        ref=_ref(case, moment),
        version=custody.exports + 1,
        accounts=crossed.accounts,
        own_accounts=crossed.own_accounts,
        exhibits=tuple(
            ReportExhibit(exhibit, _account(exhibit, by_id), words=_words(reader, exhibit))
            for exhibit in shown
        ),
        left_out=tuple(replace(left, account=_account(left.exhibit, by_id)) for left in left_out),
        withdrawn=tuple(exhibit for exhibit in exhibits if exhibit.withdrawn_at is not None),
        payments=crossed.payments(),
        demands=crossed.demands(),
        reports_made=tuple(entry.fact for entry in told.reports),
        prepared=moment,
        checkpoint=checkpoint,
        key_fingerprint=fingerprint(reader.public_key),
        check_words=check_words(checkpoint.root),
        custody=custody.facts,
        tool=custody.tool,
        machine_alias=reader.machine_alias,
        calls=crossed.calls(),
        contacts=crossed.contacts(),
        places=crossed.places(),
        timeline=timeline(told),
        purged=purged,
        annexes=annexes_for(case.fact.country),
        note=note,
        met_on=tuple(catalogue.name_of(platform) for platform in case.fact.platforms),
    )
    return whole if scope is None else narrowed(whole, scope)


def _account(exhibit: Exhibit, by_id: Mapping[EntryId, NumberedAccount]) -> NumberedAccount | None:
    """Return the account that the person says an exhibit shows."""
    return by_id.get(exhibit.facts.account) if exhibit.facts.account else None


def _words(reader: Reader, exhibit: Exhibit) -> tuple[str, ...]:
    """Return what was read in each frame; the vault keeps no line that touches what is covered."""
    read = ((reader.texts(frame.id) or ()) for frame in exhibit.frames)
    return tuple(" ".join(line.text for line in lines)[:MOST_WORDS] for lines in read)


def _ref(case: Entry[CaseFacts], moment: Moment) -> str:
    """Return initials and the day on which the case was begun: the same in every version."""
    day = case.created_at.astimezone(zone_of(moment))
    return f"{case.fact.initials or WITHOUT_INITIALS}-{day:%Y%m%d}"


def why_left_out(exhibit: Exhibit, case: CaseFacts) -> LeftOutWhy | None:
    """Return why an exhibit stays in the vault, or None if it does not.

    Where someone is or may be under 18 all of it stays, but for areas of which the person said that there are
    only words in them. Source: evidence.md, section 6.
    """
    marked = exhibit.facts.sensitivity
    if case.under_18 is not Under18.NO and marked is not Sensitivity.WORDS_ONLY:
        return LeftOutWhy.UNDER_18
    if marked is Sensitivity.WORDS_ONLY and not is_confirmed(exhibit.record):
        return LeftOutWhy.UNDER_18
    return _WHY.get(marked)


def _left_out(kept: Iterable[Exhibit], case: CaseFacts) -> tuple[LeftOut, ...]:
    """Return what stays in the vault."""
    whys = ((exhibit, why_left_out(exhibit, case)) for exhibit in kept)
    return tuple(LeftOut(exhibit, why) for exhibit, why in whys if why is not None)
