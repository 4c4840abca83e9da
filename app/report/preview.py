# SPDX-License-Identifier: MIT
"""The finished PDF turned back into pictures, for the window and for printers that want pixels.

PDFium aborts when several threads use it: everything here is called from one thread (lane PDFIUM).
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Self

import pypdfium2 as pdfium

from app.capture.models import Frame
from app.errors import ExportFailed

POINTS_PER_INCH = 72  # Source: ISO 32000-1, section 8.3.2.3


@dataclass(frozen=True, slots=True)
class PageSize:
    """Size of one page in points."""

    width_pt: float
    height_pt: float


class PdfPages:
    """An open PDF; use it from one thread only, and close it."""

    def __init__(self, data: bytes) -> None:
        """Open the bytes of one PDF.

        Raises:
            ExportFailed: they are no PDF.
        """
        try:
            self._document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise ExportFailed("the finished report cannot be read") from error
        self.sizes: tuple[PageSize, ...] = tuple(
            PageSize(*self._document.get_page_size(index)) for index in range(len(self._document))
        )

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close the document."""
        self.close()

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self.sizes)

    def render(self, index: int, dots_per_inch: float) -> Frame:
        """Return one page, white behind it, at so many dots an inch."""
        page = self._document[index]
        try:
            bitmap = page.render(scale=dots_per_inch / POINTS_PER_INCH, prefer_bgrx=True)
            return _frame(bitmap)
        finally:
            page.close()

    def text(self, index: int) -> str:
        """Return the words of one page, for screen readers."""
        page = self._document[index]
        text_page = page.get_textpage()
        try:
            return str(text_page.get_text_bounded())
        finally:
            text_page.close()
            page.close()

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()


def _frame(bitmap: pdfium.PdfBitmap) -> Frame:
    """Return the pixels of a bitmap without padding at the end of rows, and free the bitmap."""
    size = bitmap.stride * bitmap.height
    raw = ctypes.string_at(bitmap.buffer, size)
    row_bytes = bitmap.width * 4
    if bitmap.stride != row_bytes:
        raw = b"".join(raw[start : start + row_bytes] for start in range(0, size, bitmap.stride))
    frame = Frame(bitmap.width, bitmap.height, raw)
    bitmap.close()
    return frame
