# SPDX-License-Identifier: MIT
"""Names of things in the vault: random, and never shown."""

from __future__ import annotations

from typing import NewType

ExhibitId = NewType("ExhibitId", str)
EntryId = NewType("EntryId", str)
