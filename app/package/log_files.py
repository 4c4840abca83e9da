# SPDX-License-Identifier: MIT
"""The custody log in the package: its records, checkpoint C, the key, and earlier heads with their proofs."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from app.custody.checkpoint import public_key_line, read_checkpoint
from app.custody.log import leaf_hash, read_record
from app.package.anchor_files import write_anchors
from app.package.disclosure import disclosed, inclusion, leaf_lines
from app.package.names import CHECKPOINT, CONSISTENCY, INCLUSION, LEAVES, LOG, PUBLIC_KEY, checkpoint_file
from app.package.proofs import consistency, declared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.package.bag import BagWriter
    from app.package.order import Order

RECORDS_AT_ONCE = 500


def write_log(bag: BagWriter, order: Order) -> None:
    """The log up to checkpoint C, the checkpoint, the key to check both, and the proofs stand in the bag."""
    leaves = [leaf_hash(line) for line in _records(order)]
    if order.dossier.scope is None:
        size_bytes = sum(len(line) + 1 for line in _records(order))
        bag.add(LOG, _joined(_records(order)), size_bytes)
    else:
        _write_part(bag, order, leaves)
    bag.add_bytes(CHECKPOINT, order.note.encode("utf-8"))
    key = public_key_line(order.reader.origin, order.reader.public_key)
    bag.add_bytes(PUBLIC_KEY, key.encode("utf-8"))
    write_anchors(bag, order)
    heads = declared(read_record(line) for line in _records(order))
    if heads:
        _write_proofs(bag, order, heads, leaves)


def _write_part(bag: BagWriter, order: Order, leaves: Sequence[str]) -> None:
    """The records of the chosen exhibits stand in the bag, a proof for each, and every leaf of the log."""
    exhibits = [entry.exhibit for entry in order.dossier.exhibits]
    chosen = dict(disclosed(_records(order), exhibits))
    bag.add_bytes(LOG, b"".join(line + b"\n" for line in chosen.values()))
    bag.add_bytes(LEAVES, leaf_lines(leaves))
    bag.add_bytes(INCLUSION, inclusion(chosen, leaves, order.dossier.checkpoint))


def _write_proofs(bag: BagWriter, order: Order, heads: Mapping[int, str], leaves: Sequence[str]) -> None:
    """The signed note of each earlier head stands in the bag, and a proof from each to checkpoint C."""
    for note in order.reader.checkpoints():
        size = read_checkpoint(note, order.reader.public_key).size
        if size in heads and checkpoint_file(size) not in bag.sums:
            bag.add_bytes(checkpoint_file(size), note.encode("utf-8"))
    bag.add_bytes(CONSISTENCY, consistency(heads, leaves, order.dossier.checkpoint))


def _records(order: Order) -> Iterator[bytes]:
    """Give the records that the checkpoint covers."""
    return islice(order.reader.records(), order.dossier.checkpoint.size)


def _joined(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Give some hundred lines at a time, each with its line end."""
    while some := list(islice(lines, RECORDS_AT_ONCE)):
        yield b"".join(line + b"\n" for line in some)
