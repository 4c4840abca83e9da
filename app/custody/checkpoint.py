# SPDX-License-Identifier: MIT
"""Signed heads of the custody log, and the key that signs them.

Source: C2SP signed-note and tlog-checkpoint (the form that transparency logs use); Ed25519 is RFC 8032.
"""

from __future__ import annotations

import base64
import binascii
import functools
import hashlib
import re
from dataclasses import dataclass
from importlib import resources

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.errors import BadInput, ChainBroken

ALGORITHM = b"\x01"  # Source: C2SP signed-note, signature types: Ed25519
KEY_BYTES = 32
WORDS = 6
MAX_NOTE_CHARACTERS = 64 * 1024
_MARK = "\u2014"  # the em dash that begins a signature line
_NAME = re.compile(r"[^\s+]+")
_DIGITS = re.compile(r"0|[1-9][0-9]{0,15}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a signed head says: whose log, how many records, and the root over them."""

    origin: str
    size: int
    root: str


class SigningKey:
    """The Ed25519 key of one case; it is made with the vault and never leaves it."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        """Keep the key; ``generate`` and ``from_bytes`` are the ways to one."""
        self._key = key

    @classmethod
    def generate(cls) -> SigningKey:
        """Return a new key."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_bytes(cls, seed: bytes) -> SigningKey:
        """Return the key that grows from this seed.

        Raises:
            BadInput: the seed is not 32 bytes.
        """
        if len(seed) != KEY_BYTES:
            raise BadInput("a seed is 32 bytes")
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def seed(self) -> bytes:
        """The 32 secret bytes, for the vault to keep."""
        return self._key.private_bytes_raw()

    @property
    def public_bytes(self) -> bytes:
        """The 32 bytes of the public key."""
        return self._key.public_key().public_bytes_raw()

    @property
    def fingerprint(self) -> str:
        """Hash value of the public key, as printed in the report."""
        return fingerprint(self.public_bytes)

    def sign(self, message: bytes) -> bytes:
        """Return the 64 bytes of the signature."""
        return self._key.sign(message)


def fingerprint(public: bytes) -> str:
    """Return the hash value by which people compare public keys: 64 hexadecimal digits."""
    return hashlib.sha256(public).hexdigest()


def sign_note(text: str, name: str, key: SigningKey) -> str:
    """Return the text with a signature line below it.

    Raises:
        BadInput: the text does not end in a line end or holds control characters, or the name has a blank.
    """
    _check_note_parts(text, name)
    signature = key_id(name, key.public_bytes) + key.sign(text.encode("utf-8"))
    return f"{text}\n{_MARK} {name} {base64.b64encode(signature).decode('ascii')}\n"


def open_note(note: str, public: bytes, name: str) -> str:
    """Return the text of a note that this key signed under this name.

    Raises:
        ChainBroken: no such signature, or it does not fit the text.
    """
    text, signature = _parts(note, name)
    if signature[:4] != key_id(name, public):
        raise ChainBroken(0, "the note was signed by another key")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature[4:], text.encode("utf-8"))
    except (InvalidSignature, ValueError) as error:
        raise ChainBroken(0, "the signature does not fit the note") from error
    return text


def make_checkpoint(origin: str, size: int, root: str, key: SigningKey) -> str:
    """Return the signed head of a log of this size. Source: C2SP tlog-checkpoint."""
    encoded = base64.b64encode(bytes.fromhex(root)).decode("ascii")
    return sign_note(f"{origin}\n{size}\n{encoded}\n", origin, key)


def read_checkpoint(note: str, public: bytes) -> Checkpoint:
    """Return what a signed head says, signed by this key under the log's own name.

    Raises:
        ChainBroken: the signature does not fit, or the text is no checkpoint.
    """
    origin = note.partition("\n")[0]
    lines = open_note(note, public, origin).split("\n")
    if len(lines) != 4 or not _DIGITS.fullmatch(lines[1]):
        raise ChainBroken(0, "the note is no checkpoint")
    root = _decoded(lines[2])
    if len(root) != KEY_BYTES:
        raise ChainBroken(0, "the checkpoint has no root")
    return Checkpoint(origin, int(lines[1]), root.hex())


def key_id(name: str, public: bytes) -> bytes:
    """Return the four bytes by which a signature line names its key. Source: C2SP signed-note."""
    return hashlib.sha256(name.encode("utf-8") + b"\n" + ALGORITHM + public).digest()[:4]


def public_key_line(name: str, public: bytes) -> str:
    """Return the line that hands the public key on. Source: C2SP signed-note, verifier keys."""
    encoded = base64.b64encode(ALGORITHM + public).decode("ascii")
    return f"{name}+{key_id(name, public).hex()}+{encoded}\n"


def read_public_key_line(line: str) -> tuple[str, bytes]:
    """Return name and public key of such a line.

    Raises:
        ChainBroken: it is none, or its parts do not fit together.
    """
    name, _, rest = line.partition("+")
    _, _, encoded = rest.partition("+")
    public = _decoded(encoded.removesuffix("\n"))[1:]
    if not _NAME.fullmatch(name) or len(public) != KEY_BYTES or public_key_line(name, public) != line:
        raise ChainBroken(0, "the public key cannot be read")
    return name, public


def check_words(root: str) -> tuple[str, ...]:
    """Return six words for a quick comparison aloud; the full root is the proof, these are not.

    Source: the EFF's long list of 7,776 words; the root modulo 7776^6, its digits from the highest down.
    """
    listed, number = _listed(), int(root, 16)
    words: list[str] = []
    for _ in range(WORDS):
        number, place = divmod(number, len(listed))
        words.append(listed[place])
    return tuple(reversed(words))


@functools.cache
def _listed() -> tuple[str, ...]:
    """Return the list that check words are taken from; it is read once."""
    return tuple(resources.files("xkcdpass").joinpath("static/eff-long").read_text("utf-8").split())


def _check_note_parts(text: str, name: str) -> None:
    """Refuse a text or name that would not come back the same from the note."""
    if not text.endswith("\n") or any(ord(c) < 0x20 and c != "\n" for c in text):
        raise BadInput("a note is lines of text")
    if not _NAME.fullmatch(name):
        raise BadInput("a key's name has no blanks and no plus sign")


def _parts(note: str, name: str) -> tuple[str, bytes]:
    """Return the signed text and the one signature under this name.

    Raises:
        ChainBroken: no note, or not exactly one such signature.
    """
    if len(note) > MAX_NOTE_CHARACTERS or not note.endswith("\n"):
        raise ChainBroken(0, "not a signed note")
    text, gap, below = note.rpartition("\n\n")
    lines = below.split("\n")[:-1]
    if not gap or not all(line.startswith(f"{_MARK} ") for line in lines):
        raise ChainBroken(0, "not a signed note")
    ours = [parts[2] for parts in (line.split(" ") for line in lines) if len(parts) == 3 and parts[1] == name]
    if len(ours) != 1:
        raise ChainBroken(0, "no signature under this name")
    return f"{text}\n", _decoded(ours[0])


def _decoded(text: str) -> bytes:
    """Return the bytes of base64 in its one strict form; nothing if it is not.

    Two spellings of one value must not both pass, so it is encoded again and compared.
    """
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return data if base64.b64encode(data).decode("ascii") == text else b""
