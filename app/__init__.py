# SPDX-License-Identifier: MIT
"""Everything of Safehold that needs no window."""
