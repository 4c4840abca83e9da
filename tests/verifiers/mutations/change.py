# SPDX-License-Identifier: MIT
"""An untouched package, and a change of it: what all kinds of mutations are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.package.names import LOG, MANIFEST_256, MANIFEST_512, PUBLIC_KEY, SIGNATURE, TAG_MANIFEST
from tests.verifiers.mutations.expected import Expected, found

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from app.custody.authorities import Authority
    from app.custody.checkpoint import SigningKey

ZIP_NAME = "package.zip"
FOLDER = "JAS_evidence_20261124_v1/"
LISTS = (MANIFEST_256, MANIFEST_512)
OWN_RULES = frozenset({TAG_MANIFEST, SIGNATURE})


@dataclass(frozen=True)
class Original:
    """A package as it was exported, and the key it was signed with.

    Attributes:
        is_free: nothing in it holds its owner to what was said before: no earlier head, no outside time.
        has_whole_log: every record is here, not only the leaves of some.
        authorities: of its outside times.
        withheld: what shows something that is covered, by the name it would have in the package.
    """

    kind: str
    zipped: bytes
    files: dict[str, bytes]
    key: SigningKey
    root: str
    fingerprint: str
    is_free: bool = True
    has_whole_log: bool = True
    authorities: tuple[Authority, ...] = ()
    withheld: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """One changed package: the bytes of a ZIP, or files by name that any form may hold.

    Attributes:
        links: in a folder, these names point at files elsewhere.
    """

    name: str
    expected: Expected
    zipped: bytes | None = None
    files: dict[str, bytes] | None = None
    links: tuple[str, ...] = ()
    form: str | None = None  # "zip" or "folder", where only one will do


if TYPE_CHECKING:
    Maker = Callable[[Original, Random], Change]


def name_in(original: Original, rng: Random) -> str:
    """Return any file of the package."""
    return rng.choice(sorted(original.files))


def payload_in(original: Original, rng: Random) -> str:
    """Return any file of the package that both lists name."""
    return rng.choice(sorted(name for name in original.files if name.startswith("data/")))


def changed(name: str) -> Expected:
    """Return what must be found where one file has other bytes and all else stayed as it was."""
    if name == TAG_MANIFEST:
        return found(("not_signed", TAG_MANIFEST))
    return found(("signature_invalid" if name == SIGNATURE else "changed", name))


def not_signed(name: str) -> Expected:
    """Return what must be found where lists were made anew around one file, and the signature was kept."""
    return found(("not_in_log", name) if name == PUBLIC_KEY else ("not_signed", TAG_MANIFEST))


def log_lines(original: Original) -> list[bytes]:
    """Return the records of the log, without line ends."""
    return original.files[LOG].split(b"\n")[:-1]
