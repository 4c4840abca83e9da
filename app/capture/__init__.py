# SPDX-License-Identifier: MIT
"""Pictures of the screen: backends, windows, PNG, checks."""
