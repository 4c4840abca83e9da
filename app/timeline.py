# SPDX-License-Identifier: MIT
"""Everything with a time, of every kind of fact, in one order."""

from __future__ import annotations
