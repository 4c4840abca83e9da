# SPDX-License-Identifier: MIT
"""Speed beside peers, every peer in the same run: ratios are printed, no time is ever asserted."""
