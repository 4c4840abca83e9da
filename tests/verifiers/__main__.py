# SPDX-License-Identifier: MIT
"""The long run: many changed packages before both verifiers, and a table of what they said.

python -m tests.verifiers --count 10000 --seed 1 [--by node|chromium|firefox|nobody]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.verifiers.comparing import compare
from tests.verifiers.mutations.engine import of_browsers, pinned
from tests.verifiers.mutations.originals import originals
from tests.verifiers.second import BROWSERS, second_verifier


def main() -> int:
    """Return 1 if anything was missed, or both disagree."""
    parser = argparse.ArgumentParser(prog="python -m tests.verifiers")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--by", choices=("node", *sorted(BROWSERS), "nobody"), default="node")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        made = originals(folder / "originals")
        made = of_browsers(made) if asked.by in BROWSERS else made
        other = None
        if asked.by != "nobody":
            other = stack.enter_context(second_verifier(asked.by, pinned(made)))
        seeds, is_page = range(asked.seed, asked.seed + asked.count), asked.by in BROWSERS
        table = compare(seeds, made, folder / "changed", other, in_browser=is_page)
    print(table.text())
    print(*table.faults[:200], sep="\n")
    return 1 if table.faults else 0


if __name__ == "__main__":
    sys.exit(main())
