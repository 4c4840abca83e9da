# SPDX-License-Identifier: MIT
"""Pages as they looked when last looked at; ``python -m tests.app.report.golden`` draws them anew.

Look at every picture that changed before it is kept.
"""

from __future__ import annotations

import gettext
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2 as pdfium

from app.model import Answer, Under18
from app.paths import resources
from app.report import fonts
from app.report.build import page_numbers, report_bytes
from app.report.writer import Writer
from app.words import Words
from tests.app.report.dossiers import changed, sample_dossier
from tests.app.report.fullest import empty, fullest
from tests.app.report.runs import make_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from PIL import Image

    from app.report.dossier import Dossier
    from tests.app.report.dossiers import DrawnOriginals

    Case = tuple[Dossier, DrawnOriginals]

FOLDER = Path(__file__).parent / "golden"
DOTS_PER_INCH = 50
BLOCK = 8  # pixels of a side: what is compared is the grey of blocks, not single dots


def under_18() -> Case:
    """Return a case of a child, at risk, with no picture."""
    dossier, originals = sample_dossier()
    child = changed(dossier, under_18=Under18.YES, risk_to_life=Answer.YES, pronoun="her", age=15)
    return replace(child, exhibits=(), left_out=()), originals


# name of the picture: the case, and the part of the report whose first page it is
PAGES: dict[str, tuple[Callable[[], Case], str]] = {
    "page1": (sample_dossier, "first"),
    "page1-empty": (empty, "first"),
    "page1-fullest": (fullest, "first"),
    "page1-under-18": (under_18, "first"),
    "accounts-scripts": (fullest, "accounts"),
    "exhibit": (sample_dossier, "exhibit TJH/1"),
    "conversation": (make_run, "exhibit TJH/2"),
    "checking": (sample_dossier, "checking"),
}


@cache
def _report(case: Callable[[], Case]) -> tuple[bytes, dict[str, int]]:
    """Return the PDF of a case, and on which page each part begins."""
    words = Words.load(resources() / "words" / "en", gettext.NullTranslations())
    dossier, originals = case()
    known = page_numbers(dossier, Writer(words, fonts.load(), dossier.prepared))
    return report_bytes(dossier, originals, words=words).data, known


def picture(name: str) -> Image.Image:
    """Return the page as it looks now, in grey."""
    case, part = PAGES[name]
    data, known = _report(case)
    page = pdfium.PdfDocument(data)[known[part] - 1]
    return page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L")


def blocks(image: Image.Image) -> NDArray[np.float64]:
    """Return the mean grey of each block."""
    grey = np.asarray(image, dtype=np.float64)
    rows, columns = grey.shape[0] // BLOCK, grey.shape[1] // BLOCK
    return grey[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK).mean(axis=(1, 3))


def main() -> None:
    """Draw every page anew."""
    FOLDER.mkdir(exist_ok=True)
    for name in PAGES:
        picture(name).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
