# SPDX-License-Identifier: MIT
"""What is covered stays with the witness, and the package says so; forgeries are in ``tests/verifiers``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.model import DerivativeKind, DerivativeRecord, Rect, RedactedBox
from app.package.checked_copies import is_copy
from app.package.names import DERIVATIVES, EXHIBITS, NOT_INCLUDED
from app.package.verify import verify
from tests.fakes.clock import START

if TYPE_CHECKING:
    from tests.app.package.conftest import Exported

OWN, OTHER = "ab" * 32, "cd" * 32


def test_copies_stand_in_the_place_of_originals_and_every_record_of_them_is_there(
    with_copies: Exported,
) -> None:
    pictures = [n.rpartition("/")[2] for n in with_copies.files if n.endswith(".png") and DERIVATIVES in n]
    copies = ["TJH-005_covered_3.png", "TJH-005_covered_4.png", "TJH-005_covered_5.png"]
    assert sorted(pictures) == [
        "TJH-002_covered_2.png",
        *copies,
        "TJH-005_joined_3.png",
        "TJH-006_covered.png",
        "TJH-006_covered_2.png",
    ]
    records = [name for name in with_copies.files if name.endswith(".record.json")]
    assert len(records) == 2 + 2 + 5 + 3 + 1 + 2
    taken = [n.rpartition("/")[2][:7] for n in with_copies.files if n.startswith(EXHIBITS) and "png" in n]
    assert taken == ["TJH-001", "TJH-003"]


def test_the_originals_are_declared_and_the_record_of_taking_them_stays_out(with_copies: Exported) -> None:
    declared = json.loads(with_copies.files[NOT_INCLUDED])
    why = {one["ref"]: one["why"] for one in declared["not_included"]}
    frames = {f"TJH/{run}.{n}": "covered" for run, count in ((5, 3), (6, 2)) for n in range(1, count + 1)}
    assert why == {"TJH/2": "covered", "TJH/4": "withdrawn", **frames}
    assert {one["ref"]: one["n"] for one in declared["derivatives"] if one["ref"] == "TJH/2"} == {"TJH/2": 1}
    assert verify(with_copies.path).findings == ()


def record(*boxes: RedactedBox, **changed: object) -> DerivativeRecord:
    fields = {
        "derivative_id": "made", "kind": DerivativeKind.REDACTED, "made_at": START, "parents": (OWN,),
        "method": "boxes", "tool": "Safehold 0.1.0", "mime": "image/png", "size_bytes": 1, "sha256": OTHER,
        "width_px": 100, "height_px": 50, "boxes": boxes,
    }  # fmt: skip
    return DerivativeRecord(**(fields | changed))


@pytest.mark.parametrize(
    ("rect", "is_inside"),
    [
        (Rect(0, 0, 100, 50), True),
        (Rect(99, 49, 1, 1), True),
        (Rect(99, 0, 2, 50), False),
        (Rect(0, 49, 100, 2), False),
        (Rect(-1, 0, 10, 10), False),
        (Rect(0, 0, 0, 10), False),
    ],
)
def test_a_box_lies_inside_its_picture(rect: Rect, is_inside: bool) -> None:
    assert is_copy(record(RedactedBox(rect, OWN)), [OWN]) is is_inside


def test_a_copy_is_of_one_original_of_its_exhibit_and_its_boxes_were_drawn_in_one() -> None:
    box = RedactedBox(Rect(0, 0, 10, 10), OTHER)
    assert is_copy(record(), [OWN])
    assert is_copy(record(box), [OWN, OTHER])
    assert not is_copy(record(box), [OWN])
    assert not is_copy(record(parents=(OWN, OWN)), [OWN])
    assert not is_copy(record(parents=(OTHER,)), [OWN])
    assert not is_copy(record(width_px=None), [OWN])
