# SPDX-License-Identifier: MIT
"""A real X server, a window manager and another program's windows; the pixels are compared."""
