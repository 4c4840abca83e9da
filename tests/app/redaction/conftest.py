# SPDX-License-Identifier: MIT
"""A vault to cover pictures in."""

from tests.app.vault.conftest import clock, folder, new_vault, reopen, vault

__all__ = ["clock", "folder", "new_vault", "reopen", "vault"]
