# SPDX-License-Identifier: MIT
"""Copies outside the vault as frozen values."""

from __future__ import annotations

from app.model import CopyKind, CopyState


def test_the_stored_names_never_change() -> None:
    assert [kind.value for kind in CopyKind] == ["package", "upload", "report", "email", "letter", "backup"]
    assert [state.value for state in CopyState] == ["here", "handed_over", "removed"]
