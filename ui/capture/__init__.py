# SPDX-License-Identifier: MIT
"""Capture bar, countdown, area picker."""
