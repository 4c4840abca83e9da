# SPDX-License-Identifier: MIT
"""The reading process: pictures come in, what they hold goes out, until the pipe closes.

Nothing is written anywhere.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

from app.errors import ImportRefused
from app.identify import crops
from app.identify.confine import confine
from app.identify.finding import find
from app.identify.lines import find_lines
from app.identify.picture import TOO_LARGE, Picture, decode
from app.identify.platforms import Catalogue
from app.identify.recogniser import Recogniser
from app.identify.values import Box, TextLine
from app.identify.wire import Found, ReadLine, ReadLines, answer, receive, send
from app.paths import resources
from app.process_name import show_only_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.identify.values import Proposal, Reading


class Eyes:
    """What looks at pictures: the model and the catalogue, loaded once."""

    def __init__(self) -> None:
        """Load both."""
        self._recogniser = Recogniser()
        self._catalogue = Catalogue.load(resources() / "platforms")

    def find(self, picture: Picture, asked: dict[str, Any]) -> Found:
        """Return what may be an identifier."""
        eyes = self._recogniser
        found = find(picture.rgb, eyes.read, self._catalogue, asked.get("wanted"), eyes.skim)
        grown = tuple(_grown(each, picture.shrunk) for each in found)
        return Found(picture.width_px, picture.height_px, grown)

    def box(self, picture: Picture, asked: dict[str, Any]) -> Reading:
        """Return the text in a box; ImportRefused if it lies outside the picture."""
        height, width = picture.rgb.shape[:2]
        left, top, right, bottom = (round(each / picture.shrunk) for each in asked["box"])
        box = Box(max(0, left), max(0, top), min(width, right), min(height, bottom))
        if box.width_px < 1 or box.height_px < 1:
            raise ImportRefused("the box lies outside the picture")
        (reading,) = self._recogniser.read(
            [crops.crop(picture.rgb, TextLine(_tight(picture, box), is_blue=False))]
        )
        return reading

    def all(self, picture: Picture, _asked: dict[str, Any]) -> ReadLines:
        """Return every line of the picture."""
        lines = find_lines(picture.rgb, has_ripples=True)
        readings = self._recogniser.read([crops.crop(picture.rgb, line) for line in lines])
        pairs = zip(lines, readings, strict=True)
        return ReadLines(
            tuple(ReadLine(_larger(line.box, picture.shrunk), said) for line, said in pairs if said.text)
        )


def serve() -> int:
    """Answer until the pipe closes; returns the exit code."""
    show_only_name()
    source, to = _pipes()
    eyes = Eyes()
    confine()
    asks: dict[str, Callable[[Picture, dict[str, Any]], object]] = {
        "find": eyes.find,
        "box": eyes.box,
        "all": eyes.all,
    }
    try:
        while True:
            send(to, _answer(asks, *receive(source)))  # no name here keeps the last picture
    except (EOFError, BrokenPipeError):
        return 0


def _answer(
    asks: dict[str, Callable[[Picture, dict[str, Any]], object]], asked: dict[str, Any], data: bytes
) -> dict[str, Any]:
    """Return what is sent back: an answer, or why there is none. A fault is named by its kind alone.

    Where memory may have run out, which a process that has read hundreds of pictures has less of, it says so.
    """
    try:
        if asked["ask"] == "warm":
            return answer(True)  # loaded
        return answer(asks[asked["ask"]](decode(data), asked))
    except ImportRefused as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"refused": TOO_LARGE, "is_tired": True}
    except Exception as error:  # noqa: BLE001 - the message could hold what was read
        return {"failed": type(error).__name__, "is_tired": True}


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Return the two pipes; nothing else that prints can get into them."""
    source, to = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    quiet = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(quiet, number)
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows only

        for pipe in (source, to):
            msvcrt.setmode(pipe.fileno(), os.O_BINARY)
    return source, to


def _tight(picture: Picture, box: Box) -> Box:
    """Return the widest line of text inside the box, or the box itself if none stands out."""
    inside = find_lines(picture.rgb, box)
    widest = max(inside, key=lambda line: line.box.width_px, default=None)
    return widest.box if widest else box


def _grown(proposal: Proposal, by: int) -> Proposal:
    """Return the proposal with its boxes in pixels of the file."""
    name = _larger(proposal.name_box, by) if proposal.name_box else None
    return replace(proposal, box=_larger(proposal.box, by), name_box=name)


def _larger(box: Box, by: int) -> Box:
    return Box(box.left * by, box.top * by, box.right * by, box.bottom * by)
