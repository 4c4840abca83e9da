# SPDX-License-Identifier: MIT
"""What the vault holds of their words, and the parts of pictures in which they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from app.errors import EvidenceError
from app.guide.plan import is_words_only
from app.model import Account, Call, CaseFacts, Contact, Demand, Entry, EntryId, Exhibit
from ui.models.exhibits import is_covered
from ui.shown import bytes_of

if TYPE_CHECKING:
    from app.model import ExhibitId, Original
    from app.vault import Vault

MARGIN_PX = 6
MOST_PARTS = 12  # pictures that are opened for a list; of older words the number of the picture is shown


@dataclass(frozen=True)
class Known:
    """What the page of their words shows.

    Attributes:
        demands: the newest first: by when they said it, else by when it was noted.
        parts: of a picture, by the entry whose words stand there.
        refs: numbers of pictures, by their ids.
    """

    facts: CaseFacts
    demands: tuple[Entry[Demand], ...]
    calls: tuple[Entry[Call], ...]
    accounts: tuple[Entry[Account], ...]
    contacts: tuple[Entry[Contact], ...]
    exhibits: tuple[Exhibit, ...]
    refs: dict[ExhibitId, str]
    parts: dict[EntryId, QImage]


def read_said(vault: Vault) -> Known:
    """Return what is known; of a covered or withdrawn picture no part is shown."""
    facts = vault.case().fact
    demands = tuple(
        sorted(vault.entries(Demand), key=lambda each: each.fact.at or each.created_at, reverse=True)
    )
    exhibits = vault.exhibits()
    originals = {each.id: (exhibit, each) for exhibit in exhibits for each in exhibit.originals}
    return Known(
        facts,
        demands,
        vault.entries(Call),
        vault.entries(Account),
        vault.entries(Contact),
        () if is_words_only(facts) else exhibits,
        {key: each.ref for key, (_, each) in originals.items()},
        {} if is_words_only(facts) else _parts(vault, demands, originals),
    )


def _parts(
    vault: Vault,
    demands: tuple[Entry[Demand], ...],
    originals: dict[ExhibitId, tuple[Exhibit, Original]],
) -> dict[EntryId, QImage]:
    """Return the parts that may be shown."""
    found: dict[EntryId, QImage] = {}
    for entry in demands:
        exhibit_id = entry.fact.exhibit
        if exhibit_id is None or entry.fact.rect is None or exhibit_id not in originals:
            continue
        exhibit = originals[exhibit_id][0]
        if exhibit.withdrawn_at is None and not is_covered(exhibit) and len(found) < MOST_PARTS:
            part = _part(vault, entry.fact, originals[exhibit_id][1])
            if not part.isNull():
                found[entry.id] = part
    return found


def _part(vault: Vault, demand: Demand, original: Original) -> QImage:
    """Return the words as they may be seen in the picture, checked by its hash value; else nothing."""
    try:
        whole = QImage.fromData(bytes_of(vault, original))
    except EvidenceError:
        return QImage()  # the page of the exhibit says what is amiss
    rect = demand.rect
    if rect is None:
        return QImage()
    box = QRect(rect.x, rect.y, rect.width, rect.height)
    return whole.copy(box.adjusted(-MARGIN_PX, -MARGIN_PX, MARGIN_PX, MARGIN_PX).intersected(whole.rect()))
