# SPDX-License-Identifier: MIT
"""Everything that can be read out of what is handed over: every picture decoded, every text in any layer."""

from __future__ import annotations

import contextlib
import io
import subprocess
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pikepdf
import pypdfium2
from PIL import Image
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

CLEAR, DARK = 150, 100  # a channel that is on, and one that is off, after any scaling and recompression
HUES = {"magenta": (1, 0, 1), "cyan": (0, 1, 1), "green": (0, 1, 0), "yellow": (1, 1, 0)}
LEAST_PIXELS = 4


@dataclass
class Found:
    """Which colours and words were found, and in what."""

    hues: dict[str, set[str]] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)
    pictures: int = 0
    texts: int = 0


def look(paths: Iterable[Path], words: Iterable[str]) -> Found:
    """Return what is found in these files and folders, and in the files inside of them."""
    found, wanted = Found(), tuple(words)
    for name, data in _files(paths):
        _note_text(found, name, data, wanted)
        if data[:4] in {b"\x89PNG", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1"}:
            _note_picture(found, name, Image.open(io.BytesIO(data)))
        elif data[:4] == b"%PDF":
            for inner, text in _pdf_texts(data):
                _note_text(found, f"{name}: {inner}", text, wanted)
            for inner, picture in _pdf_pictures(data):
                _note_picture(found, f"{name}: {inner}", picture)
    return found


def _files(paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Give every file, those in folders and archives too."""
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in (one for one in inside if one.is_file()):
            data = file.read_bytes()
            if not zipfile.is_zipfile(file):
                yield file.name, data
                continue
            with zipfile.ZipFile(file) as opened:
                yield from ((name, opened.read(name)) for name in opened.namelist())


def _pdf_texts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give every text of a PDF: streams, strings, attachments, metadata, and what two readers read."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        for n, one in enumerate(opened.objects):
            if isinstance(one, pikepdf.Stream):
                with contextlib.suppress(pikepdf.PdfError):
                    yield f"stream {n}", one.read_bytes()
            yield f"object {n}", "\n".join(_strings(one)).encode()
        for name, attached in opened.attachments.items():
            yield f"attached {name}", attached.get_file().read_bytes()
        yield "outline", str([item.title for item in _titles(opened)]).encode()
        yield "metadata", str(opened.open_metadata()).encode()
    reader = PdfReader(io.BytesIO(data))
    yield "read by position", "\n".join(page.extract_text() for page in reader.pages).encode()
    plain = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    yield "read by another", plain.stdout


def _titles(opened: pikepdf.Pdf) -> list[pikepdf.OutlineItem]:
    """Return every entry of the outline."""
    with opened.open_outline() as outline:
        todo, all_of_them = list(outline.root), []
        while todo:
            item = todo.pop()
            all_of_them.append(item)
            todo += item.children
    return all_of_them


def _strings(one: pikepdf.Object) -> Iterator[str]:
    """Give every string of one object: alternative texts, titles, whatever it is for."""
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Array):
        for inner in one:
            if isinstance(inner, pikepdf.Object) and not inner.is_indirect:
                yield from _strings(inner)
    elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        for value in one.values():
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _strings(value)


def _pdf_pictures(data: bytes) -> Iterator[tuple[str, Image.Image]]:
    """Give every picture inside a PDF, and every page as it is seen."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        for n, one in enumerate(opened.objects):
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image":
                yield f"image {n}", pikepdf.PdfImage(one).as_pil_image()
    pages = pypdfium2.PdfDocument(data)
    for n in range(len(pages)):
        yield f"page {n + 1}", pages[n].render(scale=1.5).to_pil()
    pages.close()


def _note_text(found: Found, name: str, data: bytes, words: Iterable[str]) -> None:
    """What the name or the bytes of a file say is noted, in any encoding and however it is broken."""
    found.texts += 1
    folded = b"".join(data.split()).lower()
    for word in words:
        ways = (word.encode(), word.encode("utf-16-be"), word.encode("utf-16-le"))
        if any(way.lower() in folded for way in ways) or word.lower() in name.lower():
            found.words.setdefault(word, set()).add(name)


def _note_picture(found: Found, name: str, picture: Image.Image) -> None:
    """Which of the colours a picture has is noted."""
    found.pictures += 1
    pixels = np.asarray(picture.convert("RGB"))
    for hue in HUES:
        if np.count_nonzero(_is_of(pixels, hue)) >= LEAST_PIXELS:
            found.hues.setdefault(hue, set()).add(name)


def _is_of(pixels: NDArray[np.uint8], hue: str) -> NDArray[np.bool_]:
    """Return which pixels are of a colour."""
    channels = [
        pixels[..., n] > CLEAR if is_on else pixels[..., n] < DARK for n, is_on in enumerate(HUES[hue])
    ]
    return channels[0] & channels[1] & channels[2]


def speckled(rows: int, columns: int, hue: str, seed: int) -> NDArray[np.uint32]:
    """Return a pattern of one colour in which no pixel is quite like the next."""
    noise = np.random.default_rng(seed)
    parts = [
        noise.integers(190, 256, (rows, columns)) if is_on else noise.integers(0, 60, (rows, columns))
        for is_on in HUES[hue]
    ]
    red, green, blue = (part.astype(np.uint32) for part in parts)
    return np.uint32(0xFF000000) | red << np.uint32(16) | green << np.uint32(8) | blue
