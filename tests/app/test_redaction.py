# SPDX-License-Identifier: MIT
"""The package as the window uses it: drawn, covered, looked at, uncovered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Rect
from app.redaction import cover, drawn, go_on, is_due, preview
from tests.app.vault.conftest import clock, folder, new_vault, vault
from tests.fakes.covered import kept_picture, shown

if TYPE_CHECKING:
    from app.vault import Vault

__all__ = ["clock", "folder", "new_vault", "vault"]


def test_what_is_looked_at_before_is_what_is_kept_after(vault: Vault) -> None:
    one = kept_picture(vault)
    boxes = (Rect(10, 20, 60, 14), Rect(90, 80, 30, 30))
    before = preview(vault.original(one.id), boxes)
    covered = cover(vault, one.id, {one.id: boxes})
    assert shown(vault, covered.exhibit.originals[0]) == before
    assert drawn(covered.exhibit) == {one.id: boxes}
    assert (covered.travelled, covered.found, covered.beyond, covered.waiting) == (0, 0, (), ())
    assert not is_due(covered.exhibit)
    assert go_on(vault, one.id) is None
