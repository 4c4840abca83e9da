# SPDX-License-Identifier: MIT
"""The ways in which a forger covers up a change: lists made anew, or all of it with a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.custody.canonical import canonical
from app.custody.checkpoint import make_checkpoint, public_key_line, sign_note
from app.custody.log import FIRST_PREV, leaf_hash
from app.custody.tree import Frontier
from app.hashing import sha256_of
from app.package.names import CHECKPOINT, LOG, PUBLIC_KEY, SIGNATURE, TAG_MANIFEST
from app.package.signature import text_to_sign
from tests.fakes.packages import resigned, with_lists_rebuilt

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from app.custody.checkpoint import SigningKey
    from tests.verifiers.mutations.change import Original
    from tests.verifiers.mutations.expected import Named


def origin_of(files: Mapping[str, bytes]) -> str:
    """Return under which name the key of this package signs."""
    return files[PUBLIC_KEY].decode().partition("+")[0]


def covered(
    original: Original, files: Mapping[str, bytes], name: str, rng: Random
) -> tuple[str, dict[str, bytes], tuple[Named, ...]]:
    """Return how a changed file was covered up, the files, and what that alone gives away."""
    how = rng.choice(["nothing else", "lists anew", "signed by the holder of the key"])
    if how == "nothing else":
        return how, dict(files), (("changed", name),)
    if how == "lists anew":
        return how, with_lists_rebuilt(files), (("not_signed", TAG_MANIFEST),)
    return how, signed(with_lists_rebuilt(files), original.key, origin_of(original.files)), ()


def list_of(sums: Mapping[str, str]) -> bytes:
    """Return a list of files with their hash values."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)).encode()


def tags_anew(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files with only the list of the other files made anew."""
    tags = [name for name in files if not name.startswith("data/") and name not in {TAG_MANIFEST, SIGNATURE}]
    return {**files, TAG_MANIFEST: list_of({name: sha256_of(files[name]) for name in tags})}


def signed(files: Mapping[str, bytes], key: SigningKey, name: str | None = None) -> dict[str, bytes]:
    """Return the files with the second note made anew over the list of tag files as it is."""
    text = text_to_sign(sha256_of(files[TAG_MANIFEST]))
    return {**files, SIGNATURE: sign_note(text, name or origin_of(files), key).encode()}


def tags_signed(original: Original, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files with tag list and second note made anew, by the holder of the key."""
    return signed(tags_anew(files), original.key)


def chained(records: list[dict[str, Any]]) -> tuple[bytes, Frontier]:
    """Return a log of these records, each naming the one before, with checkpoint records that are true."""
    lines: list[bytes] = []
    frontier, prev = Frontier(), FIRST_PREV
    for seq, record in enumerate(records, start=1):
        if record["type"] == "checkpoint":
            record["data"] |= {"size": frontier.size, "root": frontier.root}
        lines.append(canonical({**record, "seq": seq, "prev": prev}))
        prev = leaf_hash(lines[-1])
        frontier = frontier.append(prev)
    return b"".join(line + b"\n" for line in lines), frontier


def head_of(files: Mapping[str, bytes], frontier: Frontier, key: SigningKey) -> bytes:
    """Return a signed head of a log."""
    return make_checkpoint(origin_of(files), frontier.size, frontier.root, key).encode()


def with_key(files: Mapping[str, bytes], key: SigningKey) -> dict[str, bytes]:
    """Return the files with another public key."""
    return {**files, PUBLIC_KEY: public_key_line(origin_of(files), key.public_bytes).encode()}


def whole(files: Mapping[str, bytes], records: list[dict[str, Any]], key: SigningKey) -> dict[str, bytes]:
    """Return the files with log, head, lists and second note all made anew with this key."""
    log, frontier = chained(records)
    return resigned({**files, LOG: log, CHECKPOINT: head_of(files, frontier, key)}, key)
