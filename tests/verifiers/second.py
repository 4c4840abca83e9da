# SPDX-License-Identifier: MIT
"""The second verifier, asked as the first one is: the check page's JavaScript, in Node or in a browser."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.errors import PackageUnreadable
from tests.screen.browser_check import ChromiumCheck, FirefoxCheck
from tests.verifiers.mutations.expected import Seen, seen
from tests.verifiers.node_check import NodeCheck

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from app.custody.authorities import Authority
    from tests.verifiers.comparing import Other

BROWSERS = {"chromium": ChromiumCheck, "firefox": FirefoxCheck}


@contextmanager
def second_verifier(by: str = "node", authorities: Sequence[Authority] = ()) -> Iterator[Other]:
    """Give what asks it, in one process for the whole block; a browser knows no authorities but ours."""
    with BROWSERS[by]() if by in BROWSERS else NodeCheck(authorities) as running:

        def ask(path: Path, root: str | None, key: str | None) -> Seen:
            try:
                return seen(running.check(path, root=root, key=key))
            except PackageUnreadable:
                return Seen(None)
            except AssertionError as crash:
                return Seen(f"crashed: {crash}")

        yield ask
