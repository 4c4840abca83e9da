# SPDX-License-Identifier: MIT
"""Pixels of frames that are never compared."""

from __future__ import annotations

import numpy as np

BLANK = np.zeros((64, 64), dtype=np.uint32)
