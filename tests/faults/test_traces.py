# SPDX-License-Identifier: MIT
"""What was put in is found nowhere in the vault's folder, nor beside it, in any form we can think of."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from app.model import Account, Demand, ExhibitFacts, Note, Strength
from tests.fakes.acquisitions import ADULT, acquisition

from .conftest import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from app.vault import Vault

PLANTED = "Zebrafinch-Quokka-Ocelot"


def forms(text: str) -> set[bytes]:
    """The text as other programs might write it."""
    plain = text.encode()
    return {
        plain,
        plain.lower(),
        plain.hex().encode(),
        *(text.encode(code) for code in ("utf-16-le", "utf-16-be", "utf-32-le")),
        *(base64.b64encode(bytes(pad) + plain)[4:-4] for pad in range(3)),
    }


def traces(place: Path, needles: set[bytes]) -> list[str]:
    return [
        path.name
        for path in place.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


def fill(vault: Vault) -> str:
    picture = PLANTED.encode() * 3_000
    exhibit = vault.add_exhibit(acquisition(picture, title=PLANTED), thumbnail=picture)
    vault.revise_exhibit(exhibit.id, ExhibitFacts(title=PLANTED, note=PLANTED))
    vault.withdraw_exhibit(exhibit.id, PLANTED)
    vault.add(Note("case", PLANTED))
    vault.add(Demand("threat", PLANTED, None))
    entry = vault.add(Account("skype", PLANTED, "skype_id", Strength.STRONG))
    vault.revise(entry.id, Account("skype", f"{PLANTED}2", "skype_id", Strength.STRONG))
    vault.save_draft("own_words", PLANTED)
    vault.change_passphrase(f"pass {PLANTED}")
    return vault.new_recovery_code()


def test_nothing_in_clear_while_open_or_closed(vault: Vault, folder: Path, tmp_path: Path) -> None:
    code = fill(vault)
    data_key = bytes(vault._keys.data_key)
    seed = vault._signing_key.seed
    needles = forms(PLANTED) | forms(code) | forms(PASSPHRASE) | forms(ADULT.initials or "")
    needles = {needle for needle in needles if len(needle) >= 8}
    needles |= {data_key, data_key.hex().encode(), seed, seed.hex().encode()}
    assert (folder / "vault.db-wal").stat().st_size > 0
    assert traces(tmp_path, needles) == []
    vault.close()
    assert traces(tmp_path, needles) == []


def test_the_search_would_find_it(tmp_path: Path) -> None:
    for n, form in enumerate(sorted(forms(PLANTED))):
        (tmp_path / f"leak-{n}").write_bytes(b"before" + form + b"after")
    assert len(traces(tmp_path, forms(PLANTED))) == len(forms(PLANTED))


def test_no_record_holds_words(vault: Vault) -> None:
    fill(vault)
    joined = b"\n".join(vault.records()) + "".join(vault.checkpoints()).encode()
    assert not any(needle in joined for needle in forms(PLANTED))
    vault.close()
