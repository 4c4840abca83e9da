# SPDX-License-Identifier: MIT
"""Identifiers seen in picture files, told one picture after the other for the command line."""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from app.errors import BadInput, ImportRefused, ReadingFailed
from app.identify import checksums
from app.identify.checksums import Sum
from app.identify.extract import masked
from app.identify.lookalikes import name_of
from app.identify.platforms import Catalogue
from app.identify.references import is_secret
from app.identify.values import Kind
from app.paths import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from app.identify.values import Doubt, Proposal

MOST_BYTES = 256 * 1024 * 1024  # of one file; more is not read to the end


class Found(Protocol):
    """What was found in one picture."""

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """The best first."""


class Finder(Protocol):
    """Looks for identifiers in the bytes of a picture; ``app.identify.reading.Reader`` does."""

    def find(self, picture: bytes, wanted: str | None = None) -> Found:
        """Return what is found; ``wanted`` is the id of a platform."""


@dataclass(frozen=True, slots=True)
class Looked:
    """One picture file that was looked at.

    Attributes:
        image: its path as it was given.
        proposals: what was seen in it, the best first.
        problem: why it could not be looked at, in one line; None if it was.
    """

    image: Path
    proposals: tuple[Proposal, ...] = ()
    problem: str | None = None

    @property
    def name(self) -> str:
        """The path, so that it stays on one line and says which file it is whatever its bytes are."""
        return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in str(self.image))

    def line(self, catalogue: Catalogue, *, as_json: bool) -> str:
        """Return what was seen: one JSON object on one line, or a line for each thing seen."""
        if as_json:
            found = [_plain(proposal) for proposal in self.proposals]
            return json.dumps({"image": str(self.image), "found": found}, ensure_ascii=False)
        lines = [f"{self.name}: {_words(proposal, catalogue)}" for proposal in self.proposals]
        return "\n".join(lines) if lines else f"{self.name}: nothing found"


def identify(
    images: Sequence[Path],
    platform: str | None,
    finder: Finder,
    say: Callable[[str], None],
    complain: Callable[[str], object],
    *,
    as_json: bool,
) -> bool:
    """Every picture was looked at and told as soon as it was; returns whether all of them could be read.

    Raises:
        BadInput: there is no such platform.
    """
    catalogue = Catalogue.load(resources() / "platforms")
    wanted = known_platform(catalogue, platform)
    is_whole = True
    for looked in look(images, finder, wanted):
        if looked.problem is None:
            say(looked.line(catalogue, as_json=as_json))
        else:
            complain(looked.problem)
            is_whole = False
    return is_whole


def known_platform(catalogue: Catalogue, platform: str | None) -> str | None:
    """Return the id of the platform that was asked for, if any.

    Raises:
        BadInput: there is no such platform.
    """
    if platform is None or catalogue.find(platform):
        return platform
    known = ", ".join(sorted(each.id for each in catalogue))
    raise BadInput(f"There is no platform called {ascii(platform)[1:-1]}. Known are: {known}.")


def look(images: Sequence[Path], finder: Finder, wanted: str | None) -> Iterator[Looked]:
    """Yield each picture when it has been looked at; one that cannot be read does not stop the others."""
    for image in images:
        try:
            yield Looked(image, finder.find(_bytes_of(image), wanted).proposals)
        except (ImportRefused, ReadingFailed) as error:
            yield _failed(image, str(error))
        except OSError as error:
            yield _failed(image, (error.strerror or type(error).__name__).lower())


def _failed(image: Path, why: str) -> Looked:
    """Return a picture that could not be looked at."""
    reason = " ".join(why.split()).rstrip(".")
    return Looked(image, problem=f"{Looked(image).name}: {reason}. It was left out.")


def _bytes_of(image: Path) -> bytes:
    """Return the whole file.

    Raises:
        ImportRefused: it is no file, or far too large for a picture.
        OSError: it cannot be read.
    """
    about = image.stat()
    if not stat.S_ISREG(about.st_mode):
        raise ImportRefused("it is no file")
    if about.st_size > MOST_BYTES:
        raise ImportRefused("the file is larger than any picture of a screen")
    return image.read_bytes()


def _plain(proposal: Proposal) -> dict[str, Any]:
    """Return a proposal for JSON. Source: docs/architecture.md, the command line."""
    box = proposal.box
    return {
        "platform": proposal.platform,
        "kind": str(proposal.kind),
        "value": _shown(proposal),
        "box": [box.left, box.top, box.right, box.bottom],
        "confidence": round(proposal.confidence, 3),
        "ambiguous": [doubt.index for doubt in proposal.doubts],
    }


def _words(proposal: Proposal, catalogue: Catalogue) -> str:
    """Return a proposal as a line for people."""
    box = proposal.box
    where = f"at {box.left},{box.top} to {box.right},{box.bottom}"
    parts = [f"{_kind(proposal, catalogue)} {_shown(proposal)}", where, f"sure to {proposal.confidence:.0%}"]
    if checksums.check(proposal.kind, proposal.value) is Sum.WRONG:
        parts.append("its own check does not fit: look again")
    if proposal.doubts:
        parts.append("look again at " + ", ".join(map(_doubt, proposal.doubts)))
    return "; ".join(parts)


def _kind(proposal: Proposal, catalogue: Catalogue) -> str:
    """Return what it is, such as ``Skype Name`` or ``iban``."""
    if proposal.platform is None or proposal.kind != Kind.IDENTIFIER:
        return proposal.kind.replace("_", " ")
    platform = catalogue.find(proposal.platform)
    if platform is None:
        return catalogue.name_of(proposal.platform)
    said = platform.id_kind
    return said if said.startswith(platform.name) else f"{platform.name} {said}"


def _doubt(doubt: Doubt) -> str:
    """Return a doubt as a place, counted from 1, and what may stand there."""
    return f"place {doubt.index + 1} ({' or '.join(map(name_of, doubt.options))})"


def _shown(proposal: Proposal) -> str:
    """Return the value; of a secret only its end."""
    return masked(proposal.value) if is_secret(proposal.kind) else proposal.value
