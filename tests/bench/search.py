# SPDX-License-Identifier: MIT
"""``python -m tests.bench.search --captures 2000``: words planted in drawn captures, read, and searched for.

Also what a search costs in a vault of 2,000 captures of 100 lines each, whose text is made without reading.
The figures of a run without ``--captures`` are those of a few; nothing was tuned on these seeds.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from app.clock import SystemClock
from app.identify.reading import Reader
from app.model import CaseFacts, Rect, Under18
from app.search.lines import texts_of
from app.search.values import ReadText
from app.vault import KdfParameters, Vault
from tests.bench.harness import Row, ms, table
from tests.fakes.acquisitions import acquisition
from tests.fakes.captures import capture, word
from tests.fakes.chats.page import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.identify.values import Box
    from app.model import ExhibitId
    from app.search.values import Match
    from tests.fakes.captures import Planted

FIRST_SEED, FEW = 20_000, 40
RECALL = 0.97
LARGE, LINES = 2_000, 100
LIMIT_MS = 50.0
SECRET = "a passphrase for measuring"  # noqa: S105
QUERIES = {
    "common": "money",
    "rare": "planted01234",
    "two letters": "hi",
    "rare, two letters": "zq",
    "digits": "583 204",
    "a phrase": "send money",
    "three common words": "family friends holiday",
    "as one common word": "lo",
    "not found": "qwertyuiop",
}


def measure(folder: Path, _rounds: int) -> Iterator[Row]:
    """Yield the rows of a short run."""
    yield from recall(folder / "read.safehold", FEW)
    yield from speed(folder / "large.safehold")


def recall(folder: Path, count: int) -> Iterator[Row]:
    """Read captures into a vault, look for what was planted in them, and yield how much of it was found."""
    vault = _opened(folder)
    planted: list[tuple[ExhibitId, str, Planted]] = []
    with Reader(is_quiet=True) as reader:
        for seed in range(FIRST_SEED, FIRST_SEED + count):
            made = capture(seed)
            png = io.BytesIO()
            made.image.save(png, "PNG")
            exhibit = vault.add_exhibit(acquisition(png.getvalue())).id
            vault.keep_texts(exhibit, texts_of(reader.read_all(png.getvalue())), "bench")
            planted += [(exhibit, made.layout, one) for one in made.planted]
    total, found = Counter[str](), Counter[str]()
    for exhibit, layout, one in planted:
        is_found = _is_found(vault.search(one.text, count), exhibit, one)
        for name in ("all", one.kind, layout):
            total[name] += 1
            found[name] += is_found
    vault.close()
    for name in total:
        share = found[name] / total[name]
        what = f"planted in {count} captures: {name}"
        cells = (f"{found[name]}", "of", f"{total[name]}", f"{share:.2%}", f">= {RECALL:.0%}")
        yield Row("search", what, *cells, share >= RECALL)


def _is_found(matches: tuple[Match, ...], exhibit: ExhibitId, one: Planted) -> bool:
    """Whether a search gives the capture, with a mark where it was planted."""
    marks = [
        rect for match in matches if match.exhibit == exhibit for hit in match.hits for rect in hit.rects
    ]
    return any(_meet(rect, box) for rect in marks for box in one.boxes)


def _meet(rect: Rect, box: Box) -> bool:
    across = rect.x < box.right and box.left < rect.x + rect.width
    return across and rect.y < box.bottom and box.top < rect.y + rect.height


def speed(folder: Path) -> Iterator[Row]:
    """Yield what searches cost in a large vault, right after opening and later; and the memory they take."""
    vault = _opened(folder)
    chance = random.Random(1)  # noqa: S311 - the same text each time
    for number in range(LARGE):
        exhibit = vault.add_exhibit(acquisition(b"%d" % number)).id
        vault.keep_texts(exhibit, _lines(chance, number), "bench")
    vault.close()
    process = psutil.Process(os.getpid())
    for name, query in QUERIES.items():
        vault = Vault.open(folder, SECRET, clock=SystemClock(), tool="bench")
        first = _cpu_ms(vault, query)
        later = statistics.median(_cpu_ms(vault, query) for _ in range(5))
        vault.close()
        for when, cost in (("just opened", first), ("later", later)):
            limit = ms(LIMIT_MS)
            cells = (ms(cost), "limit", limit, "", f"<= {limit}")
            yield Row("search", f"{LARGE} captures, {name}, {when}", *cells, cost <= LIMIT_MS)
    mb = f"{process.memory_info().rss / 1e6:.0f} MB"
    yield Row("search", "resident after all of it", mb, "", "", "", "", is_met=True)


def _cpu_ms(vault: Vault, query: str) -> float:
    before = time.process_time()
    vault.search(query)
    return (time.process_time() - before) * 1000


def _lines(chance: random.Random, number: int) -> list[ReadText]:
    """Return the lines of one capture: common words, some that nothing else has, and numbers."""
    said = []
    for line in range(LINES):
        words = chance.choices(WORDS, k=chance.randint(2, 8))
        if line % 10 == 3:
            words.append(word(chance))
        if line % 10 == 5:
            words.append(str(chance.randint(100, 99_999)))
        if line == LINES // 2:
            words.append(f"planted{number:05d}")
        text = " ".join(words)
        edges = tuple(1000 * at // len(text) for at in range(len(text)))
        said.append(ReadText(Rect(40 + line % 2 * 500, 20 + line * 22, len(text) * 8, 16), text, 950, edges))
    return said


def _opened(folder: Path) -> Vault:
    facts = CaseFacts(under_18=Under18.NO, country="GB")
    return Vault.create(
        folder,
        SECRET,
        clock=SystemClock(),
        facts=facts,
        tool="bench",
        machine_alias="bench",
        kdf=KdfParameters.floor(),
    )


def main() -> None:
    """Measure, and print the table."""
    options = argparse.ArgumentParser(prog="python -m tests.bench.search")
    options.add_argument("--captures", type=int, default=FEW)
    options.add_argument("--no-speed", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        rows = list(recall(Path(folder) / "read.safehold", chosen.captures))
        if not chosen.no_speed:
            rows += speed(Path(folder) / "large.safehold")
    print(table(rows))


if __name__ == "__main__":
    main()
