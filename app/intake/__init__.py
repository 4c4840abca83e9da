# SPDX-License-Identifier: MIT
"""The only way in for evidence."""
