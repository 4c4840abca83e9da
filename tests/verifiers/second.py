# SPDX-License-Identifier: MIT
"""The second verifier, asked as the first one is."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.errors import PackageUnreadable
from tests.verifiers.mutations.expected import Seen, seen
from tests.verifiers.node_check import NodeCheck

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from app.custody.authorities import Authority
    from tests.verifiers.comparing import Other


@contextmanager
def second_verifier(authorities: Sequence[Authority] = ()) -> Iterator[Other]:
    """Give what asks the check page's own JavaScript, in one Node that lives as long as the block."""
    with NodeCheck(authorities) as node:

        def ask(path: Path, root: str | None, key: str | None) -> Seen:
            try:
                return seen(node.check(path, root=root, key=key))
            except PackageUnreadable:
                return Seen(None)
            except AssertionError as crash:
                return Seen(f"crashed: {crash}")

        yield ask
