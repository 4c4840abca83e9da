# SPDX-License-Identifier: MIT
"""A few changed packages before the page in real browsers; ``tests.verifiers --by`` takes hundreds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.verifiers.comparing import compare
from tests.verifiers.mutations.engine import of_browsers
from tests.verifiers.mutations.originals import originals
from tests.verifiers.second import BROWSERS, second_verifier

if TYPE_CHECKING:
    from pathlib import Path

COUNT, STEP = 15, 3  # every third class


@pytest.mark.parametrize("browser", sorted(BROWSERS))
def test_the_page_says_of_changed_packages_what_python_says(browser: str, tmp_path: Path) -> None:
    made = of_browsers(originals(tmp_path / "untouched"))
    with second_verifier(browser) as page:
        table = compare(range(0, COUNT * STEP, STEP), made, tmp_path / "changed", page, in_browser=True)
    assert table.faults == []
