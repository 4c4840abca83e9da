# SPDX-License-Identifier: MIT
"""The time authorities that this release knows: where they are asked, and the root that pins them."""

from __future__ import annotations

import binascii
import hashlib
import re
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - field types are looked up when a file is read
from typing import TYPE_CHECKING

from app import paths
from app.content import Place, load

if TYPE_CHECKING:
    from pathlib import Path

_PEM = re.compile(r"-----BEGIN CERTIFICATE-----\s+([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----\s*")
_URL = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?(/[!-~]*)?")
_KEY = re.compile(r"[a-z0-9_]{1,32}")


@dataclass(frozen=True, slots=True)
class Authority:
    """A time authority.

    Attributes:
        key: by which the custody log names it: the name of its file.
        root: its root certificate, DER; the only thing it is trusted by.
    """

    key: str
    name: str
    url: str
    root: bytes

    @property
    def root_pem(self) -> bytes:
        """The root as ``openssl`` takes it."""
        lines = binascii.b2a_base64(self.root, newline=False).decode("ascii")
        body = "\n".join(lines[at : at + 64] for at in range(0, len(lines), 64))
        return f"-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n".encode("ascii")


@dataclass(frozen=True, slots=True)
class _File:
    """What stands in a file. ``order``: who is asked first."""

    order: int
    name: str
    url: str
    root: str
    root_sha256: str
    verified_on: date
    sources: tuple[str, ...]


def known_authorities() -> tuple[Authority, ...]:
    """Return the time authorities of this release, whoever is asked first first."""
    return load_authorities(paths.resources() / "authorities")


def load_authorities(folder: Path) -> tuple[Authority, ...]:
    """Return the authorities, whoever is asked first first.

    Raises:
        GuideInvalid: a file cannot be read, or says what cannot be; the message names file, line and key.
    """
    files = [(load(_File, path), path) for path in sorted(folder.glob("*.toml"))]
    return tuple(_authority(said, path) for said, path in sorted(files, key=lambda one: one[0].order))


def read_authority(key: str, root_pem: bytes) -> Authority:
    """Return an authority that is known by its root alone, as it was pinned once.

    Raises:
        ValueError: that is no certificate.
    """
    return Authority(key, key, "", _der(root_pem.decode("ascii")))


def _authority(said: _File, path: Path) -> Authority:
    """Return one authority, its root compared with the hash value that stands beside its name."""
    place = Place.of(path)
    if not _KEY.fullmatch(path.stem):
        raise place.wrong(": its name should be small letters, digits and underscores")
    if not _URL.fullmatch(said.url):
        raise place.at("url").wrong(" should begin with http:// or https://")
    if not said.sources:
        raise place.at("sources").wrong(" should name where this is from")
    root = _root(path.parent / said.root, place)
    if hashlib.sha256(root).hexdigest() != said.root_sha256:
        raise place.at("root_sha256").wrong(" is not the hash value of the root")
    return Authority(path.stem, said.name, said.url, root)


def _root(path: Path, place: Place) -> bytes:
    """Return the one certificate in a PEM file."""
    try:
        return _der(path.read_text("ascii"))
    except (OSError, ValueError) as error:
        raise place.at("root").wrong(" should name a PEM file beside it") from error


def _der(pem: str) -> bytes:
    """Return the bytes of the one certificate in PEM.

    Raises:
        ValueError: there is none, or something else too.
    """
    match = _PEM.fullmatch(pem)
    if match is None:
        raise ValueError("not one certificate in PEM")
    return binascii.a2b_base64(match[1])
