# SPDX-License-Identifier: MIT
"""What is offered of drawn captures that are read: ``python -m tests.bench.offers [COUNT] [FIRST]``."""

from __future__ import annotations

import io
import sys
from collections import Counter

from app.identify.platforms import Catalogue
from app.identify.reading import Reader
from app.paths import resources
from app.search.lines import texts_of
from app.search.offering import offers
from tests.fakes.offered import offered_capture


def main(argv: list[str]) -> int:
    """Print how much of what was planted is offered, and what is offered besides; return 0."""
    count, first = int(argv[0]) if argv else 100, int(argv[1]) if len(argv) > 1 else 20_000
    catalogue = Catalogue.load(resources() / "platforms")
    found: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    besides: list[str] = []
    with Reader() as reader:
        for seed in range(first, first + count):
            capture, wanted = offered_capture(seed)
            room = io.BytesIO()
            capture.image.save(room, "PNG")
            made = offers(texts_of(reader.read_all(room.getvalue())), catalogue)
            said = {f"{one.kind} {one.value}" for one in made}
            for offer in set(wanted.values()):
                planted[offer.split(" ")[0]] += 1
                found[offer.split(" ")[0]] += offer in said
            proven = {f"{one.kind} {one.value}" for one in made if one.has_checksum}
            lost = sorted(set(wanted.values()) - said)
            more = sorted(said - set(wanted.values()))
            besides += [f"{'PROVEN ' if one in proven else ''}{one}" for one in more]
            if lost or more:
                print(f"{seed} {capture.layout}: lost {lost}, besides {more}")
    for kind in sorted(planted):
        print(f"{kind}: {found[kind]} of {planted[kind]}")
    print(f"all: {found.total()} of {planted.total()}; besides: {len(besides)} in {count} pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
