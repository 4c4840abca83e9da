# SPDX-License-Identifier: MIT
"""Build a report of many captures and print the peak memory in kB; run as a child by the tests."""

import gettext
import os
import resource
import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path

from app.hashing import sha256_of
from app.paths import resources
from app.report.build import build_report
from app.report.images import SIGNATURE
from app.words import Words
from tests.app.report.dossiers import sample_dossier

WIDTH, HEIGHT = 640, 400


def png(seed: int) -> bytes:
    """Return a picture of noise, so that it cannot be compressed away."""
    noise = (seed.to_bytes(4, "big") + os.urandom(WIDTH * 3 - 4)) * HEIGHT
    rows = b"".join(b"\0" + noise[n * WIDTH * 3 : (n + 1) * WIDTH * 3] for n in range(HEIGHT))
    header = WIDTH.to_bytes(4, "big") + HEIGHT.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    body = [(b"IHDR", header), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b"")]
    chunks = [
        len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
        for kind, data in body
    ]
    return SIGNATURE + b"".join(chunks)


class Noise:
    """One picture of 0.77 MB for every exhibit, made anew each time it is asked for."""

    def __init__(self):
        self.data = png(1)

    def parts(self, exhibit_id):
        yield bytes(bytearray(self.data))

    def close(self):
        """Nothing is held."""


def main(count: int, out: Path) -> None:
    words = Words.load(resources() / "words" / "en", gettext.NullTranslations())
    dossier, _ = sample_dossier()
    noise = Noise()
    first = dossier.exhibits[0]
    content = replace(
        first.exhibit.record.content,
        width_px=WIDTH,
        height_px=HEIGHT,
        sha256=sha256_of(noise.data),
        size_bytes=len(noise.data),
    )
    record = replace(first.exhibit.record, content=content)
    exhibits = tuple(
        replace(first, exhibit=replace(first.exhibit, number=n, ref=f"TJH/{n}", id=f"x{n}", record=record))
        for n in range(1, count + 1)
    )
    started = time.process_time()
    build_report(replace(dossier, exhibits=exhibits), noise, out, words=words)
    sys.stderr.write(f"{(time.process_time() - started) * 1000 / count:.2f} ms CPU a picture\n")
    sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
