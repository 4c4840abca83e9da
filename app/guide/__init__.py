# SPDX-License-Identifier: MIT
"""Steps and contacts, read from resources, and the plan made from answers."""
