# SPDX-License-Identifier: MIT
"""Small reusable parts of the window."""
