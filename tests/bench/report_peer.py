# SPDX-License-Identifier: MIT
"""One way to put captures into a PDF, in a process of its own: its name, a folder, how many pages.

Prints CPU time in ms, peak of memory in kB and size of the file in bytes; what is imported does not count.
"""

from __future__ import annotations

import gettext
import hashlib
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import fpdf
import img2pdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.hashing import sha256_of
from app.paths import resources
from app.report.build import build_report
from app.report.images import read_png
from app.words import Words
from tests.app.report.dossiers import sample_dossier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class Files:
    """Captures on the disk under the ids of the exhibits."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = {f"x{n}": path for n, path in enumerate(paths, 1)}

    def parts(self, exhibit_id: str) -> Iterator[bytes]:
        yield self._paths[exhibit_id].read_bytes()

    def close(self) -> None:
        """Nothing is held."""


def ours(paths: Sequence[Path], out: Path) -> Callable[[], object]:
    """The whole report, tagged, a page an exhibit."""
    dossier, _ = sample_dossier()
    first = dossier.exhibits[0]
    exhibits = []
    for n, path in enumerate(paths, 1):
        data = path.read_bytes()
        png = read_png(data)
        content = replace(
            first.exhibit.record.content,
            width_px=png.width,
            height_px=png.height,
            size_bytes=len(data),
            sha256=sha256_of(data),
        )
        record = replace(first.exhibit.record, content=content)
        exhibit = replace(first.exhibit, number=n, ref=f"TJH/{n}", id=f"x{n}", record=record)
        exhibits.append(replace(first, exhibit=exhibit))
    words = Words.load(resources() / "words" / "en", gettext.NullTranslations())
    whole = replace(dossier, exhibits=tuple(exhibits), left_out=(), withdrawn=())
    return lambda: build_report(whole, Files(paths), out, words=words)


def drawn(paths: Sequence[Path], out: Path) -> Callable[[], object]:
    """As reportlab does it by itself."""

    def run() -> None:
        canvas = Canvas(str(out), pagesize=A4)
        for path in paths:
            canvas.drawImage(str(path), 57, 300, 498, 280)
            canvas.showPage()
        canvas.save()

    return run


def by_img2pdf(paths: Sequence[Path], out: Path) -> Callable[[], object]:
    """A page a picture."""

    def run() -> None:
        with out.open("wb") as file:
            img2pdf.convert([str(path) for path in paths], outputstream=file)

    return run


def by_fpdf2(paths: Sequence[Path], out: Path) -> Callable[[], object]:
    """A page a picture."""

    def run() -> None:
        pdf = fpdf.FPDF(format="A4")
        for path in paths:
            pdf.add_page()
            pdf.image(str(path), 20, 20, 170)
        pdf.output(str(out))

    return run


def copied(paths: Sequence[Path], out: Path) -> Callable[[], object]:
    """The least that any of it costs: read, hash once, write."""

    def run() -> None:
        with out.open("wb") as file:
            for path in paths:
                data = path.read_bytes()
                hashlib.sha256(data).digest()
                file.write(data)

    return run


WAYS = {"ours": ours, "drawImage": drawn, "img2pdf": by_img2pdf, "fpdf2": by_fpdf2, "copy": copied}


def main(name: str, folder: Path, count: int) -> None:
    """Do it once."""
    known = sorted(folder.glob("*.png"))
    paths = [known[n % len(known)] for n in range(count)]
    out = folder / f"{name}.pdf"
    run = WAYS[name](paths, out)
    before = time.process_time()
    run()
    used = (time.process_time() - before) * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(used, peak, out.stat().st_size)
    out.unlink()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
