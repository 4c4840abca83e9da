# SPDX-License-Identifier: MIT
"""A conversation that is scrolled through: frames, how neighbours meet, gaps, the joined picture."""
