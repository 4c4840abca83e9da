# SPDX-License-Identifier: MIT
"""The earlier signed heads of a package: each is there, was signed by this key, and leads to checkpoint C.

Source: RFC 9162, section 2.1.4.2; evidence.md, section 4.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.custody.checkpoint import read_checkpoint
from app.custody.tree import verify_consistency
from app.errors import ChainBroken
from app.package.findings import Reason
from app.package.names import CHECKPOINTS, CONSISTENCY, checkpoint_file
from app.package.proofs import Consistency, read_consistency

if TYPE_CHECKING:
    from app.custody.checkpoint import Checkpoint
    from app.package.checked_bag import CheckedBag
    from app.package.log_facts import LogFacts

_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


def check_proofs(bag: CheckedBag, log: LogFacts, key: tuple[str, bytes] | None) -> None:
    """Every head that the log says left the house is here and is the beginning of this log, or was named."""
    notes = [name for name in bag.sums if name.startswith(CHECKPOINTS)]
    declared = {checkpoint_file(size): root for size, root in log.heads.items()}
    for name in declared:
        if name not in bag.source.sizes:
            bag.findings.add(Reason.MISSING, name)
    if not notes and not declared and CONSISTENCY not in bag.source.sizes:
        return
    proofs = _proofs(bag, log)
    for name in notes:
        note = _note(bag, name, key)
        if note is not None and not _leads_on(note, declared.get(name), proofs, log):
            bag.findings.add(Reason.NOT_CONSISTENT, name)
    for proof in proofs.proofs if proofs else ():
        if checkpoint_file(proof.size) not in bag.source.sizes:
            bag.findings.add(Reason.MISSING, checkpoint_file(proof.size))


def _proofs(bag: CheckedBag, log: LogFacts) -> Consistency | None:
    """Return the proofs, or None where there are none that can be read, which was said."""
    data = bag.read(CONSISTENCY)
    if data is None:
        return None
    found = read_consistency(data)
    if found is None or not found.proofs:
        bag.findings.add(Reason.MALFORMED, CONSISTENCY)
        return None
    if (found.size, found.root) != (log.frontier.size, log.frontier.root):
        bag.findings.add(Reason.CONTRADICTS, CONSISTENCY)
    return found


def _note(bag: CheckedBag, name: str, key: tuple[str, bytes] | None) -> Checkpoint | None:
    """Return the head in a file, or None if it is not signed by this key or stands under another's name."""
    data = bag.read(name)
    if data is None:
        return None
    try:
        note = read_checkpoint(data.decode("utf-8"), key[1]) if key else None
    except (ChainBroken, UnicodeDecodeError):
        note = None
    if key is None or note is None or note.origin != key[0]:
        bag.findings.add(Reason.SIGNATURE_INVALID, name)
        return None
    if checkpoint_file(note.size) != name:
        bag.findings.add(Reason.CONTRADICTS, name)
        return None
    return note


def _leads_on(note: Checkpoint, declared: str | None, proofs: Consistency | None, log: LogFacts) -> bool:
    """Whether this head is the beginning of the log, as the proof shows and the log says."""
    found = [proof for proof in proofs.proofs if proof.size == note.size] if proofs else []
    if not found or declared not in {None, note.root}:
        return False
    (proof,) = found
    is_proof = proof.root == note.root and all(_DIGEST.fullmatch(node) for node in proof.proof)
    head = log.frontier
    return is_proof and verify_consistency(note.size, head.size, note.root, head.root, proof.proof)
