# SPDX-License-Identifier: MIT
"""Words to copy into forms, and letters; data in ``resources/forms`` and ``resources/letters``."""
