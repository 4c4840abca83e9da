# SPDX-License-Identifier: MIT
"""The record on paper: one PDF from one frozen dossier. Nothing heavy is imported before ``build``."""
