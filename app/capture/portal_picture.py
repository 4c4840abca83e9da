# SPDX-License-Identifier: MIT
"""The picture that the desktop portal leaves in clear on the disk: read once, and deleted at once."""

from __future__ import annotations

import io
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes, urlsplit

from app.errors import CaptureDenied, PictureLeft

if TYPE_CHECKING:
    from PIL.Image import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_BYTES = 400_000_000
MOST_PX = 80_000_000  # below Pillow's own limit; nine 4K monitors are 75 million
# A link in place of the picture, or a pipe that nobody writes to, is not followed or waited for.
READING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
EMPTYING = os.O_WRONLY | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)


def take_away(uri: str) -> bytes:
    """Return the bytes of the picture; the file is gone, or empty where a name cannot be removed.

    A file that is no picture is left as it was: it is not the portal's.

    Raises:
        CaptureDenied: there is no picture of ours at that place.
        PictureLeft: a picture is, or may be, there and could not be deleted.
    """
    folder, name = os.path.split(_path_of(uri))
    try:
        at = os.open(folder, FOLDER)
    except OSError as error:
        raise CaptureDenied("the folder of the picture cannot be opened") from error
    try:
        return _read_and_deleted(at, name)
    except PictureLeft as error:
        raise PictureLeft(os.fsdecode(os.path.join(folder, name))) from error  # noqa: PTH118 - bytes
    finally:
        os.close(at)


def throw_away(uri: str) -> None:
    """Delete a picture that nobody waits for any more; what is no picture is left.

    Raises:
        PictureLeft: a picture is, or may be, there and could not be deleted.
    """
    with suppress(CaptureDenied):
        take_away(uri)


def decoded(data: bytes) -> Image:
    """Return the picture in memory, colours only.

    Raises:
        CaptureDenied: it is not whole, or larger than any desktop.
    """
    from PIL import Image  # noqa: PLC0415 - lazy: 22 ms at start

    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as opened:
            if opened.width * opened.height > MOST_PX:
                raise CaptureDenied("the picture is larger than any desktop")
            return opened.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise CaptureDenied("the picture cannot be read") from error


def _path_of(uri: str) -> bytes:
    """Return the path of a file on this computer."""
    try:
        parts = urlsplit(uri)
    except ValueError as error:
        raise CaptureDenied("the portal names no file") from error
    path = os.path.normpath(unquote_to_bytes(parts.path))
    is_here = parts.scheme == "file" and parts.netloc in {"", "localhost"}
    if not is_here or not path.startswith(b"/") or b"\0" in path or parts.query or parts.fragment:
        raise CaptureDenied("the portal names no file of this computer")
    return path


def _read_and_deleted(folder: int, name: bytes) -> bytes:
    """Return the bytes of a picture in an open folder; it is gone whether they could be read or not."""
    opened = _opened(folder, name)
    with os.fdopen(opened, "rb") as file:
        start = file.read(len(SIGNATURE))
        if start and start != SIGNATURE:
            raise CaptureDenied("the portal names a file that is no picture")
        try:
            if os.fstat(opened).st_size > MOST_BYTES:
                raise CaptureDenied("the picture is larger than any desktop")
            return start + file.read(MOST_BYTES)
        except OSError as error:
            raise CaptureDenied("the picture cannot be read") from error
        finally:
            _delete(folder, name, opened)


def _opened(folder: int, name: bytes) -> int:
    """Return an ordinary file of ours, open for reading."""
    try:
        if stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
            raise PictureLeft(os.fsdecode(name))  # whoever wrote through the link left the picture elsewhere
        opened = os.open(name, READING, dir_fd=folder)
    except OSError as error:
        raise CaptureDenied("the picture cannot be opened") from error
    status = os.fstat(opened)
    if not stat.S_ISREG(status.st_mode):
        os.close(opened)
        raise CaptureDenied("the portal names something else than a file")
    if status.st_uid != _own_uid():
        os.close(opened)
        raise PictureLeft(os.fsdecode(name))
    return opened


def _own_uid() -> int:
    """Return who we are; the portal is of Linux, but the types are checked for every system."""
    return int(getattr(os, "geteuid", lambda: -1)())


def _delete(folder: int, name: bytes, opened: int) -> None:
    """Remove the name of an open file; it is empty afterwards if it can still be reached."""
    with suppress(OSError):
        if os.path.samestat(os.stat(name, dir_fd=folder, follow_symlinks=False), os.fstat(opened)):
            os.unlink(name, dir_fd=folder)
    if not os.fstat(opened).st_nlink:
        return
    with suppress(OSError):
        emptied = os.open(name, EMPTYING, dir_fd=folder)
        os.close(emptied)
    if os.fstat(opened).st_size:
        raise PictureLeft(os.fsdecode(name))
