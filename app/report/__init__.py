# SPDX-License-Identifier: MIT
"""The printed report, made from a dossier."""
