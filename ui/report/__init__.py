# SPDX-License-Identifier: MIT
"""Making, saving, printing and packing the report: each one a run in the background."""
