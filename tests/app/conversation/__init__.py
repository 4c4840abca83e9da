# SPDX-License-Identifier: MIT
"""Tests of app.conversation."""
