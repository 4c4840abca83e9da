# SPDX-License-Identifier: MIT
"""The packages that the tests of ``app.package`` export, for both verifiers to read."""

from __future__ import annotations

from tests.app.package.conftest import catalogue, exported, twice, with_runs

__all__ = ["catalogue", "exported", "twice", "with_runs"]
