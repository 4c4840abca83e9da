# SPDX-License-Identifier: MIT
"""The stage of the demo: drawn windows of an invented case."""
