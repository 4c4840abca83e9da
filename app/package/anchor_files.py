# SPDX-License-Identifier: MIT
"""The outside times in the package: note, question, answer, and what is said of it, byte for byte.

The note beside the answer lets anyone check without this program: ``openssl ts -verify -data 0001.txt -in
0001.tsr -CAfile root.pem``. Source: evidence.md, section 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.custody.authorities import read_authority
from app.package.names import ANCHORS, anchor_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.custody.authorities import Authority
    from app.model import Anchor
    from app.package.bag import BagWriter
    from app.package.checked_bag import CheckedBag
    from app.package.order import Order

ROOT = ".pem"


def write_anchors(bag: BagWriter, order: Order) -> None:
    """The outside times that the packaged log has stand in the bag, and after them one over checkpoint C."""
    for n, anchor in enumerate(anchors_of(order), start=1):
        for ending, data in (
            ("txt", anchor.note),
            ("tsq", anchor.request),
            ("tsr", anchor.response),
            ("json", anchor.facts),
        ):
            bag.add_bytes(anchor_file(n, ending), data)
        root = f"{ANCHORS}{anchor.authority}{ROOT}"
        if root not in bag.sums:
            bag.add_bytes(root, anchor.root_pem)


def anchors_of(order: Order) -> tuple[Anchor, ...]:
    """Return the outside times that belong in the package, in the order of the log."""
    size = order.dossier.checkpoint.size
    kept = order.reader.anchors()
    logged = [anchor for anchor in kept if anchor.seq <= size]
    over_c = [anchor for anchor in kept if anchor.seq > size and anchor.note == order.note.encode("utf-8")]
    return (*logged, *(over_c[:1] or ([order.anchor] if order.anchor else [])))


def roots_shown(bag: CheckedBag) -> Sequence[Authority]:
    """Return the authorities whose roots the package shows: only to read back what we have just written."""
    shown = []
    for name in bag.sums:
        data = bag.read(name) if name.startswith(ANCHORS) and name.endswith(ROOT) else None
        if data is not None:
            shown.append(read_authority(name.removeprefix(ANCHORS).removesuffix(ROOT), data))
    return shown
