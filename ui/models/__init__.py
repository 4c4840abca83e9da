# SPDX-License-Identifier: MIT
"""Table models over tuples of frozen values."""
