# SPDX-License-Identifier: MIT
"""Earlier heads and proofs changed in a later package, and leaves and proofs in a part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.custody.checkpoint import SigningKey, make_checkpoint
from app.package.names import CHECKPOINTS, CONSISTENCY, INCLUSION, LEAVES, LOG
from tests.verifiers.mutations.change import Change
from tests.verifiers.mutations.content import flip
from tests.verifiers.mutations.expected import Expected, found
from tests.verifiers.mutations.sealing import covered, origin_of

if TYPE_CHECKING:
    from random import Random

    from tests.verifiers.mutations.change import Maker, Original
    from tests.verifiers.mutations.expected import Named


def head_gone(original: Original, rng: Random) -> Change:
    """An earlier head is missing, whether or not it still stands on the lists."""
    name = _head(original, rng)
    return _gone(original, rng, name, found(("missing", name)))


def proofs_gone(original: Original, rng: Random) -> Change:
    """The proofs are missing."""
    return _gone(original, rng, CONSISTENCY, found(("missing", CONSISTENCY)))


def head_of_another(original: Original, rng: Random) -> Change:
    """An earlier head is of another log, signed by the right key or by another."""
    name = _head(original, rng)
    size, is_ours = int(name.rpartition("/")[2].partition(".")[0]), rng.random() < 0.6
    key = original.key if is_ours else SigningKey.from_bytes(rng.randbytes(32))
    note = make_checkpoint(origin_of(original.files), size, rng.randbytes(32).hex(), key).encode()
    wanted = ("not_consistent" if is_ours else "signature_invalid", name)
    return _with(original, rng, "head of another log", name, note, (wanted,))


def head_misnamed(original: Original, rng: Random) -> Change:
    """An earlier head stands under another size."""
    name = _head(original, rng)
    new = f"{CHECKPOINTS}{rng.choice(['00000001', '99999999', '5', '00000000'])}.txt"
    files = {(new if one == name else one): data for one, data in original.files.items()}
    how, files, _ = covered(original, files, name, rng)
    return Change(f"head misnamed, {how}", found(("missing", name)), files=files)


def proofs_changed(original: Original, rng: Random) -> Change:
    """One byte of the proofs is another."""
    data = flip(original.files[CONSISTENCY], rng)
    return _with(original, rng, "proofs changed", CONSISTENCY, data, (), _anywhere(original))


def leaves_changed(original: Original, rng: Random) -> Change:
    """One leaf is another, is gone, or stands twice."""
    lines = original.files[LEAVES].splitlines(keepends=True)
    at = rng.randrange(len(lines))
    other = rng.choice(
        [b"ab" * 32 + b"\n", b"", lines[at] * 2, lines[at].upper(), lines[at][:-1], b"\n", b"x\n"]
    )
    lines[at] = other if other != lines[at] else b""
    data = b"".join(lines)
    return _with(
        original, rng, "leaves changed", LEAVES, data, (), ((None, LEAVES), (None, LOG), (None, INCLUSION))
    )


def inclusion_changed(original: Original, rng: Random) -> Change:
    """One byte of the proofs is another."""
    data = flip(original.files[INCLUSION], rng)
    return _with(original, rng, "inclusion changed", INCLUSION, data, (), ((None, LOG), (None, INCLUSION)))


def record_changed(original: Original, rng: Random) -> Change:
    """One record of a part is changed, gone, moved, or stands twice."""
    lines = original.files[LOG].splitlines(keepends=True)
    at = rng.randrange(len(lines))
    lines[at] = rng.choice([flip(lines[at], rng), b"", lines[at] * 2, lines[at].replace(b":", b": ", 1)])
    if rng.random() < 0.3:
        rng.shuffle(lines)
    data = b"".join(lines)
    if data == original.files[LOG]:
        data = data[:-1]
    wanted = ((None, LOG), (None, INCLUSION), (None, LEAVES))
    return _with(original, rng, "record of a part changed", LOG, data, (), wanted)


def half_gone(original: Original, rng: Random) -> Change:
    """A part without its leaves, or without its proofs."""
    name = rng.choice([LEAVES, INCLUSION])
    return _gone(original, rng, name, found(("missing", name)))


def _head(original: Original, rng: Random) -> str:
    """Return an earlier head."""
    return rng.choice(sorted(name for name in original.files if name.startswith(CHECKPOINTS)))


def _anywhere(original: Original) -> tuple[Named, ...]:
    """Return that the proofs, or a head that they prove, are to be named."""
    heads = sorted(name for name in original.files if name.startswith(CHECKPOINTS))
    return ((None, CONSISTENCY), *((None, name) for name in heads))


def _gone(original: Original, rng: Random, name: str, expected: Expected) -> Change:
    """One file is missing, covered up in one of three ways."""
    files = {one: data for one, data in original.files.items() if one != name}
    how, files, _ = covered(original, files, name, rng)
    return Change(f"{name} gone, {how}", expected, files=files)


def _with(
    original: Original,
    rng: Random,
    what: str,
    name: str,
    data: bytes,
    all_of: tuple[Named, ...],
    any_of: tuple[Named, ...] = (),
) -> Change:
    """One file has these bytes, covered up in one of three ways."""
    how, files, more = covered(original, {**original.files, name: data}, name, rng)
    return Change(f"{what}, {how}", Expected(all_of=(*all_of, *more), one_of=any_of), files=files)


HEADS_BEFORE: dict[str, tuple[Maker, ...]] = {
    "earlier heads and their proofs": (
        head_gone,
        proofs_gone,
        head_of_another,
        head_misnamed,
        proofs_changed,
    ),
}
PARTS: dict[str, tuple[Maker, ...]] = {
    "part of a log: leaves and proofs": (leaves_changed, inclusion_changed, record_changed, half_gone),
}
