# SPDX-License-Identifier: MIT
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app import errors
from app.errors import ChainBroken, CodeMistyped, EvidenceError, HashMismatch, VaultBusy

if TYPE_CHECKING:
    from collections.abc import Iterator


def leaves(kind: type[EvidenceError] = EvidenceError) -> Iterator[type[EvidenceError]]:
    below = kind.__subclasses__()
    if not below:
        yield kind
    for one in below:
        yield from leaves(one)


LEAVES = sorted({leaf.__name__ for leaf in leaves() if leaf.__module__ == "app.errors"})


def test_the_tree_is_drawn_as_it_is() -> None:
    drawn = re.findall(r"^    (?:\|   )*\+-- (\w+)", errors.__doc__ or "", re.MULTILINE)
    named = [name for name in vars(errors) if name in drawn]
    assert sorted(drawn) == sorted(named)
    assert set(LEAVES) <= set(drawn)
    assert [name for name in drawn if name not in LEAVES] == [
        "VaultError",
        "CaptureError",
        "IntegrityError",
        "ContentError",
        "ExportError",
        "InputError",
        "AnchorFailed",
    ]


def test_what_some_of_them_carry() -> None:
    assert CodeMistyped(3).group == 3
    assert (VaultBusy(7, "here").pid, VaultBusy(7, "here").host) == (7, "here")
    assert HashMismatch("TJH/1").name == "TJH/1"
    broken = ChainBroken(5, "why")
    assert (broken.seq, broken.reason, str(broken)) == (5, "why", "custody record 5: why")
