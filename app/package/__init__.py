# SPDX-License-Identifier: MIT
"""The package for the officer, and its check."""
