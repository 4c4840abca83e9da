# SPDX-License-Identifier: MIT
"""What goes through the pipes of the reading process: the length of a JSON text, the text, then bytes.

Never pickle: what comes back is data, and is checked field by field.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import IO, Any, TypeVar

from app.identify.values import Box, Proposal, Reading  # noqa: TC001 - looked up when answers are read
from app.plain import from_plain, to_plain

T = TypeVar("T")

HEAD = struct.Struct(">II")  # bytes of the JSON text, bytes of what follows it
MOST_TEXT = 16 * 1024 * 1024
MOST_BYTES = 128 * 1024 * 1024  # of a picture file


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one picture.

    Attributes:
        width_px: of the picture, upright; so is ``height_px``.
        proposals: what may be an identifier, the best first.
    """

    width_px: int
    height_px: int
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of text and where it stands."""

    box: Box
    reading: Reading


@dataclass(frozen=True, slots=True)
class ReadLines:
    """Every line of a picture, from top to bottom."""

    lines: tuple[ReadLine, ...]


def send(to: IO[bytes], plain: dict[str, Any], data: bytes = b"") -> None:
    """One message is on its way, whole."""
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False).encode()
    to.write(HEAD.pack(len(text), len(data)))
    to.write(text)
    to.write(data)
    to.flush()


def receive(source: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Return the next message.

    Raises:
        EOFError: the other side has ended.
        ValueError: what came is no message.
    """
    text_size, data_size = HEAD.unpack(_exactly(source, HEAD.size))
    if text_size > MOST_TEXT or data_size > MOST_BYTES:
        raise ValueError("too long for a message")
    try:
        plain = json.loads(_exactly(source, text_size))
    except RecursionError as error:
        raise ValueError("no message") from error
    if not isinstance(plain, dict):
        raise ValueError("no message")  # noqa: TRY004 - the caller tells a bad message by one error
    return plain, _exactly(source, data_size)


def answer(said: object) -> dict[str, Any]:
    """Return an answer as JSON knows it."""
    return {"answer": to_plain(said)}


def answered(kind: type[T], plain: dict[str, Any]) -> T:
    """Return the answer, if it is of this kind; ValueError if it is not."""
    return from_plain(kind, plain.get("answer"))


def _exactly(source: IO[bytes], size: int) -> bytes:
    data = source.read(size)
    if len(data) < size:
        raise EOFError
    return data
