# SPDX-License-Identifier: MIT
"""The encrypted vault: one folder is one case."""
