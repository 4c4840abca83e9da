# SPDX-License-Identifier: MIT
"""The tables in the package and in the report."""
