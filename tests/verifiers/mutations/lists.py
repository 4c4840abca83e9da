# SPDX-License-Identifier: MIT
"""Lists of hash values made anew around a change or spelled otherwise; second notes kept, lost or forged."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from app.custody.checkpoint import SigningKey, sign_note
from app.hashing import sha256_of
from app.package.names import (
    BAG_INFO,
    BAGIT,
    MANIFEST_256,
    MANIFEST_512,
    PUBLIC_KEY,
    READ_ME,
    REPORT,
    SIGNATURE,
    TAG_MANIFEST,
)
from app.package.signature import text_to_sign
from tests.fakes.packages import with_lists_rebuilt
from tests.verifiers.mutations.change import LISTS, Change, payload_in
from tests.verifiers.mutations.content import flip
from tests.verifiers.mutations.expected import exactly, found
from tests.verifiers.mutations.sealing import list_of, origin_of, signed, tags_anew, tags_signed, with_key

if TYPE_CHECKING:
    from random import Random

    from tests.verifiers.mutations.change import Maker, Original


def edited(original: Original, rng: Random) -> Change:
    """Report, table or record edited, every list made anew, the second note kept."""
    tables = [name for name in original.files if name.startswith(("data/tables/", "data/exhibits/"))]
    name = rng.choice([*({REPORT} & original.files.keys()), *sorted(tables)])
    files = with_lists_rebuilt({**original.files, name: original.files[name] + b"x"})
    return Change(f"lists anew around {name}", found(("not_signed", TAG_MANIFEST)), files=files)


def added_and_listed(original: Original, rng: Random) -> Change:
    """A file more, on every list."""
    name = rng.choice(["data/exhibits/JAS-099.png", "data/tables/more.csv", "note.txt", "data/log/extra.txt"])
    files = with_lists_rebuilt({**original.files, name: rng.randbytes(40)})
    return Change(f"listed {name}", found(("not_signed", TAG_MANIFEST)), files=files)


def dropped_and_unlisted(original: Original, rng: Random) -> Change:
    """A file less, on no list."""
    name = payload_in(original, rng)
    files = with_lists_rebuilt({other: data for other, data in original.files.items() if other != name})
    wanted = ("missing", PUBLIC_KEY) if name == PUBLIC_KEY else ("not_signed", TAG_MANIFEST)
    return Change(f"unlisted {name}", found(wanted), files=files)


def signature_lost(original: Original, rng: Random) -> Change:
    """The second note is gone, whether or not something was edited."""
    files = _edited(original) if rng.random() < 0.5 else dict(original.files)
    del files[SIGNATURE]
    if rng.random() < 0.5:
        files = with_lists_rebuilt(files)
    return Change("second note gone", found(("missing", SIGNATURE)), files=files)


def signed_by_another(original: Original, rng: Random) -> Change:
    """The forger signs with a key of their own, and leaves the package's key."""
    files = with_lists_rebuilt(_edited(original))
    files = signed(files, SigningKey.from_bytes(rng.randbytes(32)))
    return Change("second note by another key", exactly(("signature_invalid", SIGNATURE)), files=files)


def key_replaced(original: Original, rng: Random) -> Change:
    """The forger's own key stands in the package, lists and second note are theirs, the log is not."""
    key = SigningKey.from_bytes(rng.randbytes(32))
    files = with_lists_rebuilt(with_key(_edited(original), key))
    wanted = (("not_in_log", PUBLIC_KEY), ("signature_invalid", "data/log/checkpoint.txt"))
    return Change("key replaced", found(*wanted), files=signed(files, key))


def note_of_another_kind(original: Original, rng: Random) -> Change:
    """The right key signs, but not what a second note says."""
    value = sha256_of(original.files[TAG_MANIFEST])
    text = rng.choice(
        [
            text_to_sign(value).upper(),
            text_to_sign(value).replace("v1", "v2"),
            text_to_sign(value) + "more\n",
            f"{TAG_MANIFEST}\n{value}\n",
        ]
    )
    note = sign_note(text, origin_of(original.files), original.key).encode()
    files = {**original.files, SIGNATURE: note}
    return Change("second note of another kind", exactly(("signature_invalid", SIGNATURE)), files=files)


def signed_for_another(original: Original, rng: Random) -> Change:
    """The right key signed another package's list."""
    text = text_to_sign(hashlib.sha256(rng.randbytes(4)).hexdigest())
    note = sign_note(text, origin_of(original.files), original.key).encode()
    files = {**original.files, SIGNATURE: note}
    return Change("second note of another package", exactly(("not_signed", TAG_MANIFEST)), files=files)


def note_spelled_otherwise(original: Original, rng: Random) -> Change:
    """The second note with other line ends, a mark in front, a signature twice or an empty line more."""
    note = original.files[SIGNATURE]
    lines = note.splitlines(keepends=True)
    other = rng.choice(
        [
            note.replace(b"\n", b"\r\n"),
            b"\xef\xbb\xbf" + note,
            note + lines[-1],
            note + b"\n",
            note[:-1],
            note.replace("\u2014".encode(), b"-"),
            note.decode().encode("utf-16"),
            note.replace(b"=\n", b"\n"),
            b"\n" + note,
        ]
    )
    files = {**original.files, SIGNATURE: other if other != note else note + b" "}
    return Change("second note spelled otherwise", exactly(("signature_invalid", SIGNATURE)), files=files)


def list_spelled_otherwise(original: Original, rng: Random) -> Change:
    """A list in another encoding or form, signed by the holder of the key."""
    name = rng.choice(LISTS)
    files = {**original.files, name: _respelled(original.files[name], rng)}
    return Change(f"{name} spelled otherwise", found(("malformed", name)), files=tags_signed(original, files))


def tag_list_spelled_otherwise(original: Original, rng: Random) -> Change:
    """The list of the other files in another form, signed by the holder of the key."""
    files = {**original.files, TAG_MANIFEST: _respelled(original.files[TAG_MANIFEST], rng)}
    expected = found(("malformed", TAG_MANIFEST))
    return Change("tag list spelled otherwise", expected, files=signed(files, original.key))


def line_unlisted(original: Original, rng: Random) -> Change:
    """A file stands on one list and not on the other; the holder of the key signed it."""
    name, gone = rng.choice(LISTS), payload_in(original, rng)
    lines = original.files[name].splitlines(keepends=True)
    kept = b"".join(line for line in lines if not line.endswith(b"  " + gone.encode() + b"\n"))
    files = tags_signed(original, {**original.files, name: kept})
    return Change(f"{gone} not on {name}", exactly(("lists_disagree", gone)), files=files)


def line_wrong(original: Original, rng: Random) -> Change:
    """One list has another hash value for a file; the holder of the key signed it."""
    name, about = rng.choice(LISTS), payload_in(original, rng)
    digits = {MANIFEST_256: 64, MANIFEST_512: 128}[name]
    pattern = re.compile(rb"^[0-9a-f]+(?=  " + re.escape(about.encode()) + rb"$)", re.MULTILINE)
    wrong = pattern.sub(rng.randbytes(digits // 2).hex().encode(), original.files[name])
    files = tags_signed(original, {**original.files, name: wrong})
    return Change(f"wrong value for {about}", exactly(("changed", about)), files=files)


def line_more(original: Original, rng: Random) -> Change:
    """A list names a file that is not there, perhaps one that leads elsewhere."""
    name = rng.choice(LISTS)
    gone = rng.choice(["data/gone.png", "data/../outside", "data/exhibits/..", "data//x", "data/C:x"])
    digits = {MANIFEST_256: 64, MANIFEST_512: 128}[name]
    line = f"{'ab' * (digits // 2)}  {gone}\n".encode()
    files = tags_signed(original, {**original.files, name: original.files[name] + line})
    return Change(f"listed: {gone}", found(("missing", gone), ("lists_disagree", gone)), files=files)


def declaration_changed(original: Original, rng: Random) -> Change:
    """What the bag says of itself is otherwise; the holder of the key signed it."""
    if rng.random() < 0.5:
        text = rng.choice([b"BagIt-Version: 0.97\n", b"", original.files[BAGIT].replace(b"\n", b"\r\n")])
        files, expected = {**original.files, BAGIT: text}, exactly(("malformed", BAGIT))
    else:
        info = original.files[BAG_INFO]
        wrong = rng.choice(
            [
                re.sub(rb"Payload-Oxum: .*", b"Payload-Oxum: 1.1", info),
                re.sub(rb"Payload-Oxum: .*\n", b"", info),
                info.replace(b"\n", b"\r\n"),
                info.replace(b"Payload-Oxum: ", b"payload-oxum:  "),
            ]
        )
        files, expected = {**original.files, BAG_INFO: wrong}, found(("contradicts", BAG_INFO))
    return Change("declaration changed", expected, files=tags_signed(original, files))


def tag_unlisted(original: Original, rng: Random) -> Change:
    """A file outside the evidence stands on no list; the holder of the key signed it."""
    files = tags_anew(original.files)
    names = sorted(re.findall(r"  (.*)\n", files[TAG_MANIFEST].decode()))
    gone = rng.choice(names)
    kept = {name: sha256_of(files[name]) for name in names if name != gone}
    files = signed({**files, TAG_MANIFEST: list_of(kept)}, original.key)
    return Change(f"{gone} on no list", found(("extra", gone)), files=files)


def _edited(original: Original) -> dict[str, bytes]:
    """Return the files with another report; the second of several packages has none, but a read-me."""
    name = REPORT if REPORT in original.files else READ_ME
    return {**original.files, name: original.files[name] + b"x"}


def _respelled(data: bytes, rng: Random) -> bytes:
    """Return a list in a form that it must not have."""
    text = data.decode()
    return rng.choice(
        [
            text.encode("utf-16"),
            text.encode("utf-16-le"),
            b"\xef\xbb\xbf" + data,
            data.replace(b"\n", b"\r\n"),
            data.replace(b"  ", b" *"),
            data.replace(b"  ", b"\t"),
            data.upper(),
            data[:-1],
            data + b"\n",
            b"\n" + data,
            data + data.splitlines(keepends=True)[0],
            data.replace(b"a", "\u00e4".encode("latin-1"), 1) + b"\xe4",
            flip(data, rng)[:-1] + b"\0",
            re.sub(rb"(?m)^[0-9a-f]", b"", data, count=1),
        ]
    )


LIST_KINDS: dict[str, tuple[Maker, ...]] = {
    "lists anew around an edit": (edited, added_and_listed, dropped_and_unlisted),
    "second note lost or another's": (signature_lost, signed_by_another, key_replaced, signed_for_another),
    "second note spelled otherwise": (note_of_another_kind, note_spelled_otherwise),
    "list spelled otherwise": (list_spelled_otherwise, tag_list_spelled_otherwise),
    "list with a line too few, too many, wrong": (line_unlisted, line_wrong, line_more, tag_unlisted),
    "declaration changed": (declaration_changed,),
}
