# SPDX-License-Identifier: MIT
"""Words for forms and letters."""
