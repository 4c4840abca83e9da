# SPDX-License-Identifier: MIT
"""One screen a file."""
