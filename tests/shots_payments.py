# SPDX-License-Identifier: MIT
"""Pictures of what belongs to payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.shot import Shot

PAYMENTS: dict[str, Shot] = {}
