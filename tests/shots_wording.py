# SPDX-License-Identifier: MIT
"""Pictures of what belongs to wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.shot import Shot

WORDING: dict[str, Shot] = {}
