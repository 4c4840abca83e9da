# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.package.check_shapes import shapes_js
from app.paths import resources


def test_the_page_knows_the_records_as_the_program_has_them() -> None:
    """Write it anew with ``shapes_js`` when a dataclass changes."""
    assert (resources() / "verifier" / "15_shapes.js").read_text("utf-8") == shapes_js()
