# SPDX-License-Identifier: MIT
"""Platforms, identifiers and look-alikes."""
