# SPDX-License-Identifier: MIT
"""A case with outside times from an authority of our own, packed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.anchoring import ask
from app.model import CaseFacts, Under18
from app.package.build import finish, seal
from app.package.order import prepare
from app.vault import KdfParameters, Vault
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import FakeClock
from tests.fakes.packages import files_of, write_small_report

if TYPE_CHECKING:
    from pathlib import Path

    from app.custody.authorities import Authority
    from app.custody.checkpoint import SigningKey
    from app.identify.platforms import Catalogue
    from app.model import Anchor
    from app.report.scope import Scope
    from tests.fakes.time_authority import TimeAuthority

PASSPHRASE = "correct horse battery"  # noqa: S105 - of test vaults only
FACTS = CaseFacts(
    under_18=Under18.NO, country="GB", name="Tom Hale", initials="TJH", own_words="They want money."
)


@dataclass(frozen=True)
class AnchoredPackage:
    """A package with two outside times: number 1 is in its log, number 2 is over checkpoint C."""

    path: Path
    files: dict[str, bytes]
    key: SigningKey
    anchors: tuple[Anchor, Anchor]
    authority: Authority


def stamped(vault: Vault, tsa: TimeAuthority, clock: FakeClock, note: str | None = None) -> Anchor:
    """Return an outside time that was asked for and came."""
    anchor_id, asked = vault.begin_anchor(note)
    answered = ask(asked, [tsa.authority], clock, post=lambda _url, request: tsa.answer(request))
    return vault.anchor_ok(anchor_id, answered)


def anchored_package(
    folder: Path,
    tsa: TimeAuthority,
    catalogue: Catalogue,
    *,
    off_by: timedelta = timedelta(),
    scope: Scope | None = None,
) -> AnchoredPackage:
    """Return the package; ``off_by``: how far ahead the computer's clock is; ``scope``: of these alone."""
    clock = FakeClock(start=datetime.now(UTC) + off_by)
    vault = Vault.create(
        folder / "case.safehold",
        PASSPHRASE,
        clock=clock,
        facts=FACTS,
        tool="Safehold 0.1.0",
        machine_alias="heron-42",
        kdf=KdfParameters.floor(),
    )
    vault.add_exhibit(acquisition(b"\x89PNG profile"))
    first = stamped(vault, tsa, clock)
    vault.add_exhibit(acquisition(b"\x89PNG conversation"))
    order = prepare(vault, catalogue=catalogue, clock=clock, scope=scope)
    order = replace(order, anchor=stamped(vault, tsa, clock, order.note))
    try:
        sealed = seal(order, folder / "package.zip", write_report=write_small_report)
    finally:
        order.close()
    built = finish(vault, order, sealed)
    key = vault._signing_key
    vault.close()
    assert order.anchor
    return AnchoredPackage(built.path, files_of(built.path), key, (first, order.anchor), tsa.authority)
