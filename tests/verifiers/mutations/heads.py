# SPDX-License-Identifier: MIT
"""Signed heads of the log exchanged, spelled otherwise, or of another log; and public keys that are none."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

from app.custody.checkpoint import SigningKey, key_id, make_checkpoint, public_key_line, sign_note
from app.package.names import CHECKPOINT, LOG, PUBLIC_KEY, SIGNATURE
from tests.verifiers.mutations.change import Change, log_lines
from tests.verifiers.mutations.content import flip
from tests.verifiers.mutations.expected import found
from tests.verifiers.mutations.sealing import chained, covered, origin_of

if TYPE_CHECKING:
    from random import Random

    from tests.verifiers.mutations.change import Maker, Original
    from tests.verifiers.mutations.expected import Named

INVALID: Named = ("signature_invalid", CHECKPOINT)


def exchanged(original: Original, rng: Random) -> Change:
    """Another note stands where the signed head belongs."""
    note = original.files[CHECKPOINT]
    other = rng.choice([original.files[SIGNATURE], b"", b"\n\n", note + note, flip(note, rng)])
    return _with(original, rng, "head exchanged", other, INVALID)


def spelled_otherwise(original: Original, rng: Random) -> Change:
    """The right head in another form."""
    note = original.files[CHECKPOINT].decode()
    lines = note.splitlines(keepends=True)
    other = rng.choice(
        [
            note.replace("\n", "\r\n"),
            f"\ufeff{note}",
            note + lines[-1],
            f"{note}\n",
            note[:-1],
            note.replace("=\n", "\n"),
            note.replace("=\n", "==\n"),
            note.replace("\n", "\n\n", 1),
            note.replace("\u2014", "--"),
            note.replace(" ", "  "),
            note.replace("\u2014 ", "\u2014\u00a0"),
        ]
    )
    return _with(original, rng, "head respelled", other.encode(), INVALID)


def of_another_form(original: Original, rng: Random) -> Change:
    """The right key signed what is no head."""
    origin, size, root = original.files[CHECKPOINT].decode().split("\n")[:3]
    short = base64.b64encode(bytes(31)).decode()
    text = rng.choice(
        [
            f"{origin}\n0{size}\n{root}\n",
            f"{origin}\n+{size}\n{root}\n",
            f"{origin}\n{size} \n{root}\n",
            f"{origin}\n{size}.0\n{root}\n",
            f"{origin}\n-1\n{root}\n",
            f"{origin}\n{'9' * 17}\n{root}\n",
            f"{origin}\n\u0663\n{root}\n",
            f"{origin}\n{size}\n{root}\nmore\n",
            f"{origin}\n{size}\n",
            f"{origin}\n{size}\n{short}\n",
            f"{origin}\n{size}\n{root.rstrip('=')}\n",
            f"{origin}\n{size}\n{root[:-2]}B=\n",
            f"{origin}\n{size}\n-{root[1:-1].replace('+', '-')}=\n",
            f"other\n{size}\n{root}\n",
            "\n",
        ]
    )
    note = sign_note(text, origin, original.key)
    return _with(original, rng, "head of another form", note.encode(), INVALID)


def of_another_key(original: Original, rng: Random) -> Change:
    """Somebody else signed the head, under the same name or under another."""
    _, size, root = original.files[CHECKPOINT].decode().split("\n")[:3]
    key = SigningKey.from_bytes(rng.randbytes(32))
    name = rng.choice([origin_of(original.files), "safehold/other"])
    signer = key if rng.random() < 0.7 or name == origin_of(original.files) else original.key
    note = make_checkpoint(name, int(size), base64.b64decode(root).hex(), signer)
    return _with(original, rng, "head of another key", note.encode(), INVALID)


def of_another_log(original: Original, rng: Random) -> Change:
    """The right key signed a shorter, longer or other log."""
    records = [json.loads(line) for line in log_lines(original)]
    size = rng.randrange(len(records))
    _, frontier = chained(records[:size])
    name = origin_of(original.files)
    if rng.random() < 0.5:
        note = make_checkpoint(name, size, frontier.root, original.key)
        return _with(original, rng, f"head of {size} records", note.encode(), ("size_differs", LOG))
    note = make_checkpoint(name, len(records), rng.randbytes(32).hex(), original.key)
    return _with(original, rng, "head of another log", note.encode(), ("root_differs", LOG))


def key_spelled_otherwise(original: Original, rng: Random) -> Change:
    """The public key in another form, or no key at all."""
    line = original.files[PUBLIC_KEY]
    name, ident, encoded = line.decode().rstrip("\n").split("+", 2)
    raw = base64.b64decode(encoded)
    other = rng.choice(
        [
            line + b"\n",
            line[:-1],
            b"\xef\xbb\xbf" + line,
            line.replace(b"\n", b"\r\n"),
            line + line,
            f"{name}+{ident.upper()}x+{encoded}\n".encode(),
            f"{name}+{ident}+{base64.b64encode(bytes([2]) + raw[1:]).decode()}\n".encode(),
            f"{name}+{ident}+{base64.b64encode(raw[:-1]).decode()}\n".encode(),
            f"{name}+{ident}+{encoded[:-1]}\n".encode(),
            f"{name} x+{ident}+{encoded}\n".encode(),
            f"other+{ident}+{encoded}\n".encode(),
            f"+{ident}+{encoded}\n".encode(),
            b"",
            b"\xff",
            line.decode().encode("utf-16"),
        ]
    )
    return _with(original, rng, "key respelled", other, ("key_unreadable", PUBLIC_KEY), PUBLIC_KEY)


def weak_key(original: Original, rng: Random) -> Change:
    """A point of small order as public key, for which anybody can make signatures that some programs take."""
    point = bytes.fromhex(rng.choice(_SMALL_ORDER))
    name = origin_of(original.files)
    text = original.files[CHECKPOINT].decode().rpartition("\n\n")[0] + "\n"
    signature = key_id(name, point) + point + bytes(32)
    note = f"{text}\n\u2014 {name} {base64.b64encode(signature).decode()}\n"
    files = {**original.files, PUBLIC_KEY: public_key_line(name, point).encode(), CHECKPOINT: note.encode()}
    how, files, _ = covered(original, files, PUBLIC_KEY, rng)
    if how.startswith("signed"):
        files = {**files, SIGNATURE: original.files[SIGNATURE]}
    return Change("a key of small order", found(("not_in_log", PUBLIC_KEY)), files=files)


# Source: RFC 7748, section 7, and the list of points of small order that libsodium refuses.
_SMALL_ORDER = (
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
)


def _with(
    original: Original, rng: Random, what: str, data: bytes, named: Named, name: str = CHECKPOINT
) -> Change:
    """One small file has these bytes, covered up in one of three ways."""
    if data == original.files[name]:
        data += b"x"
    how, files, more = covered(original, {**original.files, name: data}, name, rng)
    if name == PUBLIC_KEY:
        more = tuple(one for one in more if one[0] == "changed")
    return Change(f"{what}, {how}", found(named, *more), files=files)


HEADS: dict[str, tuple[Maker, ...]] = {
    "head exchanged": (exchanged, of_another_key, of_another_log),
    "head spelled otherwise": (spelled_otherwise, of_another_form),
    "key spelled otherwise": (key_spelled_otherwise, weak_key),
}
