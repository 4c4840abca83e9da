# SPDX-License-Identifier: MIT
"""A process that covers parts of a run and says how far it is, to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from app.model import Rect
from app.redaction import cover
from tests.faults.conftest import opened


def main(folder: Path) -> None:
    """Cover a line of the second frame."""
    vault = opened(folder)
    (run,) = vault.exhibits()
    box = Rect(16, 212, 300, 16)
    cover(vault, run.id, {run.originals[1].id: [box]}, moved=lambda share: print(share, flush=True))
    print("covered", flush=True)
    vault.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
