# SPDX-License-Identifier: MIT
"""The capture bar on a real screen."""
