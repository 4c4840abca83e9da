# SPDX-License-Identifier: MIT
"""The packages in which the tables are read."""

from tests.app.package.conftest import catalogue, clock, exported, new_vault, with_runs

__all__ = ["catalogue", "clock", "exported", "new_vault", "with_runs"]
