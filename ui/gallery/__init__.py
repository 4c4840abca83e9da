# SPDX-License-Identifier: MIT
"""Every part of the window in every state, for those who build it: ``main.py gallery``."""
